#include "maps/layer_shapes.h"

#include <algorithm>

namespace cresset::maps {
namespace {

constexpr std::size_t most_text = 65535;

void put_number(std::string& out, std::size_t number)
{
    out += static_cast<char>(number & 0xff);
    out += static_cast<char>(number >> 8 & 0xff);
}

std::size_t number_at(std::string const& texts, std::uint64_t at)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(texts[at]) |
                                    static_cast<unsigned char>(texts[at + 1]) << 8);
}

void put_text(std::string& out, std::string_view text)
{
    put_number(out, text.size());
    out += text;
}

/// The text whose length stands at `at`, which moves behind it.
std::string_view take_text(std::string const& texts, std::uint64_t& at)
{
    std::size_t const length = number_at(texts, at);
    std::string_view const text{texts.data() + at + 2, length};
    at += 2 + length;
    return text;
}

bool fits(LayerShapes const& shapes, LooseFeature const& feature)
{
    std::size_t places = shapes.places.size();
    for (Line const& part : feature.parts) {
        if (part.empty()) return false;
        places += part.size();
    }
    for (auto const& [field, value] : feature.attributes)
        if (field >= shapes.fields.size() || value.size() > most_text) return false;
    return !feature.parts.empty() && places <= UINT32_MAX && feature.label.size() <= most_text &&
           feature.attributes.size() <= most_text;
}

}  // namespace

std::span<Place const> LayerShapes::part(std::uint32_t index) const
{
    std::uint32_t const begin = index == 0 ? 0 : part_ends[index - 1];
    return {places.data() + begin, part_ends[index] - begin};
}

std::string_view LayerShapes::label(ShapeFeature const& feature) const
{
    std::uint64_t at = feature.text;
    return take_text(texts, at);
}

std::vector<std::pair<std::string_view, std::string_view>> LayerShapes::attributes(ShapeFeature const& feature) const
{
    std::uint64_t at = feature.text;
    take_text(texts, at);
    std::size_t const count = number_at(texts, at);
    at += 2;
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t const field = number_at(texts, at);
        at += 2;
        all.emplace_back(fields[field], take_text(texts, at));
    }
    return all;
}

bool add_feature(LayerShapes& shapes, LooseFeature const& feature)
{
    if (!fits(shapes, feature)) return false;
    ShapeFeature placed{feature.kind, static_cast<std::uint32_t>(shapes.part_ends.size()),
                        static_cast<std::uint32_t>(feature.parts.size()), shapes.texts.size(), {}};
    for (Line const& part : feature.parts) {
        for (Place const place : part) placed.bounds.add(place);
        shapes.places.insert(shapes.places.end(), part.begin(), part.end());
        shapes.part_ends.push_back(static_cast<std::uint32_t>(shapes.places.size()));
    }
    put_text(shapes.texts, feature.label);
    put_number(shapes.texts, feature.attributes.size());
    for (auto const& [field, value] : feature.attributes) {
        put_number(shapes.texts, field);
        put_text(shapes.texts, value);
    }
    shapes.bounds.add(placed.bounds.min);
    shapes.bounds.add(placed.bounds.max);
    shapes.features.push_back(placed);
    return true;
}

}  // namespace cresset::maps
