#pragma once
/// A fence: a place on the map whose edge is watched. What is watched, for whom and when, and what happens then.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"
#include "core/facts/names.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

enum class FenceKind : std::uint8_t {
    circle,       // about the first place
    polygon,      // rings: inside is what lies in an odd number of them
    corridor,     // all within the radius of a line
    line,         // has no inside: it is crossed
    around_unit,  // a circle that moves with a unit
};
template <>
struct EnumWords<FenceKind> {
    static constexpr std::array<std::string_view, 5> words{"circle", "polygon", "corridor", "line", "around_unit"};
};

enum class FenceEvent : std::uint8_t {
    enter,
    leave,
    cross,     // a line
    dwell,     // inside for as long as that
    absent,    // outside for as long as that
    speed,     // too fast, or too slow, inside
    doubtful,  // a fix that no car can have come to; nothing follows from it until the next one confirms it
};
template <>
struct EnumWords<FenceEvent> {
    static constexpr std::array<std::string_view, 7> words{"enter",  "leave", "cross",   "dwell",
                                                           "absent", "speed", "doubtful"};
};

/// From which side a line is crossed, looking along it.
enum class CrossingWay : std::uint8_t { both, to_left, to_right };
template <>
struct EnumWords<CrossingWay> {
    static constexpr std::array<std::string_view, 3> words{"both", "to_left", "to_right"};
};

struct FenceWatch {
    bool enter = true, leave = true, cross = true;
    CrossingWay way = CrossingWay::both;
    std::optional<std::int64_t> dwell_s, absent_s;
    std::optional<std::int64_t> above_cm_s, below_cm_s;  // the speed inside
    friend bool operator==(FenceWatch const&, FenceWatch const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("above_cm_s", &FenceWatch::above_cm_s), field("absent_s", &FenceWatch::absent_s),
                          field("below_cm_s", &FenceWatch::below_cm_s), field("cross", &FenceWatch::cross),
                          field("dwell_s", &FenceWatch::dwell_s),       field("enter", &FenceWatch::enter),
                          field("leave", &FenceWatch::leave),           field("way", &FenceWatch::way)};
    }
};

struct FenceShape {
    FenceKind kind = FenceKind::polygon;
    std::vector<Line> lines;      // the rings of a polygon (the last point joins the first), the line, the centre
    std::uint32_t radius_mm = 0;  // of a circle; half the width of a corridor; at most 1,000 km
    friend bool operator==(FenceShape const&, FenceShape const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("kind", &FenceShape::kind), field("lines", &FenceShape::lines),
                          field("radius_mm", &FenceShape::radius_mm)};
    }
};
inline constexpr std::uint32_t widest_fence_mm = 1'000'000'000;

/// For whom: units of one of these kinds, of one of these departments, with one of these capabilities. An empty list
/// asks for nothing.
struct FenceFor {
    std::vector<std::string> kinds, tags;
    std::vector<DepartmentId> departments;
    friend bool operator==(FenceFor const&, FenceFor const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("departments", &FenceFor::departments), field("kinds", &FenceFor::kinds),
                          field("tags", &FenceFor::tags)};
    }
};

/// When, by the clock of the room: on these days of the week, in this part of the day, in this part of the year,
/// between these instants. What begins in the evening and ends in the morning belongs to the day on which it began;
/// what begins in autumn and ends in spring goes over the new year.
struct FenceHours {
    std::uint8_t weekdays = 127;                // bit 0: Monday
    std::uint16_t from_min = 0, to_min = 1440;  // of the day; the second is no longer inside
    std::uint16_t from_day = 0, to_day = 0;     // month * 100 + day, both inside; 0: all year
    std::optional<Instant> starts_at, ends_at;
    friend bool operator==(FenceHours const&, FenceHours const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("ends_at", &FenceHours::ends_at),   field("from_day", &FenceHours::from_day),
                          field("from_min", &FenceHours::from_min), field("starts_at", &FenceHours::starts_at),
                          field("to_day", &FenceHours::to_day),     field("to_min", &FenceHours::to_min),
                          field("weekdays", &FenceHours::weekdays)};
    }
};

/// What follows when something happens at the fence while it is watched; that it happened stands in the journal anyhow.
struct FenceThen {
    bool alert = true;
    int priority = 2;                // of the alert; 1 is the most urgent, 3 the least
    std::string instruction;         // a draft for the operator, never sent by itself; empty for none
    std::optional<CameraId> camera;  // the one that sees the place
    friend bool operator==(FenceThen const&, FenceThen const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alert", &FenceThen::alert), field("camera", &FenceThen::camera),
                          field("instruction", &FenceThen::instruction), field("priority", &FenceThen::priority)};
    }
};
inline constexpr int lowest_fence_priority = 3;

struct FenceGuest {
    UnitId unit;
    Instant since{};
    friend bool operator==(FenceGuest const&, FenceGuest const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("since", &FenceGuest::since), field("unit", &FenceGuest::unit)};
    }
};

struct Fence {
    Names name;
    FenceShape shape;
    std::optional<UnitId> carrier;  // of one that moves with a unit; its shape has a radius and no lines
    FenceWatch watch;
    FenceFor whom;
    FenceHours hours;
    FenceThen then;
    std::vector<FenceGuest> inside;  // those of whom the journal says so, by unit
    std::optional<Seq> changed_by;
    friend bool operator==(Fence const&, Fence const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("carrier", &Fence::carrier), field("changed_by", &Fence::changed_by),
                          field("hours", &Fence::hours),     field("inside", &Fence::inside),
                          field("name", &Fence::name),       field("shape", &Fence::shape),
                          field("then", &Fence::then),       field("watch", &Fence::watch),
                          field("whom", &Fence::whom)};
    }
};

/// Why a shape cannot be a fence, in English; nothing if it can.
std::optional<std::string_view> fault_of(FenceShape const& shape);
/// Why it cannot be drawn: its shape, its hours, what it watches.
std::optional<std::string_view> fault_of(Fence const& fence);

}  // namespace cresset
