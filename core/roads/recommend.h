#pragma once
/// Who gets there first by road, and why; and who was passed over, and why not. A pure function of the candidates, the
/// place and the roads; the world is put into candidates elsewhere. Reasons are codes with a number, so that the window
/// says them in its language; in_english() says them here.

#include "core/base/ids.h"
#include "core/roads/roads.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

enum class ReasonCode : std::uint8_t {
    // for those who are ranked
    first_by_road,     // nobody who may go is quicker
    later_than_first,  // number: ms
    nearest_in_line,   // nearest as the crow flies of those ranked, though not the first by road; number: mm
    long_way_round,    // number: road length in percent of the straight line, 200 and more
    off_the_road,      // number: mm from the unit to the road, more than 50 m
    equally_fast,      // as quick as the one before; the lower id comes first
    // for those who are passed over
    wrong_status,      // number: the caller's own status code
    other_department,  // number: the caller's
    lacks_capability,  // number: the caller's
    stale_fix,         // number: age of the fix, ms
    no_fix,
    assigned_elsewhere,  // number: the caller's
    excluded,            // by the operator
    no_road_near,        // no road for its mode within reach
    no_way,              // no way there for its mode
    slower_than_listed,  // number: how many are listed
    not_on_card,         // the run card asks for nobody like it
};

struct RankReason {
    ReasonCode code{};
    std::int64_t number = 0;
    friend auto operator<=>(RankReason const&, RankReason const&) = default;
};

/// "42 s after the first"
std::string in_english(RankReason reason);

struct Candidate {
    UnitId unit;
    std::optional<Place> place;  // nothing: no fix
    Mode mode = Mode::emergency_car;
    std::optional<RankReason> unfit;   // why it must not go, whatever its eta
    std::optional<RoadPosition> at{};  // its place on the roads, if known already: snapping is half of the work
};

struct RankedUnit {
    UnitId unit;
    std::uint32_t eta_ms = 0;
    std::int64_t distance_mm = 0;  // along the road
    std::vector<RankReason> reasons;
    friend bool operator==(RankedUnit const&, RankedUnit const&) = default;
};

struct PassedOverUnit {
    UnitId unit;
    RankReason reason;
    std::optional<std::uint32_t> eta_ms;  // what it would have been, where the search met it
    friend bool operator==(PassedOverUnit const&, PassedOverUnit const&) = default;
};

struct Recommendation {
    std::vector<RankedUnit> ranked;           // quickest first, lower id first where equal
    std::vector<PassedOverUnit> passed_over;  // those with an eta first, quickest first; then by id
    friend bool operator==(Recommendation const&, Recommendation const&) = default;
};

/// Keeps the searchers of every mode between calls. One recommender serves one thread.
class Recommender {
public:
    explicit Recommender(std::shared_ptr<Roads const> roads);

    /// The `top` quickest of the fit candidates. Units on foot, bikes and cars are ranked together by their eta.
    Recommendation recommend(std::vector<Candidate> const& candidates, Place target, std::size_t top);

private:
    struct Case;
    void place_candidates(Case& of) const;
    ArrivalSearch& searcher(Mode mode);
    void search(Case& of, Mode mode);
    void rank(Case& of, std::size_t top) const;
    void explain(Case& of) const;
    void pass_over(Case& of) const;

    std::shared_ptr<Roads const> roads_;
    std::array<std::optional<ArrivalSearch>, all_modes.size()> searches_;
};

/// The same for one call.
Recommendation recommend(std::shared_ptr<Roads const> const& roads, std::vector<Candidate> const& candidates,
                         Place target, std::size_t top);

}  // namespace cresset
