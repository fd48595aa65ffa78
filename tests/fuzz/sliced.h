#pragma once
/// A stream reader must make the same of a stream however it is sliced.

#include "core/base/check.h"
#include "core/feeds/counters.h"
#include "core/feeds/reading.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace cresset::feeds {

template <typename Reader>
struct StreamRead {
    std::vector<Reading> readings;
    Counters counters;
    bool operator==(StreamRead const&) const = default;
};

/// Fed in parts of 1 to `most` bytes.
template <typename Reader>
StreamRead<Reader> read_in_parts(std::string_view bytes, std::size_t most)
{
    Reader reader = [] {
        if constexpr (std::is_constructible_v<Reader, std::string>)
            return Reader{"device"};
        else
            return Reader{};
    }();
    StreamRead<Reader> result;
    std::uint32_t state = 12345;
    while (!bytes.empty()) {
        state = state * 1664525U + 1013904223U;
        std::size_t const size = 1 + (state >> 16U) % most;
        reader.feed(bytes.substr(0, size), result.readings);
        bytes.remove_prefix(std::min(size, bytes.size()));
    }
    reader.end(result.readings);
    result.counters = reader.counters();
    return result;
}

template <typename Reader>
void check_stream(std::string_view bytes)
{
    auto const whole = read_in_parts<Reader>(bytes, bytes.size() + 1'000'000);
    CRESSET_CHECK(whole == read_in_parts<Reader>(bytes, 7));
    auto const& sums = whole.counters;
    CRESSET_CHECK(sums.received == sums.read + sums.not_read + sums.unknown_type + sums.malformed());
    for (auto const& reading : whole.readings) {
        CRESSET_CHECK(reading.place.has_value() == reading.has_fix());
        if (!reading.place) continue;
        CRESSET_CHECK(reading.place->lat_e7 >= -900'000'000 && reading.place->lat_e7 <= 900'000'000);
        CRESSET_CHECK(reading.place->lon_e7 >= -1'800'000'000 && reading.place->lon_e7 <= 1'800'000'000);
        static_cast<void>(to_fix(reading, Instant{}));
    }
}

}  // namespace cresset::feeds
