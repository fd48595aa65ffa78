#pragma once
/// What kinds of things are searched by name, and what people call such things: "pharmacy", "药店".

#include "maps/source_map.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

struct FoundSort {
    std::string tag;                 // "pharmacy", the value in the data with blanks; empty: nothing to search for
    std::vector<std::string> words;  // the same and what it is called in Chinese
    std::int32_t weight = 0;         // 0..99
};

FoundSort sort_of(SourceMap const& map, Tags const& tags);
/// What such a thing ("post office", "village") is called in Chinese, to show; empty where nobody has said it yet.
std::string_view chinese_of(std::string_view tag);

}  // namespace cresset::maps
