#include "layers/vector_reader.h"

#include "layers/feature_text.h"
#include "layers/refused.h"
#include "layers/to_wgs84.h"
#include "maps/layer_stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ogrsf_frmts.h>

namespace cresset::layers {
namespace {

using maps::layer_limits;
using maps::LayerRefusal;
using maps::LooseFeature;
using maps::ShapeKind;

constexpr int most_layers = 256;
constexpr int deepest = 32;  // of collections within collections
constexpr std::uint64_t tell_every = 2000;

/// The points of GPX's tracks and routes stand a second time in layers of their own.
bool is_doubled(OGRLayer& layer)
{
    std::string_view const name = layer.GetName();
    return name == "track_points" || name == "route_points";
}

std::vector<OGRLayer*> layers_of(std::span<Dataset const> datasets)
{
    std::vector<OGRLayer*> layers;
    for (auto const& dataset : datasets)
        for (auto* layer : dataset->GetLayers())
            if (!is_doubled(*layer)) layers.push_back(layer);
    if (layers.size() > most_layers) throw Refused{LayerRefusal::too_large};
    return layers;
}

/// What one feature's geometry is made of, each kind for itself.
class Pieces {
public:
    explicit Pieces(ToWgs84 const& to) : to_{to} {}

    /// False if a place in it is none.
    bool add(OGRGeometry const& geometry, int depth = 0)
    {
        if (depth > deepest) return false;
        if (geometry.hasCurveGeometry()) {
            std::unique_ptr<OGRGeometry> const straight{geometry.getLinearGeometry()};
            return straight && !straight->hasCurveGeometry() && add(*straight, depth + 1);
        }
        switch (wkbFlatten(geometry.getGeometryType())) {
            case wkbPoint: return point(*geometry.toPoint());
            case wkbLineString: return line(*geometry.toLineString(), ShapeKind::line);
            case wkbPolygon:
            case wkbTriangle: return polygon(*geometry.toPolygon());
            case wkbMultiPoint:
            case wkbMultiLineString:
            case wkbMultiPolygon:
            case wkbGeometryCollection: return collection(*geometry.toGeometryCollection(), depth);
            case wkbPolyhedralSurface:
            case wkbTIN: return surface(*geometry.toPolyhedralSurface(), depth);
            default: return false;
        }
    }
    std::vector<Line>& of(ShapeKind kind) { return parts_[static_cast<std::size_t>(kind)]; }

private:
    bool put(ShapeKind kind, std::vector<double>& x, std::vector<double>& y, std::size_t least)
    {
        auto places = to_.places(x, y);
        if (!places) return false;
        if (places->size() >= least) of(kind).push_back(*std::move(places));
        return true;
    }
    bool point(OGRPoint const& point)
    {
        if (point.IsEmpty()) return true;
        std::vector<double> x{point.getX()}, y{point.getY()};
        return put(ShapeKind::point, x, y, 1);
    }
    bool line(OGRSimpleCurve const& curve, ShapeKind kind)
    {
        auto const count = static_cast<std::size_t>(std::max(0, curve.getNumPoints()));
        std::vector<double> x(count), y(count);
        for (std::size_t i = 0; i < count; ++i)
            x[i] = curve.getX(static_cast<int>(i)), y[i] = curve.getY(static_cast<int>(i));
        return put(kind, x, y, kind == ShapeKind::area ? 3 : 2);
    }
    bool polygon(OGRPolygon const& polygon)
    {
        for (auto const* ring : polygon)
            if (!line(*ring, ShapeKind::area)) return false;
        return true;
    }
    bool collection(OGRGeometryCollection const& all, int depth)
    {
        for (auto const* one : all)
            if (!add(*one, depth + 1)) return false;
        return true;
    }
    bool surface(OGRPolyhedralSurface const& all, int depth)
    {
        for (auto const* one : all)
            if (!add(*one, depth + 1)) return false;
        return true;
    }

    ToWgs84 const& to_;
    std::array<std::vector<Line>, 3> parts_;
};

class Teller {
public:
    Teller(std::vector<OGRLayer*> layers, Datum datum, maps::LayerLimits const& limits, Told& told)
        : layers_{std::move(layers)}, datum_{datum}, limits_{limits}, told_{told}
    {
        for (auto* layer : layers_) {
            table_.add(*layer->GetLayerDefn());
            expected_ += std::max<GIntBig>(0, layer->GetFeatureCount(FALSE));
        }
    }

    void tell()
    {
        told_.say(maps::told_fields(table_.names()));
        told_.flush();
        for (auto* layer : layers_) tell_layer(*layer);
        if (features_ == 0)
            throw Refused{without_system_ ? LayerRefusal::no_coordinate_system : LayerRefusal::nothing_to_show};
        told_.say(maps::told_end(features_, places_, left_out_));
    }

private:
    void tell_layer(OGRLayer& layer)
    {
        auto const* definition = layer.GetLayerDefn();
        if (definition->GetGeomFieldCount() == 0) return;  // a table
        ToWgs84 const to{layer.GetSpatialRef(), datum_};
        without_system_ = without_system_ || (layer.GetSpatialRef() == nullptr && layer.GetFeatureCount() > 0);
        TextPlan const plan = plan_texts(*definition, table_);
        layer.ResetReading();
        while (std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()}) {
            tell_feature(*feature, plan, to);
            if (++seen_ % tell_every == 0) tell_progress();
        }
    }

    void tell_progress()
    {
        if (expected_ > 0)
            told_.say(maps::told_progress(static_cast<int>(std::min<GIntBig>(1000, seen_ * 1000 / expected_))));
        told_.flush();
    }

    void tell_feature(OGRFeature& feature, TextPlan const& plan, ToWgs84 const& to)
    {
        auto const* geometry = feature.GetGeometryRef();
        Pieces pieces{to};
        if (geometry == nullptr || !pieces.add(*geometry)) return void(++left_out_);
        LooseFeature told;
        read_texts(feature, plan, limits_, told);
        bool any = false;
        for (ShapeKind const kind : {ShapeKind::point, ShapeKind::line, ShapeKind::area})
            if (!pieces.of(kind).empty()) {
                told.kind = kind;
                told.parts = std::move(pieces.of(kind));
                tell_part(told);
                any = true;
            }
        if (!any) ++left_out_;
    }

    void tell_part(LooseFeature const& feature)
    {
        ++features_;
        for (Line const& part : feature.parts) places_ += part.size();
        if (features_ > layer_limits.features || places_ > layer_limits.places)
            throw Refused{LayerRefusal::too_many_places};
        std::string const record = maps::told_feature(feature);
        if (record.size() > layer_limits.record_bytes) throw Refused{LayerRefusal::too_many_places};
        told_.say(record);
    }

    std::vector<OGRLayer*> layers_;
    Datum datum_;
    maps::LayerLimits limits_;
    Told& told_;
    FieldTable table_;
    bool without_system_ = false;  // one whose numbers are degrees only if they can be
    GIntBig expected_ = 0, seen_ = 0;
    std::uint64_t features_ = 0, places_ = 0, left_out_ = 0;
};

}  // namespace

void tell_features(std::span<Dataset const> datasets, Datum datum, maps::LayerLimits const& limits, Told& told)
{
    Teller{layers_of(datasets), datum, limits, told}.tell();
}

}  // namespace cresset::layers
