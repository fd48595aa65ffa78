#include "core/feeds/bindings.h"

#include <algorithm>

namespace cresset::feeds {

void Bindings::bind(std::string const& device, UnitId unit)
{
    auto& units = units_.at_or_new(device);
    auto const place = std::lower_bound(units.begin(), units.end(), unit);
    if (place == units.end() || *place != unit) units.insert(place, unit);
}

void Bindings::unbind(std::string_view device)
{
    units_.erase(std::string{device});
}

std::optional<UnitId> Bindings::only_unit_of(std::string_view device) const
{
    auto const* units = units_.find(std::string{device});
    if (units == nullptr || units->size() != 1) return {};
    return units->front();
}

bool Bindings::may_speak(std::string_view device, UnitId unit) const
{
    auto const* units = units_.find(std::string{device});
    return units != nullptr && std::binary_search(units->begin(), units->end(), unit);
}

bool Bindings::admit(std::string_view device, std::optional<UnitId> unit, std::string_view claimed)
{
    if (unit && may_speak(device, *unit)) return true;
    ++refused_;
    Claim const claim{std::string{device}, std::string{claimed}};
    if (quarantine_.contains(claim) || quarantine_.size() < quarantine_limit) ++quarantine_.at_or_new(claim);
    return false;
}

}  // namespace cresset::feeds
