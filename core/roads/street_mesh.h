#pragma once
/// The ground between the streets of one mode, cut into triangles, for areas that are drawn around what is reached: the
/// corners are the nodes, points along the streets, and blank points where there is no street. Two corners are never
/// nearer than 30 cm; nodes that are share one. Made once for a city, whatever is reached later. What lies more than
/// thirteen degrees from the middle of the graph is left out.

#include "core/roads/road_graph.h"
#include "core/roads/triangulation.h"

#include <span>
#include <vector>

namespace cresset {

class StreetMesh {
public:
    /// A point on a street between its ends, in the direction of its even arc.
    struct Sample {
        std::uint32_t offset_mm;
        VertexNumber vertex;
    };

    StreetMesh(RoadGraph const& graph, Mode mode);

    /// No number where the mode may not come.
    VertexNumber vertex_of(NodeNumber node) const { return vertex_of_node_[node]; }
    bool is_node(VertexNumber vertex) const { return vertex >= first_node_ && vertex < first_sample_vertex_; }
    std::span<Sample const> samples(StreetNumber street) const
    {
        return {samples_.data() + first_sample_[street], samples_.data() + first_sample_[street + 1]};
    }

    std::size_t vertex_count() const { return places_.size(); }
    Place place(VertexNumber vertex) const { return places_[vertex]; }
    Triangulation const& triangles() const { return triangles_; }
    EdgeNumber leaving_edge(VertexNumber vertex) const { return leaving_[vertex]; }

    /// Where a place lies on the mesh's plane: straight lines stay straight, nothing is rounded.
    PlanePoint on_plane(Place place) const;
    /// An area of so many square metres, doubled, in the plane's units.
    std::int64_t twice_area(std::int64_t square_metres) const;

    /// Squares of about 100 m that say which nodes are near.
    std::size_t cell_count() const { return first_in_cell_.size() - 1; }
    std::int64_t column_of(std::int64_t x) const;
    std::int64_t row_of(std::int64_t y) const;
    std::size_t cell(std::int64_t column, std::int64_t row) const
    {
        return static_cast<std::size_t>(row * columns_ + column);
    }
    std::span<VertexNumber const> nodes_in(std::size_t cell) const
    {
        return {in_cells_.data() + first_in_cell_[cell], in_cells_.data() + first_in_cell_[cell + 1]};
    }

private:
    void choose_plane(Bounds const& box);
    void choose_cells();
    bool holds(Place place) const;
    VertexNumber add(Place place, std::int64_t near_mm);
    void add_nodes(RoadGraph const& graph, Mode mode);
    void add_samples(RoadGraph const& graph, Mode mode);
    void add_blanks();
    void sort_nodes_into_cells();
    Place place_on(PlanePoint point) const;

    Place middle_;
    std::int64_t north_scale_ = 1;  // units for 1e-7 degree
    std::int64_t east_scale_ = 1;
    std::int64_t cell_units_ = 1;
    PlanePoint corner_;
    std::int64_t columns_ = 1;
    std::int64_t rows_ = 1;
    Triangulation triangles_;
    std::vector<EdgeNumber> leaving_;
    std::vector<Place> places_;
    std::vector<VertexNumber> vertex_of_node_;
    VertexNumber first_node_ = 0;
    VertexNumber first_sample_vertex_ = 0;
    std::vector<std::uint32_t> first_sample_;
    std::vector<Sample> samples_;
    std::vector<std::uint32_t> first_in_cell_;
    std::vector<VertexNumber> in_cells_;
};

}  // namespace cresset
