#pragma once
/// The edges of the mesh put together to streets: an edge goes on in the one that lies straightest ahead and is of its
/// kind. Streets get names, some in the centre get one direction, main junctions get signals and here and there a
/// forbidden turn.

#include "maps/city_names.h"
#include "maps/city_works.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cresset::maps::city {

struct Street {
    std::vector<int> halves;  // one after the other, each beginning where the last ended
    Class kind = Class::residential;
    Name name;
    std::string ref;
    bool oneway = false;  // along its halves
    double length = 0;
};

struct Ban {  // a turn that is forbidden
    int via = 0;
    int from_edge = 0, to_edge = 0;
    std::string what;  // "no_left_turn"
};

struct Network {
    std::vector<Street> streets;
    std::vector<int> street_of_edge;  // -1: the edge is no street
    std::vector<int> signals;         // nodes
    std::vector<Ban> bans;
};

Network make_network(Town const& town, Names& names, std::uint64_t seed);

/// Number of a house on a street: even on one side, odd on the other, counted from the street's start.
int house_number(Town const& town, Street const& street, P place);

}  // namespace cresset::maps::city
