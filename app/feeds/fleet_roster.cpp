#include "app/feeds/fleet_roster.h"

#include "app/feeds/feed_address.h"
#include "core/base/text.h"
#include "core/exercise/fleet.h"

#include <algorithm>

namespace cresset::app {

FleetRoster::FleetRoster(Session& session, std::string call_sign)
    : session_{session}, only_{call_sign == every_unit ? std::string{} : lower(call_sign)}
{
    view_ = session_.on_change([this](Changes const&, std::span<Entry const> entries) {
        auto const lists = [](Entry const& entry) { return std::holds_alternative<UnitListed>(entry.event); };
        if (std::any_of(entries.begin(), entries.end(), lists)) called_ = false, ++edition_;
    });
}

FleetRoster::~FleetRoster()
{
    session_.forget(view_);
}

void FleetRoster::withhold(std::set<UnitId> units)
{
    if (units == withheld_) return;
    withheld_ = std::move(units);
    called_ = false, ++edition_;
}

void FleetRoster::call_the_roll()
{
    called_ = true;
    units_.clear();
    World const& world = session_.world();
    for (auto const& [id, unit] : world.units) {
        bool const is_driven = world.shift.exercise && id.origin == simulated_origin;
        if (is_driven || withheld_.contains(id)) continue;
        if (std::string name = lower(unit.call_sign); only_.empty() || name == only_)
            units_.emplace(std::move(name), id);
    }
}

std::optional<UnitId> FleetRoster::unit_of(std::string_view call_sign)
{
    if (!called_) call_the_roll();
    auto const found = units_.find(lower(call_sign));
    return found == units_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace cresset::app
