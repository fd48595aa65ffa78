#pragma once
/// Lays a row of premultiplied pixels over opaque ones, four at a time.

#include <cstdint>

namespace cresset::widgets {

/// target = source + target * (1 - source's alpha), each channel rounded down.
void layPixels(std::uint32_t const* source, std::uint32_t* target, int count);

}  // namespace cresset::widgets
