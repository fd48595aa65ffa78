#pragma once
/// What became of everything a feed brought, so that nothing is lost without a trace. Two sums hold at any moment:
/// received = read + not_read + unknown_type + malformed, and every reading made of what was read is judged once.

#include <array>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace cresset::feeds {

/// Why a message could not be read.
enum class Malformed : std::uint8_t {
    too_long,       // longer than the limit of its kind
    cut_off,        // another message began before this one ended
    not_a_message,  // no message of this kind at all
    no_checksum,
    wrong_checksum,
    bad_field,  // a field is missing or out of range
    bad_json,
    too_deep,  // JSON nested beyond the limit
    bad_time,
    bad_place,
    missing_value,  // a value without which the row says nothing
    bad_row,        // cells do not agree with the heading, quotes do not close
};
inline constexpr std::size_t malformed_kinds = 12;

constexpr std::string_view name_of(Malformed reason)
{
    constexpr std::array<std::string_view, malformed_kinds> names{
        "too long", "cut off",  "not a message", "no checksum", "wrong checksum", "bad field",
        "bad JSON", "too deep", "bad time",      "bad place",   "missing value",  "bad row"};
    return names[static_cast<std::size_t>(reason)];
}

struct Counters {
    std::uint64_t received = 0;      // messages: lines, sentences, rows
    std::uint64_t read = 0;          // understood and used
    std::uint64_t not_read = 0;      // known, and of no use here (satellites in view, AIS)
    std::uint64_t unknown_type = 0;  // well-formed, of a type that nobody here knows
    std::array<std::uint64_t, malformed_kinds> malformed_by_reason{};

    std::uint64_t readings = 0;  // readings judged: the sum of the following
    std::uint64_t no_fix = 0;    // the device says that it does not know where it is
    std::uint64_t accepted = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t late = 0;
    std::uint64_t doubtful = 0;
    std::uint64_t unauthorised = 0;  // from a device that may not speak for that unit

    friend bool operator==(Counters const&, Counters const&) = default;
    std::uint64_t malformed() const
    {
        return std::accumulate(malformed_by_reason.begin(), malformed_by_reason.end(), std::uint64_t{0});
    }
    void count(Malformed reason) { ++received, ++malformed_by_reason[static_cast<std::size_t>(reason)]; }
    void count_read() { ++received, ++read; }
    void count_not_read() { ++received, ++not_read; }
    void count_unknown() { ++received, ++unknown_type; }
};

}  // namespace cresset::feeds
