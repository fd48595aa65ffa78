#pragma once
/// Somebody who finds places by what people type: the gazetteer of a city pack stands behind it.

#include "core/base/geo.h"
#include "core/facts/names.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

struct FoundPlace {
    Place place;
    Names name;
    std::string kind;        // "street", "crossing", "poi", "house_number" ...
    Names detail;            // what it is, then where, as far as each language has words for it
    std::int32_t score = 0;  // 1000 exact .. 0
};

class PlaceFinder {
public:
    virtual ~PlaceFinder() = default;
    /// Best first.
    virtual std::vector<FoundPlace> find_places(std::string_view text, std::size_t limit,
                                                std::optional<Place> near) const = 0;
    /// What people call that place; its coordinates if nothing is known of it.
    virtual Names name_of(Place place) const { return {to_text(place), to_text(place)}; }
};

/// A place that somebody pointed at, on the map or by its coordinates. Places may be null.
inline FoundPlace pointed_at(PlaceFinder const* places, Place place)
{
    Names name = places != nullptr ? places->name_of(place) : Names{};
    if (name.en.empty() && name.zh.empty()) name = {to_text(place), to_text(place)};
    return {place, std::move(name), "coordinates", {}, 1000};
}

}  // namespace cresset
