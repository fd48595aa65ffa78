#include "maps/pack_places.h"

#include "maps/place_forms.h"

namespace cresset::maps {

namespace {

Names names_of(Hit const& hit)
{
    return {hit.name_en.empty() ? hit.name : hit.name_en, hit.name_zh.empty() ? hit.name : hit.name_zh};
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
    for (Hit const& hit : pack_->find(text, options))
        found.push_back({hit.place, names_of(hit), std::string{word_of(hit.kind)}, hit.detail, hit.score});
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
