#include "core/session/cordon_desk.h"

#include <algorithm>

namespace cresset {

namespace {

constexpr std::size_t leaks_kept = 20;

/// Why it cannot be posted.
std::optional<RankReason> obstacle(World const& world, UnitId id, Unit const& unit, CordonWish const& wish)
{
    if (wish.left_out.contains(id)) return RankReason{ReasonCode::excluded, 0};
    if (!unit.signed_on || unit.distress()) return RankReason{ReasonCode::wrong_status, 0};
    if (unit.incident == wish.incident) return {};
    if (unit.incident) {
        auto const* other = world.incidents.find(*unit.incident);
        return RankReason{ReasonCode::assigned_elsewhere, other != nullptr ? other->number : 0};
    }
    if (unit.status != Status::available)
        return RankReason{ReasonCode::wrong_status, static_cast<std::int64_t>(unit.status)};
    return {};
}

Names street_of(RoadGraph const& graph, NameNumber name)
{
    StreetName const& its = graph.names()[name];
    return {its.name_en.empty() ? its.name : its.name_en, its.name_zh.empty() ? its.name : its.name_zh};
}

}  // namespace

LastSeen last_seen(Incident const& incident)
{
    if (!incident.sightings.empty()) {
        Sighting const& seen = incident.sightings.back();
        return {seen.place, seen.at, seen.mode};
    }
    return {incident.place, incident.stamp(Stamp::ring).value_or(Instant{}), {}};
}

bool is_behind(Cordon const& cordon, Incident const& incident)
{
    LastSeen const seen = last_seen(incident);
    bool const sighted = !incident.sightings.empty() && seen.at > cordon.seen_at;
    return sighted || seen.place != cordon.seen;
}

std::optional<CordonId> cordon_of(World const& world, IncidentId incident)
{
    for (auto const& [id, cordon] : world.cordons)
        if (cordon.incident == incident) return id;
    return {};
}

CordonWish usual_wish(World const& world, IncidentId incident, FieldRules const& rules)
{
    CordonWish wish;
    wish.incident = incident;
    wish.radius_m = rules.cordon.radius_m;
    wish.open_points = rules.cordon.open_points;
    auto const* row = world.incidents.find(incident);
    auto const standing = cordon_of(world, incident);
    if (standing) {
        Cordon const& cordon = *world.cordons.find(*standing);
        wish.mode = cordon.mode;
        wish.radius_m = cordon.radius_mm / 1000;
    }
    if (row != nullptr) wish.mode = last_seen(*row).mode.value_or(wish.mode);
    return wish;
}

CordonOrder cordon_order(World const& world, CordonWish const& wish, Instant now, FieldRules const& rules)
{
    CordonOrder order;
    if (auto const* incident = world.incidents.find(wish.incident)) {
        LastSeen const seen = last_seen(*incident);
        order.seen = seen.place;
        order.since_seen_ms =
            static_cast<std::uint32_t>(std::clamp<std::int64_t>((now - seen.at).count(), 0, 86'400'000));
    }
    order.mode = wish.mode;
    order.speeds = {rules.cordon.foot_mm_s, rules.cordon.ebike_mm_s, rules.cordon.car_percent};
    order.ring.radius_mm = wish.radius_m * 1000;
    order.forced = wish.forced;
    order.most_points = wish.open_points;
    order.grids_wanted = rules.cordon.grids;
    order.officers_wanted = rules.cordon.officers;
    for (auto const& [id, grid] : world.grids) order.grids.push_back({id, grid.ring});
    for (auto const& [id, unit] : world.units) {
        Candidate candidate;
        candidate.unit = id;
        candidate.mode = unit.mode;
        candidate.unfit = obstacle(world, id, unit, wish);
        if (auto const* fix = world.fix(id)) candidate.place = fix->place;
        order.units.push_back(std::move(candidate));
    }
    return order;
}

std::vector<CordonOrder> following_orders(CordonOrder const& order, Cordon const& standing)
{
    auto const holds = [&](UnitId unit) {
        return std::ranges::find(standing.posts, unit, &CordonPost::unit) != standing.posts.end();
    };
    CordonOrder same_points = order, same_units = order;
    for (CordonPost const& post : standing.posts)
        if (post.closed_at) same_points.forced.push_back(post.place);
    for (Candidate& candidate : same_units.units)
        if (!candidate.unfit && !holds(candidate.unit)) candidate.unfit = RankReason{ReasonCode::excluded, 0};
    return {order, same_points, same_units};
}

std::size_t changed_orders(CordonPlan const& plan, Cordon const& standing)
{
    std::size_t changed = 0;
    for (PlannedPost const& post : plan.posts) {
        bool const same = std::ranges::any_of(standing.posts, [&](CordonPost const& former) {
            return former.unit == post.unit && former.place == post.place;
        });
        changed += same ? 0 : 1;
    }
    return changed;
}

bool is_better(CordonPlan const& a, CordonPlan const& b, Cordon const* standing)
{
    if (a.sealed != b.sealed) return a.sealed;
    if (!a.sealed) {  // by the share of exits that are closed
        auto const left = std::uint64_t{a.exits_closed} * b.exits, right = std::uint64_t{b.exits_closed} * a.exits;
        if (left != right) return left > right;
    }
    if (standing != nullptr) {
        auto const less = changed_orders(a, *standing), more = changed_orders(b, *standing);
        if (less != more) return less < more;
    }
    if (a.posts.size() != b.posts.size()) return a.posts.size() < b.posts.size();
    return a.total_ms < b.total_ms;
}

Cordon cordon_row(CordonPlan const& plan, CordonOrder const& order, IncidentId incident, Instant now,
                  RoadGraph const& graph)
{
    Cordon row;
    row.incident = incident;
    row.seen = order.seen;
    row.seen_at = now - Duration{order.since_seen_ms};
    row.mode = order.mode;
    row.radius_mm = order.ring.radius_mm;
    row.set_at = now;
    row.sealed = plan.sealed;
    row.exits = static_cast<std::uint32_t>(plan.exits);
    row.exits_closed = static_cast<std::uint32_t>(plan.exits_closed);
    for (PlannedPost const& post : plan.posts)
        row.posts.push_back({post.place, street_of(graph, post.street), post.unit, post.eta_ms, post.suspect_ms, {}});
    for (PlannedLeak const& leak : plan.leaks)
        if (row.leaks.size() < leaks_kept)
            row.leaks.push_back({leak.place, street_of(graph, leak.street), leak.first_ms});
    row.chasers = plan.chasers;
    return row;
}

}  // namespace cresset
