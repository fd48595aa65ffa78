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
/// Puts back what the act that left the rows as in `left` changed from `images`: a member that it changed is as in the
/// image again, one that it did not keeps what came since (a unit that arrived meanwhile has arrived). Says what
/// changed.
Changes put_back(World& world, Images const& images, Images const& left);
/// Marks every row of the images that is there as changed by that entry.
void mark_changed(World& world, Images const& rows, Seq by);
/// The rows that an operator changed since the act left them so, or that went on where an undo would tear them from
/// their work, in words ("P12", "#1023").
std::vector<std::string> overtaken(World const& world, Images const& left);

}  // namespace cresset
