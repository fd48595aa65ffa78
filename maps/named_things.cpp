#include "maps/named_things.h"

#include "core/base/text.h"
#include "maps/fold.h"
#include "maps/sorts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace cresset::maps {

namespace {

struct Settled {
    std::string_view place;
    std::int32_t weight;
};
constexpr std::array settled{Settled{"city", 95},    Settled{"town", 85},          Settled{"borough", 75},
                             Settled{"suburb", 70},  Settled{"village", 65},       Settled{"quarter", 55},
                             Settled{"hamlet", 45},  Settled{"neighbourhood", 45}, Settled{"isolated_dwelling", 20},
                             Settled{"district", 75}};
constexpr std::array other_keys{"alt_name",     "short_name",   "official_name", "old_name", "loc_name",
                                "name:zh-Hans", "name:zh-Hant", "brand",         "ref"};

bool is_room_station(SourceMap const& map, Tags const& tags)
{
    return map.has(tags, "amenity", "police") || map.has(tags, "amenity", "fire_station") ||
           map.has(tags, "emergency", "ambulance_station");
}

std::string joined(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return std::string{a.empty() ? b : a};
    return std::string{a} + " · " + std::string{b};
}

class Collector {
public:
    Collector(SourceMap const& map, Streets const& streets, Whereabouts& whereabouts)
        : map_{map}, whereabouts_{whereabouts}
    {
        for (NamedThing const& street : streets.things) english_.try_emplace(street.names.name, street.names.en);
    }

    std::vector<NamedThing> collect(CityThings const& things, std::vector<Area> const& areas)
    {
        for_each_thing(map_, [&](Tags const& tags, std::int64_t, auto const& place, auto const&) {
            add_place(tags, place);
            add_poi(tags, place);
            add_house(tags, place);
        });
        std::vector<NamedThing> all = std::move(places_);
        add_stations(all, things);
        add_areas(all, areas);
        std::move(pois_.begin(), pois_.end(), std::back_inserter(all));
        std::move(houses_.begin(), houses_.end(), std::back_inserter(all));
        return all;
    }

private:
    std::string where(Place place)
    {
        Area const* area = whereabouts_.at(place);
        return area == nullptr ? std::string{} : area->name;
    }
    std::vector<std::string> other_names(Tags const& tags) const
    {
        std::vector<std::string> names;
        for (char const* key : other_keys)
            if (auto const value = map_.tag(tags, key)) names.push_back(to_valid_utf8(*value));
        return names;
    }

    template <typename PlaceOf>
    void add_place(Tags const& tags, PlaceOf const& place_of)
    {
        auto const value = map_.tag(tags, "place");
        auto const row =
            std::find_if(settled.begin(), settled.end(), [&](Settled const& s) { return s.place == value; });
        if (row == settled.end()) return;
        NamedThing thing;
        thing.names = names_of(map_, tags);
        auto const place = place_of();
        if (thing.names.empty() || !place || !known_places_.insert({thing.names.name, row->place}).second) return;
        thing.kind = HitKind::place;
        thing.other_names = other_names(tags);
        thing.place = *place;
        thing.detail = row->place;
        thing.weight = row->weight;
        places_.push_back(std::move(thing));
    }
    template <typename PlaceOf>
    void add_poi(Tags const& tags, PlaceOf const& place_of)
    {
        if (!map_.tag(tags, "name") || is_room_station(map_, tags) || map_.tag(tags, "admin_level")) return;
        FoundSort sort = sort_of(map_, tags);
        if (sort.tag.empty()) return;
        NamedThing thing;
        thing.names = names_of(map_, tags);
        auto const place = place_of();
        if (thing.names.empty() || !place) return;
        thing.place = *place;
        if (is_known(thing.names.name, *place)) return;
        thing.other_names = other_names(tags);
        thing.detail = joined(sort.tag, where(*place));
        thing.sorts = std::move(sort.words);
        thing.weight = sort.weight;
        pois_.push_back(std::move(thing));
    }
    template <typename PlaceOf>
    void add_house(Tags const& tags, PlaceOf const& place_of)
    {
        auto const number = map_.tag(tags, "addr:housenumber");
        auto const street =
            map_.tag(tags, "addr:street") ? map_.tag(tags, "addr:street") : map_.tag(tags, "addr:place");
        if (!number || !street || trim(*number).empty() || trim(*street).empty()) return;
        auto const place = place_of();
        if (!place) return;
        NamedThing thing;
        thing.kind = HitKind::house_number;
        thing.first = to_valid_utf8(trim(*street));
        thing.second = to_valid_utf8(trim(*number));
        thing.place = *place;
        name_house(thing);
        if (is_known(thing.names.name, *place)) return;
        thing.detail = where(*place);
        houses_.push_back(std::move(thing));
    }
    void name_house(NamedThing& thing) const
    {
        bool const chinese = has_han(thing.first);
        if (chinese && thing.second.ends_with("号")) thing.second.resize(thing.second.size() - 3);
        thing.names.name = thing.first + " " + thing.second + (chinese ? "号" : "");
        if (chinese) thing.names.zh = thing.names.name;
        auto const english = english_.find(thing.first);
        if (english != english_.end() && !english->second.empty())
            thing.names.en = thing.second + " " + english->second;
    }
    /// One thing is often mapped several times (a shop and its building, both sides of a stop).
    bool is_known(std::string const& name, Place place)
    {
        constexpr std::int32_t cell = 10'000;
        return !known_.insert({name, {place.lat_e7 / cell, place.lon_e7 / cell}}).second;
    }

    void add_stations(std::vector<NamedThing>& all, CityThings const& things)
    {
        for (auto const& [id, station] : things.stations) {
            NamedThing thing;
            thing.kind = HitKind::station;
            thing.names = {station.name.en, station.name.zh, station.name.en};
            if (thing.names.name.empty() || (has_han(station.name.zh) && !things.stations_seeded))
                thing.names.name = station.name.zh.empty() ? station.name.en : station.name.zh;
            thing.place = station.place;
            Department const* department = station.department ? things.departments.find(*station.department) : nullptr;
            if (department != nullptr) thing.sorts = {department->kind, department->name.en, department->name.zh};
            thing.detail = joined(department == nullptr ? "" : department->kind, where(station.place));
            thing.weight = 80;
            all.push_back(std::move(thing));
        }
    }
    void add_areas(std::vector<NamedThing>& all, std::vector<Area> const& areas)
    {
        for (Area const& area : areas) {
            if (area.kind != "administrative") continue;
            bool const named_already = std::any_of(all.begin(), all.end(), [&](NamedThing const& other) {
                return other.kind == HitKind::place && other.names.name == area.name;
            });
            if (named_already) continue;
            NamedThing thing;
            thing.kind = HitKind::area;
            thing.names = {area.name, area.name_zh, area.name_en};
            thing.place = label_place(area.shape);
            thing.detail = "area";
            thing.weight = std::clamp(90 - 5 * area.admin_level, 10, 90);
            all.push_back(std::move(thing));
        }
    }

    SourceMap const& map_;
    Whereabouts& whereabouts_;
    std::map<std::string, std::string> english_;
    std::set<std::pair<std::string, std::string_view>> known_places_;
    std::set<std::pair<std::string, Place>> known_;
    std::vector<NamedThing> places_, pois_, houses_;
};

}  // namespace

std::vector<NamedThing> collect_named(SourceMap const& map, CityThings const& things, std::vector<Area> const& areas,
                                      Streets const& streets, Whereabouts& whereabouts)
{
    return Collector{map, streets, whereabouts}.collect(things, areas);
}

}  // namespace cresset::maps
