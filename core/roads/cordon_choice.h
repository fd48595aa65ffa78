#pragma once
/// Chooses the points of a cordon and who stands at each. A unit may stand at a junction only if it is there before the
/// suspect can be; a choice seals if its points part him from all exits and each has a unit of its own in time.
///
/// The search alternates between the least cut (points priced by the nearest unit's time) and the matching. Where a
/// matching lacks units for some points (Hall), it first haggles: the units that are wanted more than once become
/// dearer round by round (Lagrange's multipliers of "each unit once"), until the cut goes where others can stand. Then
/// it looks at all other cuts, best bound first: each of the contended points is barred in turn and those before it
/// kept, so that every cut is looked at once (Lawler 1972). It ends with the fewest points that seal, and of those with
/// the least total time of all units; or with the proof that nothing seals; or when its allowance of work is used up,
/// and then says so.

#include "core/roads/cordon_cut.h"
#include "core/roads/cordon_match.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cresset {

/// For each unit and junction of the area the time of its arrival, never_ms where it is not there in time.
using ArrivalTable = std::vector<std::vector<std::uint32_t>>;

struct MannedPoint {
    std::uint32_t junction = 0;
    std::uint32_t unit = 0;  // row of the table
    friend auto operator<=>(MannedPoint const&, MannedPoint const&) = default;
};

struct CordonChoice {
    std::vector<MannedPoint> points;  // by junction
    std::int64_t total_ms = 0;
    bool seals = false;
};

class CordonChooser {
public:
    /// `kept` are junctions that the operator wants closed, whatever else; each must have a unit in time.
    CordonChooser(EscapeArea const& area, ArrivalTable const& arrivals, std::vector<std::uint32_t> kept);

    /// The best choice that seals, if there is one.
    std::optional<CordonChoice> seal(std::uint64_t allowance);
    /// True if seal() looked at all there is.
    bool is_proven() const { return is_proven_; }
    /// The choice that closes as many exits as it can, for where nothing seals: cuts with a price on every exit left
    /// open, cheap to dear; then units left over go to the exits he would come to first; of more than `most` points
    /// those that close most. A good choice, not the best.
    CordonChoice close_most(std::size_t most);

private:
    struct Branch {
        std::int64_t bound = 0;  // no choice in it costs less: points by the price of a point, and milliseconds
        std::uint64_t number = 0;
        std::vector<std::uint32_t> kept, barred;
        std::vector<std::uint32_t> points;
        Matching matching;
    };
    Matching match(std::vector<std::uint32_t> const& points) const;
    Matching match_most(std::vector<std::uint32_t> const& points) const;
    std::optional<CordonChoice> haggle(std::uint64_t end);
    std::optional<Branch> look_at(std::vector<std::uint32_t> kept, std::vector<std::uint32_t> barred);
    std::vector<Branch> split(Branch const& branch);
    std::vector<std::int64_t> prices(std::vector<std::uint32_t> const& kept,
                                     std::vector<std::uint32_t> const& barred) const;
    CordonChoice choice_of(std::vector<std::uint32_t> const& points, Matching const& matching) const;
    CordonChoice man(std::vector<std::uint32_t> const& cut) const;
    std::size_t exits_open(CordonChoice const& choice) const;
    CordonChoice thinned(CordonChoice const& choice, std::size_t most) const;
    void leave_out_idle(CordonChoice& choice) const;
    void post_rest(CordonChoice& choice) const;

    EscapeArea const& area_;
    ArrivalTable const& arrivals_;
    std::vector<std::uint32_t> kept_;
    std::vector<std::uint32_t> nearest_;  // time of the quickest unit at each junction
    std::size_t useful_units_ = 0;        // that are anywhere in time
    CordonCut cut_;
    std::uint64_t branches_ = 0;
    std::uint64_t work_end_ = 0;
    bool is_proven_ = false;
};

}  // namespace cresset
