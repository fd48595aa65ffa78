#pragma once
/// Shows the window as it does in everyday use, until its first whole picture is there: the panels, and the map with
/// all its tiles and names. So that the time of a start can be measured from outside.

#include "app/window/console.h"

#include <QSize>

namespace cresset::app {

/// A problem as text if that takes more than half a minute.
QString showFirstPicture(Console& console, QSize size);

}  // namespace cresset::app
