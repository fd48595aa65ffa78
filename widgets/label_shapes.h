#pragma once
/// Where the letters of one label would stand, and what it would cover; nothing is decided here.

#include "widgets/label_lines.h"
#include "widgets/label_placer.h"

#include <vector>

namespace cresset::widgets {

/// No letters: it does not fit (a line too short or too bent).
struct LabelShape {
    std::vector<PlacedGlyph> glyphs;
    std::vector<PixelBox> boxes;
};

enum class Side : std::uint8_t { right, left, below, above };

/// Where a name stands beside the thing that it names.
struct Beside {
    RasterPoint point;
    Side side = Side::right;
    float radius = 0;  ///< of its dot or sign, pixels
    float dpr = 1;
};

/// Radius of the dot of a point of interest, and half of a sign's side, at one pixel a pixel.
constexpr float dot_radius = 2.6f;
constexpr float sign_radius = 7;

GlyphFace faceOf(LabelRule const& rule);

/// Round the point, long names in several lines; the second name below, smaller.
LabelShape centredShape(LabelText const& text, GlyphFace face, float size, RasterPoint middle);
LabelShape besideShape(LabelText const& text, GlyphFace face, float size, Beside const& where);
/// A dot or a sign without words.
PixelBox boxRound(RasterPoint middle, float half);
/// The number of a road in a plate.
LabelShape shieldShape(QString const& text, float size, RasterPoint middle);
/// A text made ready to be tried along many lines and places.
struct Writing {
    Writing(QString const& text, GlyphFace face);
    std::vector<SharedGlyph> glyphs;
    float width = 0;         ///< em, with the air between its letters
    float tracking = 0;      ///< em between two letters
    bool stackable = false;  ///< its letters may stand below each other
};

/// Along a line, its middle at a distance from the line's start. Never upside down; Chinese stands upright, letter
/// below letter, where the line is steep.
LabelShape alongShape(Writing const& writing, float size, LineWalk const& walk, float at);

}  // namespace cresset::widgets
