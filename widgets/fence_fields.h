#pragma once
/// What the fields of the fence form show, and how they are read; nobody else needs it.

#include "core/base/time.h"
#include "core/facts/fence.h"

#include <QString>
#include <optional>
#include <string_view>

namespace cresset::widgets {

/// "12.5", "60".
QString numberText(double value);
/// "2026-11-29 18:00" by the clock of the room; empty if there is none.
QString localText(std::optional<Instant> const& at, std::string_view zone);
/// Circles and corridors have one; metres, of a corridor its whole width.
bool hasSize(FenceKind kind);
double sizeOf(FenceShape const& shape);

}  // namespace cresset::widgets
