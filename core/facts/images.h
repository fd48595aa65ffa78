#pragma once
/// How things stood: the rows that an act touched, as they were before it. An undo is an act of its own that puts them
/// back; a row that is absent in the image did not exist then.

#include "core/facts/alert.h"
#include "core/facts/closure.h"
#include "core/facts/cordon.h"
#include "core/facts/fence.h"
#include "core/facts/incident.h"
#include "core/facts/site.h"
#include "core/facts/stage_drill.h"
#include "core/facts/unit.h"

#include <optional>
#include <vector>

namespace cresset {

template <typename Key, typename Row>
struct Image {
    Key id{};
    std::optional<Row> row;
    friend bool operator==(Image const&, Image const&) = default;
    static constexpr auto fields() { return std::tuple{field("id", &Image::id), field("row", &Image::row)}; }
};

struct Images {
    std::vector<Image<AlertId, Alert>> alerts;
    std::vector<Image<ClosureId, Closure>> closures;
    std::vector<Image<CordonId, Cordon>> cordons;
    std::vector<Image<DroneId, Drone>> drones;
    std::vector<Image<FenceId, Fence>> fences;
    std::vector<Image<HazardId, Hazard>> hazards;
    std::vector<Image<IncidentId, Incident>> incidents;
    std::vector<Image<StageDrillId, StageDrill>> stage_drills;
    std::vector<Image<UnitId, Unit>> units;
    friend bool operator==(Images const&, Images const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alerts", &Images::alerts),       field("closures", &Images::closures, 3),
                          field("cordons", &Images::cordons, 3),  field("drones", &Images::drones),
                          field("fences", &Images::fences, 3),    field("hazards", &Images::hazards),
                          field("incidents", &Images::incidents), field("stage_drills", &Images::stage_drills, 3),
                          field("units", &Images::units)};
    }
    bool empty() const
    {
        bool none = true;
        for_each_field<Images>([&](auto const& one) { none = none && (this->*one.member).empty(); });
        return none;
    }
};

}  // namespace cresset
