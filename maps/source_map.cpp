#include "maps/source_map.h"

namespace cresset::maps {

std::uint32_t SourceMap::text(std::string_view words)
{
    auto const [found, is_new] = numbers_.try_emplace(std::string{words}, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.emplace_back(words);
    return found->second;
}

std::optional<std::uint32_t> SourceMap::number_of(std::string_view words) const
{
    auto const found = numbers_.find(std::string{words});
    if (found == numbers_.end()) return {};
    return found->second;
}

std::optional<std::string_view> SourceMap::tag(Tags const& tags, std::string_view key) const
{
    auto const number = numbers_.find(std::string{key});
    if (number == numbers_.end()) return {};
    for (auto const& [k, v] : tags)
        if (k == number->second) return texts_[v];
    return {};
}

bool SourceMap::has(Tags const& tags, std::string_view key, std::string_view value) const
{
    return tag(tags, key) == value;
}

void SourceMap::add_tag(Tags& tags, std::string_view key, std::string_view value)
{
    auto const k = text(key);
    tags.emplace_back(k, text(value));
}

}  // namespace cresset::maps
