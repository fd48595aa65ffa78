#pragma once
/// How the base map is drawn: rules as data (resources/themes/map_style.json) with the colours of one theme. A style is
/// a value; once loaded it never changes, and workers share it.

#include "core/base/result.h"
#include "maps/vector_tile.h"
#include "widgets/theme.h"

#include <QRgb>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::widgets {

/// A number that grows with the zoom: given at some zooms, by constant growth between two of them (straight where one
/// of the two is 0), held at both ends.
class ZoomCurve {
public:
    ZoomCurve() = default;
    explicit ZoomCurve(std::vector<std::pair<double, double>> stops) : stops_{std::move(stops)} {}
    double at(double zoom) const;
    bool empty() const { return stops_.empty(); }

private:
    std::vector<std::pair<double, double>> stops_;
};

/// Which features a rule is for: for each key the values that a feature may (or, with `not_these`, may not) have.
struct Condition {
    std::string key;
    std::vector<std::string> values;  ///< numbers as "8"
    bool not_these = false;
};

using Filter = std::vector<Condition>;

/// A filter made ready for one tile's layer: texts are compared once, features by whole numbers.
class Matcher {
public:
    Matcher(Filter const& filter, maps::TileLayer const& layer);
    bool operator()(maps::TileFeature const& feature) const;

private:
    struct Ready {
        std::vector<bool> keys;    ///< by key index: is it this key
        std::vector<bool> values;  ///< by value index: is it one of these
        bool not_these;
    };
    maps::TileLayer const& layer_;
    std::vector<Ready> ready_;
};

struct ZoomRange {
    double from = 0;
    double to = 99;
    bool contains(double zoom) const { return zoom >= from && zoom < to; }
};

struct AreaRule {
    std::string layer;
    Filter where;
    ZoomRange zooms;
    QRgb colour = 0;
    QRgb edge = 0;
    ZoomCurve edge_width;  ///< none if empty
};

struct LineRule {
    std::string layer;
    Filter where;
    ZoomRange zooms;
    QRgb colour = 0;
    ZoomCurve width;
    std::vector<float> dash;
    bool under = false;  ///< below buildings and roads
};

/// Of the layer "transportation". Rules stand from the least road to the greatest.
struct RoadRule {
    Filter where;
    ZoomRange zooms;
    QRgb fill = 0;
    QRgb casing = 0;  ///< 0: none
    QRgb ties = 0;    ///< a railway's
    ZoomCurve width;  ///< of the fill
    ZoomCurve edge;   ///< how far the casing stands out on each side
    std::vector<float> dash;
    bool arrows = false;  ///< one-way arrows from zoom 16
    bool rail = false;
};

enum class LabelKind : std::uint8_t { point, area, line, poi, shield, number };

struct LabelRule {
    std::string layer;
    Filter where;
    ZoomRange zooms;
    LabelKind kind = LabelKind::point;
    ZoomCurve size;
    QRgb colour = 0;
    QRgb edge = 0;  ///< of a shield's plate
    bool bold = false;
    bool italic = false;
    int rank = 0;        ///< lower first
    double spacing = 0;  ///< least distance of two labels with the same words, pixels
    ZoomCurve air;       ///< pixels that it keeps to labels before it, beyond the usual two
};

/// The sign of a kind of point of interest, instead of a dot: a drawing of resources/icons, in its label's colour.
struct SignRule {
    Filter where;
    ZoomRange zooms;
    std::string glyph;
    double alone_from = 99;  ///< from this zoom on it stands without a name, too, where none is known or has room
};

class MapStyle {
public:
    /// The shipped rules with this theme's colours.
    static Result<std::shared_ptr<MapStyle const>> load(Theme const& theme);
    static Result<std::shared_ptr<MapStyle const>> parse(std::string_view json, Theme const& theme);

    std::string id;  ///< the theme's name: pictures of two styles are never mixed up
    QRgb background = 0, halo = 0, tunnel_wash = 0, arrow = 0, bridge_casing = 0;
    QRgb shield = 0, raster_veil = 0;
    std::vector<AreaRule> areas;
    std::vector<LineRule> lines;
    std::vector<RoadRule> roads;
    std::vector<LabelRule> labels;
    std::vector<SignRule> signs;
};

}  // namespace cresset::widgets
