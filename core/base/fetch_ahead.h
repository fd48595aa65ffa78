#pragma once
/// Asks the memory for what will be needed soon, all of it at once, so that nobody waits for one line after another. It
/// changes nothing but the time that is waited; worth it only where a measurement says so.

#include <algorithm>
#include <cstddef>
#include <span>

namespace cresset {

// Always inlined: a function that only prefetches has no effect that the compiler knows of, and a call of it is
// dropped.
[[gnu::always_inline]] inline void fetch_ahead(void const* data)
{
    __builtin_prefetch(data);
}

/// The beginning of it, up to 4 KB.
template <typename Element>
[[gnu::always_inline]] inline void fetch_ahead(std::span<Element const> elements)
{
    constexpr std::size_t line = 64, most = 4096;
    auto const* const bytes = reinterpret_cast<std::byte const*>(elements.data());
    std::size_t const size = std::min(elements.size_bytes(), most);
    for (std::size_t i = 0; i < size; i += line) fetch_ahead(bytes + i);
    if (size > 0) fetch_ahead(bytes + size - 1);  // it need not begin where a line does
}

}  // namespace cresset
