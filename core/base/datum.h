#pragma once
/// In which datum the positions of somebody else's file are. Inside the program everything is WGS-84 (CGCS2000 is the
/// same within centimetres); GCJ-02 and BD-09, the shifted ones of public maps in China, are never guessed: a person
/// says so.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cresset {

enum class Datum : std::uint8_t { wgs84, gcj02, bd09 };

inline constexpr std::array all_datums{Datum::wgs84, Datum::gcj02, Datum::bd09};

/// "wgs84", "gcj02", "bd09": as it is typed and kept.
constexpr std::string_view word_of(Datum datum)
{
    return datum == Datum::gcj02 ? "gcj02" : datum == Datum::bd09 ? "bd09" : "wgs84";
}

constexpr std::optional<Datum> datum_of(std::string_view word)
{
    for (Datum const datum : all_datums)
        if (word_of(datum) == word) return datum;
    return {};
}

}  // namespace cresset
