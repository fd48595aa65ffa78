#pragma once
/// The map for those who do not see it: every mark in the picture is a child of the canvas with its words, its place on
/// the screen and the acts of the mouse (select, open its menu).

namespace cresset::widgets {

class MapCanvas;

/// From now on the canvas is told so to screen readers.
void installMapAccess(MapCanvas& canvas);

}  // namespace cresset::widgets
