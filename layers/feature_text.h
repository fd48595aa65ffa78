#pragma once
/// The words of a feature: which field is its label, and the attributes that are shown with it.

#include "maps/layer_shapes.h"
#include "maps/layer_stream.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

class OGRFeature;
class OGRFeatureDefn;

namespace cresset::layers {

/// The fields of all layers, each name once.
class FieldTable {
public:
    /// Takes in the fields of a layer; those beyond what may be told are left out.
    void add(OGRFeatureDefn const& definition);
    std::vector<std::string> const& names() const { return names_; }
    /// Its index; -1 if it is not told.
    int index(std::string const& name) const;

private:
    std::vector<std::string> names_;
    std::map<std::string, int> index_;
};

/// Where a layer's values go.
struct TextPlan {
    int label = -1;                                      ///< its field in the layer; -1: none
    std::vector<std::pair<int, std::uint16_t>> shown{};  ///< field in the layer, index in the table
};
TextPlan plan_texts(OGRFeatureDefn const& definition, FieldTable const& table);

/// Fills label and attributes; what is unset or empty is left out, what is long is cut at a whole letter.
void read_texts(OGRFeature& feature, TextPlan const& plan, maps::LayerLimits const& limits, maps::LooseFeature& into);

}  // namespace cresset::layers
