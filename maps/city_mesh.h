#pragma once
/// The ground of the training city as a mesh: streets and shores that meet in shared nodes, and the faces between them.
/// Every edge is straight and has two halves (2k and 2k + 1), each with the face on its left. Cutting an edge or a face
/// keeps all this true, so no street can ever cross another without a node.

#include "maps/city_geometry.h"

#include <cstdint>
#include <vector>

namespace cresset::maps::city {

enum class Class : std::uint8_t {
    none,  // no street: a shore, the coast, the edge of the map
    trunk,
    primary,
    secondary,
    tertiary,
    residential,
    living_street,
    track,
    alley,  // a lane for people on foot
};

enum class Barrier : std::uint8_t { none, bank, coast, border };

struct Edge {
    Class kind = Class::none;
    Barrier barrier = Barrier::none;
    bool under = false;     // in a tunnel: joins nothing that it crosses
    bool frontage = false;  // beside an expressway
    bool quay = false;      // beside a canal
    int line = -1;          // of the plan, for its name
};

struct Half {
    int from = 0, next = 0, prev = 0, face = 0;
};

enum class Ground : std::uint8_t { land, river, sea, canal, expressway, railway, outside };

struct Mesh {
    std::vector<P> at;                // nodes
    std::vector<Half> halves;         // twin of h is h ^ 1
    std::vector<Edge> edges;          // edge of h is h / 2
    std::vector<int> first_of_face;   // a half of each face
    std::vector<int> parent_of_face;  // the face of the plan that it was cut from
    std::vector<int> degree;          // of nodes, streets only

    int to(int half) const { return halves[static_cast<std::size_t>(half ^ 1)].from; }
    Half const& half(int h) const { return halves[static_cast<std::size_t>(h)]; }
    Edge const& edge(int h) const { return edges[static_cast<std::size_t>(h / 2)]; }
    P place(int node) const { return at[static_cast<std::size_t>(node)]; }
    P from_place(int h) const { return place(half(h).from); }
    int face_count() const { return static_cast<int>(first_of_face.size()); }
    std::vector<int> loop(int face) const;
    Path ring(int face) const;

    /// A new node on an edge. The half keeps its start and ends there; both faces stay what they are.
    int cut_edge(int h, P place);
    /// A path from the start of one half of a face to the start of another, `between` its inner points; answers the new
    /// face (on the right of the path), a child of the same parent.
    int cut_face(int from_half, int to_half, Path const& between, Edge const& edge);
};

struct PlannedLine {
    Path path;
    Edge edge;
    bool closed = false;
};

/// Joins the lines in nodes where they cross, drops loose ends, and finds the faces. The face outside everything is 0.
Mesh make_mesh(std::vector<PlannedLine> const& lines);

}  // namespace cresset::maps::city
