#include "widgets/pixel_blend.h"

#include "widgets/rasteriser.h"

#include <cstring>

namespace cresset::widgets {
namespace {

/// GCC and Clang turn these into the machine's vectors, whichever it has.
struct Four {
    static constexpr int pixels = 4;
    using Wide = std::uint32_t __attribute__((vector_size(16)));
    using Narrow = std::uint16_t __attribute__((vector_size(16)));
};
struct Eight {
    static constexpr int pixels = 8;
    using Wide = std::uint32_t __attribute__((vector_size(32)));
    using Narrow = std::uint16_t __attribute__((vector_size(32)));
};

#define CRESSET_INLINE inline __attribute__((always_inline))

/// laidOver() for some pixels at once: two channels a multiplication, in halves of 16 bits.
template <typename Some>
CRESSET_INLINE void layVector(typename Some::Wide const& over, std::uint32_t* target)
{
    using Wide = typename Some::Wide;
    using Narrow = typename Some::Narrow;
    Wide under;
    std::memcpy(&under, target, sizeof under);
    Wide const alpha = over >> 24;
    Wide const rest = 256 - alpha - (alpha >> 7);
    auto const factor = reinterpret_cast<Narrow>(rest | rest << 16);
    auto const red_blue = reinterpret_cast<Wide>((reinterpret_cast<Narrow>(under & 0xff00ffu) * factor) >> 8);
    auto const alpha_green = reinterpret_cast<Wide>((reinterpret_cast<Narrow>(under >> 8 & 0xff00ffu) * factor) >> 8);
    under = over + (red_blue | alpha_green << 8);
    std::memcpy(target, &under, sizeof under);
}

template <typename Some>
CRESSET_INLINE void laySome(std::uint32_t const* source, std::uint32_t* target)
{
    typename Some::Wide over;
    std::memcpy(&over, source, sizeof over);
    layVector<Some>(over, target);
}

template <typename Some>
CRESSET_INLINE void fillRow(std::uint32_t source, std::uint32_t* target, int count)
{
    typename Some::Wide const over = source - typename Some::Wide{};
    int i = 0;
    for (; i + Some::pixels <= count; i += Some::pixels) layVector<Some>(over, target + i);
    for (; i < count; ++i) target[i] = laidOver(target[i], source, 256);
}

template <typename Some>
CRESSET_INLINE void layRow(std::uint32_t const* source, std::uint32_t* target, int count)
{
    int i = 0;
    for (; i + Some::pixels <= count; i += Some::pixels) laySome<Some>(source + i, target + i);
    for (; i < count; ++i) target[i] = laidOver(target[i], source[i], 256);
}

template <typename Some>
CRESSET_INLINE void layRows(PixelBlock const& block, std::uint32_t* target, std::ptrdiff_t stride)
{
    static_assert(Some::pixels <= PixelBlock::pad);
    std::uint32_t const* source = block.pixels;
    for (PixelRun const run : block.rows) {
        for (int x = run.first; x < run.end; x += Some::pixels) laySome<Some>(source + x, target + x);
        source += block.stride;
        target += stride;
    }
}

#ifdef __x86_64__
bool hasWideVectors()
{
    static bool const has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

__attribute__((target("avx2"))) void layRowWide(std::uint32_t const* source, std::uint32_t* target, int count)
{
    layRow<Eight>(source, target, count);
}

__attribute__((target("avx2"))) void fillRowWide(std::uint32_t source, std::uint32_t* target, int count)
{
    fillRow<Eight>(source, target, count);
}

__attribute__((target("avx2"))) void layRowsWide(PixelBlock const& block, std::uint32_t* target, std::ptrdiff_t stride)
{
    layRows<Eight>(block, target, stride);
}
#endif

}  // namespace

void layPixels(std::uint32_t const* source, std::uint32_t* target, int count)
{
#ifdef __x86_64__
    if (hasWideVectors()) return layRowWide(source, target, count);
#endif
    layRow<Four>(source, target, count);
}

void fillPixels(std::uint32_t source, std::uint32_t* target, int count)
{
#ifdef __x86_64__
    if (hasWideVectors()) return fillRowWide(source, target, count);
#endif
    fillRow<Four>(source, target, count);
}

void mixPixels(std::uint32_t const* source, std::uint32_t* target, int count, int part)
{
    auto const over = static_cast<std::uint32_t>(part), under = 256 - over;
    for (int i = 0; i < count; ++i) {
        std::uint32_t const red_blue = (source[i] & 0xff00ffu) * over + (target[i] & 0xff00ffu) * under;
        std::uint32_t const green = (source[i] >> 8 & 0xffu) * over + (target[i] >> 8 & 0xffu) * under;
        target[i] = 0xff000000u | (red_blue >> 8 & 0xff00ffu) | (green & 0xff00u);
    }
}

void layBlock(PixelBlock const& block, std::uint32_t* target, std::ptrdiff_t stride)
{
#ifdef __x86_64__
    if (hasWideVectors()) return layRowsWide(block, target, stride);
#endif
    layRows<Four>(block, target, stride);
}

}  // namespace cresset::widgets
