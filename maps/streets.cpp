#include "maps/named_things.h"
#include "maps/road_tags.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace cresset::maps {

namespace {

/// Stretches of one name farther apart than this are two streets; meetings farther apart are two crossings.
constexpr std::int64_t street_gap_mm = 500'000;
constexpr std::int64_t crossing_gap_mm = 120'000;

struct Ranked {
    std::string_view highway;
    std::int32_t weight;
};
constexpr std::array ranks{Ranked{"motorway", 45},    Ranked{"trunk", 45},         Ranked{"primary", 45},
                           Ranked{"secondary", 40},   Ranked{"tertiary", 35},      Ranked{"unclassified", 25},
                           Ranked{"residential", 25}, Ranked{"living_street", 22}, Ranked{"pedestrian", 25}};

std::int32_t weight_of(std::string_view highway)
{
    auto const found =
        std::find_if(ranks.begin(), ranks.end(), [&](Ranked const& rank) { return rank.highway == highway; });
    return found == ranks.end() ? 10 : found->weight;
}

struct Stretch {
    std::uint32_t way;
    Line line;
    Bounds box;
};

std::int64_t gap_mm(Bounds const& a, Bounds const& b)
{
    auto const apart = [](std::int32_t a_min, std::int32_t a_max, std::int32_t b_min, std::int32_t b_max) {
        return std::max({b_min - a_max, a_min - b_max, 0});
    };
    Place const corner = a.min;
    return distance_mm(corner, {corner.lat_e7 + apart(a.min.lat_e7, a.max.lat_e7, b.min.lat_e7, b.max.lat_e7),
                                corner.lon_e7 + apart(a.min.lon_e7, a.max.lon_e7, b.min.lon_e7, b.max.lon_e7)});
}

/// Numbers the stretches by group: those that hang together by small gaps.
std::vector<std::size_t> group(std::vector<Stretch> const& stretches)
{
    std::vector<std::size_t> groups(stretches.size());
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    auto const root = [&](std::size_t i) {
        while (groups[i] != i) i = groups[i] = groups[groups[i]];
        return i;
    };
    for (std::size_t i = 0; i < stretches.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (root(i) != root(j) && gap_mm(stretches[i].box, stretches[j].box) <= street_gap_mm)
                groups[std::max(root(i), root(j))] = std::min(root(i), root(j));
    for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = root(i);
    return groups;
}

class Collector {
public:
    Collector(SourceMap const& map, Whereabouts& whereabouts) : map_{map}, whereabouts_{whereabouts} {}

    Streets collect()
    {
        street_of_way_.assign(map_.ways.size(), none);
        for (auto& [name, stretches] : stretches_by_name()) add_streets(stretches);
        add_crossings();
        return std::move(streets_);
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    std::map<std::string, std::vector<Stretch>> stretches_by_name() const
    {
        std::map<std::string, std::vector<Stretch>> all;
        for (std::uint32_t i = 0; i < map_.ways.size(); ++i) {
            SourceWay const& way = map_.ways[i];
            if (way.nodes.size() < 2 || road_use(map_, way.tags).highway.empty()) continue;
            std::string const name = street_names_of(map_, way.tags).name;
            if (name.empty()) continue;
            Stretch stretch{i, line_of(map_, way), {}};
            for (Place const place : stretch.line) stretch.box.add(place);
            all[name].push_back(std::move(stretch));
        }
        return all;
    }
    void add_streets(std::vector<Stretch>& stretches)
    {
        std::map<std::size_t, std::vector<std::size_t>> members;
        std::vector<std::size_t> const groups = group(stretches);
        for (std::size_t i = 0; i < groups.size(); ++i) members[groups[i]].push_back(i);
        for (auto const& [first, group] : members) add_street(stretches, group);
    }
    void add_street(std::vector<Stretch>& stretches, std::vector<std::size_t> const& members)
    {
        auto const number = static_cast<std::uint32_t>(streets_.things.size());
        NamedThing street;
        street.kind = HitKind::street;
        street.place = middle_of_all(stretches, members);
        for (std::size_t const member : members) {
            Stretch& stretch = stretches[member];
            take_names(street, map_.ways[stretch.way].tags);
            street_of_way_[stretch.way] = number;
            streets_.lines.push_back({number, std::move(stretch.line)});
        }
        if (Area const* area = whereabouts_.at(street.place)) street.detail = area->name;
        streets_.things.push_back(std::move(street));
    }
    void take_names(NamedThing& street, Tags const& tags) const
    {
        SourceNames names = street_names_of(map_, tags);
        street.names.name = names.name;
        if (street.names.zh.empty()) street.names.zh = std::move(names.zh);
        if (street.names.en.empty()) street.names.en = std::move(names.en);
        street.weight = std::max(street.weight, weight_of(road_use(map_, tags).highway));
        for (char const* key : {"alt_name", "short_name", "official_name", "old_name", "ref"})
            if (auto const other = map_.tag(tags, key))
                if (std::find(street.other_names.begin(), street.other_names.end(), *other) == street.other_names.end())
                    street.other_names.emplace_back(*other);
    }
    /// The middle of the stretch that lies nearest the middle of all.
    static Place middle_of_all(std::vector<Stretch> const& stretches, std::vector<std::size_t> const& members)
    {
        Bounds box;
        for (std::size_t const member : members) box.add(stretches[member].box.min), box.add(stretches[member].box.max);
        Place best = middle_of(stretches[members[0]].line);
        for (std::size_t const member : members)
            if (Place const place = middle_of(stretches[member].line);
                distance_mm(place, box.middle()) < distance_mm(best, box.middle()))
                best = place;
        return best;
    }

    // --- crossings ---

    void add_crossings()
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Place>> meetings;
        for (auto const& [node, streets] : streets_by_node())
            for (std::size_t i = 0; i < streets.size(); ++i)
                for (std::size_t j = i + 1; j < streets.size(); ++j) {
                    auto const pair = std::minmax(streets[i], streets[j]);
                    if (streets_.things[pair.first].names.name != streets_.things[pair.second].names.name)
                        meetings[pair].push_back(map_.nodes[node].place);
                }
        for (auto const& [pair, places] : meetings) add_crossing(pair, places);
    }
    /// Nodes where more than one named street passes.
    std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> streets_by_node() const
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> passes;
        for (std::uint32_t i = 0; i < map_.ways.size(); ++i)
            if (street_of_way_[i] != none)
                for (std::uint32_t const node : map_.ways[i].nodes) passes.emplace_back(node, street_of_way_[i]);
        std::sort(passes.begin(), passes.end());
        passes.erase(std::unique(passes.begin(), passes.end()), passes.end());
        std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> nodes;
        for (std::size_t i = 0, end = 0; i < passes.size(); i = end) {
            for (end = i; end < passes.size() && passes[end].first == passes[i].first;) ++end;
            if (end - i < 2) continue;
            nodes.emplace_back(passes[i].first, std::vector<std::uint32_t>{});
            for (std::size_t k = i; k < end; ++k) nodes.back().second.push_back(passes[k].second);
        }
        return nodes;
    }
    void add_crossing(std::pair<std::uint32_t, std::uint32_t> pair, std::vector<Place> const& places)
    {
        std::vector<Place> known;
        for (Place const place : places) {
            bool const is_new = std::all_of(known.begin(), known.end(),
                                            [&](Place other) { return distance_mm(place, other) > crossing_gap_mm; });
            if (!is_new) continue;
            known.push_back(place);
            streets_.crossings.push_back(crossing(streets_.things[pair.first], streets_.things[pair.second], place));
        }
    }
    NamedThing crossing(NamedThing const& a, NamedThing const& b, Place place)
    {
        NamedThing thing;
        thing.kind = HitKind::crossing;
        thing.names.name = a.names.name + "/" + b.names.name;
        if (!a.names.zh.empty() && !b.names.zh.empty()) thing.names.zh = a.names.zh + "/" + b.names.zh;
        if (!a.names.en.empty() && !b.names.en.empty()) thing.names.en = a.names.en + " & " + b.names.en;
        thing.place = place;
        thing.weight = std::min(a.weight, b.weight);
        thing.first = a.names.name;
        thing.second = b.names.name;
        if (Area const* area = whereabouts_.at(place)) thing.detail = area->name;
        return thing;
    }

    SourceMap const& map_;
    Whereabouts& whereabouts_;
    std::vector<std::uint32_t> street_of_way_;
    Streets streets_;
};

}  // namespace

Streets collect_streets(SourceMap const& map, Whereabouts& whereabouts)
{
    return Collector{map, whereabouts}.collect();
}

}  // namespace cresset::maps
