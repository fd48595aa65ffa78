#include "maps/multipolygon.h"

#include <algorithm>

namespace cresset::maps {

namespace {

Place place_of(SourceMap const& map, std::uint32_t node)
{
    return map.nodes[node].place;
}

/// Stitches lines into rings. A line is used once; where several go on, the first one counts.
class Stitcher {
public:
    explicit Stitcher(std::vector<NodeRing> const& lines) : lines_{lines}, used_(lines.size(), false)
    {
        for (std::uint32_t i = 0; i < lines.size(); ++i) {
            if (lines[i].size() < 2) continue;
            ends_.emplace_back(lines[i].front(), i);
            if (lines[i].front() != lines[i].back()) ends_.emplace_back(lines[i].back(), i);
        }
        std::sort(ends_.begin(), ends_.end());
    }

    std::vector<NodeRing> rings()
    {
        for (std::uint32_t i = 0; i < lines_.size(); ++i)
            if (!used_[i] && lines_[i].size() >= 2) walk(i);
        return std::move(rings_);
    }
    bool whole() const { return whole_; }

private:
    void walk(std::uint32_t first)
    {
        path_ = {lines_[first].front()};
        joints_.clear();
        append(first);
        while (!joints_.empty() && path_.front() != path_.back()) {
            if (auto const next = unused_at(path_.back()))
                append(*next), cut_loop();
            else
                step_back();
        }
        if (!joints_.empty() && path_.size() >= 4) rings_.push_back(std::move(path_));
    }

    void append(std::uint32_t line)
    {
        used_[line] = true;
        auto const& nodes = lines_[line];
        joints_.push_back(path_.size() - 1);
        if (nodes.front() == path_.back())
            path_.insert(path_.end(), nodes.begin() + 1, nodes.end());
        else
            path_.insert(path_.end(), nodes.rbegin() + 1, nodes.rend());
    }

    /// A path that comes back to one of its joints has closed a ring there.
    void cut_loop()
    {
        auto const same = [&](std::size_t at) { return at > 0 && path_[at] == path_.back(); };
        auto const joint = std::find_if(joints_.begin(), joints_.end(), same);
        if (joint == joints_.end()) return;
        auto const at = *joint;
        if (path_.size() - at >= 4) rings_.emplace_back(path_.begin() + static_cast<std::ptrdiff_t>(at), path_.end());
        path_.resize(at + 1);
        joints_.erase(joint, joints_.end());
    }

    /// The last line leads nowhere.
    void step_back()
    {
        whole_ = false;
        path_.resize(joints_.back() + 1);
        joints_.pop_back();
    }

    std::optional<std::uint32_t> unused_at(std::uint32_t node) const
    {
        auto end = std::lower_bound(ends_.begin(), ends_.end(), std::pair{node, std::uint32_t{0}});
        for (; end != ends_.end() && end->first == node; ++end)
            if (!used_[end->second]) return end->second;
        return {};
    }

    std::vector<NodeRing> const& lines_;
    std::vector<bool> used_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;  // node, line
    NodeRing path_;
    std::vector<std::size_t> joints_;  // where in the path each of its lines begins
    std::vector<NodeRing> rings_;
    bool whole_ = true;
};

struct Nested {
    NodeRing ring;
    __int128 size = 0;  // twice the area, positive
    Bounds bounds;
    Line line;
    NodeRing corners;  // in ascending order
    int depth = 0;
    std::size_t inside = SIZE_MAX;  // the smallest ring around it
};

Nested nested(SourceMap const& map, NodeRing ring)
{
    Nested result;
    auto const area = doubled_area(map, ring);
    result.size = area < 0 ? -area : area;
    for (auto const node : ring) {
        result.line.push_back(place_of(map, node));
        result.bounds.add(place_of(map, node));
    }
    result.corners = ring;
    std::sort(result.corners.begin(), result.corners.end());
    result.ring = std::move(ring);
    return result;
}

/// Rings may touch in single points, so the first point that is no corner of the outer one decides.
bool lies_in(Nested const& inner, Nested const& outer)
{
    if (inner.size >= outer.size) return false;
    if (!outer.bounds.contains(inner.bounds.min) || !outer.bounds.contains(inner.bounds.max)) return false;
    for (std::size_t i = 0; i < inner.ring.size(); ++i)
        if (!std::binary_search(outer.corners.begin(), outer.corners.end(), inner.ring[i]))
            return ring_contains(outer.line, inner.line[i]);
    return ring_contains(outer.line, between(inner.line[0], inner.line[1], 1, 2));
}

void nest(std::vector<Nested>& rings)
{
    for (std::size_t i = 0; i < rings.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (lies_in(rings[i], rings[k])) {
                ++rings[i].depth;
                rings[i].inside = k;
            }
}

std::vector<NodePolygon> polygons_of(std::vector<Nested> rings)
{
    std::vector<NodePolygon> result;
    std::vector<std::size_t> places(rings.size(), SIZE_MAX);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (rings[i].depth % 2 == 0) {
            places[i] = result.size();
            result.push_back({std::move(rings[i].ring), {}});
        } else if (auto const outer = places[rings[i].inside]; outer != SIZE_MAX) {
            result[outer].holes.push_back(std::move(rings[i].ring));
        }
    }
    return result;
}

/// Keys that say what a thing is called or who drew it, not what it is.
bool describes(std::string_view key)
{
    static constexpr std::string_view beside[] = {"type",  "source", "created_by", "note",
                                                  "fixme", "FIXME",  "attribution"};
    return std::find(std::begin(beside), std::end(beside), key) == std::end(beside) && !key.starts_with("source:");
}

bool says_what_it_is(SourceMap const& map, Tags const& tags)
{
    return std::any_of(tags.begin(), tags.end(), [&](auto const& tag) {
        std::string_view const key = map.text(tag.first);
        return describes(key) && !key.starts_with("name");
    });
}

bool is_ring_role(std::string_view role)
{
    return role.empty() || role == "outer" || role == "inner" || role == "outline" || role == "enclave" ||
           role == "exclave";
}

}  // namespace

__int128 doubled_area(SourceMap const& map, NodeRing const& ring)
{
    __int128 sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        Place const a = place_of(map, ring[i]);
        Place const b = place_of(map, ring[i + 1]);
        sum += static_cast<__int128>(a.lon_e7) * b.lat_e7 - static_cast<__int128>(b.lon_e7) * a.lat_e7;
    }
    return sum;
}

NodeArea assemble_area(SourceMap const& map, std::vector<NodeRing> const& lines)
{
    Stitcher stitcher{lines};
    std::vector<Nested> rings;
    for (auto& ring : stitcher.rings()) rings.push_back(nested(map, std::move(ring)));
    std::erase_if(rings, [](Nested const& ring) { return ring.size == 0; });
    std::stable_sort(rings.begin(), rings.end(), [](Nested const& a, Nested const& b) { return a.size > b.size; });
    nest(rings);
    return {polygons_of(std::move(rings)), stitcher.whole()};
}

NodeArea assemble_area(SourceMap const& map, SourceRelation const& relation)
{
    std::vector<NodeRing> lines;
    for (auto const& member : relation.members)
        if (member.kind == MemberKind::way && is_ring_role(map.text(member.role)))
            lines.push_back(map.ways[member.index].nodes);
    NodeArea area = assemble_area(map, lines);
    area.whole = area.whole && relation.whole;
    return area;
}

AreaTags area_tags(SourceMap const& map, SourceRelation const& relation)
{
    if (says_what_it_is(map, relation.tags)) return {relation.tags, {}};
    AreaTags result{relation.tags, {}};
    for (auto const& member : relation.members) {
        if (member.kind != MemberKind::way || map.text(member.role) == "inner") continue;
        auto const& tags = map.ways[member.index].tags;
        if (!says_what_it_is(map, tags)) continue;
        if (result.from_ways.empty()) result.tags.insert(result.tags.end(), tags.begin(), tags.end());
        result.from_ways.push_back(member.index);
    }
    return result;
}

}  // namespace cresset::maps
