#include "maps/city_works.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace cresset::maps::city {

namespace {

/// How a block is built up.
struct Style {
    double depth = 13;                   // m, away from the street
    double shortest = 16, longest = 38;  // m, along the street
    double gap = 3;
    int low = 4, high = 7;  // levels
    int share = 92;         // per cent of the sites that are built on
    double setback = 2;     // m behind the pavement
    char const* kind = "apartments";
};

Style style_of(Texture texture)
{
    switch (texture) {
        case Texture::old_town: return {8.5, 8, 17, 0.6, 1, 3, 94, 0.5, "house"};
        case Texture::centre: return {14, 20, 44, 3, 4, 9, 92, 2, "apartments"};
        case Texture::business: return {24, 28, 52, 12, 3, 8, 85, 6, "commercial"};
        case Texture::suburb: return {11, 11, 19, 7, 2, 4, 90, 4, "house"};
        case Texture::village: return {9, 9, 14, 9, 1, 3, 72, 4, "house"};
        case Texture::campus: return {16, 45, 80, 30, 4, 7, 70, 14, "university"};
        case Texture::compound: return {10, 18, 44, 5, 1, 3, 55, 1, "retail"};
        default: return {};
    }
}

using Quad = Path;

Quad quad(P start, P along, P inward, double length, double depth)
{
    return {start, start + along * length, start + along * length + inward * depth, start + inward * depth};
}

bool separated_along(Quad const& a, Quad const& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        P const n = left_of(a[(i + 1) % a.size()] - a[i]);
        double low = 1e18, high = -1e18;
        for (P p : a) low = std::min(low, dot(p - a[i], n)), high = std::max(high, dot(p - a[i], n));
        double b_low = 1e18, b_high = -1e18;
        for (P p : b) b_low = std::min(b_low, dot(p - a[i], n)), b_high = std::max(b_high, dot(p - a[i], n));
        double const room = size(n) * 1.2;
        if (b_low > high + room || b_high < low - room) return true;
    }
    return false;
}

bool overlap(Quad const& a, Quad const& b)
{
    return !separated_along(a, b) && !separated_along(b, a);
}

class Builder {
public:
    Builder(Town const& town, Works& works, std::uint64_t seed) : town_{town}, works_{works}, dice_{seed, 5}
    {
        for (std::size_t i = 0; i < works.lanes.size(); ++i)
            if (works.lanes[i].block >= 0) lanes_[works.lanes[i].block].push_back(i);
    }

    void build(int face)
    {
        face_ = face;
        taken_.clear();
        obstacles_.clear();
        Block const block = block_of(town_.mesh, face);
        collect_lanes();
        if (auto const found = works_.sites.find(face); found != works_.sites.end()) return site(block, found->second);
        switch (town_.texture(face)) {
            case Texture::old_town:
            case Texture::centre:
            case Texture::suburb:
            case Texture::village:
            case Texture::campus: along_streets(block), along_lanes(block); return;
            case Texture::business: towers(block), along_streets(block); return;
            case Texture::compound: slabs(block), along_streets(block); return;
            case Texture::industry:
            case Texture::harbour: halls(block); return;
            default: return;
        }
    }

private:
    Town const& town_;
    Works& works_;
    Dice dice_;
    std::map<int, std::vector<std::size_t>> lanes_;
    int face_ = 0;
    std::vector<Quad> taken_;
    struct Obstacle {
        P a, b;
        double away;
    };
    std::vector<Obstacle> obstacles_;

    void collect_lanes()
    {
        auto const found = lanes_.find(face_);
        if (found == lanes_.end()) return;
        for (std::size_t i : found->second) {
            auto const& lane = works_.lanes[i];
            bool const is_foot = lane.tags[0].second == "footway";
            for (std::size_t k = 1; k < lane.nodes.size(); ++k)
                obstacles_.push_back(
                    {town_.mesh.place(lane.nodes[k - 1]), town_.mesh.place(lane.nodes[k]), is_foot ? 2.0 : 5.0});
        }
    }

    bool is_free(Quad const& site, Path const& ground) const
    {
        for (std::size_t i = 0; i < site.size(); ++i) {
            P const a = site[i], b = site[(i + 1) % site.size()];
            if (!ring_holds(ground, mix(a, ring_middle(site), 0.004)) ||
                !ring_holds(ground, mix(mix(a, b, 0.5), ring_middle(site), 0.01)))
                return false;
            for (auto const& o : obstacles_) {
                if (segment_distance(a, o.a, o.b) < o.away || crossing(a, b, o.a, o.b)) return false;
                if (ring_holds(site, o.a) || segment_distance(o.a, a, b) < o.away ||
                    segment_distance(o.b, a, b) < o.away)
                    return false;
            }
        }
        return std::none_of(taken_.begin(), taken_.end(), [&](Quad const& t) { return overlap(t, site); });
    }

    void put(Quad const& site, int street, int levels, char const* kind)
    {
        taken_.push_back(site);
        works_.buildings.push_back({site, face_, street, levels, {{"building", kind}}});
    }

    std::optional<Path> ground_of(Block const& block, double more) const
    {
        std::vector<double> away;
        for (int h : block.halves) away.push_back(half_width(town_.mesh.edge(h)) + more);
        return inset(block.ring, away);
    }

    void row(P from, P to, Path const& ground, int street, Style const& style);
    void along_streets(Block const& block);
    void along_lanes(Block const& block);
    void slabs(Block const& block);
    void site(Block const& block, TagList const& tags);
    void halls(Block const& block);
    void towers(Block const& block);
};

/// Houses side by side from one point to another, with their backs to the left.
void Builder::row(P from, P to, Path const& ground, int street, Style const& style)
{
    double const total = distance(from, to);
    P const along = unit(to - from), inward = left_of(along);
    int const base = static_cast<int>(dice_.range(style.low, style.high));
    for (double s = 0.5; s + style.shortest < total;) {
        double const wish = style.shortest + (style.longest - style.shortest) * dice_.real();
        double const length = std::min(wish, total - s - 0.5);
        double const depth = style.depth * (0.8 + 0.45 * dice_.real());
        Quad const site = quad(from + along * s + inward * 0.2, along, inward, length, depth);
        bool const is_built = static_cast<int>(dice_.below(100)) < style.share && is_free(site, ground);
        if (is_built) put(site, street, std::max(1, base + static_cast<int>(dice_.range(-1, 1))), style.kind);
        s += is_built ? length + style.gap * (0.5 + dice_.real()) : style.shortest * 0.5;
    }
}

void Builder::along_streets(Block const& block)
{
    Style style = style_of(town_.texture(face_));
    if (town_.texture(face_) == Texture::centre && dice_.chance(1, 6)) style.low = 9, style.high = 18, style.gap = 8;
    if (town_.texture(face_) == Texture::suburb && dice_.chance(1, 3))
        style = {12, 24, 48, 6, 3, 6, 90, 4, "apartments"};
    auto const ground = ground_of(block, style.setback);
    if (!ground) return;
    for (std::size_t i = 0; i < ground->size(); ++i) {
        if (town_.mesh.edge(block.halves[i]).kind == Class::none) continue;
        row((*ground)[i], (*ground)[(i + 1) % ground->size()], *ground, block.halves[i], style);
    }
}

void Builder::along_lanes(Block const& block)
{
    Style const style = style_of(town_.texture(face_));
    auto const ground = ground_of(block, style.setback);
    if (!ground) return;
    auto const lanes = obstacles_;
    for (auto const& lane : lanes) {
        P const side = left_of(unit(lane.b - lane.a)) * (lane.away + 1.5);
        row(lane.a + side, lane.b + side, *ground, -1, style);
        row(lane.b - side, lane.a - side, *ground, -1, style);
    }
}

/// Long houses in rows, each facing south, as the compounds have them.
void Builder::slabs(Block const& block)
{
    auto const ground = ground_of(block, 14);
    if (!ground) return;
    P low{1e18, 1e18}, high{-1e18, -1e18};
    for (P p : *ground)
        low = {std::min(low.x, p.x), std::min(low.y, p.y)}, high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    bool const is_high = dice_.chance(2, 5);
    int const levels = static_cast<int>(is_high ? dice_.range(15, 32) : dice_.range(5, 7));
    P const along = unit({1, (dice_.real() - 0.5) * 0.24}), up = left_of(along);
    P const start = mix(low, high, 0.5) - along * ((high.x - low.x) * 0.7) - up * ((high.y - low.y) * 0.7);
    double const pitch = is_high ? 52 : 29, length = is_high ? 34 : 48, depth = is_high ? 17 : 12.5;
    for (double v = 0; v < (high.y - low.y) * 1.5; v += pitch)
        for (double u = 0; u < (high.x - low.x) * 1.5; u += 4) {
            Quad const site = quad(start + along * u + up * v, along, up, length, depth);
            if (!is_free(site, *ground)) continue;
            put(site, -1, levels + static_cast<int>(dice_.range(-1, 1)), "apartments");
            u += length + 6;
        }
}

/// The houses of a school, a hospital, a market: a few long ones; a stadium is one round building.
void Builder::site(Block const& block, TagList const& tags)
{
    std::string const& kind = tags[0].second;
    if (kind == "pedestrian") return;
    auto const ground = ground_of(block, 6);
    if (!ground) return;
    P const middle = ring_middle(*ground);
    if (kind == "stadium") {
        double const room = path_distance(middle, *ground, true) * 0.85;
        if (ring_holds(*ground, middle) && room > 40)
            works_.buildings.push_back({circle(middle, room, 32), face_, -1, 6, {{"building", "stadium"}}});
        return;
    }
    Style style{16,
                30,
                62,
                16,
                3,
                6,
                85,
                6,
                kind == "hospital"                        ? "hospital"
                : kind == "school"                        ? "school"
                : kind == "marketplace" || kind == "mall" ? "retail"
                                                          : "public"};
    if (kind == "hospital") style.low = 6, style.high = 14;
    if (kind == "mall") style.depth = 30;
    for (std::size_t i = 0; i < ground->size(); ++i)
        row((*ground)[i], (*ground)[(i + 1) % ground->size()], *ground, block.halves[i], style);
}

void Builder::halls(Block const& block)
{
    auto const ground = ground_of(block, 9);
    if (!ground) return;
    P const first = (*ground)[0];
    std::size_t longest = 0;
    for (std::size_t i = 0; i < ground->size(); ++i)
        if (distance((*ground)[i], (*ground)[(i + 1) % ground->size()]) >
            distance((*ground)[longest], (*ground)[(longest + 1) % ground->size()]))
            longest = i;
    P const along = unit((*ground)[(longest + 1) % ground->size()] - (*ground)[longest]), up = left_of(along);
    double u0 = 1e18, u1 = -1e18, v0 = 1e18, v1 = -1e18;
    for (P p : *ground) {
        u0 = std::min(u0, dot(p - first, along)), u1 = std::max(u1, dot(p - first, along));
        v0 = std::min(v0, dot(p - first, up)), v1 = std::max(v1, dot(p - first, up));
    }
    double const depth = 34 + 26 * dice_.real();
    for (double v = v0; v < v1; v += depth + 16)
        for (double u = u0; u < u1;) {
            double const length = 45 + 60 * dice_.real();
            Quad const site = quad(first + along * u + up * v, along, up, length, depth);
            bool const is_built = is_free(site, *ground);
            if (is_built)
                put(site, -1, static_cast<int>(dice_.range(1, 3)),
                    town_.texture(face_) == Texture::harbour ? "warehouse" : "industrial");
            u += is_built ? length + 14 : 14;
        }
}

void Builder::towers(Block const& block)
{
    auto const ground = ground_of(block, 12);
    if (!ground) return;
    P const middle = ring_middle(*ground), along = unit((*ground)[1] - (*ground)[0]), up = left_of(along);
    for (int i = 0; i < 3; ++i) {
        P const at = middle + along * ((dice_.real() - 0.5) * 110) + up * ((dice_.real() - 0.5) * 110);
        double const wide = 30 + 14 * dice_.real();
        Quad const site =
            quad(at - along * (wide / 2) - up * (wide / 2), along, up, wide, wide * (0.8 + 0.4 * dice_.real()));
        if (is_free(site, *ground)) put(site, -1, static_cast<int>(dice_.range(18, 62)), "commercial");
    }
}

}  // namespace

void build_houses(Town const& town, Works& works, std::uint64_t seed)
{
    Builder builder{town, works, seed};
    for (int face = 1; face < town.mesh.face_count(); ++face) builder.build(face);
}

}  // namespace cresset::maps::city
