#pragma once
/// A fence while it is drawn: point by point, until it is a shape. A value that knows of no widget; the cursor is the
/// next point if it is clicked.

#include "core/facts/fence.h"

#include <cstdint>
#include <optional>

namespace cresset::widgets {

enum class SketchKind : std::uint8_t {
    circle,    // the centre, then the edge
    polygon,   // its corners
    corridor,  // the line, then how wide
    line,
    around_unit,  // the edge; the centre is where the unit is
    region,       // a patrol grid or a district: the place under the cursor
    hole,         // corners of what is cut out of an area
};

class FenceSketch {
public:
    static constexpr std::uint32_t usual_corridor_mm = 50'000;  // half its width
    static constexpr std::uint32_t usual_around_mm = 300'000;

    /// `centre` of one around a unit.
    explicit FenceSketch(SketchKind kind, std::optional<Place> centre = {});

    SketchKind kind() const { return kind_; }
    /// Points set so far, without the cursor.
    Line const& points() const { return points_; }
    /// The next click says how far it reaches.
    bool isMeasuring() const { return measures_width_ || (isRound() && !points_.empty()); }
    void setCursor(std::optional<Place> cursor) { cursor_ = cursor; }

    /// A click. True if the shape is ready with it.
    bool add(Place place);
    /// Takes the last point back; false if there is none.
    bool back();
    /// No more points: Enter, a double click. True if the shape is ready; a corridor asks for its width first.
    bool done();

    /// As it would be if the cursor were clicked.
    FenceShape shape() const;
    /// As it is, whether it has a fault or not.
    FenceShape result() const;

private:
    FenceShape shapeOf(Line points, std::uint32_t radius_mm) const;
    bool isRound() const { return kind_ == SketchKind::circle || kind_ == SketchKind::around_unit; }
    std::uint32_t radiusTo(Place place) const;

    SketchKind kind_;
    Line points_;
    std::optional<Place> cursor_;
    std::uint32_t radius_mm_ = 0;
    bool measures_width_ = false;  // of a corridor: the line stands
};

/// Millimetres from the line to the place, at the nearest of its stretches.
std::int64_t awayFrom(Line const& line, Place place);

}  // namespace cresset::widgets
