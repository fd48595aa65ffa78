#pragma once
/// What is built on the ground of the training city beside its streets: lanes within the blocks, expressways and
/// railways, areas, buildings and single things, all with OpenStreetMap tags.

#include "maps/city_names.h"
#include "maps/city_streets.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cresset::maps::city {

using TagList = std::vector<std::pair<std::string, std::string>>;

struct Lane {
    std::vector<int> nodes;  // of the mesh, which also holds nodes of lanes
    TagList tags;
    int block = -1;  // the face it lies in, if it lies in one
};

struct Area {
    Path ring;
    TagList tags;
    int face =
        -1;  // if it fills one: its corners are those of the streets around it, so that one can walk in from them
};

struct Spot {
    P place;
    TagList tags;
};

struct Building {
    Path ring;  // four corners, or a hand-drawn outline
    int block = -1;
    int street = -1;  // the edge of the mesh that it faces
    int levels = 1;
    TagList tags;
};

struct OnNode {  // tags of a node of the mesh
    int node = 0;
    TagList tags;
};

struct Works {
    std::map<int, TagList> sites;  // of faces that are one place: a school, a hospital, a square
    std::vector<Lane> lanes;
    std::vector<Area> areas;
    std::vector<Spot> spots;
    std::vector<Building> buildings;
    std::vector<OnNode> on_nodes;
};

int add_node(Town& town, P place);

/// Chooses the blocks that become schools, hospitals, markets, squares and the like, well apart from each other.
void choose_sites(Town& town, Works& works, Names& names, std::uint64_t seed);

/// Lanes and grounds of every block: gated compounds with their gates, culs-de-sac, yards, park paths and lakes, quays.
void lay_out_blocks(Town& town, Works& works, std::uint64_t seed);

/// Carriageways, ramps, interchanges and toll plazas; the railway and its station.
void build_expressways(Town& town, Works& works);
void build_railway(Town& town, Works& works);

/// Walks along the river, between the street and the water.
void build_promenades(Town& town, Works& works);

/// Houses along the streets, slabs in the compounds, halls, towers.
void build_houses(Town const& town, Works& works, std::uint64_t seed);

/// Half the width of a street's ground, pavement included.
double half_width(Edge const& edge);

/// A face's ring, without the bends of less than some 8 degrees; `edges` gets the edge of the mesh that each side lies
/// on.
struct Block {
    Path ring;
    std::vector<int> halves;  // one that each side lies on
};
Block block_of(Mesh const& mesh, int face);

}  // namespace cresset::maps::city
