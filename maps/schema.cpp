#include "maps/schema.h"

#include <algorithm>
#include <cmath>

namespace cresset::maps {

namespace {

/// The code point that begins at `at`, which moves on. The text is well-formed UTF-8.
std::uint32_t next_letter(std::string_view text, std::size_t& at)
{
    auto const first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    int const rest = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    std::uint32_t letter = first & (0x3FU >> rest);
    for (int i = 0; i < rest && at < text.size(); ++i)
        letter = letter << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return letter;
}

bool is_latin(std::uint32_t letter)
{
    return letter < 0x250 || (letter >= 0x1E00 && letter < 0x1F00) || (letter >= 0x2000 && letter < 0x2070);
}

}  // namespace

bool is_latin(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (!is_latin(next_letter(text, at))) return false;
    return true;
}

Attributes name_attributes(TagView const& tags)
{
    auto const zh = tags.has(Key::name_zh) ? tags[Key::name_zh] : tags[Key::name_zh_hans];
    auto const en = tags[Key::name_en];
    auto const name = tags.has(Key::name) ? tags[Key::name] : zh.empty() ? en : zh;
    auto const latin = is_latin(name) ? name : en.empty() ? tags[Key::name_latin] : en;
    if (name.empty()) return {};
    return {{"name", name}, {"name:latin", latin}, {"name:zh", zh}, {"name:en", en}};
}

std::string_view brunnel(TagView const& tags)
{
    if (tags.yes(Key::bridge)) return "bridge";
    if (tags.yes(Key::tunnel) || tags.is(Key::covered, "yes")) return "tunnel";
    return tags.yes(Key::ford) ? "ford" : "";
}

int level_of(TagView const& tags)
{
    auto const level = tags.number(Key::layer);
    return level ? static_cast<int>(std::lround(std::clamp(*level, -7.0, 7.0))) : 0;
}

bool is_surface(TagView const& tags, ThingKind kind, bool unless_said)
{
    if (kind == ThingKind::area) return true;
    if (kind != ThingKind::closed_way) return false;
    return tags.is(Key::area, "yes") || (unless_said && !tags.is(Key::area, "no"));
}

Drawings drawings_of(TagView const& tags, ThingKind kind)
{
    Drawings result;
    add_surfaces(tags, kind, result);
    add_waters(tags, kind, result);
    add_roads(tags, kind, result);
    add_railways(tags, kind, result);
    add_buildings(tags, kind, result);
    add_pois(tags, kind, result);
    add_places(tags, kind, result);
    return result;
}

}  // namespace cresset::maps
