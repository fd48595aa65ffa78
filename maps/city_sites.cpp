#include "maps/city_works.h"

#include <algorithm>
#include <array>
#include <string>

namespace cresset::maps::city {

namespace {

struct Wish {
    char const* key;
    char const* value;
    char const* zh;
    char const* en;
    int count;
    double smallest, largest;  // m²
    double apart;              // m between two of them
    bool central;              // within the inner ring only
};

constexpr std::array wishes{
    Wish{"leisure", "stadium", "体育场", " Stadium", 2, 22'000, 90'000, 3'000, false},
    Wish{"highway", "pedestrian", "广场", " Square", 7, 5'000, 22'000, 700, true},
    Wish{"amenity", "hospital", "医院", " Hospital", 9, 14'000, 60'000, 1'900, false},
    Wish{"amenity", "townhall", "政府", " Government Offices", 6, 9'000, 40'000, 1'900, false},
    Wish{"shop", "mall", "购物中心", " Mall", 12, 8'000, 40'000, 1'000, false},
    Wish{"amenity", "school", "中学", " Middle School", 22, 13'000, 55'000, 900, false},
    Wish{"amenity", "school", "小学", " Primary School", 40, 8'000, 40'000, 650, false},
    Wish{"amenity", "marketplace", "菜市场", " Market", 24, 4'000, 22'000, 750, false},
    Wish{"amenity", "bus_station", "汽车站", " Coach Station", 4, 8'000, 40'000, 2'800, false},
    Wish{"tourism", "museum", "博物馆", " Museum", 3, 6'000, 30'000, 1'500, true},
    Wish{"amenity", "library", "图书馆", " Library", 4, 5'000, 30'000, 1'500, true},
    Wish{"amenity", "theatre", "剧院", " Theatre", 4, 4'000, 30'000, 1'000, true},
    Wish{"amenity", "parking", "停车场", " Car Park", 30, 3'000, 16'000, 450, false},
};

bool may_become_site(Texture texture)
{
    return texture == Texture::centre || texture == Texture::suburb || texture == Texture::compound ||
           texture == Texture::business || texture == Texture::old_town;
}

TagList tags_of(Wish const& wish, Name const& name)
{
    TagList tags{{wish.key, wish.value}};
    if (std::string{wish.value} == "pedestrian") tags.insert(tags.end(), {{"area", "yes"}, {"place", "square"}});
    if (std::string{wish.value} == "hospital") tags.push_back({"emergency", "yes"});
    tags.insert(tags.end(), {{"name", name.zh}, {"name:zh", name.zh}, {"name:en", name.en}});
    return tags;
}

}  // namespace

void choose_sites(Town& town, Works& works, Names& names, std::uint64_t seed)
{
    struct Candidate {
        std::uint64_t order;
        int face;
        double area;
        P middle;
    };
    std::vector<Candidate> candidates;
    for (int face = 1; face < town.mesh.face_count(); ++face) {
        if (!may_become_site(town.texture(face))) continue;
        Path const ring = town.mesh.ring(face);
        candidates.push_back(
            {dice(seed, 8, static_cast<std::uint64_t>(face)), face, ring_area(ring), ring_middle(ring)});
    }
    std::sort(candidates.begin(), candidates.end(), [](auto const& a, auto const& b) { return a.order < b.order; });
    for (auto const& wish : wishes) {
        std::vector<P> placed;
        for (auto const& c : candidates) {
            if (static_cast<int>(placed.size()) == wish.count) break;
            if (c.area < wish.smallest || c.area > wish.largest || works.sites.count(c.face) > 0) continue;
            if (wish.central && !ring_holds(town.plan.inner_ring, c.middle)) continue;
            if (std::any_of(placed.begin(), placed.end(), [&](P p) { return distance(p, c.middle) < wish.apart; }))
                continue;
            placed.push_back(c.middle);
            works.sites.emplace(c.face, tags_of(wish, names.with(wish.zh, wish.en)));
        }
    }
}

void build_promenades(Town& town, Works& works)
{
    for (int face = 1, faces = town.mesh.face_count(); face < faces; ++face) {
        if (town.texture(face) != Texture::strip || town.ground(face) != Ground::land) continue;
        auto const loop = town.mesh.loop(face);
        std::size_t start = loop.size();
        for (std::size_t i = 0; i < loop.size(); ++i)
            if (town.mesh.edge(loop[i]).barrier == Barrier::bank &&
                town.mesh.edge(loop[(i + loop.size() - 1) % loop.size()]).barrier != Barrier::bank)
                start = i;
        if (start == loop.size()) continue;
        Path walk;
        for (std::size_t k = 0; k < loop.size(); ++k) {
            int const h = loop[(start + k) % loop.size()];
            if (town.mesh.edge(h).barrier != Barrier::bank) break;
            P const a = town.mesh.from_place(h), b = town.mesh.place(town.mesh.to(h));
            walk.push_back(mix(a, b, 0.5) + left_of(unit(b - a)) * 12);
        }
        if (walk.size() < 5) continue;
        walk.erase(walk.begin());
        walk.pop_back();
        std::vector<int> nodes;
        for (P p : walk) nodes.push_back(add_node(town, p));
        works.lanes.push_back(
            {nodes,
             {{"highway", face % 3 == 0 ? "cycleway" : "footway"}, {"surface", "paving_stones"}, {"lit", "yes"}},
             face});
        P last{1e9, 1e9};
        for (int h : loop) {
            int const node = town.mesh.half(h).from;
            P const at = town.mesh.place(node);
            if (town.mesh.degree[static_cast<std::size_t>(node)] < 3 || distance(at, last) < 170) continue;
            auto const nearest = std::min_element(nodes.begin(), nodes.end(), [&](int a, int b) {
                return distance(town.mesh.place(a), at) < distance(town.mesh.place(b), at);
            });
            double const far = distance(town.mesh.place(*nearest), at);
            if (far > 60 || far < 8) continue;
            works.lanes.push_back({{node, *nearest}, {{"highway", face % 2 == 0 ? "steps" : "footway"}}, face});
            last = at;
        }
    }
}

}  // namespace cresset::maps::city
