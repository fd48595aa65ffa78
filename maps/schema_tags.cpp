#include "maps/schema_tags.h"

#include "core/base/text.h"

#include <algorithm>

namespace cresset::maps {

namespace {

constexpr std::uint8_t no_key = 255;
static_assert(key_names.size() < no_key);

}  // namespace

std::optional<double> TagView::number(Key key) const
{
    auto const text = (*this)[key];
    auto const digits = text.substr(0, std::min(text.find_first_not_of("-.0123456789"), text.size()));
    auto const value = parse_real(digits);
    if (!value || *value < -100000 || *value > 100000) return {};
    return value;
}

TagReader::TagReader(SourceMap const& map) : map_{map}, keys_(map.text_count(), no_key)
{
    for (std::size_t i = 0; i < key_names.size(); ++i)
        if (auto const number = map.number_of(key_names[i])) keys_[*number] = static_cast<std::uint8_t>(i);
}

TagView TagReader::view(Tags const& tags) const
{
    TagView result;
    for (auto const& [key, value] : tags)
        if (keys_[key] != no_key && !result.has(static_cast<Key>(keys_[key])))
            result.set(static_cast<Key>(keys_[key]), map_.text(value));
    return result;
}

}  // namespace cresset::maps
