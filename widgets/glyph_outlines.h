#pragma once
/// Outlines of letters as polygons, at one em = 1, cached: text on the map is drawn from these in any size and turned
/// any way, without asking the font again. Safe to use from several threads.

#include "widgets/rasteriser.h"

#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace cresset::widgets {

/// One letter, or one whole text whose letters must not be taken apart.
struct Glyph {
    float advance = 0;                ///< em
    std::vector<RasterPoint> points;  ///< em, from the start of the base line, y down
    std::vector<std::uint32_t> contour_ends;
};

using SharedGlyph = std::shared_ptr<Glyph const>;

struct GlyphFace {
    bool bold = false;
    bool italic = false;
    friend auto operator<=>(GlyphFace const&, GlyphFace const&) = default;
};

/// The letters of a text in reading order; one whole piece if it needs shaping.
std::vector<SharedGlyph> glyphsOf(QString const& text, GlyphFace face);

/// Half of a capital's height, em: from the base line up to the middle of the writing.
constexpr float glyph_middle = 0.37f;

}  // namespace cresset::widgets
