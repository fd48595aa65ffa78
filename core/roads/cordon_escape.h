#pragma once
/// How far a suspect who flees can be after how long: the earliest time at every junction within a ring around the
/// place where he was last seen. Whole milliseconds since he was seen, rounded down: nobody is quicker than said here.
///
/// On foot he takes every street in both directions, whoever it is meant for (paths, steps, open ground, tunnels), but
/// for motorways and ferries closed to people on foot. By e-bike the same, and no steps. By car he keeps to what cars
/// may use and to one-way directions, at the road's speed. Turn restrictions, signals and turns hold nobody up,
/// whatever the mode. He starts on the road nearest to the place where he was seen, to either end of it. Dijkstra 1959.

#include "core/roads/road_graph.h"
#include "core/roads/snap_index.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cresset {

struct FleeingSpeeds {
    std::uint32_t foot_mm_s = 3'000;
    std::uint32_t ebike_mm_s = 8'000;
    std::uint32_t car_percent = 100;  // of the road's speed for cars
    friend bool operator==(FleeingSpeeds const&, FleeingSpeeds const&) = default;
};

/// Milliseconds for the whole arc, at least 1; 0 where he cannot go.
std::uint32_t fleeing_ms(RoadGraph const& graph, ArcNumber arc, Mode mode, FleeingSpeeds const& speeds);

/// What is inside: within the radius of the last seen place as the crow flies, or what he can reach within a time.
struct EscapeRing {
    std::uint32_t radius_mm = 2'000'000;
    std::optional<std::uint32_t> within_ms{};  // instead of the radius
    friend bool operator==(EscapeRing const&, EscapeRing const&) = default;
};

struct Escape {
    RoadPosition seen;
    Mode mode = Mode::foot;
    FleeingSpeeds speeds;
    EscapeRing ring;
    friend bool operator==(Escape const&, Escape const&) = default;
};

/// A piece of a street that he can run along, and when: for a preview that grows second by second.
struct EscapeStretch {
    ArcNumber arc = 0;
    std::uint32_t from_mm = 0;  // on the arc
    std::uint32_t to_mm = 0;
    std::uint32_t enter_ms = 0;  // since he was seen
    std::uint32_t leave_ms = 0;
};

/// The junctions within the ring that he can reach, and the first ones outside: the exits. Who passes an exit is out.
class EscapeArea {
public:
    struct Junction {
        NodeNumber node = 0;
        std::uint32_t first_ms = 0;  // never earlier
        bool is_exit = false;
    };
    struct Way {
        std::uint32_t to = 0;  // number of the junction here
        ArcNumber arc = 0;
        std::uint32_t ms = 0;
    };
    /// When a junction is reached at first, and by which arc; never_ms where it is not.
    struct First {
        std::uint32_t ms;
        ArcNumber by;
    };

    EscapeArea(RoadGraph const& graph, Escape const& escape);

    RoadGraph const& graph() const { return graph_; }
    Escape const& escape() const { return escape_; }
    /// By the time of the first arrival; of equal ones the lowest node first. The numbers below count in this list.
    std::span<Junction const> junctions() const { return junctions_; }
    std::size_t exit_count() const { return exit_count_; }
    /// The ways from a junction to others of the area; none from an exit.
    std::span<Way const> ways_out(std::uint32_t junction) const
    {
        return {ways_.data() + first_way_[junction], ways_.data() + first_way_[junction + 1]};
    }
    /// The ways from the last seen place to the ends of its street.
    std::span<Way const> first_ways() const { return first_ways_; }
    /// The number of a node here; no_number where he does not come.
    std::uint32_t number_of(NodeNumber node) const { return numbers_[node]; }
    /// The junction nearest to a place in a straight line, no_number if there is none.
    std::uint32_t nearest(Place place) const;

    /// The first arrivals where some junctions are closed (true): nobody comes to them or past them.
    std::vector<First> firsts(std::vector<char> const& closed) const;
    /// The arcs by which he comes to a junction that he reaches.
    std::vector<ArcNumber> way_to(std::uint32_t junction, std::vector<First> const& firsts) const;
    /// That way drawn, from where he was seen.
    Line line_of(std::vector<ArcNumber> const& way) const;

    /// By the time of entering; streets that he came by are not run again.
    std::vector<EscapeStretch> stretches() const;

private:
    void add_first_ways();
    void explore();
    void link();

    RoadGraph const& graph_;
    Escape escape_;
    std::vector<Junction> junctions_;
    std::size_t exit_count_ = 0;
    std::vector<std::uint32_t> numbers_;  // of each node
    std::vector<Way> first_ways_;
    std::vector<Way> ways_;
    std::vector<std::uint32_t> first_way_;
};

/// What is run of a stretch that long after he was seen; empty before he enters it.
Line drawn_at(RoadGraph const& graph, EscapeStretch const& stretch, std::uint32_t at_ms);

}  // namespace cresset
