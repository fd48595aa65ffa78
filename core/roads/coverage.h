#pragma once
/// How soon somebody is anywhere: for every street the unit that reaches its middle first, and the one that would if
/// that one were gone. All units spread at once over the net of their mode, two of them past every place (Dijkstra's
/// search with two labels). To the millisecond what RouteSearch finds one by one. One searcher serves one thread.

#include "core/roads/roads.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cresset {

struct CoverUnit {
    RoadPosition at;
    Mode mode = Mode::emergency_car;
};

/// Numbers are those in the list of units; of equally soon ones the lower is first.
struct StreetCover {
    std::uint32_t ms = never_ms;
    std::uint32_t who = no_number;
    std::uint32_t next_ms = never_ms;
    std::uint32_t next_who = no_number;
    friend bool operator==(StreetCover const&, StreetCover const&) = default;

    /// If that unit were gone.
    std::uint32_t ms_without(std::uint32_t unit) const { return unit == who ? next_ms : ms; }
    void offer(std::uint32_t unit, std::uint32_t unit_ms);
};

/// One for each street, by its number.
using Coverage = std::vector<StreetCover>;

/// The point by which a street is judged.
RoadPosition middle_of(RoadGraph const& graph, StreetNumber street);

class CoverageSearch {
public:
    explicit CoverageSearch(std::shared_ptr<Roads const> roads);

    Coverage cover(std::span<CoverUnit const> units);

private:
    struct Waiting {
        std::uint32_t ms;
        StateNumber state;
        std::uint32_t who;
        friend auto operator<=>(Waiting const&, Waiting const&) = default;
    };
    void leave(RoadNet const& net, RoadPosition const& at, std::uint32_t who);
    void pass(RoadNet const& net, Waiting const& here);
    void spread(RoadNet const& net);
    void wait(std::uint64_t ms, StateNumber state, std::uint32_t who);

    std::shared_ptr<Roads const> roads_;
    std::vector<std::array<std::uint32_t, 2>> passed_;  // who came past each state: at most two
    std::vector<Waiting> queue_;                        // a heap, the soonest first
    Coverage out_;
};

}  // namespace cresset
