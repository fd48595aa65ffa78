#pragma once
/// Where a unit was: one fix of its receiver, as the world keeps it and as a sweep carries it.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"

#include <cstdint>

namespace cresset {

struct Fix {
    static constexpr std::uint16_t unknown_course = 0xFFFF;

    Place place;
    Instant at{};                               // the receiver's own time
    std::uint16_t speed_cm_s = 0;               // over ground
    std::uint16_t course_deg = unknown_course;  // clockwise from north, 0..359
    std::uint16_t accuracy_m = 0;               // 0: not known
    friend bool operator==(Fix const&, Fix const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("accuracy_m", &Fix::accuracy_m), field("at", &Fix::at),
                          field("course_deg", &Fix::course_deg), field("place", &Fix::place),
                          field("speed_cm_s", &Fix::speed_cm_s)};
    }
};

struct UnitFix {
    UnitId unit;
    Fix fix;
    friend bool operator==(UnitFix const&, UnitFix const&) = default;
};

}  // namespace cresset
