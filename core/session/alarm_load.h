#pragma once
/// How many alarms came in the last ten minutes, and whether that is a flood: more than a person can take in. By the
/// figures of ISA-18.2 (and EEMUA 191): a flood begins above 10 alarms in 10 minutes and ends below 5 in 10 minutes.

#include "core/world/world.h"

namespace cresset {

struct AlarmLoad {
    int in_ten_minutes = 0;
    bool flood = false;
    friend bool operator==(AlarmLoad const&, AlarmLoad const&) = default;
};

inline constexpr Duration alarm_window{10 * 60'000};
inline constexpr int flood_begins_above = 10;
inline constexpr int flood_ends_below = 5;

/// `before`: what it was when it was asked last; a flood goes on until it is clearly over.
AlarmLoad alarm_load(World const& world, Instant now, AlarmLoad before = {});

/// Alarms that stand: distress first, then the newest. What is acknowledged, over, or shelved is not among them; a call
/// for help is until it is cancelled.
std::vector<AlertId> standing_alarms(World const& world, Instant now);
/// Those put aside for a time, the next to come back first.
std::vector<AlertId> shelved_alarms(World const& world, Instant now);
bool is_shelved(Alert const& alert, Instant now);

}  // namespace cresset
