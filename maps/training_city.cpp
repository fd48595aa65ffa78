#include "maps/training_city.h"

#include "maps/city_areas.h"
#include "maps/city_atlas.h"
#include "maps/city_flow.h"
#include "maps/city_names.h"
#include "maps/city_network.h"
#include "maps/city_places.h"
#include "maps/city_plan.h"
#include "maps/city_streets.h"
#include "maps/city_works.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace cresset::maps {

namespace {

using namespace city;

/// A street that ends within a block is a numbered lane of the street that it leaves: 青溪路12弄.
void name_blind_streets(Town const& town, Works& works, Network const& network)
{
    std::vector<int> edge_at(town.mesh.at.size(), -1);
    for (int h = 0; h < static_cast<int>(town.mesh.halves.size()); ++h)
        if (town.mesh.edge(h).kind != Class::none) edge_at[static_cast<std::size_t>(town.mesh.half(h).from)] = h / 2;
    std::set<std::pair<int, int>> given;
    for (auto& lane : works.lanes) {
        if (lane.tags.back() != std::pair<std::string, std::string>{"lane", "blind"}) continue;
        lane.tags.pop_back();
        int const edge = edge_at[static_cast<std::size_t>(lane.nodes.front())];
        if (edge < 0) continue;
        int const number = network.street_of_edge[static_cast<std::size_t>(edge)];
        Street const& street = network.streets[static_cast<std::size_t>(number)];
        if (street.name.zh.empty()) continue;
        int house = house_number(town, street, town.mesh.place(lane.nodes[1]));
        while (!given.insert({number, house}).second) house += 2;
        std::string const figure = std::to_string(house), zh = street.name.zh + figure + "弄";
        lane.tags.insert(lane.tags.end(), {{"name", zh},
                                           {"name:zh", zh},
                                           {"name:en", "Lane " + figure + ", " + street.name.en},
                                           {"lanes", "1"},
                                           {"maxspeed", "20"}});
    }
}

/// Marks that only the generator reads.
void drop_marks(Works& works)
{
    auto const is_mark = [](std::pair<std::string, std::string> const& tag) {
        return tag.first == "axis" || tag.first == "direction" || tag.first == "gate_of";
    };
    for (auto& lane : works.lanes)
        lane.tags.erase(std::remove_if(lane.tags.begin(), lane.tags.end(), is_mark), lane.tags.end());
    for (auto& on : works.on_nodes)
        on.tags.erase(std::remove_if(on.tags.begin(), on.tags.end(), is_mark), on.tags.end());
}

void name_expressways(Works& works)
{
    static constexpr std::array<std::array<char const*, 3>, 4> names{{{"绕城高速", "Ring Expressway", "S1"},
                                                                      {"西郊高速", "West Expressway", "G71"},
                                                                      {"北郊高速", "North Expressway", "G72"},
                                                                      {"南郊高速", "South Expressway", "G73"}}};
    for (auto& lane : works.lanes)
        for (std::size_t i = 0; i < lane.tags.size(); ++i)
            if (lane.tags[i].first == "axis") {
                auto const& name = names[static_cast<std::size_t>(lane.tags[i].second[0] - '0')];
                lane.tags.insert(lane.tags.end(),
                                 {{"name", name[0]}, {"name:zh", name[0]}, {"name:en", name[1]}, {"ref", name[2]}});
                break;
            }
}

}  // namespace

SourceMap make_training_city(std::uint64_t seed)
{
    Town town = make_streets(make_plan(seed), seed);
    Names names{seed};
    Works works;
    choose_sites(town, works, names, seed);
    build_expressways(town, works);
    build_railway(town, works);
    lay_out_blocks(town, works, seed);
    build_promenades(town, works);
    build_houses(town, works, seed);
    Network network = make_network(town, names, seed);
    open_where_cut_off(town, works, network);
    Areas const areas = make_areas(town, names);
    name_blind_streets(town, works, network);
    name_expressways(works);
    name_areas(works, names);
    drop_marks(works);
    place_services(town, works, areas, names, seed);
    place_harbour(works);
    place_cameras(town, works, network, seed);
    Atlas atlas{town};
    atlas.add_streets(network);
    atlas.add_lanes(works);
    atlas.add_bans(network);
    atlas.add_water();
    atlas.add_areas(works);
    atlas.add_buildings(works, network);
    atlas.add_spots(works);
    atlas.add_boundaries(areas);
    return std::move(atlas).finish();
}

}  // namespace cresset::maps
