#pragma once
/// The look of ordinary widgets, from the theme's colours: calm, flat, dense. Every colour comes from the palette file.

#include <QPalette>
#include <QString>

#include "widgets/theme.h"

namespace cresset::widgets {

QPalette paletteOf(Theme const& theme);
QString styleSheetOf(Theme const& theme);

}  // namespace cresset::widgets
