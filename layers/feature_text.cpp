#include "layers/feature_text.h"

#include <algorithm>
#include <array>
#include <ogr_feature.h>

namespace cresset::layers {
namespace {

using maps::layer_limits;

/// Names by which people call the field of the name, the best first.
constexpr std::array label_names{"name:zh", "name", "名称", "名字", "标注", "title", "label", "call_sign", "beat"};
/// Fields that the KML driver makes whether or not the file has them: of how it looks in other programs.
constexpr std::array made_up{"tessellate", "extrude", "visibility", "drawOrder", "altitudeMode", "icon", "snippet"};

std::string small(std::string_view text)
{
    std::string low{text};
    std::ranges::transform(low, low.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return low;
}

std::string cut(std::string_view text, std::size_t most = layer_limits.value_bytes)
{
    if (text.size() <= most) return std::string{text};
    std::size_t end = most - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return std::string{text.substr(0, end)} + "…";
}

bool told(std::string_view name)
{
    return !name.empty() && std::ranges::find(made_up, name) == made_up.end();
}

int label_field(OGRFeatureDefn const& definition)
{
    for (char const* wanted : label_names)
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            if (small(definition.GetFieldDefn(i)->GetNameRef()) == wanted) return i;
    return -1;
}

}  // namespace

void FieldTable::add(OGRFeatureDefn const& definition)
{
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        std::string const name = cut(definition.GetFieldDefn(i)->GetNameRef());
        if (!told(name) || index_.contains(name) || names_.size() >= layer_limits.fields) continue;
        index_[name] = static_cast<int>(names_.size());
        names_.push_back(name);
    }
}

int FieldTable::index(std::string const& name) const
{
    auto const found = index_.find(name);
    return found == index_.end() ? -1 : found->second;
}

TextPlan plan_texts(OGRFeatureDefn const& definition, FieldTable const& table)
{
    TextPlan plan{label_field(definition)};
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        if (int const index = table.index(cut(definition.GetFieldDefn(i)->GetNameRef())); index >= 0)
            plan.shown.emplace_back(i, static_cast<std::uint16_t>(index));
    return plan;
}

void read_texts(OGRFeature& feature, TextPlan const& plan, maps::LayerLimits const& limits, maps::LooseFeature& into)
{
    if (plan.label >= 0 && feature.IsFieldSetAndNotNull(plan.label))
        into.label = cut(feature.GetFieldAsString(plan.label), limits.value_bytes);
    for (auto const& [field, index] : plan.shown) {
        if (into.attributes.size() >= limits.shown_fields) return;
        if (!feature.IsFieldSetAndNotNull(field)) continue;
        std::string value = cut(feature.GetFieldAsString(field), limits.value_bytes);
        if (!value.empty()) into.attributes.emplace_back(index, std::move(value));
    }
}

}  // namespace cresset::layers
