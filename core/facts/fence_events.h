#pragma once
/// Fences drawn and taken away, and what happened at them.

#include "core/facts/fence.h"
#include "core/facts/listed.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cresset {

/// A new fence, or one drawn anew; who the row says to be inside is not looked at.
struct FenceDrawn : Listed<FenceId, Fence> {
    static constexpr std::string_view kind = "fence.drawn";
};

struct FenceRemoved {
    static constexpr std::string_view kind = "fence.removed";
    FenceId fence;
    friend bool operator==(FenceRemoved const&, FenceRemoved const&) = default;
    static constexpr auto fields() { return std::tuple{field("fence", &FenceRemoved::fence)}; }
};

/// What a unit did at a fence, at its own time: entered, left, crossed it, stayed too long, was too fast.
struct FenceCrossed {
    static constexpr std::string_view kind = "fence.crossed";
    FenceId fence;
    UnitId unit;
    FenceEvent what = FenceEvent::enter;
    Instant at{};
    std::optional<bool> to_left;  // of a line
    friend bool operator==(FenceCrossed const&, FenceCrossed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &FenceCrossed::at), field("fence", &FenceCrossed::fence),
                          field("to_left", &FenceCrossed::to_left), field("unit", &FenceCrossed::unit),
                          field("what", &FenceCrossed::what)};
    }
};

/// Who is inside of a fence without having been seen to enter: it was drawn around them, or their first fix lies there.
struct FenceOccupied {
    static constexpr std::string_view kind = "fence.occupied";
    FenceId fence;
    std::vector<FenceGuest> inside;  // all of them, by unit
    friend bool operator==(FenceOccupied const&, FenceOccupied const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("fence", &FenceOccupied::fence), field("inside", &FenceOccupied::inside)};
    }
};

}  // namespace cresset
