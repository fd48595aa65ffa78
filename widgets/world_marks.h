#pragma once
/// The world as marks: what each layer of the map shows of it now, and the words of the card under the mouse. Nothing
/// is kept here.

#include "widgets/desk_hub.h"
#include "widgets/fence_layer.h"
#include "widgets/map_layer.h"
#include "widgets/marks.h"

namespace cresset::widgets {

/// Units that are signed on and have a place.
std::vector<UnitMark> unitMarks(DeskHub const& hub);
/// Open incidents; duplicates stand with the one they belong to.
std::vector<IncidentMark> incidentMarks(DeskHub const& hub);
std::vector<CameraMark> cameraMarks(DeskHub const& hub);
std::vector<PostMark> postMarks(DeskHub const& hub);
std::vector<DroneMark> droneMarks(DeskHub const& hub);
/// Patrol grids.
std::vector<AreaMark> gridMarks(DeskHub const& hub);
/// Fences that have a place; one that moves with a unit, where that is.
std::vector<FenceMark> fenceMarks(DeskHub const& hub);
/// The rest of the way of who is sent, and of the unit in hand.
std::vector<RouteMark> routeMarks(DeskHub const& hub);
/// The ghost of the line that is being typed.
PreviewMark previewMark(DeskHub const& hub);

/// What a thing is, in a few lines of plain text; empty if it is gone.
QString hoverText(MarkKey mark, DeskHub const& hub);

}  // namespace cresset::widgets
