#include "maps/city_works.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

struct Hit {
    double far = 0;
    std::size_t side = 0;
};

/// The first side of a ring that a ray from a place meets, at least a metre away.
std::optional<Hit> ray(Path const& ring, P from, P direction)
{
    std::optional<Hit> best;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const t = crossing(from + direction, from + direction * 2000, ring[i], ring[(i + 1) % ring.size()]);
        if (!t) continue;
        double const far = 1 + *t * 1999;
        if (!best || far < best->far) best = Hit{far, i};
    }
    return best;
}

class Surveyor {
public:
    Surveyor(Town& town, Works& works, std::uint64_t seed) : town_{town}, works_{works}, dice_{seed, 3} {}

    void lay_out(int face)
    {
        if (works_.sites.count(face) > 0) return site(face);
        switch (town_.texture(face)) {
            case Texture::compound: return compound(face);
            case Texture::suburb: return blind_streets(face, 2);
            case Texture::village: return blind_streets(face, 1);
            case Texture::centre:
            case Texture::business:
            case Texture::old_town: return yard(face);
            case Texture::industry:
            case Texture::harbour:
            case Texture::campus: return grounds(face);
            case Texture::park: return park(face);
            case Texture::farmland: return fields(face);
            case Texture::strip: return shore(face);
            case Texture::corridor: return add_area(face, {{"landuse", "grass"}});
            case Texture::water: return;
        }
    }

private:
    Town& town_;
    Works& works_;
    Dice dice_;

    void add_area(int face, TagList tags) { works_.areas.push_back({town_.mesh.ring(face), std::move(tags), face}); }
    void add_lane(int face, std::vector<int> nodes, TagList tags)
    {
        if (is_clear(face, nodes)) works_.lanes.push_back({std::move(nodes), std::move(tags), face});
    }
    bool is_clear(int face, std::vector<int> const& nodes) const;
    static TagList service(char const* kind)
    {
        return {{"highway", "service"}, {"service", kind}, {"surface", "asphalt"}};
    }

    std::optional<int> gate(int face, std::size_t side, double along);
    std::optional<std::vector<int>> inner_loop(Block const& block, double away);
    int join_loop(std::vector<int>& loop, P from, P direction);
    bool blind_street(int face, TagList const& tags, double share);
    void compound(int face);
    void blind_streets(int face, int most);
    void yard(int face);
    void grounds(int face);
    void site(int face);
    void park(int face);
    void lake(Block const& block, P middle, double room);
    void fields(int face);
    void shore(int face);
    std::size_t long_side(Block const& block, int rank);
    bool keeps_off(int face, Path const& path, double away) const;
};

bool is_quiet(Edge const& edge)
{
    return edge.kind != Class::none && edge.kind != Class::trunk && !edge.under && edge.kind != Class::alley;
}

/// True if a lane meets the other lanes of its block, and the streets around it, in common nodes only.
bool Surveyor::is_clear(int face, std::vector<int> const& nodes) const
{
    Mesh const& mesh = town_.mesh;
    auto const meets = [&](int c, int d) {
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            int const a = nodes[i - 1], b = nodes[i];
            if (a == c || a == d || b == c || b == d) continue;
            if (crossing(mesh.place(a), mesh.place(b), mesh.place(c), mesh.place(d))) return true;
        }
        return false;
    };
    for (int h : mesh.loop(face))
        if (meets(mesh.half(h).from, mesh.to(h))) return false;
    for (auto lane = works_.lanes.rbegin(); lane != works_.lanes.rend() && lane->block == face; ++lane)
        for (std::size_t i = 1; i < lane->nodes.size(); ++i)
            if (meets(lane->nodes[i - 1], lane->nodes[i])) return false;
    return true;
}

/// A new node on a side of a block where a lane may begin; nothing where no street is or a junction is near.
std::optional<int> Surveyor::gate(int face, std::size_t side, double along)
{
    Mesh& mesh = town_.mesh;
    Block const block = block_of(mesh, face);
    P const want = mix(block.ring[side], block.ring[(side + 1) % block.ring.size()], along);
    int nearest = -1;
    double best = 8;
    for (int h : mesh.loop(face)) {
        double const far = segment_distance(want, mesh.from_place(h), mesh.place(mesh.to(h)));
        if (far < best) best = far, nearest = h;
    }
    if (nearest < 0 || !is_quiet(mesh.edge(nearest))) return {};
    P const a = mesh.from_place(nearest), b = mesh.place(mesh.to(nearest));
    P const at = a + (b - a) * (dot(want - a, b - a) / dot(b - a, b - a));
    if (distance(a, at) < 22 || distance(b, at) < 22) return {};
    return mesh.cut_edge(nearest, at);
}

/// The sides of a block by length, the longest first.
std::size_t Surveyor::long_side(Block const& block, int rank)
{
    std::vector<std::pair<double, std::size_t>> sides;
    for (std::size_t i = 0; i < block.ring.size(); ++i)
        sides.push_back({-distance(block.ring[i], block.ring[(i + 1) % block.ring.size()]), i});
    std::sort(sides.begin(), sides.end());
    return sides[ix(rank) % sides.size()].second;
}

bool Surveyor::keeps_off(int face, Path const& path, double away) const
{
    for (auto lane = works_.lanes.rbegin(); lane != works_.lanes.rend() && lane->block == face; ++lane)
        for (std::size_t i = 1; i < lane->nodes.size(); ++i) {
            P const a = town_.mesh.place(lane->nodes[i - 1]), b = town_.mesh.place(lane->nodes[i]);
            for (std::size_t k = 1; k < path.size(); ++k) {
                if (crossing(a, b, path[k - 1], path[k])) return false;
                if (segment_distance(path[k], a, b) < away || segment_distance(a, path[k - 1], path[k]) < away)
                    return false;
            }
        }
    return true;
}

/// A street that ends within the block, straight in from a side; sometimes it turns once.
bool Surveyor::blind_street(int face, TagList const& tags, double share)
{
    Mesh& mesh = town_.mesh;
    Block const block = block_of(mesh, face);
    std::size_t const side = long_side(block, static_cast<int>(dice_.below(4)));
    P const a = block.ring[side], b = block.ring[(side + 1) % block.ring.size()];
    if (distance(a, b) < 60) return false;
    double const along = 0.3 + 0.4 * dice_.real();
    P const start = mix(a, b, along), inward = left_of(unit(b - a));
    auto const across = ray(block.ring, start, inward);
    if (!across) return false;
    double const depth = std::min(across->far * share, across->far - 28);
    if (depth < 32) return false;
    P const end = start + inward * depth;
    if (!ring_holds(block.ring, end) || path_distance(end, block.ring, true) < 20) return false;
    if (path_distance(mix(start, end, 0.5), block.ring, true) < std::min(18.0, depth * 0.4)) return false;
    if (!keeps_off(face, {start, end}, 24)) return false;
    auto const entry = gate(face, side, along);
    if (!entry) return false;
    std::vector<int> nodes{*entry};
    if (depth > 55 && dice_.chance(2, 5)) {  // a slight bend on the way
        P const bend = mix(start, end, 0.55) + unit(b - a) * ((dice_.real() - 0.5) * 9);
        nodes.push_back(add_node(town_, bend));
    }
    nodes.push_back(add_node(town_, end));
    add_lane(face, nodes, tags);
    return true;
}

void Surveyor::blind_streets(int face, int most)
{
    bool const is_village = town_.texture(face) == Texture::village;
    add_area(face, {{"landuse", "residential"}});
    TagList const tags{{"highway", "residential"}, {"lane", "blind"}};
    int made = 0;
    for (int attempt = 0; attempt < 3 && made < most; ++attempt)
        if (dice_.chance(is_village ? 42 : 62, 100) && blind_street(face, tags, 0.45 + 0.35 * dice_.real())) ++made;
}

void Surveyor::yard(int face)
{
    Texture const texture = town_.texture(face);
    double const area = ring_area(town_.mesh.ring(face));
    add_area(face, {{"landuse", texture == Texture::old_town   ? "residential"
                                : texture == Texture::business ? "commercial"
                                : dice_.chance(1, 3)           ? "retail"
                                                               : "residential"}});
    if (texture == Texture::old_town) {
        if (area > 4'500 && dice_.chance(36, 100))
            blind_street(face, {{"highway", "living_street"}, {"lane", "blind"}}, 0.62);
        return;
    }
    if (area > 9'000 && dice_.chance(24, 100))
        blind_street(face, {{"highway", "residential"}, {"lane", "blind"}}, 0.6);
    else if (area > 9'000 && dice_.chance(28, 100))
        blind_street(face, service(dice_.chance(1, 3) ? "parking_aisle" : "driveway"), 0.6);
}

std::optional<std::vector<int>> Surveyor::inner_loop(Block const& block, double away)
{
    auto const ring = inset(block.ring, std::vector<double>(block.ring.size(), away));
    if (!ring || ring_area(*ring) < 2'500) return {};
    for (std::size_t i = 0; i < ring->size(); ++i)
        if (distance((*ring)[i], (*ring)[(i + 1) % ring->size()]) < 14) return {};
    for (P p : *ring)
        if (path_distance(p, block.ring, true) < away * 0.8) return {};
    std::vector<int> nodes;
    for (P p : *ring) nodes.push_back(add_node(town_, p));
    return nodes;
}

/// Where a ray meets a loop of nodes, which gets a node there unless one is near; -1 if it does not.
int Surveyor::join_loop(std::vector<int>& loop, P from, P direction)
{
    Path ring;
    for (int n : loop) ring.push_back(town_.mesh.place(n));
    auto const hit = ray(ring, from, direction);
    if (!hit) return -1;
    P const where = from + direction * hit->far;
    for (std::size_t i : {hit->side, (hit->side + 1) % ring.size()})
        if (distance(ring[i], where) < 9) return loop[i];
    int const node = add_node(town_, where);
    loop.insert(loop.begin() + static_cast<std::ptrdiff_t>(hit->side) + 1, node);
    return node;
}

void Surveyor::compound(int face)
{
    Block const block = block_of(town_.mesh, face);
    works_.areas.push_back(
        {town_.mesh.ring(face), {{"landuse", "residential"}, {"residential", "gated"}, {"compound", "yes"}}, -1});
    TagList inside = service("driveway");
    inside.push_back({"access", "destination"});
    inside.push_back({"maxspeed", "15"});
    auto loop = inner_loop(block, 44);
    if (!loop) loop = inner_loop(block, 36);
    if (!loop) {
        for (int i = 0; i < 2; ++i) blind_street(face, inside, 0.7);
        return;
    }
    struct Way {
        int gate, node;
    };
    std::vector<Way> ways;
    int const wanted = 1 + static_cast<int>(dice_.below(3));
    for (int attempt = 0; attempt < 7 && static_cast<int>(ways.size()) < wanted; ++attempt) {
        std::size_t const side = long_side(block, attempt % 4);
        double const along = 0.3 + 0.4 * dice_.real();
        P const a = block.ring[side], b = block.ring[(side + 1) % block.ring.size()], start = mix(a, b, along);
        P const inward = left_of(unit(b - a));
        bool const is_near = std::any_of(ways.begin(), ways.end(),
                                         [&](Way const& w) { return distance(town_.mesh.place(w.gate), start) < 90; });
        auto const first = ray(block.ring, start, inward);
        if (is_near || !first || first->far < 110) continue;
        Path ring;
        for (int n : *loop) ring.push_back(town_.mesh.place(n));
        auto const hit = ray(ring, start, inward);
        if (!hit || hit->far > 75) continue;
        auto const entry = gate(face, side, along);
        if (!entry) continue;
        ways.push_back({*entry, join_loop(*loop, start, inward)});
    }
    if (ways.empty()) return;
    for (auto const& w : ways) {
        P const a = town_.mesh.place(w.gate), b = town_.mesh.place(w.node);
        int const barrier = add_node(town_, a + unit(b - a) * 14);
        works_.on_nodes.push_back(
            {barrier, {{"barrier", "lift_gate"}, {"access", "destination"}, {"gate_of", std::to_string(face)}}});
        add_lane(face, {w.gate, barrier, w.node}, inside);
    }
    std::vector<int> closed = *loop;
    closed.push_back(loop->front());
    // A lane through the middle, and a path for walkers.
    P const middle = ring_middle(block.ring), along = unit(town_.mesh.place(closed[1]) - town_.mesh.place(closed[0]));
    if (ring_area(block.ring) > 42'000 && ring_holds(block.ring, middle)) {
        int const a = join_loop(*loop, middle, left_of(along)), b = join_loop(*loop, middle, left_of(along) * -1);
        if (a >= 0 && b >= 0 && a != b) {
            closed = *loop;
            closed.push_back(loop->front());
            int const centre = add_node(town_, middle);
            add_lane(face, {a, centre, b}, dice_.chance(1, 2) ? inside : TagList{{"highway", "footway"}});
            int const c = join_loop(*loop, middle, along);
            if (c >= 0 && c != a && c != b) {
                closed = *loop;
                closed.push_back(loop->front());
                add_lane(face, {centre, c}, {{"highway", "footway"}});
            }
        }
    }
    add_lane(face, closed, inside);
}

void Surveyor::grounds(int face)
{
    Texture const texture = town_.texture(face);
    double const area = ring_area(town_.mesh.ring(face));
    if (texture == Texture::campus)
        add_area(face, {{"amenity", "university"}, {"campus", "yes"}});
    else
        add_area(face, {{"landuse", "industrial"}, {"works", "yes"}});
    int const count = area > 80'000 ? 3 : area > 30'000 ? 2 : 1;
    TagList tags = service("driveway");
    if (texture == Texture::campus) tags.push_back({"access", "permissive"});
    for (int i = 0; i < count; ++i) blind_street(face, tags, 0.7);
    if (texture == Texture::campus)
        for (int i = 0; i < 3; ++i) blind_street(face, {{"highway", "footway"}}, 0.6);
}

void Surveyor::site(int face)
{
    TagList const& tags = works_.sites.at(face);
    add_area(face, tags);
    if (tags[0].second == "pedestrian") {  // a square is crossed from corner to corner
        for (int i = 0; i < 4; ++i) blind_street(face, {{"highway", "footway"}}, 0.8);
        return;
    }
    for (int i = 0; i < 2; ++i) blind_street(face, service(i == 0 ? "driveway" : "parking_aisle"), 0.5);
}

/// A lake with an uneven, rounded shore.
void Surveyor::lake(Block const& block, P middle, double room)
{
    Path ring = circle(middle, room * 0.55, 8);
    for (P& p : ring) p = middle + (p - middle) * (0.5 + 0.5 * dice_.real());
    ring = smooth(ring, 12, true);
    for (P p : ring)
        if (!ring_holds(block.ring, p)) return;
    works_.areas.push_back({ring, {{"natural", "water"}, {"water", "lake"}, {"park_lake", "yes"}}, -1});
}

void Surveyor::park(int face)
{
    Block const block = block_of(town_.mesh, face);
    add_area(face, {{"leisure", "park"}, {"park", "yes"}});
    P const middle = ring_middle(block.ring);
    double const room = path_distance(middle, block.ring, true);
    TagList const path{{"highway", "footway"}, {"surface", "paving_stones"}};
    auto loop = inner_loop(block, 30);
    if (!loop || !ring_holds(block.ring, middle)) {
        for (int i = 0; i < 4; ++i) blind_street(face, path, 0.6);
        return;
    }
    for (int i = 0; i < 9; ++i) {  // entrances
        std::size_t const side = long_side(block, i % 6);
        double const along = 0.2 + 0.6 * dice_.real();
        P const a = block.ring[side], b = block.ring[(side + 1) % block.ring.size()], start = mix(a, b, along);
        Path ring;
        for (int n : *loop) ring.push_back(town_.mesh.place(n));
        auto const hit = ray(ring, start, left_of(unit(b - a)));
        if (!hit || hit->far > 60) continue;
        auto const entry = gate(face, side, along);
        if (!entry) continue;
        int const node = join_loop(*loop, start, left_of(unit(b - a)));
        if (dice_.chance(1, 5)) {
            P const from = town_.mesh.place(*entry), to = town_.mesh.place(node);
            int const foot = add_node(town_, mix(from, to, 0.35)), head = add_node(town_, mix(from, to, 0.65));
            add_lane(face, {*entry, foot}, path);
            add_lane(face, {foot, head}, {{"highway", "steps"}, {"step_count", std::to_string(8 + dice_.below(20))}});
            add_lane(face, {head, node}, path);
        } else {
            add_lane(face, {*entry, node}, path);
        }
    }
    // A walk around the lake, joined to the outer walk.
    Path const walk = circle(middle, room * 0.62, 16);
    std::vector<int> nodes;
    for (P p : walk) nodes.push_back(add_node(town_, p));
    for (std::size_t i : {0U, 4U, 8U, 12U}) {
        int const node = join_loop(*loop, walk[i], unit(walk[i] - middle));
        if (node >= 0 && node != nodes[i]) add_lane(face, {nodes[i], node}, path);
    }
    nodes.push_back(nodes.front());
    add_lane(face, nodes, path);
    std::vector<int> closed = *loop;
    closed.push_back(loop->front());
    add_lane(face, closed, path);
    lake(block, middle, room * 0.95);
}

void Surveyor::fields(int face)
{
    double const area = ring_area(town_.mesh.ring(face));
    auto const kind = dice_.below(10);
    if (kind < 7)
        add_area(face, {{"landuse", "farmland"}});
    else if (kind < 8)
        add_area(face, {{"landuse", "orchard"}});
    else if (kind < 9)
        add_area(face, {{"landuse", "forest"}});
    else
        add_area(face, {{"landuse", "meadow"}});
    if (area < 15'000) return;
    TagList const tags{{"highway", "track"}, {"tracktype", "grade2"}};
    for (int i = 0; i < (area > 200'000 ? 3 : 1); ++i)
        if (dice_.chance(1, 2)) blind_street(face, tags, 0.65);
    Block const block = block_of(town_.mesh, face);
    P const middle = ring_middle(block.ring);
    if (dice_.chance(1, 4) && ring_holds(block.ring, middle)) {
        double const room = std::min(70.0, path_distance(middle, block.ring, true) * 0.6);
        bool const is_free = keeps_off(
            face, {middle + P{-room, 0}, middle + P{room, 0}, middle + P{0, room}, middle + P{0, -room}}, room * 0.4);
        if (room > 25 && is_free) {
            P const along = unit(block.ring[1] - block.ring[0]) * (room * 0.8),
                    across = left_of(along) * (0.4 + 0.4 * dice_.real());
            works_.areas.push_back(
                {{middle - along - across, middle + along - across, middle + along + across, middle - along + across},
                 {{"natural", "water"}, {"water", "pond"}},
                 -1});
        }
    }
}

void Surveyor::shore(int face)
{
    bool coast = false;
    for (int h : town_.mesh.loop(face)) coast = coast || town_.mesh.edge(h).barrier == Barrier::coast;
    P const middle = ring_middle(town_.mesh.ring(face));
    if (coast && middle.y > 500 && middle.y < 3500)
        return add_area(face, {{"landuse", "harbour"}, {"harbour_land", "yes"}});
    if (coast && middle.y < -1500) return add_area(face, {{"natural", dice_.chance(1, 2) ? "wetland" : "beach"}});
    add_area(face, {{"landuse", "grass"}, {"leisure", "park"}});
}

}  // namespace

int add_node(Town& town, P place)
{
    town.mesh.at.push_back(round_cm(place));
    town.mesh.degree.push_back(0);
    return static_cast<int>(town.mesh.at.size()) - 1;
}

double half_width(Edge const& edge)
{
    switch (edge.kind) {
        case Class::none: return 12;
        case Class::trunk: return 27;
        case Class::primary: return 22;
        case Class::secondary: return 17;
        case Class::tertiary: return 13;
        case Class::residential: return 8.5;
        case Class::living_street:
        case Class::track: return 5;
        case Class::alley: return 3;
    }
    return 12;
}

Block block_of(Mesh const& mesh, int face)
{
    Block block;
    auto const loop = mesh.loop(face);
    int before = loop.back();
    for (int h : loop) {
        P const in = unit(mesh.place(mesh.to(before)) - mesh.from_place(before));
        P const out = unit(mesh.place(mesh.to(h)) - mesh.from_place(h));
        bool const same_street = mesh.edge(before).kind == mesh.edge(h).kind;
        if (same_street && dot(in, out) > 0.998) continue;
        block.ring.push_back(mesh.from_place(h));
        block.halves.push_back(h);
        before = h;
    }
    if (block.ring.size() >= 3) return block;
    block = {mesh.ring(face), loop};
    return block;
}

void lay_out_blocks(Town& town, Works& works, std::uint64_t seed)
{
    Surveyor surveyor{town, works, seed};
    int const faces = town.mesh.face_count();
    for (int face = 1; face < faces; ++face) surveyor.lay_out(face);
}

}  // namespace cresset::maps::city
