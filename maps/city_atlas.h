#pragma once
/// Writes the training city as nodes, ways and relations with tags; numbers them as it goes.

#include "maps/city_areas.h"
#include "maps/city_network.h"
#include "maps/city_works.h"
#include "maps/source_map.h"

#include <map>
#include <string>
#include <vector>

namespace cresset::maps::city {

class Atlas {
public:
    explicit Atlas(Town const& town) : town_{town} {}

    void add_streets(Network const& network);
    void add_lanes(Works const& works);
    void add_bans(Network const& network);
    void add_water();
    void add_areas(Works const& works);
    void add_buildings(Works const& works, Network const& network);
    void add_spots(Works const& works);
    void add_boundaries(Areas const& areas);
    SourceMap finish() &&;

private:
    Town const& town_;
    SourceMap map_;
    std::map<int, std::uint32_t> ground_nodes_, tunnel_nodes_, boundary_nodes_;
    std::map<std::pair<int, int>, std::uint32_t> way_at_end_;  // by edge and node: for bans
    std::vector<int> cuts_;

    std::uint32_t new_node(P place);
    std::uint32_t node_of(std::map<int, std::uint32_t>& known, int mesh_node);
    std::uint32_t street_node(int half, int mesh_node);
    std::uint32_t add_way(std::vector<std::uint32_t> nodes, TagList const& tags);
    std::uint32_t add_ring(Path const& ring, TagList const& tags);
    void add_line(Path const& line, TagList const& tags);
    void add_relation(std::vector<SourceMember> members, TagList const& tags);
    void tag_node(std::uint32_t node, TagList const& tags);
    TagList street_tags(Street const& street, int half) const;
    bool is_portal(int mesh_node) const;
};

/// Where a place in metres lies on the globe.
Place place_of(P place);

}  // namespace cresset::maps::city
