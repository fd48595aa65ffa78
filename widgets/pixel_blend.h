#pragma once
/// Lays premultiplied pixels over opaque ones, as many at a time as the machine's vectors hold. A clear pixel changes
/// nothing and an opaque one replaces what is there, exactly.

#include <cstddef>
#include <cstdint>
#include <span>

namespace cresset::widgets {

/// target = source + target * (1 - source's alpha), each channel rounded down.
void layPixels(std::uint32_t const* source, std::uint32_t* target, int count);

/// The same with one colour for all.
void fillPixels(std::uint32_t source, std::uint32_t* target, int count);

/// target = source * part / 256 + target * (256 - part) / 256, for opaque pixels.
void mixPixels(std::uint32_t const* source, std::uint32_t* target, int count, int part);

/// Where something is in a row: [first, end).
struct PixelRun {
    int first = 0, end = 0;
};

/// A small picture. Behind the end of each row there are `pad` more pixels, all clear.
struct PixelBlock {
    static constexpr int pad = 8;
    std::uint32_t const* pixels = nullptr;
    std::ptrdiff_t stride = 0;  ///< pixels from row to row
    std::span<PixelRun const> rows;
};

/// Lays the block with its corner on `target`, where there must be room for all of it and PixelBlock::pad pixels more
/// to the right.
void layBlock(PixelBlock const& block, std::uint32_t* target, std::ptrdiff_t stride);

}  // namespace cresset::widgets
