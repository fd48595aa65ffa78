#pragma once
/// A world as named chunks of bytes, and back: what the journal keeps so that any moment is rebuilt quickly. Rows of a
/// table stand in chunks of a fixed number, so that what did not change has the same bytes as in the snapshot before.

#include "core/base/result.h"
#include "core/world/world.h"

#include <string>
#include <utility>
#include <vector>

namespace cresset {

using Chunks = std::vector<std::pair<std::string, std::string>>;  // name, bytes

Chunks to_chunks(World const& world);
/// A problem if a chunk is missing, damaged, or of another form.
Result<World> from_chunks(Chunks const& chunks);

}  // namespace cresset
