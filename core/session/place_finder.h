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
    std::string kind;  // "street", "crossing", "poi", "house_number" ...
    std::string detail;
    std::int32_t score = 0;  // 1000 exact .. 0
};

class PlaceFinder {
public:
    virtual ~PlaceFinder() = default;
    /// Best first.
    virtual std::vector<FoundPlace> find_places(std::string_view text, std::size_t limit,
                                                std::optional<Place> near) const = 0;
};

}  // namespace cresset
