#pragma once
/// The marks of the map's layers: what the desk says about each thing, and nothing more than is drawn.

#include "core/base/geo.h"

#include <QColor>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace cresset::widgets {

/// The eight states of look.md; each has its own shape, letter and colour.
enum class MarkStatus : std::uint8_t {
    available,
    dispatched,
    en_route,
    on_scene,
    busy,
    on_break,
    out_of_service,
    distress
};

enum class UnitGlyph : std::uint8_t { car, motorcycle, foot, van, boat };

struct UnitMark {
    std::uint64_t id = 0;  ///< UnitId::packed()
    Place place;
    std::optional<int> heading_deg;  ///< clockwise from north; none if it stands
    MarkStatus status = MarkStatus::available;
    UnitGlyph glyph = UnitGlyph::car;
    QString call_sign;
    bool answered = false;    ///< its call for help was acknowledged: the frame round it stands still
    bool stale = false;       ///< its fix is old: dashed outline and age
    QString age;              ///< "6 min", shown where stale
    std::vector<Place> tail;  ///< where it has been, oldest first; drawn where not empty
};

struct IncidentMark {
    std::uint64_t id = 0;
    Place place;
    int priority = 4;  ///< 1..4
    QString label;     ///< "#1023 robbery"
    bool closed = false;
    bool waiting = false;            ///< nobody is sent
    std::optional<double> age_part;  ///< 0..1 and more: how much of its time limit is used up
    int duplicates = 0;              ///< calls linked to it; shown as a count where above 0
};

struct CameraMark {
    std::uint64_t id = 0;
    Place place;
    int heading_deg = 0;
    int opening_deg = 60;
    int reach_m = 60;
    QString label;
    bool working = true;
};

struct DroneMark {
    std::uint64_t id = 0;
    Place place;
    int heading_deg = 0;
    int height_m = 0;
    MarkStatus status = MarkStatus::available;
    QString call_sign;
    std::vector<Place> footprint;  ///< what its camera sees on the ground; may be empty
    bool stale = false;
};

/// A station, hospital or other fixed post.
struct PostMark {
    std::uint64_t id = 0;
    Place place;
    QString glyph;  ///< "police", "hospital", "fire", "school", "harbour"
    QString label;
};

/// A piece of ground with a border and a name: a patrol grid.
struct AreaMark {
    std::uint64_t id = 0;
    std::vector<Place> ring;  ///< the last place joins the first
    QString label;            ///< in its middle
    std::uint64_t group = 0;  ///< areas of one group have one colour of border
};

enum class RouteLook : std::uint8_t { planned, driven, ghost };

struct RouteMark {
    std::uint64_t id = 0;
    std::vector<Place> line;
    RouteLook look = RouteLook::planned;
    QString label;  ///< at its end: "P12 3:10"
};

/// What would happen: drawn dashed in the accent colour, on top, until taken away.
struct PreviewMark {
    std::vector<std::vector<Place>> lines;
    std::vector<Place> points;
    std::optional<Place> pin;  ///< a place that is being talked about
    QString label;
    std::vector<std::pair<Place, QString>> names;  ///< who stands at a place: "P12 3:10"
};

}  // namespace cresset::widgets
