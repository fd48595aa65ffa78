#pragma once
/// What a fence is and what it watches, in the language in use. Everything here is plain text.

#include "core/facts/fence.h"

#include <QString>
#include <string_view>

namespace cresset::widgets {

class DeskHub;

/// "circle, 150 m", "area of 0.31 km²", "around P12, 300 m".
QString fenceShapeText(Fence const& fence, DeskHub const& hub);
/// "enter, leave, longer than 10 min, faster than 60 km/h".
QString fenceWatchText(Fence const& fence);
/// "for: car, foot"; empty if it is for everybody.
QString fenceForText(FenceFor const& whom, DeskHub const& hub);
/// "Mo–Fr 22:00–06:00"; empty if it is watched always.
QString fenceHoursText(FenceHours const& hours, DeskHub const& hub);
/// "P02 3:10 · P05 0:42": who is inside, and for how long.
QString fenceInsideText(Fence const& fence, DeskHub const& hub);
bool isWatchedNow(Fence const& fence, DeskHub const& hub);
/// All of it in a few lines, for the card under the mouse.
QString fenceText(FenceId id, DeskHub const& hub);
/// A fault of a shape or of a fence, as the core names it in English.
QString fenceFaultText(std::string_view fault);
/// "Mon", by 0 for Monday.
QString weekdayText(int day);
/// "22:00".
QString dayTimeText(int minutes);

}  // namespace cresset::widgets
