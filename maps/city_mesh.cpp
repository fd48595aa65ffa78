#include "maps/city_mesh.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

struct Segment {
    int a = 0, b = 0;
    Edge edge;
};

/// The lines as segments between nodes on whole centimetres, cut where they cross.
struct Draft {
    std::vector<P> at;
    std::vector<Segment> segments;

    int node(P place)
    {
        P const p = round_cm(place);
        auto const key = std::pair{static_cast<std::int64_t>(p.x * 100 + (p.x < 0 ? -0.5 : 0.5)),
                                   static_cast<std::int64_t>(p.y * 100 + (p.y < 0 ? -0.5 : 0.5))};
        auto const [found, is_new] = numbers_.try_emplace(key, static_cast<int>(at.size()));
        if (is_new) at.push_back(p);
        return found->second;
    }

private:
    std::map<std::pair<std::int64_t, std::int64_t>, int> numbers_;
};

struct Raw {
    P a, b;
    Edge edge;
    std::vector<double> cuts;
};

bool boxes_meet(Raw const& r, Raw const& s)
{
    return std::max(r.a.x, r.b.x) >= std::min(s.a.x, s.b.x) && std::max(s.a.x, s.b.x) >= std::min(r.a.x, r.b.x) &&
           std::max(r.a.y, r.b.y) >= std::min(s.a.y, s.b.y) && std::max(s.a.y, s.b.y) >= std::min(r.a.y, r.b.y);
}

std::vector<Raw> raw_segments(std::vector<PlannedLine> const& lines)
{
    std::vector<Raw> raw;
    for (auto const& line : lines) {
        for (std::size_t i = 1; i < line.path.size(); ++i)
            raw.push_back({round_cm(line.path[i - 1]), round_cm(line.path[i]), line.edge, {}});
        if (line.closed) raw.push_back({round_cm(line.path.back()), round_cm(line.path.front()), line.edge, {}});
    }
    return raw;
}

Draft cut_where_crossed(std::vector<PlannedLine> const& lines)
{
    auto raw = raw_segments(lines);
    for (std::size_t i = 0; i < raw.size(); ++i)
        for (std::size_t j = i + 1; j < raw.size(); ++j) {
            if (!boxes_meet(raw[i], raw[j])) continue;
            auto const t = crossing(raw[i].a, raw[i].b, raw[j].a, raw[j].b);
            auto const u = crossing(raw[j].a, raw[j].b, raw[i].a, raw[i].b);
            if (!t || !u) continue;
            raw[i].cuts.push_back(*t);
            P const where = mix(raw[i].a, raw[i].b, *t);
            raw[j].cuts.push_back(dot(where - raw[j].a, raw[j].b - raw[j].a) /
                                  dot(raw[j].b - raw[j].a, raw[j].b - raw[j].a));
        }
    Draft draft;
    std::set<std::pair<int, int>> known;
    for (auto& r : raw) {
        std::sort(r.cuts.begin(), r.cuts.end());
        std::vector<int> nodes{draft.node(r.a)};
        for (double t : r.cuts) nodes.push_back(draft.node(mix(r.a, r.b, t)));
        nodes.push_back(draft.node(r.b));
        for (std::size_t i = 1; i < nodes.size(); ++i)
            if (nodes[i] != nodes[i - 1] && known.insert(std::minmax(nodes[i - 1], nodes[i])).second)
                draft.segments.push_back({nodes[i - 1], nodes[i], r.edge});
    }
    return draft;
}

std::vector<std::vector<int>> around(Draft const& draft)
{
    std::vector<std::vector<int>> at_node(draft.at.size());
    for (std::size_t i = 0; i < draft.segments.size(); ++i) {
        at_node[ix(draft.segments[i].a)].push_back(static_cast<int>(i));
        at_node[ix(draft.segments[i].b)].push_back(static_cast<int>(i));
    }
    return at_node;
}

/// Lines overshoot where they are to join: what hangs loose goes.
void drop_loose_ends(Draft& draft)
{
    for (bool again = true; again;) {
        again = false;
        auto const at_node = around(draft);
        auto const loose = [&](Segment const& s) {
            return at_node[ix(s.a)].size() == 1 || at_node[ix(s.b)].size() == 1;
        };
        auto const end = std::remove_if(draft.segments.begin(), draft.segments.end(), loose);
        again = end != draft.segments.end();
        draft.segments.erase(end, draft.segments.end());
    }
}

/// A bend close to a junction goes, so that no edge of a few metres is left beside it.
void drop_short_bends(Draft& draft, double shortest)
{
    for (bool again = true; again;) {
        again = false;
        auto const at_node = around(draft);
        std::vector<bool> touched(draft.segments.size(), false), gone(draft.segments.size(), false);
        for (std::size_t n = 0; n < at_node.size(); ++n) {
            if (at_node[n].size() != 2) continue;
            auto const i = ix(at_node[n][0]), j = ix(at_node[n][1]);
            Segment& s = draft.segments[i];
            Segment const& t = draft.segments[j];
            if (touched[i] || touched[j] || s.edge.line != t.edge.line) continue;
            double const length = std::min(distance(draft.at[ix(s.a)], draft.at[ix(s.b)]),
                                           distance(draft.at[ix(t.a)], draft.at[ix(t.b)]));
            if (length >= shortest) continue;
            int const end = t.a == static_cast<int>(n) ? t.b : t.a;
            (s.a == static_cast<int>(n) ? s.a : s.b) = end;
            if (s.a == s.b) continue;
            touched[i] = touched[j] = gone[j] = again = true;
        }
        std::vector<Segment> kept;
        for (std::size_t i = 0; i < gone.size(); ++i)
            if (!gone[i]) kept.push_back(draft.segments[i]);
        draft.segments = kept;
    }
}

bool upper(P d)
{
    return d.y > 0 || (d.y == 0 && d.x > 0);
}

bool before(P a, P b)
{
    return upper(a) != upper(b) ? upper(a) : cross(a, b) > 0;
}

void link_around_nodes(Mesh& mesh)
{
    std::vector<std::vector<int>> leaving(mesh.at.size());
    for (int h = 0; h < static_cast<int>(mesh.halves.size()); ++h) leaving[ix(mesh.half(h).from)].push_back(h);
    for (auto& fan : leaving) {
        std::stable_sort(fan.begin(), fan.end(), [&](int g, int h) {
            return before(mesh.place(mesh.to(g)) - mesh.from_place(g), mesh.place(mesh.to(h)) - mesh.from_place(h));
        });
        for (std::size_t i = 0; i < fan.size(); ++i) {
            int const out = fan[i], turned = fan[(i + 1) % fan.size()] ^ 1;  // comes in on the left of `out`
            mesh.halves[ix(turned)].next = out;
            mesh.halves[ix(out)].prev = turned;
        }
    }
}

void find_faces(Mesh& mesh)
{
    for (auto& h : mesh.halves) h.face = -1;
    std::vector<int> firsts;
    int outside = -1;
    for (int h = 0; h < static_cast<int>(mesh.halves.size()); ++h) {
        if (mesh.half(h).face >= 0) continue;
        int const face = static_cast<int>(firsts.size());
        double twice = 0;
        for (int s = h; mesh.half(s).face < 0; s = mesh.half(s).next) {
            mesh.halves[ix(s)].face = face;
            twice += cross(mesh.from_place(s), mesh.place(mesh.to(s)));
        }
        if (twice < 0) outside = face;
        firsts.push_back(h);
    }
    if (outside > 0) {
        std::swap(firsts[0], firsts[ix(outside)]);
        for (auto& h : mesh.halves) h.face = h.face == 0 ? outside : h.face == outside ? 0 : h.face;
    }
    mesh.first_of_face = firsts;
    for (int f = 0; f < mesh.face_count(); ++f) mesh.parent_of_face.push_back(f);
}

}  // namespace

std::vector<int> Mesh::loop(int face) const
{
    std::vector<int> result;
    int const first = first_of_face[ix(face)];
    int h = first;
    do {
        result.push_back(h);
        h = half(h).next;
    } while (h != first);
    return result;
}

Path Mesh::ring(int face) const
{
    Path result;
    for (int h : loop(face)) result.push_back(from_place(h));
    return result;
}

int Mesh::cut_edge(int h, P place)
{
    int const node = static_cast<int>(at.size()), twin = h ^ 1, rest = static_cast<int>(halves.size());
    at.push_back(round_cm(place));
    edges.push_back(edges[ix(h / 2)]);
    degree.push_back(edge(h).kind == Class::none ? 0 : 2);
    int const end = to(h), after = half(h).next, before_twin = half(twin).prev;
    bool const spur = after == twin;                                            // the edge hangs loose at its end
    halves.push_back({node, spur ? rest + 1 : after, h, half(h).face});         // rest: node -> end
    halves.push_back({end, twin, spur ? rest : before_twin, half(twin).face});  // its twin: end -> node
    halves[ix(h)].next = rest;
    halves[ix(twin)].from = node;
    halves[ix(twin)].prev = rest + 1;
    if (!spur) halves[ix(after)].prev = rest, halves[ix(before_twin)].next = rest + 1;
    return node;
}

int Mesh::cut_face(int from_half, int to_half, Path const& between, Edge const& info)
{
    int const left = half(from_half).face, right = face_count();
    std::vector<int> nodes{half(from_half).from};
    for (P p : between) {
        nodes.push_back(static_cast<int>(at.size()));
        at.push_back(round_cm(p));
        degree.push_back(2);
    }
    nodes.push_back(half(to_half).from);
    ++degree[ix(nodes.front())], ++degree[ix(nodes.back())];
    int const before_from = half(from_half).prev, before_to = half(to_half).prev;
    int const first = static_cast<int>(halves.size()), count = static_cast<int>(nodes.size()) - 1;
    for (int i = 0; i < count; ++i) {
        int const ahead = first + 2 * i, back = ahead + 1;
        bool const is_last = i + 1 == count, is_first = i == 0;
        edges.push_back(info);
        halves.push_back({nodes[ix(i)], is_last ? to_half : ahead + 2, is_first ? before_from : ahead - 2, left});
        halves.push_back({nodes[ix(i + 1)], is_first ? from_half : back - 2, is_last ? before_to : back + 2, right});
    }
    int const last_back = first + 2 * count - 1;
    halves[ix(before_from)].next = first;
    halves[ix(to_half)].prev = first + 2 * (count - 1);
    halves[ix(before_to)].next = last_back;
    halves[ix(from_half)].prev = first + 1;
    first_of_face[ix(left)] = first;
    first_of_face.push_back(last_back);
    parent_of_face.push_back(parent_of_face[ix(left)]);
    for (int h : loop(right)) halves[ix(h)].face = right;
    return right;
}

Mesh make_mesh(std::vector<PlannedLine> const& lines)
{
    Draft draft = cut_where_crossed(lines);
    drop_loose_ends(draft);
    drop_short_bends(draft, 18);
    Mesh mesh;
    mesh.at = draft.at;
    mesh.degree.assign(mesh.at.size(), 0);
    for (auto const& s : draft.segments) {
        mesh.edges.push_back(s.edge);
        mesh.halves.push_back({s.a, 0, 0, 0});
        mesh.halves.push_back({s.b, 0, 0, 0});
        if (s.edge.kind != Class::none) ++mesh.degree[ix(s.a)], ++mesh.degree[ix(s.b)];
    }
    link_around_nodes(mesh);
    find_faces(mesh);
    return mesh;
}

}  // namespace cresset::maps::city
