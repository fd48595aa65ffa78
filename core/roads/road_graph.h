#pragma once
/// The road network of a city: streets between junctions, each with an arc in both directions, with access and speed
/// per mode, names, shapes, turn restrictions. A value that never changes once built (road_graph_builder.h), so that
/// threads share it freely. Arcs 2k and 2k+1 are the two directions of street k; streets and nodes are numbered along a
/// Hilbert curve, so that what is near on the ground is near in memory, and equally on every machine.
/// Streets meet where they share a node and nowhere else: a bridge has nothing to do with what it crosses.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "core/facts/mode.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

using NodeNumber = std::uint32_t;
using StreetNumber = std::uint32_t;
using ArcNumber = std::uint32_t;
using NameNumber = std::uint32_t;  // 0 is the street without a name

inline constexpr std::uint32_t no_number = UINT32_MAX;

/// From the greatest to the least; the order decides who gives way.
enum class RoadClass : std::uint8_t {
    motorway,
    trunk,
    primary,
    secondary,
    tertiary,
    residential,
    living_street,
    service,
    track,
    pedestrian,
    cycleway,
    path,
    footway,
    steps,
    open_ground,  // a square or a park that a person on foot can cross
    ferry,
};
inline constexpr std::size_t road_class_count = 16;
std::string_view name_of(RoadClass road_class);

/// What a street is besides its class; bits of a RoadFlags.
using RoadFlags = std::uint8_t;
namespace road_flag {
inline constexpr RoadFlags bridge = 1, tunnel = 2, roundabout = 4, ramp = 8, toll = 16, bus_only = 32;
inline constexpr RoadFlags all = 63;
}  // namespace road_flag

/// What a node is; bits of a NodeFlags.
using NodeFlags = std::uint8_t;
namespace node_flag {
inline constexpr NodeFlags traffic_lights = 1, crossing = 2;
inline constexpr NodeFlags all = 3;
}  // namespace node_flag

/// Centimetres a second for each mode, in the order of Mode; 0: not allowed. Otherwise 20 cm/s and more.
using Speeds = std::array<std::uint16_t, all_modes.size()>;
inline constexpr std::uint16_t slowest_cm_s = 20;

constexpr std::size_t index_of(Mode mode)
{
    return static_cast<std::size_t>(mode);
}

/// A set of modes.
using ModeMask = std::uint8_t;
constexpr ModeMask mask_of(Mode mode)
{
    return static_cast<ModeMask>(1U << index_of(mode));
}
inline constexpr ModeMask wheels = mask_of(Mode::emergency_car) | mask_of(Mode::car) | mask_of(Mode::ebike);
inline constexpr ModeMask every_mode = wheels | mask_of(Mode::foot);

struct StreetName {
    std::string name;     // as written there
    std::string name_zh;  // empty where not known
    std::string name_en;
    friend auto operator<=>(StreetName const&, StreetName const&) = default;
};

constexpr ArcNumber twin(ArcNumber arc)
{
    return arc ^ 1U;
}
constexpr StreetNumber street_of(ArcNumber arc)
{
    return arc >> 1U;
}
/// True for the arc in the direction in which the street was drawn.
constexpr bool is_ahead(ArcNumber arc)
{
    return (arc & 1U) == 0;
}

class RoadGraph {
public:
    /// No streets at all.
    RoadGraph();

    std::size_t node_count() const { return places_.size(); }
    std::size_t street_count() const { return streets_.size(); }
    std::size_t arc_count() const { return streets_.size() * 2; }
    Bounds const& bounds() const { return bounds_; }
    /// True where traffic keeps to the left (Hong Kong, Macau, Britain, Japan).
    bool keeps_left() const { return keeps_left_; }

    Place place(NodeNumber node) const { return places_[node]; }
    NodeFlags node_flags(NodeNumber node) const { return node_flags_[node]; }
    /// The arcs that leave a node, of every mode, lowest number first.
    std::span<ArcNumber const> arcs_out(NodeNumber node) const;
    /// The node nearest to the place by whole millimetres, the lowest number if equal; nothing in an empty graph. Slow:
    /// walks all nodes.
    std::optional<NodeNumber> node_near(Place place) const;

    NodeNumber from(ArcNumber arc) const { return street(arc).ends[arc & 1U]; }
    NodeNumber to(ArcNumber arc) const { return street(arc).ends[1 - (arc & 1U)]; }
    std::uint32_t length_mm(ArcNumber arc) const { return street(arc).length_mm; }
    RoadClass road_class(ArcNumber arc) const { return street(arc).road_class; }
    RoadFlags flags(ArcNumber arc) const { return street(arc).flags; }
    std::uint16_t speed_cm_s(ArcNumber arc, Mode mode) const { return street(arc).speeds[arc & 1U][index_of(mode)]; }
    bool allows(ArcNumber arc, Mode mode) const { return speed_cm_s(arc, mode) != 0; }
    NameNumber name_number(ArcNumber arc) const { return street(arc).name; }
    StreetName const& name(ArcNumber arc) const { return names_[street(arc).name]; }
    std::span<StreetName const> names() const { return names_; }

    /// The street's points in the direction of its even arc, both ends included: at least two.
    std::span<Place const> points(StreetNumber street) const;
    /// The same in the direction of the arc.
    Line line(ArcNumber arc) const;

    /// Ways through the network that are forbidden to some modes: two arcs (no turn from the first into the second) or
    /// more (by way of those between). "only" restrictions stand here as what they forbid. Sorted by arcs.
    std::size_t restriction_count() const { return restriction_modes_.size(); }
    std::span<ArcNumber const> restriction(std::size_t number) const;
    ModeMask restriction_modes(std::size_t number) const { return restriction_modes_[number]; }

    /// The same graph gives the same bytes; they carry a version and a check value.
    std::string to_bytes() const;
    /// Whatever the bytes are, either a sound graph or the reason why not.
    static Result<RoadGraph> from_bytes(std::string_view bytes);

    friend bool operator==(RoadGraph const&, RoadGraph const&) = default;

private:
    friend class RoadGraphBuilder;
    friend class RoadGraphReader;

    struct Street {
        std::array<NodeNumber, 2> ends{};
        std::uint32_t length_mm = 0;
        NameNumber name = 0;
        std::array<Speeds, 2> speeds{};  // ahead, back
        RoadClass road_class = RoadClass::residential;
        RoadFlags flags = 0;
        friend bool operator==(Street const&, Street const&) = default;
    };
    Street const& street(ArcNumber arc) const { return streets_[street_of(arc)]; }
    /// What follows from the rest: the arcs out of each node, the bounds.
    void index();

    bool keeps_left_ = false;
    Bounds bounds_;
    std::vector<Place> places_;
    std::vector<NodeFlags> node_flags_;
    std::vector<Street> streets_;
    std::vector<std::uint32_t> first_point_;  // of each street, and one more
    std::vector<Place> points_;
    std::vector<StreetName> names_;  // the first has no name
    std::vector<std::uint32_t> first_arc_out_;
    std::vector<ArcNumber> arcs_out_;
    std::vector<std::uint32_t> first_restricted_;  // of each restriction, and one more
    std::vector<ArcNumber> restricted_;
    std::vector<ModeMask> restriction_modes_;
};

}  // namespace cresset
