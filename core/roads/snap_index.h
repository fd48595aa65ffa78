#pragma once
/// Finds where on the roads a place is: a grid over the pieces of all streets. Exact in whole numbers of about 0.7 mm,
/// measured on a plane that touches the earth at the place asked; of equally near arcs the lowest number wins.

#include "core/roads/road_graph.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace cresset {

/// A point on an arc. `both_ways`: who stands there may also leave (or be reached) along the twin arc.
struct RoadPosition {
    ArcNumber arc = 0;
    std::uint32_t offset_mm = 0;    // along the arc, 0..length
    std::uint32_t distance_mm = 0;  // from the place that was asked for
    Place place{};                  // on the road
    bool both_ways = true;
    friend auto operator<=>(RoadPosition const&, RoadPosition const&) = default;
};

/// The same point seen from the other direction.
RoadPosition seen_back(RoadGraph const& graph, RoadPosition position);
/// The point of an arc at that length (clamped to the arc).
RoadPosition position_on(RoadGraph const& graph, ArcNumber arc, std::uint32_t offset_mm);

class SnapIndex {
public:
    /// The index refers to the graph, which must outlive it.
    explicit SnapIndex(RoadGraph const& graph);

    static constexpr std::uint32_t usual_reach_mm = 1'000'000;

    /// The nearest point on a street that the mode may use in either direction; the arc is one that it may use. Nothing
    /// within the reach: nothing.
    std::optional<RoadPosition> nearest(Place place, Mode mode, std::uint32_t reach_mm = usual_reach_mm) const;
    /// The nearest points of up to `k` different streets, nearest first, lowest arc first where equal.
    std::vector<RoadPosition> nearest_few(Place place, Mode mode, std::size_t k,
                                          std::uint32_t reach_mm = usual_reach_mm) const;

private:
    struct Piece {
        StreetNumber street;
        std::uint32_t point;  // the first of its two, in the street
    };
    struct Plane;
    struct Hit;
    void choose_cells();
    void fill();
    template <typename Visit>
    void for_cells_of(Place a, Place b, Visit visit) const;
    template <typename Found>
    void search(Plane const& plane, Mode mode, Found& found) const;
    void look_into(std::int64_t column, std::int64_t row, Plane const& plane, Mode mode, auto& found) const;
    RoadPosition position(Hit const& hit, Mode mode) const;

    RoadGraph const& graph_;
    std::int64_t cell_lat_e7_ = 1;
    std::int64_t cell_lon_e7_ = 1;
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::vector<std::uint32_t> first_piece_;
    std::vector<Piece> pieces_;
    std::vector<std::uint8_t> modes_;  // of each street: who may use it
};

}  // namespace cresset
