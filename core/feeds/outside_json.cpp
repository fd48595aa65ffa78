#include "core/feeds/outside_json.h"

#include <algorithm>

namespace cresset::feeds {

std::size_t depth_of_json(std::string_view text)
{
    std::size_t depth = 0, deepest = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (in_string && c == '\\')
            ++i;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '[' || c == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!in_string && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return deepest;
}

std::variant<nlohmann::json, Malformed> parse_json(std::string_view text, JsonLimits limits)
{
    if (text.size() > limits.bytes) return Malformed::too_long;
    if (depth_of_json(text) > limits.depth) return Malformed::too_deep;
    auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded()) return Malformed::bad_json;
    return json;
}

}  // namespace cresset::feeds
