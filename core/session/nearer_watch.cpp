#include "core/session/nearer_watch.h"

#include "core/base/match.h"

#include <algorithm>

namespace cresset {

namespace {

constexpr Duration look_again{5000};  // both drive: what was sooner may be so no longer

bool is_free(Unit const& unit)
{
    return unit.signed_on && !unit.distress() && unit.status == Status::available && unit.stack.empty();
}

bool is_under_way(World const& world, UnitId id, IncidentId incident)
{
    auto const* unit = world.units.find(id);
    return unit != nullptr && unit->incident == incident &&
           (unit->status == Status::dispatched || unit->status == Status::en_route);
}

}  // namespace

NearerWatch::NearerWatch(Session& session, CityGuide const* guide, DispatchRules const& rules)
    : session_{session}, guide_{guide}, rules_{rules}
{
    view_ = session_.on_change(
        [this](Changes const& changes, std::span<Entry const> entries) { notice(entries, changes); });
}

NearerWatch::~NearerWatch()
{
    session_.forget(view_);
}

/// Whoever an act made free, whichever way; what it did else does not matter.
void NearerWatch::notice(std::span<Entry const> entries, Changes const& changes)
{
    bool freed_many = false;
    for (Entry const& entry : entries)
        std::visit(Match{
                       [&](UnitStatusSet const& e) {
                           if (e.status == Status::available) freed_.insert(e.unit);
                       },
                       [&](UnitReleased const& e) { freed_.insert(e.unit); },
                       [&](IncidentClosed const&) { freed_many = true; },
                       [](auto const&) {},
                   },
                   entry.event);
    if (!freed_many) return;
    for (Change const& change : changes)
        if (auto const* id = std::get_if<UnitId>(&change)) freed_.insert(*id);
}

/// It can do there what the other was sent for.
bool NearerWatch::may_swap(UnitId freed, Incident const& incident, UnitId under_way) const
{
    World const& world = session_.world();
    auto const* one = world.units.find(freed);
    auto const* other = world.units.find(under_way);
    if (one == nullptr || other == nullptr) return false;
    auto const* type = world.codes.type(incident.type);
    auto const* card =
        rules_.cards.card_for(incident.type, type == nullptr ? std::string_view{} : type->group, incident.priority);
    if (card == nullptr)
        return type == nullptr || std::all_of(type->needs.begin(), type->needs.end(), [&](std::string const& need) {
                   return std::find(one->capabilities.begin(), one->capabilities.end(), need) !=
                          one->capabilities.end();
               });
    bool as_other = false, as_any = false, other_as_any = false;
    for (RunNeed const& need : card->needs) {
        RunRole const& role = *rules_.cards.role(need.role);
        bool const serves = can_serve_as(*one, role), other_serves = can_serve_as(*other, role);
        as_other = as_other || (serves && other_serves);
        as_any = as_any || serves;
        other_as_any = other_as_any || other_serves;
    }
    return as_other || (as_any && !other_as_any);
}

std::optional<NearerOffer> NearerWatch::best_of(IncidentId id, Incident const& incident,
                                                std::set<UnitId> const& freed) const
{
    World const& world = session_.world();
    std::vector<Candidate> asked;
    auto const ask = [&](UnitId unit) {
        auto const* fix = world.fix(unit);
        if (fix == nullptr || (session_.now() - fix->at).count() > world.codes.limits.fix_lost_s * 1000) return;
        Candidate candidate;
        candidate.unit = unit;
        candidate.place = fix->place;
        candidate.mode = world.units.find(unit)->mode;
        asked.push_back(candidate);
    };
    for (Assignment const& work : incident.assignments)
        if (!work.cleared_at && is_under_way(world, work.unit, id)) ask(work.unit);
    if (asked.empty()) return {};
    for (UnitId const unit : freed)
        if (auto const* row = world.units.find(unit); row != nullptr && is_free(*row)) ask(unit);
    auto const found = quickest(guide_, asked, incident.place, asked.size(), session_.world().closures);
    std::optional<NearerOffer> best;
    for (RankedUnit const& late : found.ranked) {
        if (!is_under_way(world, late.unit, id)) continue;
        for (RankedUnit const& early : found.ranked) {
            std::int64_t const sooner = std::int64_t{late.eta_ms} - std::int64_t{early.eta_ms};
            if (!freed.contains(early.unit) || sooner < rules_.nearer_s * 1000 || (best && sooner <= best->sooner_ms))
                continue;
            if (may_swap(early.unit, incident, late.unit)) best = NearerOffer{early.unit, late.unit, sooner};
        }
    }
    return best;
}

bool NearerWatch::holds(IncidentId id, NearerOffer const& offer) const
{
    World const& world = session_.world();
    auto const* incident = world.incidents.find(id);
    auto const* freed = world.units.find(offer.freed);
    return incident != nullptr && incident->open() && freed != nullptr && is_free(*freed) &&
           is_under_way(world, offer.under_way, id);
}

bool NearerWatch::forget_what_is_over()
{
    bool const drove = session_.now() - looked_at_ >= look_again;
    if (drove) looked_at_ = session_.now();
    return std::erase_if(offers_, [&](auto const& one) {
               auto const& [id, offer] = one;
               if (!holds(id, offer)) return true;
               return drove && !best_of(id, *session_.world().incidents.find(id), {offer.freed});
           }) > 0;
}

bool NearerWatch::look()
{
    bool changed = forget_what_is_over();
    auto const freed = std::exchange(freed_, {});
    if (freed.empty()) return changed;
    Act act = session_.new_act();
    act.source = "desk";
    for (auto const& [id, incident] : session_.world().incidents) {
        if (!incident.open()) continue;
        auto const best = best_of(id, incident, freed);
        auto const known = offers_.find(id);
        if (!best || (known != offers_.end() && known->second.sooner_ms >= best->sooner_ms)) continue;
        offers_.insert_or_assign(id, *best);
        act.events.emplace_back(NearerFreed{id, best->freed, best->under_way, best->sooner_ms});
        changed = true;
    }
    if (!act.events.empty()) session_.submit(act);
    return changed;
}

std::optional<NearerOffer> NearerWatch::offer(IncidentId incident) const
{
    auto const found = offers_.find(incident);
    return found == offers_.end() || !holds(incident, found->second) ? std::nullopt : std::optional{found->second};
}

}  // namespace cresset
