#pragma once
/// Where nobody is in time: connected areas of streets that no unit reaches within a limit, which of them open if a
/// unit is sent away, and the one move of an available unit that helps most. Streets are those that emergency cars can
/// use in the main part of the network.

#include "core/roads/coverage.h"

#include <optional>

namespace cresset {

inline constexpr std::uint32_t usual_coverage_limit_ms = 300'000;

struct CoverageHole {
    std::vector<StreetNumber> streets;  // by number
    std::int64_t length_mm = 0;
    std::uint32_t worst_ms = 0;  // never_ms: nobody comes at all
    Place middle;                // on one of its streets, half of its length being before it
    friend bool operator==(CoverageHole const&, CoverageHole const&) = default;
};

/// One unit on its way to where it helps.
struct CoverageMove {
    std::uint32_t who = 0;
    RoadPosition to;
    std::uint32_t eta_ms = 0;
    std::int64_t late_before_mm = 0;  // of all streets
    std::int64_t late_after_mm = 0;   // once it is there
    friend bool operator==(CoverageMove const&, CoverageMove const&) = default;
};

class CoverageHoles {
public:
    explicit CoverageHoles(std::shared_ptr<Roads const> roads, std::uint32_t limit_ms = usual_coverage_limit_ms);

    bool counts(StreetNumber street) const;
    bool is_late(StreetNumber street, std::uint32_t ms) const { return ms > limit_ms_ && counts(street); }
    /// The longest first.
    std::vector<CoverageHole> holes(Coverage const& coverage) const;
    /// What is covered now and is not once that unit is gone.
    std::vector<CoverageHole> opened_without(Coverage const& coverage, std::uint32_t who) const;
    /// The best move into the hole: it leaves the least length of late streets in the whole city. Nothing if every move
    /// opens as much as it heals.
    std::optional<CoverageMove> best_move(Coverage const& coverage, std::span<CoverUnit const> units,
                                          CoverageHole const& hole) const;

private:
    struct Post;  // where a unit may go to, and what it would cover there
    std::vector<CoverageHole> connected(std::vector<std::uint32_t> const& ms_of_late) const;
    Post post_at(ReachSearch& search, StreetNumber street, Mode mode) const;
    std::vector<StreetNumber> spread_over(CoverageHole const& hole) const;

    std::shared_ptr<Roads const> roads_;
    std::shared_ptr<RoadNet const> judged_by_;
    std::uint32_t limit_ms_;
};

}  // namespace cresset
