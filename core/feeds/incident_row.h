#pragma once
/// One row of an incident file: an incident as some other system wrote it down, with the response of one unit if the
/// row names one. An incident to which three units went has three rows with the same number.

#include "core/base/geo.h"
#include "core/base/time.h"

#include <cstddef>
#include <optional>
#include <string>

namespace cresset::feeds {

struct IncidentRow {
    std::size_t line = 0;  // where it began in the file, counted from 1; the feature's number in GeoJSON
    std::string external;  // the number that the other system gave it, never empty
    std::string type;      // ours, through the map; the original word where the map has none for it
    std::string type_original;
    std::optional<int> priority;  // 1 (highest) .. 4
    Instant received{};
    std::optional<Instant> entry, dispatch, response, on_scene, transport, hospital, available;
    std::string unit;       // as the other system calls it; empty if the row has no unit
    std::string unit_kind;  // through the map
    std::optional<Place> place;
    std::string address;
    std::string disposition;

    friend bool operator==(IncidentRow const&, IncidentRow const&) = default;
};

}  // namespace cresset::feeds
