#pragma once
/// How long answers took: the intervals between the stamps T0..T11 of many incidents or unit responses, their
/// percentiles by nearest rank, and whether a standard's limits are kept. Pure functions; n stands beside every figure,
/// because nine tenths of four calls mean nothing.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/facts/incident.h"
#include "core/facts/names.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

enum class Interval : std::uint8_t {
    answer,       // T1 - T0: until someone answered
    process,      // T5 - T1: until the first unit was notified
    acknowledge,  // T6 - T5: until it said that it had heard
    turnout,      // T7 - T5: until it moved
    travel,       // T8 - T7: on the road
    response,     // T8 - T0: what the caller waited
    scene,        // T9 - T8: until all was under control
};
inline constexpr std::size_t interval_count = 7;
inline constexpr std::array<Interval, interval_count> all_intervals{
    Interval::answer, Interval::process,  Interval::acknowledge, Interval::turnout,
    Interval::travel, Interval::response, Interval::scene};
template <>
struct EnumWords<Interval> {
    static constexpr std::array<std::string_view, interval_count> words{"answer", "process",  "acknowledge", "turnout",
                                                                        "travel", "response", "scene"};
};

using Stamps = std::array<std::optional<Instant>, stamp_count>;

/// What the figures are made of: one incident, or one unit's response to it.
struct Responded {
    Stamps stamps;
    int priority = 3;
    std::string area;  // "urban", "suburban" or "rural"; empty counts as urban
};

/// From an incident's own stamps.
Responded responded(Incident const& incident);
/// The work of one unit on an incident: the incident's stamps up to the call's classification, then the unit's own.
Responded responded(Incident const& incident, Assignment const& assignment);
/// The earliest of each stamp: several units' responses become one incident's.
Stamps earliest(Stamps const& a, Stamps const& b);

/// Nothing if one of the two stamps is missing. May be negative where clocks or hands were wrong.
std::optional<Duration> length_of(Interval interval, Stamps const& stamps);

/// All lengths of one interval, shortest first.
struct Sample {
    std::vector<Duration> lengths;
    std::size_t negative = 0;  // left out: their stamps are in the wrong order

    std::size_t n() const { return lengths.size(); }
    /// The smallest length that at least `permille` thousandths of the sample do not exceed (nearest rank; 900 is the
    /// 90th percentile). Nothing of an empty sample; permille 1..1000.
    std::optional<Duration> percentile(int permille) const;
    /// Rounded to whole milliseconds.
    std::optional<Duration> mean() const;
    /// How many are no longer than the limit.
    std::size_t within(Duration limit) const;
};

Sample sample_of(Interval interval, std::vector<Responded> const& responses);

/// One limit of a standard: so many thousandths within so many seconds.
struct ResponseLimit {
    std::optional<std::string> area;  // for calls of that area only
    Interval interval = Interval::response;
    std::int64_t limit_s = 0;
    std::optional<int> priority;  // for calls of that priority only
    int share_permille = 900;
    std::string source;
    friend bool operator==(ResponseLimit const&, ResponseLimit const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("area", &ResponseLimit::area),
                          field("interval", &ResponseLimit::interval),
                          field("limit_s", &ResponseLimit::limit_s),
                          field("priority", &ResponseLimit::priority),
                          field("share_permille", &ResponseLimit::share_permille),
                          field("source", &ResponseLimit::source)};
    }
};

/// The limits of one standard (resources/codes/profiles.json).
struct ResponseProfile {
    std::string code;  // "nfpa1225"
    std::vector<ResponseLimit> limits;
    Names name;
    friend bool operator==(ResponseProfile const&, ResponseProfile const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &ResponseProfile::code), field("limits", &ResponseProfile::limits),
                          field("name", &ResponseProfile::name)};
    }
};

/// The profiles of a file, or what is wrong with it.
Result<std::vector<ResponseProfile>> read_profiles(std::string_view json);

struct LimitKept {
    ResponseLimit limit;
    Sample sample;  // of the calls for which the limit holds
    std::size_t within = 0;
    std::optional<bool> kept;  // nothing of an empty sample
};

/// Every limit of the profile, in its order.
std::vector<LimitKept> judge(ResponseProfile const& profile, std::vector<Responded> const& responses);

}  // namespace cresset
