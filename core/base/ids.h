#pragma once
/// Ids: who issued it (the origin, a seat) and a number counted there, so that two seats offline never mint the same.
/// Ids of different things do not mix. There is no "null" id: where there may be none, write std::optional<UnitId>.
/// What people read (#1023, P12) is a display number or a call sign, apart from the id.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace cresset {

template <typename Thing>
struct Id {
    std::uint16_t origin = 0;
    std::uint32_t number = 0;

    friend constexpr auto operator<=>(Id const&, Id const&) = default;

    /// One number for tables and files: origin above, number below.
    constexpr std::uint64_t packed() const { return (std::uint64_t{origin} << 32) | number; }
    static constexpr Id unpacked(std::uint64_t packed)
    {
        return {static_cast<std::uint16_t>(packed >> 32), static_cast<std::uint32_t>(packed)};
    }
};

using UnitId = Id<struct UnitThing>;
using IncidentId = Id<struct IncidentThing>;
using CameraId = Id<struct CameraThing>;
using DroneId = Id<struct DroneThing>;
using DepartmentId = Id<struct DepartmentThing>;
using StationId = Id<struct StationThing>;
using GridId = Id<struct GridThing>;
using HazardId = Id<struct HazardThing>;
using NoteId = Id<struct NoteThing>;
using AlertId = Id<struct AlertThing>;
using PersonId = Id<struct PersonThing>;
using TextId = Id<struct TextThing>;
using OverrideId = Id<struct OverrideThing>;
using FenceId = Id<struct FenceThing>;
using CordonId = Id<struct CordonThing>;
using ClosureId = Id<struct ClosureThing>;
using StageDrillId = Id<struct StageDrillThing>;

/// A seat is a place where someone (or the simulator) acts; its number is the origin of the ids it issues.
struct SeatId {
    std::uint16_t value = 0;
    friend constexpr auto operator<=>(SeatId const&, SeatId const&) = default;
};

/// One act of one seat: the idempotency key. Counted from 1 by the seat.
struct ActId {
    SeatId seat;
    std::uint32_t number = 0;
    friend constexpr auto operator<=>(ActId const&, ActId const&) = default;
};

/// The place of an entry in its journal, counted from 1 without gaps.
struct Seq {
    std::uint64_t value = 0;
    friend constexpr auto operator<=>(Seq const&, Seq const&) = default;
};

}  // namespace cresset

template <typename Thing>
struct std::hash<cresset::Id<Thing>> {
    std::size_t operator()(cresset::Id<Thing> id) const noexcept { return std::hash<std::uint64_t>{}(id.packed()); }
};
