#include "maps/pack_places.h"

#include "maps/place_forms.h"
#include "maps/sorts.h"

#include <algorithm>
#include <functional>
#include <map>

namespace cresset::maps {

namespace {

Names names_of(Hit const& hit)
{
    return {hit.name_en.empty() ? hit.name : hit.name_en, hit.name_zh.empty() ? hit.name : hit.name_zh};
}

std::string_view or_else(std::string_view first, std::string_view second)
{
    return first.empty() ? second : first;
}

/// An area of that name around the place, else a kind of thing, else the word as it is.
Names names_of_word(CityPack const& pack, std::string_view word, Place place)
{
    if (auto const kind = chinese_of(word); !kind.empty()) return {std::string{word}, std::string{kind}};
    std::string const name{word};
    auto const areas = pack.areas_at(place);
    auto const area = std::ranges::find(areas, name, &Area::name);
    if (area == areas.end()) return {name, name};
    return {std::string{or_else(area->name_en, name)}, std::string{or_else(area->name_zh, name)}};
}

/// Of those words that were met already.
using KnownWords = std::map<std::string, Names, std::less<>>;

/// "post office · 滨江区": each of its words in both languages.
Names detail_of(CityPack const& pack, Hit const& hit, KnownWords& known)
{
    constexpr std::string_view between = " · ";
    std::string_view rest = hit.detail;
    Names detail;
    while (!rest.empty()) {
        std::size_t const end = std::min(rest.find(between), rest.size());
        std::string_view const text = rest.substr(0, end);
        auto at = known.find(text);
        if (at == known.end()) at = known.emplace(text, names_of_word(pack, text, hit.place)).first;
        rest.remove_prefix(std::min(end + between.size(), rest.size()));
        std::string_view const joint = rest.empty() ? std::string_view{} : between;
        detail.en.append(at->second.en).append(joint);
        detail.zh.append(at->second.zh).append(joint);
    }
    return detail;
}

template <typename Fact, typename Table>
void list(std::vector<Event>& events, Table const& table)
{
    for (auto const& [id, row] : table) events.emplace_back(Fact{{id, row}});
}

}  // namespace

std::vector<FoundPlace> PackPlaces::find_places(std::string_view text, std::size_t limit,
                                                std::optional<Place> near) const
{
    std::string_view const figures = text.starts_with('@') ? text.substr(1) : text;
    if (auto const place = place_from_figures(figures)) return {pointed_at(this, *place)};
    FindOptions options;
    options.limit = limit;
    options.near = near;
    std::vector<FoundPlace> found;
    KnownWords known;
    for (Hit const& hit : pack_->find(text, options))
        found.push_back(
            {hit.place, names_of(hit), std::string{word_of(hit.kind)}, detail_of(*pack_, hit, known), hit.score});
    return found;
}

Names PackPlaces::name_of(Place place) const
{
    Address const address = pack_->describe(place);
    return {address.text_en, address.text_zh};
}

std::vector<Event> listing_events(CityThings const& things)
{
    std::vector<Event> events;
    list<DepartmentListed>(events, things.departments);
    list<StationListed>(events, things.stations);
    list<GridListed>(events, things.grids);
    list<CameraListed>(events, things.cameras);
    return events;
}

}  // namespace cresset::maps
