#include "widgets/pixel_blend.h"

#include "widgets/rasteriser.h"

#include <cstring>

namespace cresset::widgets {
namespace {

/// GCC and Clang turn these into the machine's vectors, whichever it has.
using Four = std::uint32_t __attribute__((vector_size(16)));
using Eight = std::uint16_t __attribute__((vector_size(16)));

/// laidOver() for four pixels: two channels a multiplication, in halves of 16 bits.
Four laidOver(Four under, Four source)
{
    Four const alpha = source >> 24;
    Four const rest = 256 - alpha - (alpha >> 7);
    auto const factor = reinterpret_cast<Eight>(rest | rest << 16);
    auto const red_blue = reinterpret_cast<Four>((reinterpret_cast<Eight>(under & 0xff00ffu) * factor) >> 8);
    auto const alpha_green = reinterpret_cast<Four>((reinterpret_cast<Eight>(under >> 8 & 0xff00ffu) * factor) >> 8);
    return source + (red_blue | alpha_green << 8);
}

}  // namespace

void layPixels(std::uint32_t const* source, std::uint32_t* target, int count)
{
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        Four under, over;
        std::memcpy(&under, target + i, sizeof under);
        std::memcpy(&over, source + i, sizeof over);
        under = laidOver(under, over);
        std::memcpy(target + i, &under, sizeof under);
    }
    for (; i < count; ++i) target[i] = widgets::laidOver(target[i], source[i], 256);
}

}  // namespace cresset::widgets
