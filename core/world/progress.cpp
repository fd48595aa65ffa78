#include "core/world/progress.h"

#include <algorithm>

namespace cresset {

void set_stamp(Incident& incident, Stamp which, Instant at)
{
    auto& stamp = incident.stamps[static_cast<std::size_t>(which)];
    if (!stamp) stamp = at;
}

void refresh_state(Incident& incident)
{
    if (incident.state == IncidentState::closed || incident.state == IncidentState::controlled) return;
    incident.state = IncidentState::waiting;
    for (auto const& one : incident.assignments) {
        if (one.cleared_at) continue;
        auto const stage = one.on_scene_at   ? IncidentState::on_scene
                           : one.en_route_at ? IncidentState::en_route
                                             : IncidentState::dispatched;
        incident.state = std::max(incident.state, stage);
    }
}

void complete_stamps(Incident& incident)
{
    auto const earliest = [&](Stamp which, auto const& time_of) {
        std::optional<Instant> first;
        for (auto const& one : incident.assignments) {
            std::optional<Instant> const at = time_of(one);
            if (at && (!first || *at < *first)) first = at;
        }
        if (first) set_stamp(incident, which, *first);
    };
    earliest(Stamp::notified, [](Assignment const& one) { return std::optional{one.sent_at}; });
    earliest(Stamp::acknowledged, [](Assignment const& one) { return one.acknowledged_at; });
    earliest(Stamp::en_route, [](Assignment const& one) { return one.en_route_at; });
    earliest(Stamp::on_scene, [](Assignment const& one) { return one.on_scene_at; });
}

bool anyone_working(Incident const& incident)
{
    return std::any_of(incident.assignments.begin(), incident.assignments.end(),
                       [](Assignment const& one) { return !one.cleared_at; });
}

}  // namespace cresset
