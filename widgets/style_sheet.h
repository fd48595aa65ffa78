#pragma once
/// The look of ordinary widgets, from the theme's colours: calm, flat, dense. Every colour comes from the palette file.

#include "widgets/theme.h"

#include <QPalette>
#include <QString>

namespace cresset::widgets {

QPalette paletteOf(Theme const& theme);
/// `text_size`: of letters, in hundredths of the usual.
QString styleSheetOf(Theme const& theme, int text_size = 100);

}  // namespace cresset::widgets
