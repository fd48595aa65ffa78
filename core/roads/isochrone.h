#pragma once
/// The areas within so many minutes, drawn around what a search reached: every node within the time lies inside, no
/// node later than the time and a tenth does (of the nodes that the mode can use; nodes within 30 cm of each other are
/// one). What is nearer to a reached street than to another belongs to the area, wide open ground does not. Whole
/// numbers: equal on every machine. One drawer serves one thread.

#include "core/roads/reach.h"
#include "core/roads/street_mesh.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cresset {

/// Rings whose last point joins the first: the outer goes round counter-clockwise, the holes clockwise. They neither
/// touch nor cross.
struct IsochroneArea {
    Line outer;
    std::vector<Line> holes;
    friend bool operator==(IsochroneArea const&, IsochroneArea const&) = default;
};

/// Square metres, without the holes.
std::int64_t area_m2(IsochroneArea const& area);

struct Isochrone {
    std::uint32_t within_ms = 0;
    std::vector<IsochroneArea> areas;
    friend bool operator==(Isochrone const&, Isochrone const&) = default;
};

/// A ring smaller than that stands only where a node asks for it.
inline constexpr std::int64_t least_ring_m2 = 20'000;

class RingTrimmer;

class IsochroneDrawer {
public:
    /// The mesh must be of the same graph and mode as what is drawn.
    IsochroneDrawer(std::shared_ptr<RoadNet const> net, std::shared_ptr<StreetMesh const> mesh);
    ~IsochroneDrawer();

    /// One for each limit, in that order; none may be beyond the limit of the reach. Nodes are judged by it: to know
    /// those that are a tenth late the reach should go that far, otherwise later ones are all kept out.
    std::vector<Isochrone> draw(Reach const& reach, std::span<std::uint32_t const> limits_ms);

private:
    struct Ring {
        EdgeNumber first;  // an edge that it crosses, from within
        std::int64_t twice_area;
        Line line;
    };
    void time_vertices(Reach const& reach);
    void touch(VertexNumber vertex, std::uint32_t ms);
    std::uint32_t ms_of(VertexNumber vertex) const { return seen_[vertex] == draw_ ? ms_[vertex] : never_ms; }
    bool is_inside(VertexNumber vertex) const { return inside_[vertex] == pass_; }
    void trace_all();
    void find_rim();
    Ring trace(EdgeNumber first);
    bool mend_small_rings(std::uint32_t limit_ms);
    template <typename Keeps>
    bool turn_over(VertexNumber start, bool inside, Keeps keeps);
    void mark_areas();
    Isochrone assemble(std::uint32_t limit_ms);

    std::shared_ptr<RoadNet const> net_;
    std::shared_ptr<StreetMesh const> mesh_;
    std::unique_ptr<RingTrimmer> trimmer_;
    std::uint32_t draw_ = 0;
    std::uint32_t pass_ = 0;
    std::uint32_t trace_ = 0;
    std::vector<std::uint32_t> seen_;     // by which drawing each vertex was timed
    std::vector<std::uint32_t> ms_;       // its time
    std::vector<std::uint32_t> inside_;   // by which pass it was put inside
    std::vector<std::uint32_t> crossed_;  // by which tracing each edge was crossed
    std::vector<std::uint32_t> area_of_;
    std::vector<VertexNumber> touched_;
    std::vector<VertexNumber> rim_;  // inside, beside one outside
    std::vector<VertexNumber> flood_;
    std::vector<Ring> rings_;
};

}  // namespace cresset
