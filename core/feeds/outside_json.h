#pragma once
/// JSON from outside, with limits on its size and depth that are checked before anything is built of it.

#include "core/feeds/counters.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

namespace cresset::feeds {

struct JsonLimits {
    std::size_t bytes = 64 * 1024;
    std::size_t depth = 16;
};

/// How deep brackets nest outside strings; of a text that is no JSON at least as deep as a parser would go.
std::size_t depth_of_json(std::string_view text);

std::variant<nlohmann::json, Malformed> parse_json(std::string_view text, JsonLimits limits);

}  // namespace cresset::feeds
