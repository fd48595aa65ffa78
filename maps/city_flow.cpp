#include "maps/city_flow.h"

#include <algorithm>
#include <string>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

bool is_for_cars(TagList const& tags)
{
    if (tags[0].first != "highway") return false;
    std::string const& kind = tags[0].second;
    return kind != "footway" && kind != "steps" && kind != "cycleway" && kind != "track";
}

std::vector<std::vector<int>> ways_ahead(Town const& town, Works const& works, Network const& network)
{
    std::vector<std::vector<int>> ahead(town.mesh.at.size());
    auto const link = [&](int a, int b, bool both) {
        ahead[ix(a)].push_back(b);
        if (both) ahead[ix(b)].push_back(a);
    };
    for (auto const& street : network.streets) {
        if (street.kind == Class::alley || street.kind == Class::track) continue;
        for (int h : street.halves) link(town.mesh.half(h).from, town.mesh.to(h), !street.oneway);
    }
    for (auto const& lane : works.lanes) {
        if (!is_for_cars(lane.tags)) continue;
        auto const oneway =
            std::find(lane.tags.begin(), lane.tags.end(), std::pair<std::string, std::string>{"oneway", "yes"});
        for (std::size_t i = 1; i < lane.nodes.size(); ++i)
            link(lane.nodes[i - 1], lane.nodes[i], oneway == lane.tags.end());
    }
    return ahead;
}

}  // namespace

/// Tarjan's algorithm (1972), with a stack of its own instead of recursion.
std::vector<int> connected_parts(std::vector<std::vector<int>> const& ahead)
{
    struct Visit {
        int node;
        std::size_t next;
    };
    int const count = static_cast<int>(ahead.size());
    std::vector<int> part(ix(count), -1), order(ix(count), -1), low(ix(count), 0), open;
    int counter = 0, parts = 0;
    for (int root = 0; root < count; ++root) {
        if (order[ix(root)] >= 0) continue;
        std::vector<Visit> visits{{root, 0}};
        while (!visits.empty()) {
            auto& [node, next] = visits.back();
            if (next == 0) order[ix(node)] = low[ix(node)] = counter++, open.push_back(node);
            if (next < ahead[ix(node)].size()) {
                int const to = ahead[ix(node)][next++];
                if (order[ix(to)] < 0)
                    visits.push_back({to, 0});
                else if (part[ix(to)] < 0)
                    low[ix(node)] = std::min(low[ix(node)], order[ix(to)]);
                continue;
            }
            int const done = node;
            if (low[ix(done)] == order[ix(done)]) {
                for (int top = -1; top != done; open.pop_back()) top = open.back(), part[ix(top)] = parts;
                ++parts;
            }
            visits.pop_back();
            if (!visits.empty()) low[ix(visits.back().node)] = std::min(low[ix(visits.back().node)], low[ix(done)]);
        }
    }
    return part;
}

void open_where_cut_off(Town const& town, Works const& works, Network& network)
{
    for (bool again = true; again;) {
        again = false;
        auto const part = connected_parts(ways_ahead(town, works, network));
        for (auto& street : network.streets) {
            if (!street.oneway) continue;
            bool const cuts = std::any_of(street.halves.begin(), street.halves.end(), [&](int h) {
                return part[ix(town.mesh.half(h).from)] != part[ix(town.mesh.to(h))];
            });
            if (!cuts) continue;
            street.oneway = false;
            again = true;
        }
    }
}

}  // namespace cresset::maps::city
