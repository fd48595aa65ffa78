#pragma once
/// What must be known of a place before somebody goes there: its hazards in the language in use, as plain text.

#include "core/base/geo.h"

#include <QStringList>

namespace cresset::widgets {

class DeskHub;

/// "⚠ aggressive dog · 40 m · noted 2:10 ago · until 21:00:00", the nearest first; those that are over are not there.
QStringList hazardTexts(Place place, DeskHub const& hub);

}  // namespace cresset::widgets
