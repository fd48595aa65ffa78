#pragma once
/// What a shape of a fence can be pulled by: its corners, the middles between them that become corners, and its radius.

#include "core/facts/fence.h"
#include "widgets/map_layer.h"

#include <optional>
#include <vector>

namespace cresset::widgets {

struct FenceHandle {
    enum class What : std::uint8_t { corner, middle, radius };

    What what = What::corner;
    std::uint32_t line = 0;   ///< of FenceShape::lines
    std::uint32_t point = 0;  ///< of a middle: the corner before it
    Place place;
    friend bool operator==(FenceHandle const&, FenceHandle const&) = default;
};

/// Of a shape without fault; of one that moves with a unit, with the place where that is.
std::vector<FenceHandle> handlesOf(FenceShape const& shape);
/// The shape with the handle pulled there.
FenceShape pulled(FenceShape shape, FenceHandle const& handle, Place to);
/// The shape without that corner; a hole of three corners goes with it. Nothing if it must stay.
std::optional<FenceShape> without(FenceShape shape, FenceHandle const& handle);

/// Handles of fences, apart from those of other tools.
MarkKey keyOf(FenceHandle const& handle);
bool isFenceHandle(MarkKey mark);

}  // namespace cresset::widgets
