#include "core/feeds/fix_intake.h"

namespace cresset::feeds {

std::optional<UnitFix> FixIntake::take(Reading const& reading, Instant received_at)
{
    auto const unit = bindings_.only_unit_of(reading.device);
    if (!unit) {
        bindings_.admit(reading.device, {}, "");
        ++counters_.readings, ++counters_.unauthorised;
        return {};
    }
    auto const fix = to_fix(reading, received_at);
    if (!fix) {
        ++counters_.readings, ++counters_.no_fix;
        return {};
    }
    Verdict const verdict =
        filter_.judge(reading.device, fix->at, fix->place, received_at, reading.time_of_day.has_value());
    count(counters_, verdict);
    if (verdict != Verdict::accepted) return {};
    return UnitFix{*unit, *fix};
}

}  // namespace cresset::feeds
