#include "maps/city_works.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

constexpr double median = 11;  // metres from the axis to the middle of a carriageway

struct Interval {
    double from = 0, to = 0;
    int layer = 1;
};

/// An axis with two carriageways and what meets it.
class Expressway {
public:
    Expressway(Town& town, Works& works, Path axis, bool closed, int number)
        : town_{town},
          works_{works},
          axis_{std::move(axis)},
          length_{path_length(axis_)},
          closed_{closed},
          number_{number}
    {
        for (auto& nodes : nodes_) nodes = {};
    }

    P at(double along) const { return point_at(axis_, wrapped(along)); }
    P ahead(double along) const { return unit(at(along + 15) - at(along - 15)); }
    P beside_axis(double along, double left) const { return at(along) + left_of(ahead(along)) * left; }
    double wrapped(double along) const
    {
        if (!closed_) return std::clamp(along, 0.0, length_);
        if (along < 0) return along + length_;
        return along >= length_ ? along - length_ : along;
    }
    double length() const { return length_; }

    /// The node of a carriageway (0: with the axis, on its right; 1: against it) at a distance along the axis.
    int node(int carriageway, double along)
    {
        auto& nodes = nodes_[ix(carriageway)];
        double const key = std::floor(wrapped(along) * 10 + 0.5) / 10;
        auto const found = nodes.find(key);
        if (found != nodes.end()) return found->second;
        int const made = add_node(town_, beside_axis(key, carriageway == 0 ? -median : median));
        nodes.emplace(key, made);
        return made;
    }

    void find_bridges();
    void raise(double from, double to, int layer) { bridges_.push_back({from, to, layer}); }
    void add_ramps(std::vector<double> const& taken);
    void finish(TagList tags, int start_node, int end_node);
    bool crosses(double from, double to) const
    {
        return std::any_of(crossings_.begin(), crossings_.end(), [&](double c) { return c > from && c < to; });
    }

private:
    Town& town_;
    Works& works_;
    Path axis_;
    double length_;
    bool closed_;
    int number_;
    std::array<std::map<double, int>, 2> nodes_;
    std::vector<Interval> bridges_;
    std::vector<double> crossings_;     // of anything
    std::vector<double> main_streets_;  // of streets that get ramps

    bool add_ramp(int carriageway, double on_road, double on_street, bool leaves);
    int frontage_node(P want);
    int layer_at(double along) const;
};

/// What lies under the carriageways, as intervals of the axis.
void Expressway::find_bridges()
{
    Mesh const& mesh = town_.mesh;
    for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
        P const a = mesh.place(mesh.halves[2 * e].from), b = mesh.place(mesh.halves[2 * e + 1].from);
        double along = 0;
        for (std::size_t i = 1; i < axis_.size(); ++i) {
            double const piece = distance(axis_[i - 1], axis_[i]);
            bool const is_near = std::abs(a.x - axis_[i].x) < 700 && std::abs(a.y - axis_[i].y) < 700;
            if (auto const t = is_near ? crossing(axis_[i - 1], axis_[i], a, b) : std::nullopt) {
                double const where = along + piece * *t;
                if (!closed_ && (where < 65 || where > length_ - 65)) {  // there it comes down to the street
                    along += piece;
                    continue;
                }
                double const slant = std::abs(cross(unit(b - a), unit(axis_[i] - axis_[i - 1])));
                double const half = 26 + 14 / std::max(0.3, slant);
                bridges_.push_back({where - half, where + half, 1});
                crossings_.push_back(where);
                Class const kind = mesh.edges[e].kind;
                bool const is_main = kind == Class::primary || kind == Class::secondary || kind == Class::tertiary;
                if (is_main && !mesh.edges[e].frontage) main_streets_.push_back(where);
            }
            along += piece;
        }
    }
    for (double s = 0; s < length_; s += 20) {
        Ground const ground = ground_at(town_.plan, at(s));
        if (ground == Ground::river || ground == Ground::canal) bridges_.push_back({s - 45, s + 45, 1});
        if (path_distance(at(s), town_.plan.railway, false) < 30) {
            bridges_.push_back({s - 50, s + 50, 2});
            crossings_.push_back(s);
        }
    }
    std::sort(crossings_.begin(), crossings_.end());
    std::sort(main_streets_.begin(), main_streets_.end());
}

int Expressway::layer_at(double along) const
{
    int layer = 0;
    for (auto const& b : bridges_)
        for (double turn : {0.0, length_, -length_})
            if (along + (closed_ ? turn : 0.0) > b.from && along + (closed_ ? turn : 0.0) < b.to)
                layer = std::max(layer, b.layer);
    return layer;
}

/// A node on the street beside the expressway, near a place; -1 if there is none.
int Expressway::frontage_node(P want)
{
    Mesh& mesh = town_.mesh;
    int best = -1;
    double nearest = 14;
    for (int e = 0; e < static_cast<int>(mesh.edges.size()); ++e) {
        if (!mesh.edges[ix(e)].frontage) continue;
        double const far = segment_distance(want, mesh.from_place(2 * e), mesh.place(mesh.to(2 * e)));
        if (far < nearest) nearest = far, best = 2 * e;
    }
    if (best < 0) return -1;
    P const a = mesh.from_place(best), b = mesh.place(mesh.to(best));
    P const at = a + (b - a) * (dot(want - a, b - a) / dot(b - a, b - a));
    if (distance(at, a) < 14) return mesh.half(best).from;
    if (distance(at, b) < 14) return mesh.to(best);
    return mesh.cut_edge(best, at);
}

bool Expressway::add_ramp(int carriageway, double on_road, double on_street, bool leaves)
{
    double const side = carriageway == 0 ? -1 : 1;
    int const street = frontage_node(beside_axis(on_street, side * expressway_half_width));
    if (street < 0) return false;
    std::vector<int> nodes{node(carriageway, on_road)};
    for (int i = 1; i < 6; ++i) {
        double const t = i / 6.0, ease = t * t * (3 - 2 * t);
        nodes.push_back(add_node(town_, beside_axis(on_road + (on_street - on_road) * t,
                                                    side * (median + (expressway_half_width - median) * ease))));
    }
    nodes.push_back(street);
    if (!leaves) std::reverse(nodes.begin(), nodes.end());
    works_.lanes.push_back(
        {nodes, {{"highway", "motorway_link"}, {"oneway", "yes"}, {"lanes", "1"}, {"maxspeed", "40"}}, -1});
    return true;
}

/// Four ramps at every main street that passes underneath, where there is room for them.
void Expressway::add_ramps(std::vector<double> const& taken)
{
    double last = -1e9;
    for (double street : main_streets_) {
        bool const is_taken =
            std::any_of(taken.begin(), taken.end(), [&](double t) { return std::abs(t - street) < 950; });
        if (is_taken || street - last < 850) continue;
        if (!closed_ && (street < 600 || street > length_ - 600)) continue;
        if (closed_ && (street < 450 || street > length_ - 450)) continue;
        bool any = false;
        for (double way : {-1.0, 1.0}) {  // before and after the street, along the axis
            double const on_road = street + way * 370, on_street = street + way * 130;
            if (crosses(std::min(on_road, on_street) - 25, std::max(on_road, on_street) + 25)) continue;
            any = add_ramp(0, on_road, on_street, way < 0) || any;
            any = add_ramp(1, on_road, on_street, way > 0) || any;
        }
        if (any) last = street;
    }
}

void Expressway::finish(TagList tags, int start_node, int end_node)
{
    for (int carriageway : {0, 1}) {
        double const margin = closed_ ? 0 : 70;
        for (double s = margin; s < length_ - margin; s += 60) {
            auto const& known = nodes_[ix(carriageway)];
            auto const after = known.lower_bound(s - 22);
            if (after == known.end() || after->first > s + 22) node(carriageway, s);
        }
        for (auto const& b : bridges_)
            for (double s : {b.from, b.to}) {
                auto const& known = nodes_[ix(carriageway)];
                auto const after = known.lower_bound(wrapped(s) - 7);
                bool const fits = closed_ || (s > margin && s < length_ - margin);
                if (fits && (after == known.end() || after->first > wrapped(s) + 7)) node(carriageway, s);
            }
        std::vector<std::pair<double, int>> line(nodes_[ix(carriageway)].begin(), nodes_[ix(carriageway)].end());
        if (closed_) line.push_back({length_ + line.front().first, line.front().second});
        if (start_node >= 0) line.insert(line.begin(), {0, start_node});
        if (end_node >= 0) line.push_back({length_, end_node});
        std::vector<int> nodes{line[0].second};
        auto const flush = [&](int layer) {
            if (nodes.size() < 2) return;
            Lane lane{nodes, tags, -1};
            if (carriageway == 1) std::reverse(lane.nodes.begin(), lane.nodes.end());
            lane.tags.push_back({"direction", std::to_string(carriageway)});
            lane.tags.push_back({"axis", std::to_string(number_)});
            if (layer > 0) lane.tags.insert(lane.tags.end(), {{"bridge", "yes"}, {"layer", std::to_string(layer)}});
            works_.lanes.push_back(lane);
        };
        auto const piece_layer = [&](std::size_t i) {
            int most = 0;
            for (double t : {0.02, 0.25, 0.5, 0.75, 0.98})
                most = std::max(most, layer_at(wrapped(line[i - 1].first + (line[i].first - line[i - 1].first) * t)));
            return most;
        };
        int layer = piece_layer(1);
        for (std::size_t i = 1; i < line.size(); ++i) {
            int const now = piece_layer(i);
            if (now != layer) {
                flush(layer);
                nodes = {line[i - 1].second};
                layer = now;
            }
            nodes.push_back(line[i].second);
        }
        flush(layer);
    }
}

/// A cloverleaf: the radial goes to the left of the ring's direction (inward), everything in pieces of (along ring,
/// along radial) metres from the crossing.
class Cloverleaf {
public:
    Cloverleaf(Town& town, Works& works, Interchange const& where, Expressway& ring, Expressway& radial)
        : town_{town}, works_{works}, where_{where}, ring_{ring}, radial_{radial}
    {
    }

    void build()
    {
        constexpr double far = 390, loop = median + radius;
        // Right turns, outside.
        right_turn({0, -far}, {1, -far}, {-1, -1});
        right_turn_from_radial({1, far}, {1, -far}, {-1, 1});
        right_turn({1, far}, {0, far}, {1, 1});
        right_turn_from_radial({0, -far}, {0, far}, {1, -1});
        // Left turns, by loops to the right after the crossing.
        turn_loop(ring_.node(0, where_.along_ring + loop), radial_.node(0, where_.along_radial - loop), {1, -1}, true);
        turn_loop(radial_.node(0, where_.along_radial + loop), ring_.node(1, where_.along_ring + loop), {1, 1}, false);
        turn_loop(ring_.node(1, where_.along_ring - loop), radial_.node(1, where_.along_radial + loop), {-1, 1}, true);
        turn_loop(radial_.node(1, where_.along_radial - loop), ring_.node(0, where_.along_ring - loop), {-1, -1},
                  false);
    }

private:
    static constexpr double radius = 78;
    Town& town_;
    Works& works_;
    Interchange const& where_;
    Expressway& ring_;
    Expressway& radial_;

    struct On {
        int carriageway;
        double along;
    };

    P place(double u, double v) const
    {
        return where_.middle + ring_.ahead(where_.along_ring) * u + radial_.ahead(where_.along_radial) * v;
    }
    void link(std::vector<int> nodes, char const* speed)
    {
        works_.lanes.push_back({std::move(nodes),
                                {{"highway", "motorway_link"}, {"oneway", "yes"}, {"lanes", "1"}, {"maxspeed", speed}},
                                -1});
    }
    void right_turn(On ring, On radial, P side)
    {
        bend(ring_.node(ring.carriageway, where_.along_ring + ring.along),
             radial_.node(radial.carriageway, where_.along_radial + radial.along), side, true);
    }
    void right_turn_from_radial(On radial, On ring, P side)
    {
        bend(radial_.node(radial.carriageway, where_.along_radial + radial.along),
             ring_.node(ring.carriageway, where_.along_ring + ring.along), side, false);
    }
    void bend(int from, int to, P side, bool from_ring)
    {
        Path corner{{330, 38}, {255, 100}, {178, 178}, {100, 255}, {38, 330}};
        if (!from_ring) std::reverse(corner.begin(), corner.end());
        std::vector<int> nodes{from};
        for (P p : corner) nodes.push_back(add_node(town_, place(p.x * side.x, p.y * side.y)));
        nodes.push_back(to);
        link(nodes, "60");
    }
    void turn_loop(int from, int to, P side, bool from_ring)
    {
        // Three quarters of a circle, from its side at the ring to its side at the radial.
        std::vector<P> turns{{0.383, -0.924}, {0.707, -0.707}, {0.924, -0.383}, {1, 0},
                             {0.924, 0.383},  {0.707, 0.707},  {0.383, 0.924},  {0, 1},
                             {-0.383, 0.924}, {-0.707, 0.707}, {-0.924, 0.383}};
        if (!from_ring) std::reverse(turns.begin(), turns.end());
        std::vector<int> nodes{from};
        double const centre = median + radius;
        for (P t : turns)
            nodes.push_back(add_node(town_, place((centre + radius * t.x) * side.x, (centre + radius * t.y) * side.y)));
        nodes.push_back(to);
        link(nodes, "40");
    }
};

int nearest_street_node(Mesh const& mesh, P place)
{
    int best = -1;
    double nearest = 1e18;
    for (int n = 0; n < static_cast<int>(mesh.at.size()); ++n) {
        double const far = distance(mesh.place(n), place);
        if (mesh.degree[ix(n)] >= 3 && far < nearest) nearest = far, best = n;
    }
    return best;
}

}  // namespace

void build_expressways(Town& town, Works& works)
{
    Plan const plan = town.plan;
    std::vector<Expressway> roads;
    roads.emplace_back(town, works, plan.outer_ring, true, 0);
    for (std::size_t i = 0; i < plan.radials.size(); ++i)
        roads.emplace_back(town, works, plan.radials[i], false, static_cast<int>(i) + 1);
    for (auto& road : roads) road.find_bridges();
    std::vector<double> on_ring;
    for (auto const& i : plan.interchanges) {
        auto& radial = roads[ix(i.radial + 1)];
        Cloverleaf{town, works, i, roads[0], radial}.build();
        radial.raise(i.along_radial - 60, i.along_radial + 60, 3);
        on_ring.push_back(i.along_ring);
    }
    roads[0].add_ramps(on_ring);
    for (auto const& i : plan.interchanges) roads[ix(i.radial + 1)].add_ramps({i.along_radial});
    TagList const tags{{"highway", "motorway"}, {"oneway", "yes"}, {"lanes", "3"}, {"maxspeed", "100"}};
    roads[0].finish(tags, -1, -1);
    for (std::size_t i = 0; i < plan.radials.size(); ++i) {
        int const start = nearest_street_node(town.mesh, plan.radials[i].front());
        int const end = nearest_street_node(town.mesh, plan.radials[i].back());
        roads[i + 1].finish(tags, start, end);
        works.on_nodes.push_back({start, {{"barrier", "toll_booth"}}});
    }
}

void build_railway(Town& town, Works& works)
{
    Mesh& mesh = town.mesh;
    Path const& axis = town.plan.railway;
    std::vector<double> bridges;
    double along = 0;
    for (std::size_t i = 1; i < axis.size(); ++i) {
        double const piece = distance(axis[i - 1], axis[i]);
        for (std::size_t e = 0; e < mesh.edges.size(); ++e) {
            if (mesh.edges[e].kind == Class::none) continue;
            P const a = mesh.place(mesh.halves[2 * e].from), b = mesh.place(mesh.halves[2 * e + 1].from);
            if (std::abs(a.x - axis[i].x) > 400 || std::abs(a.y - axis[i].y) > 400) continue;
            if (auto const t = crossing(axis[i - 1], axis[i], a, b)) bridges.push_back(along + piece * *t);
        }
        along += piece;
    }
    double const start = along_of(axis, {west_edge, axis[0].y - 50}) + 60, end = along - 40;
    std::vector<double> stops{start, end};
    for (double b : bridges)
        for (double s : {b - 28, b + 28})
            if (s > start + 20 && s < end - 20) stops.push_back(s);
    for (double s = start + 60; s < end; s += 60) stops.push_back(s);
    std::sort(stops.begin(), stops.end());
    auto const is_bridge = [&](double s) {
        return std::any_of(bridges.begin(), bridges.end(), [&](double b) { return s > b - 28 && s < b + 28; });
    };
    for (double side : {-2.4, 2.4}) {
        std::vector<int> nodes;
        bool raised = false;
        auto const flush = [&] {
            if (nodes.size() > 1) {
                TagList tags{
                    {"railway", "rail"}, {"gauge", "1435"}, {"electrified", "contact_line"}, {"usage", "main"}};
                if (raised) tags.insert(tags.end(), {{"bridge", "yes"}, {"layer", "1"}});
                works.lanes.push_back({nodes, tags, -1});
            }
        };
        for (std::size_t i = 0; i < stops.size(); ++i) {
            P const p = point_at(axis, stops[i]),
                    ahead = unit(point_at(axis, stops[i] + 10) - point_at(axis, stops[i] - 10));
            mesh.at.push_back(round_cm(p + left_of(ahead) * side));
            mesh.degree.push_back(0);
            int const node = static_cast<int>(mesh.at.size()) - 1;
            bool const now = i > 0 && is_bridge((stops[i - 1] + stops[i]) / 2);
            if (i > 1 && now != raised) {
                int const last = nodes.back();
                flush();
                nodes = {last};
            }
            if (i > 0) raised = now;
            nodes.push_back(node);
        }
        flush();
    }
    double const middle = along_of(axis, town.plan.station);
    for (double side : {-9.0, 9.0, 16.0, -16.0}) {
        std::vector<int> nodes;
        for (int k = -6; k <= 6; ++k) {
            double const s = middle + k * 40, ease = 1 - std::max(0.0, (std::abs(k) - 4) / 2.0);
            P const ahead = unit(point_at(axis, s + 10) - point_at(axis, s - 10));
            double const off = (side > 0 ? 2.4 : -2.4) + (side - (side > 0 ? 2.4 : -2.4)) * ease;
            mesh.at.push_back(round_cm(point_at(axis, s) + left_of(ahead) * off));
            mesh.degree.push_back(0);
            nodes.push_back(static_cast<int>(mesh.at.size()) - 1);
        }
        works.lanes.push_back({nodes, {{"railway", "rail"}, {"gauge", "1435"}, {"service", "siding"}}, -1});
    }
    for (double side : {-12.5, 12.5}) {
        P const ahead = unit(point_at(axis, middle + 10) - point_at(axis, middle - 10)), p = point_at(axis, middle),
                n = left_of(ahead);
        works.areas.push_back({{p + ahead * -150 + n * (side - 2.2), p + ahead * 150 + n * (side - 2.2),
                                p + ahead * 150 + n * (side + 2.2), p + ahead * -150 + n * (side + 2.2)},
                               {{"railway", "platform"}, {"public_transport", "platform"}, {"area", "yes"}},
                               -1});
    }
    P const ahead = unit(point_at(axis, middle + 10) - point_at(axis, middle - 10)), south = left_of(ahead) * -1;
    P const hall = point_at(axis, middle) + south * 19;
    works.buildings.push_back(
        {{hall + ahead * 75, hall - ahead * 75, hall - ahead * 75 + south * 11, hall + ahead * 75 + south * 11},
         -1,
         -1,
         4,
         {{"building", "train_station"}}});
}

}  // namespace cresset::maps::city
