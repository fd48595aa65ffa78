#pragma once
/// The one-key cordon: where to stand so that a suspect who flees does not get out of the ring, who stands where, who
/// is left to chase him, and where he gets out if not. A pure function of the order and the roads. All times are whole
/// milliseconds from now; `since_seen_ms` ago the suspect was at the last seen place, and may be anywhere by now that
/// cordon_escape.h says he can reach.
///
/// Points are junctions; one unit closes a junction to all ways through it. A unit may stand at one only if its margin,
/// the suspect's earliest time there less the unit's arrival by road, is 0 and more. Exits are the first junctions
/// outside the ring. SEALED: the points part him from every exit he could reach, each with an available unit of its
/// own. sealed share = exits that he cannot reach any more, of all those he could reach without any unit; 1 where there
/// were none. Of all cordons that seal, that with the fewest points, then with the least total time of arrival (see
/// cordon_choice.h, and `is_proven`).

#include "core/roads/cordon_arrivals.h"
#include "core/roads/cordon_choice.h"
#include "core/roads/recommend.h"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace cresset {

/// A patrol grid, for the rule of thumb: a ring of 2 km, three grids, ten officers.
struct CordonGrid {
    GridId id;
    Line ring;
};

struct CordonOrder {
    Place seen;
    std::uint32_t since_seen_ms = 0;
    Mode mode = Mode::foot;  // of the suspect: foot, ebike or car
    FleeingSpeeds speeds{};
    EscapeRing ring{};
    std::vector<Candidate> units{};  // those with a reason in `unfit` do not go
    std::vector<Place> forced{};     // points that the operator wants: the junction nearest to each
    std::vector<CordonGrid> grids{};
    std::size_t grids_wanted = 3;
    std::size_t officers_wanted = 10;
    std::size_t most_units = 64;               // the nearest in a straight line are considered
    std::size_t most_points = SIZE_MAX;        // of a cordon that cannot seal; one that seals has what it needs
    std::uint64_t search_effort = 14'000'000;  // edges looked at, for the best way to seal
};

struct PlannedPost {
    NodeNumber node = 0;
    Place place;
    NameNumber street = 0;  // by which he would come, or another that meets there
    UnitId unit;
    std::uint32_t eta_ms = 0;
    std::int64_t suspect_ms = 0;  // his earliest time there
    std::int64_t margin_ms = 0;
    bool is_forced = false;
    friend bool operator==(PlannedPost const&, PlannedPost const&) = default;
};

struct PlannedLeak {
    NodeNumber node = 0;  // the exit
    Place place;
    NameNumber street = 0;       // the last street with a name on his way
    std::int64_t first_ms = 0;   // not before; less than 0: he may have been out for so long
    std::vector<ArcNumber> way;  // his quickest, past the posts; EscapeArea::line_of draws it
    friend bool operator==(PlannedLeak const&, PlannedLeak const&) = default;
};

struct CordonGridRank {
    GridId id;
    std::size_t escapes = 0;    // exits to which his quickest way leads through the grid
    std::size_t junctions = 0;  // of the ring, in the grid
    friend bool operator==(CordonGridRank const&, CordonGridRank const&) = default;
};

struct CordonPlan {
    bool sealed = false;
    bool is_proven = false;    // that none is better, or that none seals; never while units were left out of account
    bool ends_at_map = false;  // the ring reaches beyond the map: what is there is not known
    std::size_t exits = 0;     // that he could reach
    std::size_t exits_closed = 0;
    std::int64_t total_ms = 0;               // sum of the arrivals at the posts
    std::vector<PlannedPost> posts;          // those that he could reach first come first
    std::vector<PlannedLeak> leaks;          // the first moment first; empty if sealed
    std::vector<UnitId> chasers;             // the other available units, the nearest to the last seen place first
    std::vector<Place> forced_too_late;      // points wanted where no unit is in time
    std::vector<CordonGridRank> grids;       // the best first, as many as were wanted
    std::vector<UnitId> officers;            // of the rule of thumb: those in the grids first, then the nearest
    std::shared_ptr<EscapeArea const> area;  // of the planner's roads, which must outlive it
};

/// Keeps the memory of its searches between calls, and the area and the units' arrivals of the last order: where a
/// point is dragged or a unit left out at the same moment, only points and posts are sought anew. Serves one thread.
class CordonPlanner {
public:
    explicit CordonPlanner(std::shared_ptr<Roads const> roads);

    /// A problem where there is no road for the suspect near the last seen place.
    Result<CordonPlan> plan(CordonOrder const& order);

private:
    struct Case;
    struct Known {
        Escape escape;
        std::uint32_t since_seen_ms = 0;
        std::shared_ptr<EscapeArea const> area;
        std::map<std::pair<RoadPosition, Mode>, std::vector<std::uint32_t>> arrivals;  // in time, by where one starts
    };
    void recall(Escape const& escape, std::uint32_t since_seen_ms);
    void gather(Case& of) const;
    void time_units(Case& of);
    void force(Case& of) const;
    void post(Case& of, CordonChoice const& choice) const;
    void find_leaks(Case& of) const;
    void rule_of_thumb(Case& of) const;

    std::shared_ptr<Roads const> roads_;
    CordonArrivals arrivals_;
    Known known_;
};

}  // namespace cresset
