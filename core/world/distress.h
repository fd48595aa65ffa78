#pragma once
/// A call for help ends in two steps: somebody answers it (the alarm is acknowledged), and once the unit is safe it is
/// cancelled. Until then it stands, answered or not.

#include "core/world/world.h"

namespace cresset {

/// True for the alarm of a call for help that nobody has cancelled.
inline bool calls_for_help(Alert const& alert, World const& world)
{
    if (alert.kind != AlertKind::distress) return false;
    auto const* unit = alert.unit ? world.units.find(*alert.unit) : nullptr;
    return unit != nullptr && unit->distress_since && alert.raised_at >= *unit->distress_since;
}

/// The alarm of its call for help; none if it is not in distress.
inline std::optional<AlertId> call_for_help(UnitId unit, World const& world)
{
    for (auto const& [id, alert] : world.alerts)
        if (alert.unit == unit && calls_for_help(alert, world)) return id;
    return {};
}

}  // namespace cresset
