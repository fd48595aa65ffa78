#include "core/session/recommendation.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace cresset {

namespace {

constexpr std::int64_t straight_line_mm_per_s = 50'000'000 / 3600;

std::vector<std::string> const& needs_of(World const& world, IncidentId id)
{
    static std::vector<std::string> const none;
    auto const* incident = world.incidents.find(id);
    auto const* type = incident == nullptr ? nullptr : world.codes.type(incident->type);
    return type == nullptr ? none : type->needs;
}

std::optional<RankReason> lacking(Unit const& unit, std::vector<std::string> const& needs)
{
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (std::find(unit.capabilities.begin(), unit.capabilities.end(), needs[i]) == unit.capabilities.end())
            return RankReason{ReasonCode::lacks_capability, static_cast<std::int64_t>(i)};
    return {};
}

std::optional<RankReason> unsuitable(Unit const& unit, std::vector<std::string> const& needs, Roles const& roles)
{
    if (roles.empty()) return lacking(unit, needs);
    if (std::any_of(roles.begin(), roles.end(), [&](RunRole const* role) { return can_serve_as(unit, *role); }))
        return {};
    return RankReason{ReasonCode::not_on_card, 0};
}

/// Why a unit cannot go, its place and its skills apart.
std::optional<RankReason> obstacle(World const& world, Unit const& unit)
{
    if (!unit.signed_on) return RankReason{ReasonCode::wrong_status, off_duty_number};
    if (unit.distress()) return RankReason{ReasonCode::wrong_status, distress_number};
    if (is_committed(unit.status) && unit.incident) {
        auto const* incident = world.incidents.find(*unit.incident);
        return RankReason{ReasonCode::assigned_elsewhere, incident == nullptr ? 0 : incident->number};
    }
    if (unit.status != Status::available)
        return RankReason{ReasonCode::wrong_status, static_cast<std::int64_t>(unit.status)};
    return {};
}

Recommendation by_straight_line(std::vector<Candidate> const& candidates, Place target, std::size_t top)
{
    Recommendation result;
    for (Candidate const& candidate : candidates) {
        std::optional<RankReason> const unfit = candidate.place ? candidate.unfit : RankReason{ReasonCode::no_fix, 0};
        std::int64_t const distance = candidate.place ? distance_mm(*candidate.place, target) : 0;
        auto const eta =
            static_cast<std::uint32_t>(std::min<std::int64_t>(distance * 1000 / straight_line_mm_per_s, UINT32_MAX));
        if (unfit)
            result.passed_over.push_back({candidate.unit, *unfit, candidate.place ? std::optional{eta} : std::nullopt});
        else
            result.ranked.push_back({candidate.unit, eta, distance, {}});
    }
    std::stable_sort(result.ranked.begin(), result.ranked.end(),
                     [](RankedUnit const& a, RankedUnit const& b) { return a.eta_ms < b.eta_ms; });
    if (result.ranked.size() > top) result.ranked.resize(top);
    std::stable_sort(result.passed_over.begin(), result.passed_over.end(), [](auto const& a, auto const& b) {
        return std::tuple{!a.eta_ms, a.eta_ms, a.unit} < std::tuple{!b.eta_ms, b.eta_ms, b.unit};
    });
    return result;
}

}  // namespace

Recommendation quickest(CityGuide const* guide, std::vector<Candidate> const& candidates, Place target, std::size_t top,
                        Closures const& closed)
{
    return guide == nullptr ? by_straight_line(candidates, target, top)
                            : guide->recommend(candidates, target, top, closed);
}

std::vector<Candidate> candidates_for(World const& world, IncidentId incident, Instant now, Roles const& roles)
{
    auto const& needs = needs_of(world, incident);
    std::vector<Candidate> candidates;
    candidates.reserve(world.units.size());
    for (auto const& [id, unit] : world.units) {
        if (unit.incident == incident) continue;
        Candidate candidate;
        candidate.unit = id;
        candidate.mode = unit.mode;
        candidate.unfit = obstacle(world, unit);
        if (!candidate.unfit) candidate.unfit = unsuitable(unit, needs, roles);
        if (auto const* fix = world.fix(id)) {
            candidate.place = fix->place;
            std::int64_t const age = (now - fix->at).count();
            if (!candidate.unfit && age > world.codes.limits.fix_lost_s * 1000)
                candidate.unfit = RankReason{ReasonCode::stale_fix, age};
        } else if (!candidate.unfit) {
            candidate.unfit = RankReason{ReasonCode::no_fix, 0};
        }
        candidates.push_back(candidate);
    }
    return candidates;
}

Recommendation recommend_units(World const& world, CityGuide const* guide, IncidentId id, Instant now, std::size_t top)
{
    auto const* incident = world.incidents.find(id);
    if (incident == nullptr) return {};
    return quickest(guide, candidates_for(world, id, now), incident->place, top, world.closures);
}

std::string explain(RankReason reason, World const& world, IncidentId incident)
{
    switch (reason.code) {
        case ReasonCode::wrong_status:
            if (reason.number == off_duty_number) return "is not on duty";
            if (reason.number == distress_number) return "is in distress";
            if (reason.number < static_cast<std::int64_t>(all_statuses.size()))
                return fmt::format("is {}", english(static_cast<Status>(reason.number)));
            break;
        case ReasonCode::assigned_elsewhere: return fmt::format("is at work on #{}", reason.number);
        case ReasonCode::lacks_capability:
            if (auto const& needs = needs_of(world, incident); reason.number < static_cast<std::int64_t>(needs.size()))
                return fmt::format("lacks {}", needs[static_cast<std::size_t>(reason.number)]);
            break;
        default: break;
    }
    return in_english(reason);
}

}  // namespace cresset
