#pragma once
/// How a unit begins its row in every list of units.

#include "widgets/desk_hub.h"
#include "widgets/row_view.h"
#include "widgets/words.h"

namespace cresset::widgets {

/// Its status as shape and letter, and its call sign; the list adds what it is about.
inline RowLook unitLook(Unit const& unit, DeskHub const& hub)
{
    RowLook look;
    look.status = markStatus(unit);
    look.letter = QString{statusLetter(unit, hub)};
    look.title = QString::fromStdString(unit.call_sign);
    return look;
}

}  // namespace cresset::widgets
