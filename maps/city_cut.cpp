#include "maps/city_streets.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

/// A face as a ring of halves, with what a cut asks of it again and again.
struct Shape {
    std::vector<int> halves;
    Path ring;
    double area = 0;
    std::size_t size() const { return ring.size(); }
    std::size_t after(std::size_t i) const { return (i + 1) % size(); }
    std::size_t before(std::size_t i) const { return (i + size() - 1) % size(); }
};

struct Box {          // around a face, turned to its longest sides
    P middle, along;  // along: the longer way
    double length = 0, width = 0;
};

Box best_box(Path const& ring)
{
    Box best;
    double smallest = 1e18;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        P const d = ring[(i + 1) % ring.size()] - ring[i];
        if (dot(d, d) < 100) continue;
        P const u = unit(d), v = left_of(u);
        double u0 = 1e18, u1 = -1e18, v0 = 1e18, v1 = -1e18;
        for (P p : ring) {
            u0 = std::min(u0, dot(p, u)), u1 = std::max(u1, dot(p, u));
            v0 = std::min(v0, dot(p, v)), v1 = std::max(v1, dot(p, v));
        }
        double const area = (u1 - u0) * (v1 - v0);
        if (area >= smallest * 0.999) continue;
        smallest = area;
        bool const is_long = u1 - u0 >= v1 - v0;
        best = {u * ((u0 + u1) / 2) + v * ((v0 + v1) / 2), is_long ? u : v, std::max(u1 - u0, v1 - v0),
                std::min(u1 - u0, v1 - v0)};
    }
    return best;
}

struct End {  // where a cut meets the ring: at a corner, or within the edge that begins there
    std::size_t corner = 0;
    bool at_corner = false;
    P place;
};

class Cut {
public:
    Cut(Mesh& mesh, Shape const& shape, CutRule const& rule, Dice& dice)
        : mesh_{mesh}, shape_{shape}, rule_{rule}, dice_{dice}
    {
    }

    /// Tries a street through a place in a direction.
    bool find(P through, P direction)
    {
        auto const span = longest_span(through, direction);
        if (!span) return false;
        auto const a = attach(span->first), b = attach(span->second);
        if (!a || !b || !ends_differ(*a, *b)) return false;
        from_ = *a, to_ = *b;
        return shape_path();
    }

    int apply()
    {
        int const first = corner_half(from_), second = corner_half(to_);
        Edge edge;
        edge.kind = rule_.kind;
        return mesh_.cut_face(first, second, between_, edge);
    }

private:
    Mesh& mesh_;
    Shape const& shape_;
    CutRule const& rule_;
    Dice& dice_;
    End from_, to_;
    Path between_;

    std::optional<std::pair<End, End>> longest_span(P through, P direction) const;
    std::optional<End> attach(End end) const;
    std::optional<End> junction_near(End const& end) const;
    bool ends_differ(End const& a, End const& b) const;
    bool angle_is_open(End const& end, P toward) const;
    P inward(End const& end) const;
    bool shape_path();
    Path bent() const;
    bool is_good(Path const& path) const;
    bool halves_are_good(Path const& path) const;
    int corner_half(End const& end);
};

std::optional<std::pair<End, End>> Cut::longest_span(P through, P direction) const
{
    struct Hit {
        double s;
        End end;
    };
    std::vector<Hit> hits;
    P const v = left_of(direction);
    for (std::size_t i = 0; i < shape_.size(); ++i) {
        P const a = shape_.ring[i], b = shape_.ring[shape_.after(i)];
        double const da = dot(a - through, v), db = dot(b - through, v);
        if ((da > 0) == (db > 0)) continue;
        P const p = mix(a, b, da / (da - db));
        hits.push_back({dot(p - through, direction), {i, false, p}});
    }
    std::sort(hits.begin(), hits.end(), [](Hit const& a, Hit const& b) { return a.s < b.s; });
    std::optional<std::pair<End, End>> best;
    double longest = 0;
    for (std::size_t i = 0; i + 1 < hits.size(); i += 2) {
        if (hits[i + 1].s - hits[i].s <= longest) continue;
        longest = hits[i + 1].s - hits[i].s;
        best = {hits[i].end, hits[i + 1].end};
    }
    return best;
}

/// The nearest junction of the ring within the rule's snapping distance, going both ways.
std::optional<End> Cut::junction_near(End const& end) const
{
    std::optional<End> best;
    double nearest = rule_.snap;
    for (bool forward : {true, false}) {
        std::size_t i = forward ? shape_.after(end.corner) : end.corner;
        P last = end.place;
        double far = 0;
        for (int steps = 0; steps < 12; ++steps) {
            far += distance(last, shape_.ring[i]);
            if (far >= nearest) break;
            if (mesh_.degree[ix(mesh_.half(shape_.halves[i]).from)] >= 3) {
                nearest = far;
                best = End{i, true, shape_.ring[i]};
                break;
            }
            last = shape_.ring[i];
            i = forward ? shape_.after(i) : shape_.before(i);
        }
    }
    return best;
}

std::optional<End> Cut::attach(End end) const
{
    auto const is_open = [&](std::size_t i) {
        Edge const& edge = mesh_.edge(shape_.halves[i]);
        bool const leaves_map = edge.barrier == Barrier::border && rule_.kind != Class::alley;
        return leaves_map || (edge.kind != Class::none && !edge.under && edge.kind != Class::alley);
    };
    if (!is_open(end.corner)) return {};
    if (auto const junction = junction_near(end)) {
        if (!is_open(junction->corner) || !is_open(shape_.before(junction->corner))) return {};
        if (mesh_.degree[ix(mesh_.half(shape_.halves[junction->corner]).from)] >= 5) return {};
        return junction;
    }
    for (std::size_t i : {end.corner, shape_.after(end.corner)})
        if (distance(end.place, shape_.ring[i]) < 12) {
            if (!is_open(i) || !is_open(shape_.before(i))) return {};
            return End{i, true, shape_.ring[i]};
        }
    return end;
}

bool Cut::ends_differ(End const& a, End const& b) const
{
    if (a.corner == b.corner) return false;
    if (distance(a.place, b.place) < 35) return false;
    if (b.at_corner && !a.at_corner && shape_.after(a.corner) == b.corner) return false;
    if (a.at_corner && !b.at_corner && shape_.after(b.corner) == a.corner) return false;
    return shape_.after(a.corner) != b.corner || shape_.after(b.corner) != a.corner;
}

bool Cut::angle_is_open(End const& end, P toward) const
{
    P const out = unit(toward - end.place);
    P const ahead = unit(shape_.ring[shape_.after(end.corner)] - end.place);
    std::size_t const behind = end.at_corner ? shape_.before(end.corner) : end.corner;
    P const back = unit(shape_.ring[behind] - end.place);
    constexpr double widest = 0.68;  // cosine of 47 degrees
    return dot(out, ahead) < widest && dot(out, back) < widest;
}

P Cut::inward(End const& end) const
{
    P const ahead = unit(shape_.ring[shape_.after(end.corner)] - end.place);
    std::size_t const behind = end.at_corner ? shape_.before(end.corner) : end.corner;
    P const back = unit(shape_.ring[behind] - end.place);
    return unit(left_of(ahead) - left_of(back));
}

Path Cut::bent() const
{
    P const a = from_.place, b = to_.place;
    double const length = distance(a, b), handle = length * 0.32;
    P const chord = unit(b - a);
    P const out = unit(inward(from_) + chord), in = unit(inward(to_) - chord);
    P const c = a + out * handle, d = b + in * handle;
    auto const parts = static_cast<int>(std::max(1.0, std::floor(length / 65)));
    Path path{a};
    for (int i = 1; i < parts; ++i) {
        double const t = static_cast<double>(i) / parts, s = 1 - t;
        P p = a * (s * s * s) + c * (3 * s * s * t) + d * (3 * s * t * t) + b * (t * t * t);
        if (rule_.crooked > 0) p = p + left_of(chord) * ((dice_.real() * 2 - 1) * rule_.crooked);
        path.push_back(p);
    }
    path.push_back(b);
    double most = 0;
    for (P p : path) most = std::max(most, segment_distance(p, a, b));
    if (most < 3) return {a, b};
    return path;
}

bool Cut::is_good(Path const& path) const
{
    if (!angle_is_open(from_, path[1]) || !angle_is_open(to_, path[path.size() - 2])) return false;
    for (std::size_t k = 1; k < path.size(); ++k)
        for (std::size_t i = 0; i < shape_.size(); ++i) {
            P const corner = shape_.ring[i], next = shape_.ring[shape_.after(i)];
            double const far = segment_distance(corner, path[k - 1], path[k]);
            double const ends = std::min(distance(corner, from_.place), distance(corner, to_.place));
            if (far < std::min(19.0, 0.5 * ends)) return false;
            bool const own = i == from_.corner || i == to_.corner ||
                             (from_.at_corner && shape_.after(i) == from_.corner) ||
                             (to_.at_corner && shape_.after(i) == to_.corner);
            bool const inner = k > 1 && k + 1 < path.size();
            if ((!own || inner) && crossing(path[k - 1], path[k], corner, next)) return false;
        }
    return halves_are_good(path);
}

bool Cut::halves_are_good(Path const& path) const
{
    Path half{path.begin(), path.end()};
    for (std::size_t i = to_.at_corner ? to_.corner : shape_.after(to_.corner);; i = shape_.after(i)) {
        if (!(to_.at_corner && i == to_.corner)) {
            if (from_.at_corner && i == from_.corner) break;
            half.push_back(shape_.ring[i]);
        }
        if (!from_.at_corner && i == from_.corner) break;
    }
    double const left = ring_area(half), right = shape_.area - left;
    if (left < rule_.largest * 0.2 || right < rule_.largest * 0.2) return false;
    double const around = path_length(half) + distance(half.back(), half.front());
    double const other =
        path_length(shape_.ring) + distance(shape_.ring.back(), shape_.ring.front()) - around + 2 * path_length(path);
    return left > 0.022 * around * around && right > 0.022 * other * other;
}

bool Cut::shape_path()
{
    for (Path const& path : {bent(), Path{from_.place, to_.place}}) {
        if (!is_good(path)) continue;
        between_.assign(path.begin() + 1, path.end() - 1);
        return true;
    }
    return false;
}

int Cut::corner_half(End const& end)
{
    int const half = shape_.halves[end.corner];
    if (end.at_corner) return half;
    mesh_.cut_edge(half, end.place);
    return mesh_.half(half).next;
}

}  // namespace

int cut_by_street(Mesh& mesh, int face, CutRule const& rule, Dice& dice)
{
    Shape shape{mesh.loop(face), mesh.ring(face), 0};
    shape.area = ring_area(shape.ring);
    Box const box = best_box(shape.ring);
    if (box.length <= 0) return -1;
    for (int attempt = 0; attempt < 14; ++attempt) {
        bool const cross_way = attempt % 5 == 4;  // now and then along the face instead of across it
        P const along = cross_way ? left_of(box.along) : box.along;
        double const length = cross_way ? box.width : box.length;
        double const wander = (dice.real() * 2 - 1) * (rule.wander + 0.03 * attempt);
        double const tilt = (dice.real() * 2 - 1) * (rule.tilt + 0.02 * attempt);
        P const direction = unit(left_of(along) + along * tilt);
        Cut cut{mesh, shape, rule, dice};
        if (cut.find(box.middle + along * (length * std::clamp(wander, -0.3, 0.3)), direction)) return cut.apply();
    }
    return -1;
}

}  // namespace cresset::maps::city
