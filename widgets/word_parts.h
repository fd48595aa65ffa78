#pragma once
/// The pieces that sentences of the desk are put together from (words.h); nobody else needs them.

#include "core/base/ids.h"

#include <QString>
#include <vector>

namespace cresset::widgets {

class DeskHub;

/// In the context that lupdate finds for a free tr(): its namespace.
QString tr(char const* text, char const* comment = nullptr);
/// With a space between two.
QString joined(std::vector<QString> const& parts);
/// "P12"
QString callSign(UnitId unit, DeskHub const& hub);
/// "P12 P07"
QString callSigns(std::vector<UnitId> const& units, DeskHub const& hub);
/// "#1023"
QString incidentNumber(IncidentId incident, DeskHub const& hub);

}  // namespace cresset::widgets
