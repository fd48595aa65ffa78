/// The acts of the desk about fences, cordons, closed streets and arrival drills.

#include "core/session/desk.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace cresset {

namespace {
constexpr std::int64_t same_street_m = 250;  // so far from a street it may be clicked or named

/// Its name says which street is meant; that of anything else is not what is closed.
bool is_street(std::string_view kind)
{
    return kind == "street" || kind == "crossing" || kind == "house_number";
}

}  // namespace

Ticket Desk::draw_fence(Fence const& fence, std::optional<FenceId> again)
{
    Act act = begin();
    FenceDrawn drawn;
    drawn.id = again ? *again : session_.next_id<FenceId>(act);
    drawn.row = fence;
    drawn.row.inside.clear();
    drawn.row.changed_by.reset();
    act.events.emplace_back(std::move(drawn));
    return submit(std::move(act));
}

Ticket Desk::draw_fences(std::vector<Fence> const& fences)
{
    Act act = begin();
    for (Fence const& fence : fences) {
        FenceDrawn drawn;
        drawn.id = session_.next_id<FenceId>(act);
        drawn.row = fence;
        act.events.emplace_back(std::move(drawn));
    }
    return submit(std::move(act));
}

Ticket Desk::remove_fence(FenceId fence)
{
    Act act = begin();
    act.events.emplace_back(FenceRemoved{fence});
    return submit(std::move(act));
}

Ticket Desk::set_cordon(Cordon const& cordon, std::optional<CordonId> again)
{
    Act act = begin();
    CordonSet set;
    set.id = again ? *again : session_.next_id<CordonId>(act);
    set.row = cordon;
    if (set.row.set_at == Instant{}) set.row.set_at = session_.now();
    set.row.changed_by.reset();
    act.events.emplace_back(std::move(set));
    return submit(std::move(act));
}

Ticket Desk::close_post(CordonId cordon, std::size_t post, bool closed)
{
    Act act = begin();
    act.events.emplace_back(CordonPostClosed{cordon, static_cast<std::uint32_t>(post), closed});
    return submit(std::move(act));
}

Ticket Desk::lift_cordon(LiftCordon const& command)
{
    Act act = begin();
    for (auto const& [id, cordon] : session_.world().cordons)
        if (cordon.incident == command.incident) act.events.emplace_back(CordonLifted{id});
    if (act.events.empty()) return refuse(Reason::no_cordon, {number_text(session_.world(), command.incident)});
    return submit(std::move(act));
}

Ticket Desk::sight(SightSuspect const& command)
{
    Act act = begin();
    act.events.emplace_back(
        SuspectSighted{command.incident, {command.where.place, session_.now() - command.ago, command.mode}});
    return submit(std::move(act));
}

Ticket Desk::close_road(CloseRoad const& command)
{
    std::optional<Place> const street =
        guide_ != nullptr ? guide_->street_near(command.where.place, same_street_m) : command.where.place;
    if (!street) return refuse(Reason::no_street_there, {std::to_string(same_street_m)});
    Act act = begin();
    RoadClosed closed;
    closed.id = session_.next_id<ClosureId>(act);
    closed.row.place = *street;
    Names const beside = guide_ != nullptr && !is_street(command.where.kind) ? guide_->address(*street) : Names{};
    closed.row.street = beside == Names{} ? command.where.name : beside;
    closed.row.speed_percent = command.speed_percent;
    if (command.lasts) closed.row.until = session_.now() + *command.lasts;
    act.events.emplace_back(std::move(closed));
    return submit(std::move(act));
}

Ticket Desk::open_road(OpenRoad const& command)
{
    std::optional<ClosureId> nearest;
    constexpr std::int64_t off_junction_m = 10;  // it was moved there
    std::int64_t best = (same_street_m + off_junction_m) * 1000;
    for (auto const& [id, closure] : session_.world().closures)
        if (auto const away = distance_mm(closure.place, command.where.place); away < best) nearest = id, best = away;
    if (!nearest) return refuse(Reason::no_closure_there, {});
    Act act = begin();
    act.events.emplace_back(RoadOpened{*nearest});
    return submit(std::move(act));
}

Ticket Desk::begin_stages(BeginStages const& command)
{
    Act act = begin();
    StageDrillBegun begun;
    begun.id = session_.next_id<StageDrillId>(act);
    begun.row.place = command.where.place;
    begun.row.incident = command.incident;
    begun.row.radius_mm = field_rules_.stage_radius_m * 1000;
    begun.row.began_at = session_.now();
    for (StageRule const& rule : field_rules_.stages) begun.row.stages.push_back({rule.limit_s, rule.wanted, {}});
    act.events.emplace_back(std::move(begun));
    return submit(std::move(act));
}

Ticket Desk::end_stages()
{
    Act act = begin();
    for (auto const& [id, drill] : session_.world().stage_drills)
        if (!drill.ended_at) act.events.emplace_back(StageDrillEnded{id});
    if (act.events.empty()) return refuse(Reason::no_drill_runs, {});
    return submit(std::move(act));
}

}  // namespace cresset
