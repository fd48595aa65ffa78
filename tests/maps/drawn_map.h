#pragma once
/// A small source map drawn in metres: for tests that need a few streets and not a city.

#include "maps/source_map.h"

#include <initializer_list>
#include <utility>
#include <vector>

namespace cresset::maps {

class DrawnMap {
public:
    using TagList = std::initializer_list<std::pair<char const*, char const*>>;

    /// Metres east and north of `origin`.
    explicit DrawnMap(Place origin = {312300000, 1214700000}) : origin_{origin} {}

    std::uint32_t node(int east_m, int north_m, TagList tags = {})
    {
        SourceNode node;
        node.id = static_cast<std::int64_t>(map.nodes.size()) + 1;
        node.place = at(east_m, north_m);
        node.tags = pool(tags);
        map.bounds.add(node.place);
        map.nodes.push_back(node);
        return static_cast<std::uint32_t>(map.nodes.size() - 1);
    }
    std::uint32_t way(std::vector<std::uint32_t> nodes, TagList tags)
    {
        map.ways.push_back({static_cast<std::int64_t>(map.ways.size()) + 1, std::move(nodes), pool(tags)});
        return static_cast<std::uint32_t>(map.ways.size() - 1);
    }
    /// A closed way around a rectangle; answers its number. The nodes are the last four made.
    std::uint32_t box(int east_m, int north_m, int width_m, int height_m, TagList tags)
    {
        auto const a = node(east_m, north_m), b = node(east_m + width_m, north_m);
        auto const c = node(east_m + width_m, north_m + height_m), d = node(east_m, north_m + height_m);
        return way({a, b, c, d, a}, tags);
    }
    void relation(std::initializer_list<std::pair<char const*, std::pair<MemberKind, std::uint32_t>>> members,
                  TagList tags)
    {
        SourceRelation relation;
        relation.id = static_cast<std::int64_t>(map.relations.size()) + 1;
        for (auto const& [role, member] : members)
            relation.members.push_back({member.first, member.second, map.text(role)});
        relation.tags = pool(tags);
        map.relations.push_back(std::move(relation));
    }
    Place at(int east_m, int north_m) const { return moved(origin_, east_m * 1000, north_m * 1000); }
    Place place(std::uint32_t node) const { return map.nodes[node].place; }

    SourceMap map;

private:
    Tags pool(TagList list)
    {
        Tags tags;
        for (auto const& [key, value] : list) map.add_tag(tags, key, value);
        return tags;
    }
    Place origin_;
};

}  // namespace cresset::maps
