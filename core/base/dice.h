#pragma once
/// Dice without memory: a throw is a function of (seed, stream, tick) and nothing else, so a simulation that was killed
/// and resumed throws the same. Mixing by splitmix64's finaliser (Steele, Lea, Flood 2014), three rounds.

#include <cstdint>

namespace cresset {

constexpr std::uint64_t mix64(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

constexpr std::uint64_t dice(std::uint64_t seed, std::uint64_t stream, std::uint64_t tick)
{
    return mix64(mix64(mix64(seed) ^ stream) ^ tick);
}

/// A throw in [0, n), n > 0.
constexpr std::uint64_t dice_below(std::uint64_t n, std::uint64_t seed, std::uint64_t stream, std::uint64_t tick)
{
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>(dice(seed, stream, tick)) * n) >> 64U);
}

/// A run of throws, for those who need many in a row (a city from a seed). The same seed gives the same run everywhere.
class Dice {
public:
    explicit constexpr Dice(std::uint64_t seed, std::uint64_t stream = 0) : seed_{mix64(mix64(seed) ^ stream)} {}
    constexpr std::uint64_t next() { return mix64(seed_ + 0x9E3779B97F4A7C15ULL * ++count_); }
    /// In [0, n), n > 0.
    constexpr std::uint64_t below(std::uint64_t n)
    {
        return static_cast<std::uint64_t>((static_cast<unsigned __int128>(next()) * n) >> 64U);
    }
    /// In [low, high], both ends inside.
    constexpr std::int64_t range(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    /// True in `part` of `whole` throws.
    constexpr bool chance(std::uint64_t part, std::uint64_t whole) { return below(whole) < part; }
    /// In [0, 1): for drawing, never for decisions that are replayed.
    constexpr double real() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

private:
    std::uint64_t seed_;
    std::uint64_t count_ = 0;
};

}  // namespace cresset
