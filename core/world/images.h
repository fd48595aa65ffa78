#pragma once
/// Taking pictures of rows before an act changes them, and putting pictures back.

#include "core/world/advance.h"
#include "core/world/world.h"

#include <span>

namespace cresset {

/// The rows that the entries of an act will touch, as they stand now. Empty for what cannot be taken back (notes,
/// fixes, the listing of sites).
Images images_before(World const& world, std::span<Entry const> act);
/// The same rows, as they stand now.
Images images_now(World const& world, Images const& rows);
/// Puts the rows back as in the images; says what changed.
Changes put_back(World& world, Images const& images);
/// Marks every row of the images that is there as changed by that entry.
void mark_changed(World& world, Images const& rows, Seq by);
/// The rows whose version differs from `version` (an operator changed them later), in words ("P12", "#1023").
std::vector<std::string> changed_since(World const& world, Images const& rows, Seq version);

}  // namespace cresset
