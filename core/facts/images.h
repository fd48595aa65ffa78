#pragma once
/// How things stood: the rows that an act touched, as they were before it. An undo is an act of its own that puts them
/// back; a row that is absent in the image did not exist then.

#include "core/facts/alert.h"
#include "core/facts/incident.h"
#include "core/facts/site.h"
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
    std::vector<Image<DroneId, Drone>> drones;
    std::vector<Image<HazardId, Hazard>> hazards;
    std::vector<Image<IncidentId, Incident>> incidents;
    std::vector<Image<UnitId, Unit>> units;
    friend bool operator==(Images const&, Images const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alerts", &Images::alerts), field("drones", &Images::drones),
                          field("hazards", &Images::hazards), field("incidents", &Images::incidents),
                          field("units", &Images::units)};
    }
    bool empty() const
    {
        return alerts.empty() && drones.empty() && hazards.empty() && incidents.empty() && units.empty();
    }
};

}  // namespace cresset
