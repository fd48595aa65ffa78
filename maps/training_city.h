#pragma once
/// The training city 江湾 / Riverbend, invented from a seed: nobody and nothing real is in it, and it lies in open sea
/// (29.0 N, 124.5 E) so that it cannot be taken for a real town. Promises: the same seed gives the same bytes on every
/// machine; streets that meet at grade share a node, and what crosses without one is a bridge, a tunnel or on another
/// layer; what cars may use hangs together.
///
/// Conventions for those who read its tags (all else is ordinary OpenStreetMap tagging):
///   police station    node amenity=police, name, name:zh, name:en, ref ("S03"), police:district (the admin_level 6
///   name),
///                     police:area (the admin_level 8 name it serves), operator (the bureau)
///   districts         relation boundary=administrative, admin_level=6; sub-districts admin_level=8, each with
///   police:station
///                     (the ref of the station that serves it) and district (the name of its admin_level 6 area)
///   patrol grid       relation boundary=patrol_grid, ref ("S03-07"), name, police:station (the ref of its station)
///   camera            node man_made=surveillance, surveillance:type=camera, ref ("C0001"), name, camera:direction and
///                     camera:angle (degrees, clockwise from north), camera:range (metres), camera:type=fixed|dome,
///                     surveillance:zone=traffic|entrance|town|bank
///   gated compound    way landuse=residential, residential=gated; its gates are nodes barrier=lift_gate on the service
///   roads

#include "maps/source_map.h"

#include <cstdint>

namespace cresset::maps {

SourceMap make_training_city(std::uint64_t seed);

}  // namespace cresset::maps
