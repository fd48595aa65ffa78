#pragma once
/// The way a unit has taken through the streets: where it leads, and when each point of it is reached. What came from
/// the road graph stands here in full, so that a replay needs no city pack.

#include "core/base/geo.h"
#include "core/base/time.h"
#include "core/facts/fields.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cresset {

enum class WayPurpose : std::uint8_t { patrol, respond, go_back };
template <>
struct EnumWords<WayPurpose> {
    static constexpr std::array<std::string_view, 3> words{"patrol", "respond", "return"};
};

struct Way {
    WayPurpose purpose = WayPurpose::patrol;
    Instant leaves_at{};
    Line line;
    std::vector<std::uint32_t> at_ms;  // after leaves_at, for each point of the line; never falls
    std::int64_t length_mm = 0;
    friend bool operator==(Way const&, Way const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at_ms", &Way::at_ms), field("leaves_at", &Way::leaves_at),
                          field("length_mm", &Way::length_mm), field("line", &Way::line),
                          field("purpose", &Way::purpose)};
    }
    Duration duration() const { return Duration{at_ms.empty() ? 0 : at_ms.back()}; }
    Instant arrives_at() const { return leaves_at + duration(); }
};

/// Where someone on that way is at a time, and how it moves there: at the first point before it leaves, at the last
/// after it arrived.
struct WayPoint {
    Place place;
    int course_deg = 0;
    std::int64_t speed_mm_s = 0;
    bool arrived = false;
};
WayPoint point_on(Way const& way, Instant at);

}  // namespace cresset
