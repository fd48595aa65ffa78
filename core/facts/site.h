#pragma once
/// What stands in a city and belongs to the room: departments, stations, patrol grids, cameras, drones, hazards.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"
#include "core/facts/names.h"
#include "core/facts/text_ref.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cresset {

struct Department {
    Names name;
    std::string kind;  // "police", "fire", "ambulance", "traffic", "city"
    friend bool operator==(Department const&, Department const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("kind", &Department::kind), field("name", &Department::name)};
    }
};

struct Station {
    Names name;
    std::optional<DepartmentId> department;
    Place place;
    Line district;  // closed ring; empty if none is known
    friend bool operator==(Station const&, Station const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("department", &Station::department), field("district", &Station::district),
                          field("name", &Station::name), field("place", &Station::place)};
    }
};

/// A patrol grid: the beat of one or more units.
struct Grid {
    std::string code;  // "G-04-12"
    Names name;
    std::optional<StationId> station;
    Line ring;
    friend bool operator==(Grid const&, Grid const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &Grid::code), field("name", &Grid::name), field("ring", &Grid::ring),
                          field("station", &Grid::station)};
    }
};

struct Camera {
    std::string code;  // "K0412"
    Names name;
    Place place;
    std::int32_t heading_deg = -1;  // -1: sees all round
    std::int32_t view_deg = 60;
    std::int32_t range_m = 60;
    bool working = true;
    friend bool operator==(Camera const&, Camera const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &Camera::code),       field("heading_deg", &Camera::heading_deg),
                          field("name", &Camera::name),       field("place", &Camera::place),
                          field("range_m", &Camera::range_m), field("view_deg", &Camera::view_deg),
                          field("working", &Camera::working)};
    }
};

struct Drone {
    std::string call_sign;
    std::optional<DepartmentId> department;
    Place home;
    Place place;
    std::int32_t height_m = 0;  // above the ground at home; 0: landed
    std::int32_t heading_deg = 0;
    std::int32_t battery_percent = 100;
    std::optional<IncidentId> incident;  // what it looks at
    std::optional<Place> target;         // where it is told to fly
    std::optional<Seq> changed_by;
    friend bool operator==(Drone const&, Drone const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("battery_percent", &Drone::battery_percent),
                          field("call_sign", &Drone::call_sign),
                          field("changed_by", &Drone::changed_by),
                          field("department", &Drone::department),
                          field("heading_deg", &Drone::heading_deg),
                          field("height_m", &Drone::height_m),
                          field("home", &Drone::home),
                          field("incident", &Drone::incident),
                          field("place", &Drone::place),
                          field("target", &Drone::target)};
    }
};

/// A danger at a place ("aggressive dog", "gas cylinders"): who says so, and until when.
struct Hazard {
    Place place;
    std::int32_t radius_m = 50;
    TextRef text;
    std::string source;
    std::optional<Instant> expires_at;
    std::optional<Seq> changed_by;
    friend bool operator==(Hazard const&, Hazard const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("changed_by", &Hazard::changed_by), field("expires_at", &Hazard::expires_at),
                          field("place", &Hazard::place),           field("radius_m", &Hazard::radius_m),
                          field("source", &Hazard::source),         field("text", &Hazard::text)};
    }
};

/// Somebody who acts or is on a crew. The name is erasable; the badge is what the log shows.
struct Person {
    std::string badge;
    std::string role;  // "dispatcher", "officer", "trainer", "simulator"
    std::optional<TextRef> name;
    friend bool operator==(Person const&, Person const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("badge", &Person::badge), field("name", &Person::name), field("role", &Person::role)};
    }
};

}  // namespace cresset
