#pragma once
/// What is being measured on the map: a line of points with its length at each, and the area that it encloses.

#include "widgets/map_layer.h"

#include <optional>
#include <vector>

namespace cresset::widgets {

class MeasureLayer : public MapLayer {
public:
    std::vector<Place> const& points() const { return points_; }
    void add(Place place) { points_.push_back(place); }
    void clear() { points_.clear(), cursor_.reset(); }
    /// Where the mouse is: the next point if it is clicked.
    void setCursor(std::optional<Place> cursor) { cursor_ = cursor; }

    void paint(Frame& frame) override;
    /// What is measured is never a reason to look elsewhere.
    Bounds bounds() const override { return {}; }
    /// "1.24 km", and with three points or more the area: "1.24 km · 0.31 km²". Empty for fewer than two.
    QString summary() const;

private:
    std::vector<Place> points_;
    std::optional<Place> cursor_;
};

/// "850 m²", "13,045 m²", "0.31 km²", "12.4 km²".
QString areaText(double square_metres);

}  // namespace cresset::widgets
