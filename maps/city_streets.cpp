#include "maps/city_streets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

class Grower {
public:
    Grower(Town& town, std::uint64_t seed) : town_{town}, dice_{seed, 2} {}

    void grow()
    {
        int const planned = town_.mesh.face_count();
        for (int face = 1; face < planned; ++face) {
            Texture const texture = first_texture(face);
            set(face, texture);
            if (texture == Texture::strip || texture == Texture::corridor || texture == Texture::water) continue;
            set_superblock(face, -1);
            for (int main : halve(face, main_rule(texture))) {
                set_superblock(main, town_.superblock_count++);
                for (int quarter : halve(main, quarter_rule(texture))) fill(quarter);
            }
        }
    }

private:
    Town& town_;
    Dice dice_;

    void set(int face, Texture texture)
    {
        if (town_.textures.size() <= ix(face)) town_.textures.resize(ix(face) + 1, Texture::farmland);
        town_.textures[ix(face)] = texture;
    }
    void set_superblock(int face, int superblock)
    {
        if (town_.superblocks.size() <= ix(face)) town_.superblocks.resize(ix(face) + 1, -1);
        town_.superblocks[ix(face)] = superblock;
    }

    /// A face and all that it is cut into.
    std::vector<int> halve(int face, CutRule const& rule)
    {
        std::vector<int> done, open{face};
        while (!open.empty()) {
            int const f = open.back();
            open.pop_back();
            double const limit = rule.largest * (0.75 + 0.6 * dice_.real());
            int const half = ring_area(town_.mesh.ring(f)) > limit ? cut_by_street(town_.mesh, f, rule, dice_) : -1;
            if (half < 0) {
                done.push_back(f);
                continue;
            }
            set(half, town_.texture(f));
            set_superblock(half, town_.superblocks[ix(f)]);
            open.push_back(half);
            open.push_back(f);
        }
        return done;
    }

    void fill(int face)
    {
        Texture const texture = quarter_texture(face);
        set(face, texture);
        if (texture == Texture::village) return settle(face);
        for (int block : halve(face, block_rule(texture)))
            if (texture == Texture::old_town && dice_.chance(3, 5))
                halve(block, {5'200, Class::alley, 14, 0.15, 0.15, 4});
    }

    /// A village takes one part of its quarter; fields take the rest.
    void settle(int face)
    {
        auto const parts = halve(face, {130'000, Class::residential, 40, 0.15, 0.15, 6});
        int const village = parts[dice_.below(parts.size())];
        for (int part : parts) set(part, part == village ? Texture::village : Texture::farmland);
        halve(village, block_rule(Texture::village));
    }

    Texture first_texture(int face) const;
    Texture quarter_texture(int face);
    static CutRule main_rule(Texture texture);
    static CutRule quarter_rule(Texture texture);
    static CutRule block_rule(Texture texture);
};

bool is_thin(Path const& ring)
{
    double const around = path_length(ring) + distance(ring.back(), ring.front());
    return ring_area(ring) < 0.009 * around * around;
}

Texture Grower::first_texture(int face) const
{
    Path const ring = town_.mesh.ring(face);
    switch (town_.ground(face)) {
        case Ground::river:
        case Ground::sea:
        case Ground::outside: return Texture::water;
        case Ground::canal:
        case Ground::expressway:
        case Ground::railway: return Texture::corridor;
        case Ground::land: break;
    }
    bool shore = false;
    for (int h : town_.mesh.loop(face)) {
        Barrier const barrier = town_.mesh.edge(h).barrier;
        shore = shore || barrier == Barrier::bank || barrier == Barrier::coast;
    }
    if (shore || is_thin(ring)) return Texture::strip;
    P const middle = ring_middle(ring);
    if (ring_holds(town_.plan.wall, middle)) return Texture::old_town;
    if (ring_holds(town_.plan.inner_ring, middle)) return Texture::centre;
    if (ring_holds(town_.plan.outer_ring, middle)) return Texture::compound;
    return Texture::farmland;
}

/// What a quarter of some 15 hectares becomes, by where it lies and by chance.
Texture Grower::quarter_texture(int face)
{
    Texture const now = town_.texture(face);
    P const middle = ring_middle(town_.mesh.ring(face));
    auto const throw_of = dice_.below(100);
    if (now == Texture::old_town) return now;
    if (now == Texture::centre) {
        if (distance(middle, {2700, -300}) < 900) return Texture::business;
        double const old_town = path_distance(middle, town_.plan.wall, true);
        if (throw_of < 5) return Texture::park;
        return old_town > 900 && throw_of < 56 ? Texture::compound : Texture::centre;
    }
    if (now == Texture::compound) {
        if (middle.x > 4300 && middle.y > 1500) return throw_of < 75 ? Texture::industry : Texture::suburb;
        if (middle.x < -4600 && middle.y < -1500) return throw_of < 45 ? Texture::industry : Texture::suburb;
        double const rim = path_distance(middle, town_.plan.outer_ring, false);
        if (rim < 950 && throw_of < 55) return Texture::farmland;  // a green belt along the expressway
        if (throw_of < 8) return Texture::park;
        if (throw_of < 15) return Texture::campus;
        if (throw_of < 25) return Texture::industry;
        return throw_of < 74 ? Texture::compound : throw_of < 93 ? Texture::suburb : Texture::centre;
    }
    if (middle.x > 6000 && middle.y > 500 && middle.y < 4200) return Texture::harbour;
    double const far = path_distance(middle, town_.plan.outer_ring, false);
    if (far < 1200 && throw_of < 26) return Texture::industry;
    return throw_of < 36 ? Texture::village : Texture::farmland;
}

CutRule Grower::main_rule(Texture texture)
{
    if (texture == Texture::old_town) return {330'000, Class::tertiary, 45, 0.08, 0.08, 8};
    if (texture == Texture::farmland) return {1'700'000, Class::tertiary, 80, 0.12, 0.1, 7};
    return {780'000, Class::secondary, 90, 0.08, 0.05, 0};
}

CutRule Grower::quarter_rule(Texture texture)
{
    if (texture == Texture::old_town) return {75'000, Class::residential, 32, 0.12, 0.14, 9};
    if (texture == Texture::farmland) return {640'000, Class::residential, 60, 0.15, 0.15, 7};
    if (texture == Texture::centre) return {150'000, Class::tertiary, 60, 0.07, 0.04, 0};
    return {260'000, Class::tertiary, 70, 0.07, 0.05, 0};
}

CutRule Grower::block_rule(Texture texture)
{
    switch (texture) {
        case Texture::old_town: return {12'500, Class::living_street, 19, 0.14, 0.16, 7};
        case Texture::centre: return {21'500, Class::residential, 38, 0.05, 0.03, 0};
        case Texture::business: return {24'000, Class::residential, 45, 0.05, 0.02, 0};
        case Texture::compound: return {60'000, Class::residential, 50, 0.08, 0.04, 0};
        case Texture::suburb: return {33'000, Class::residential, 34, 0.1, 0.1, 0};
        case Texture::industry: return {110'000, Class::residential, 50, 0.08, 0.03, 0};
        case Texture::harbour: return {200'000, Class::residential, 50, 0.08, 0.03, 0};
        case Texture::campus: return {160'000, Class::residential, 50, 0.1, 0.05, 0};
        case Texture::village: return {24'000, Class::residential, 24, 0.16, 0.2, 9};
        default: return {1e12, Class::residential, 0, 0, 0, 0};
    }
}

/// Streets that end at a shore, where nothing joins them, are no streets.
void drop_blind_stubs(Mesh& mesh)
{
    for (bool again = true; again;) {
        again = false;
        for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
            if (mesh.edges[e].kind == Class::none) continue;
            int const a = mesh.halves[2 * e].from, b = mesh.halves[2 * e + 1].from;
            auto const is_blind = [&](int n) {
                P const p = mesh.place(n);
                bool const leaves_map = p.x <= west_edge || p.x >= east_edge || p.y <= south_edge || p.y >= north_edge;
                return mesh.degree[ix(n)] == 1 && !leaves_map;
            };
            if (!is_blind(a) && !is_blind(b)) continue;
            --mesh.degree[ix(a)], --mesh.degree[ix(b)];
            mesh.edges[e] = Edge{};
            again = true;
        }
    }
}

/// What is a trunk road outside is a street of the old town within its wall.
void calm_old_town(Town& town)
{
    Mesh& mesh = town.mesh;
    for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
        P const middle = mix(mesh.place(mesh.halves[2 * e].from), mesh.place(mesh.halves[2 * e + 1].from), 0.5);
        if (mesh.edges[e].kind == Class::primary && ring_holds(town.plan.wall, middle))
            mesh.edges[e].kind = Class::tertiary;
    }
}

/// Small bridges over a canal where streets end on both of its quays.
void bridge_canal(Town& town, int face)
{
    Mesh& mesh = town.mesh;
    std::vector<P> done;
    for (bool again = true; again;) {
        again = false;
        auto const loop = mesh.loop(face);
        for (std::size_t i = 0; i < loop.size() && !again; ++i)
            for (std::size_t j = i + 4; j < loop.size() && !again; ++j) {
                P const a = mesh.from_place(loop[i]), b = mesh.from_place(loop[j]);
                P const along = unit(mesh.place(mesh.to(loop[i])) - a);
                if (distance(a, b) > 64 || std::abs(dot(unit(b - a), along)) > 0.45) continue;
                if (mesh.degree[ix(mesh.half(loop[i]).from)] != 3 || mesh.degree[ix(mesh.half(loop[j]).from)] != 3)
                    continue;
                if (!mesh.edge(loop[i]).quay || !mesh.edge(loop[j]).quay) continue;
                P const middle = mix(a, b, 0.5);
                bool const crowded =
                    std::any_of(done.begin(), done.end(), [&](P p) { return distance(p, middle) < 150; });
                if (crowded || i + 4 + loop.size() - j < 8) continue;
                Edge edge;
                edge.kind = Class::residential;
                int const rest = mesh.cut_face(loop[i], loop[j], {}, edge);
                town.textures.push_back(Texture::corridor);
                town.superblocks.push_back(-1);
                done.push_back(middle);
                bridge_canal(town, rest);
                again = true;
            }
    }
}

void bridge_canals(Town& town)
{
    int const count = town.mesh.face_count();
    for (int face = 1; face < count; ++face)
        if (town.ground(face) == Ground::canal) bridge_canal(town, face);
}

}  // namespace

Town make_streets(Plan plan, std::uint64_t seed)
{
    Town town;
    town.mesh = make_mesh(plan.lines);
    town.grounds = ground_of_faces(plan, town.mesh);
    town.plan = std::move(plan);
    drop_blind_stubs(town.mesh);
    calm_old_town(town);
    Grower{town, seed}.grow();
    town.textures.resize(ix(town.mesh.face_count()), Texture::farmland);
    town.superblocks.resize(ix(town.mesh.face_count()), -1);
    bridge_canals(town);
    return town;
}

}  // namespace cresset::maps::city
