#pragma once
/// What is advised for an incident: who gets there first and why, who was passed over and what would change it, and the
/// best way to fill its run card.

#include "core/facts/dispatch_rules.h"
#include "core/session/card_plan.h"
#include "core/session/recommendation.h"

#include <optional>
#include <vector>

namespace cresset {

struct Advice {
    Recommendation recommendation;  // whom the card does not ask for at all stands last of those passed over
    std::optional<CardPlan> card;   // none: no card fits the incident

    /// Who is to be sent next, best first: whom the card proposes, then whoever else is ranked.
    std::vector<UnitId> order() const;
};

/// What is asked. Without a guide ways are straight lines at 50 km/h.
struct AdviceQuestion {
    World const& world;
    CityGuide const* guide = nullptr;
    DispatchRules const& rules;
    IncidentId incident;
    Instant now{};
    std::size_t top = 10;    // how many are ranked
    std::size_t passed = 6;  // for how many of those passed over the time that it would take is looked up
};

/// Ranked are units that could take a seat of the card; if no card fits, those with all that the type needs.
Advice advise(AdviceQuestion const& question);

/// Whose turn a unit that would take so long were, among those that are ranked: 1 is the first.
std::size_t turn_of(Recommendation const& recommendation, std::uint32_t eta_ms);

/// Of those sent, who is neither among the first of the advice, as many as are sent, nor as good as the last of them by
/// `equal_s`. Empty if nobody was passed over for them.
std::vector<UnitId> not_advised(Advice const& advice, std::vector<UnitId> const& sent, std::int64_t equal_s);
/// Who was to be sent and stays.
std::vector<UnitId> stays_behind(Advice const& advice, std::vector<UnitId> const& sent);

}  // namespace cresset
