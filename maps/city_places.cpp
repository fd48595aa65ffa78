#include "maps/city_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

void add_name(TagList& tags, Name const& name)
{
    tags.insert(tags.end(), {{"name", name.zh}, {"name:zh", name.zh}, {"name:en", name.en}});
}

struct Trade {
    char const* key;
    char const* value;
    char const* zh;
    char const* en;
    int count;
};

constexpr std::array trades{
    Trade{"amenity", "restaurant", "饭店", " Restaurant", 230},
    Trade{"amenity", "fast_food", "面馆", " Noodles", 130},
    Trade{"amenity", "cafe", "茶馆", " Tea House", 70},
    Trade{"shop", "convenience", "便利店", " Corner Shop", 190},
    Trade{"shop", "supermarket", "超市", " Supermarket", 60},
    Trade{"amenity", "bank", "银行", " Bank", 70},
    Trade{"amenity", "pharmacy", "药店", " Pharmacy", 70},
    Trade{"tourism", "hotel", "宾馆", " Hotel", 70},
    Trade{"amenity", "kindergarten", "幼儿园", " Kindergarten", 60},
    Trade{"amenity", "fuel", "加油站", " Filling Station", 36},
    Trade{"amenity", "clinic", "卫生站", " Clinic", 40},
    Trade{"amenity", "bar", "酒吧", " Bar", 40},
    Trade{"amenity", "post_office", "邮政所", " Post Office", 24},
    Trade{"amenity", "cinema", "影院", " Cinema", 14},
    Trade{"amenity", "internet_cafe", "网吧", " Net Cafe", 24},
    Trade{"amenity", "toilets", "公厕", " Toilets", 60},
};

/// The building of an area that is nearest to a place.
Building const* building_near(Town const& town, Works const& works, Areas const& areas, P place, int area)
{
    Building const* best = nullptr;
    double nearest = 1e18;
    for (auto const& b : works.buildings) {
        if (b.street < 0 || areas.police_of_face(b.block) != area || town.texture(b.block) == Texture::village)
            continue;
        double const far = distance(ring_middle(b.ring), place);
        if (far < nearest) nearest = far, best = &b;
    }
    return best;
}

void place_stations(Town const& town, Works& works, Areas const& areas)
{
    for (int i = 0; i < static_cast<int>(areas.police.size()); ++i) {
        auto const& area = areas.police[ix(i)];
        Building const* const house = building_near(town, works, areas, area.station, i);
        P const at = house != nullptr ? ring_middle(house->ring) : area.station;
        Name const district = areas.districts[ix(area.district)];
        Spot spot{at,
                  {{"amenity", "police"},
                   {"ref", fmt::format("S{:02}", i + 1)},
                   {"operator", "江湾市公安局"},
                   {"operator:en", "Riverbend Police"}}};
        add_name(spot.tags, {area.name.zh + "派出所", area.name.en + " Police Station"});
        spot.tags.insert(spot.tags.end(), {{"police:district", district.zh}, {"police:area", area.name.zh + "街道"}});
        works.spots.push_back(spot);
        Spot suburb{area.station, {{"place", "suburb"}}};
        add_name(suburb.tags, {area.name.zh, area.name.en});
        works.spots.push_back(suburb);
        if (i % 2 != 0) continue;
        Building const* const other = building_near(town, works, areas, area.station + P{380, 260}, i);
        if (other == nullptr) continue;
        Spot fire{ring_middle(other->ring), {{"amenity", "fire_station"}}};
        add_name(fire.tags, {area.name.zh + "消防站", area.name.en + " Fire Station"});
        works.spots.push_back(fire);
    }
}

void place_trades(Town const& town, Works& works, Names& names, Dice& dice)
{
    std::vector<P> houses;
    for (auto const& b : works.buildings) {
        if (b.street < 0) continue;
        Texture const texture = town.texture(b.block);
        bool const is_busy = texture == Texture::centre || texture == Texture::old_town ||
                             texture == Texture::business || texture == Texture::compound;
        if (is_busy) houses.push_back(mix(ring_middle(b.ring), mix(b.ring[0], b.ring[1], 0.5), 0.6));
    }
    if (houses.empty()) return;
    for (auto const& trade : trades)
        for (int i = 0; i < trade.count; ++i) {
            Spot spot{houses[dice.below(houses.size())], {{trade.key, trade.value}}};
            if (std::string{trade.value} != "toilets") add_name(spot.tags, names.with(trade.zh, trade.en));
            works.spots.push_back(spot);
        }
}

void place_villages(Town const& town, Works& works, Areas const& areas, Names& names)
{
    std::vector<P> placed;
    for (int face = 1; face < town.mesh.face_count(); ++face) {
        if (town.texture(face) != Texture::village || areas.grid_of_face[ix(face)] < 0) continue;
        P const middle = ring_middle(town.mesh.ring(face));
        if (std::any_of(placed.begin(), placed.end(), [&](P p) { return distance(p, middle) < 420; })) continue;
        placed.push_back(middle);
        Spot spot{middle, {{"place", "village"}}};
        add_name(spot.tags, names.with("村", " Village"));
        works.spots.push_back(spot);
    }
}

}  // namespace

void name_areas(Works& works, Names& names)
{
    static constexpr std::array<std::array<char const*, 2>, 5> homes{{{"花苑", " Gardens"},
                                                                      {"家园", " Homes"},
                                                                      {"新村", " New Village"},
                                                                      {"公寓", " Court"},
                                                                      {"名邸", " Residence"}}};
    std::size_t turn = 0;
    for (auto& area : works.areas) {
        auto const mark = area.tags.back();
        if (mark.second != "yes") continue;
        bool const is_mark = mark.first == "compound" || mark.first == "park" || mark.first == "campus" ||
                             mark.first == "works" || mark.first == "park_lake" || mark.first == "harbour_land";
        if (!is_mark) continue;
        area.tags.pop_back();
        if (mark.first == "compound") {
            auto const& home = homes[turn++ % homes.size()];
            add_name(area.tags, names.with(home[0], home[1]));
        } else if (mark.first == "park") {
            add_name(area.tags, names.with("公园", " Park"));
        } else if (mark.first == "park_lake") {
            add_name(area.tags, names.with("湖", " Lake"));
        } else if (mark.first == "campus") {
            add_name(area.tags, names.with("学院", " College"));
        } else if (mark.first == "works" && turn++ % 3 == 0) {
            add_name(area.tags, names.with("工业园", " Industrial Park"));
        }
    }
}

void place_services(Town const& town, Works& works, Areas const& areas, Names& names, std::uint64_t seed)
{
    Dice dice{seed, 9};
    place_stations(town, works, areas);
    place_trades(town, works, names, dice);
    place_villages(town, works, areas, names);
    Spot city{{-260, 40}, {{"place", "city"}, {"population", "620000"}}};
    add_name(city.tags, {"江湾", "Riverbend"});
    works.spots.push_back(city);
    Spot station{town.plan.station, {{"railway", "station"}, {"public_transport", "station"}}};
    add_name(station.tags, {"江湾站", "Riverbend Station"});
    works.spots.push_back(station);
}

void place_harbour(Works& works)
{
    double const quay = 7320;
    for (double y : {1050.0, 1600.0, 2250.0, 2950.0})
        for (double k : {-60.0, 40.0})
            works.spots.push_back({{quay - 25, y + k}, {{"man_made", "crane"}, {"crane:type", "portal_crane"}}});
    for (double y : {1480.0, 2130.0, 2780.0})
        for (double x : {6960.0, 7110.0})
            works.buildings.push_back(
                {{{x, y}, {x + 110, y}, {x + 110, y + 44}, {x, y + 44}}, 0, -1, 3, {{"building", "warehouse"}}});
    works.areas.push_back({circle({8120, 1750}, 130, 16),
                           {{"natural", "coastline"},
                            {"place", "islet"},
                            {"name", "灯塔屿"},
                            {"name:zh", "灯塔屿"},
                            {"name:en", "Lighthouse Islet"}},
                           -1});
    works.spots.push_back({{8120, 1750},
                           {{"man_made", "lighthouse"},
                            {"name", "江湾灯塔"},
                            {"name:zh", "江湾灯塔"},
                            {"name:en", "Riverbend Lighthouse"}}});
    Spot port{{6900, 1560}, {{"place", "locality"}}};
    add_name(port.tags, {"江湾港", "Port of Riverbend"});
    works.spots.push_back(port);
    Spot ferry{{7290, 1000}, {{"amenity", "ferry_terminal"}}};
    add_name(ferry.tags, {"江湾轮渡站", "Riverbend Ferry Terminal"});
    works.spots.push_back(ferry);
}

namespace {

struct View {
    P at, toward;
    char const* zone;
    Name name;
    char const* type;
    int angle, range;
};

/// Whole degrees clockwise from north, by comparing with the tangent's table of a quarter: no libm.
int degrees(P toward)
{
    P const d = unit(toward);
    int best = 0;
    double most = -2;
    P turned{0, 1};
    constexpr double c = 0.99984769515639124, s = 0.01745240643728351;  // one degree
    for (int i = 0; i < 360; ++i) {
        if (double const fit = dot(d, turned); fit > most) most = fit, best = i;
        turned = {turned.x * c + turned.y * s, turned.y * c - turned.x * s};
    }
    return best;
}

class Watch {
public:
    Watch(Town const& town, Works& works, Network const& network, std::uint64_t seed)
        : town_{town}, works_{works}, network_{network}, dice_{seed, 10}
    {
    }

    void place() &&
    {
        at_signals();
        at_gates();
        at_squares();
        at_station();
        int number = 0;
        for (auto const& v : views_) write(v, ++number);
    }

private:
    Town const& town_;
    Works& works_;
    Network const& network_;
    Dice dice_;
    std::vector<View> views_;

    void at_signals();
    void at_gates();
    void at_squares();
    void at_station();
    void write(View const& v, int number)
    {
        Spot spot{v.at,
                  {{"man_made", "surveillance"},
                   {"surveillance", "public"},
                   {"surveillance:type", "camera"},
                   {"surveillance:zone", v.zone},
                   {"camera:type", v.type},
                   {"camera:mount", "pole"},
                   {"ref", fmt::format("C{:04}", number)},
                   {"camera:direction", std::to_string(degrees(v.toward))},
                   {"camera:angle", std::to_string(v.angle)},
                   {"camera:range", std::to_string(v.range)}}};
        if (!v.name.zh.empty()) add_name(spot.tags, v.name);
        works_.spots.push_back(spot);
    }
};

void Watch::at_signals()
{
    std::vector<std::vector<int>> arms(town_.mesh.at.size());
    for (int h = 0; h < static_cast<int>(town_.mesh.halves.size()); ++h)
        if (town_.mesh.edge(h).kind != Class::none) arms[ix(town_.mesh.half(h).from)].push_back(h);
    auto const share = std::max<std::size_t>(1, network_.signals.size());
    for (int node : network_.signals) {
        std::vector<Street const*> met;
        for (int h : arms[ix(node)]) {
            Street const* const street = &network_.streets[ix(network_.street_of_edge[ix(h / 2)])];
            if (std::find(met.begin(), met.end(), street) == met.end()) met.push_back(street);
        }
        Name name;
        if (met.size() >= 2)
            name = {met[0]->name.zh + "/" + met[1]->name.zh, met[0]->name.en + " / " + met[1]->name.en};
        for (int h : arms[ix(node)]) {
            if (town_.mesh.edge(h).kind > Class::tertiary || !dice_.chance(std::min<std::size_t>(share, 1'000), share))
                continue;
            P const ahead = unit(town_.mesh.place(town_.mesh.to(h)) - town_.mesh.place(node));
            P const pole = town_.mesh.place(node) + left_of(ahead) * -(half_width(town_.mesh.edge(h)) - 2) + ahead * 12;
            views_.push_back({pole, ahead, "traffic", name, "fixed", 60, 120});
            if (!dice_.chance(45, 100)) break;
        }
    }
}

void Watch::at_gates()
{
    for (auto const& on : works_.on_nodes) {
        if (on.tags[0].second != "lift_gate" || !dice_.chance(1, 6)) continue;
        for (auto const& lane : works_.lanes) {
            if (lane.nodes.size() != 3 || lane.nodes[1] != on.node) continue;
            P const gate = town_.mesh.place(on.node), out = town_.mesh.place(lane.nodes[0]) - gate;
            views_.push_back({gate + left_of(unit(out)) * 4, out, "entrance", {}, "fixed", 80, 40});
        }
    }
}

void Watch::at_squares()
{
    for (auto const& [face, tags] : works_.sites) {
        std::string const& kind = tags[0].second;
        bool const is_watched = kind == "pedestrian" || kind == "hospital" || kind == "mall" || kind == "stadium" ||
                                kind == "bus_station" || kind == "school" || kind == "marketplace";
        if (!is_watched) continue;
        Block const block = block_of(town_.mesh, face);
        P const middle = ring_middle(block.ring);
        std::size_t const most = kind == "pedestrian" || kind == "stadium"   ? 4
                                 : kind == "school" || kind == "marketplace" ? 1
                                                                             : 2;
        Name const name{tags[tags.size() - 3].second, tags.back().second};
        for (std::size_t i = 0; i < std::min(most, block.ring.size()); ++i)
            views_.push_back({mix(block.ring[i], middle, 0.12), middle - block.ring[i], "town", name, "dome", 90, 80});
    }
}

void Watch::at_station()
{
    for (int i = 0; i < 8; ++i) {
        P const at = town_.plan.station + P{-140.0 + 40 * i, i % 2 == 0 ? 22.0 : -22.0};
        views_.push_back({at, P{i % 2 == 0 ? 1.0 : -1.0, 0}, "town", {"江湾站", "Riverbend Station"}, "dome", 90, 70});
    }
}

}  // namespace

void place_cameras(Town const& town, Works& works, Network const& network, std::uint64_t seed)
{
    Watch{town, works, network, seed}.place();
}

}  // namespace cresset::maps::city
