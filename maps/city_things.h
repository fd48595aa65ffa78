#pragma once
/// What a city brings along for the room: departments, stations with their districts, patrol grids and cameras, as the
/// facts that a shift's journal begins with. Ids have origin 0 (the pack) and count from 1, so the same pack always
/// gives the same ids.

#include "core/base/table.h"
#include "core/facts/site.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cresset::maps {

struct CityThings {
    Table<DepartmentId, Department> departments;
    Table<StationId, Station> stations;  // of every department; districts do not overlap within one department
    Table<GridId, Grid> grids;           // of police stations
    Table<CameraId, Camera> cameras;
    bool stations_seeded = false;  // the data had no police station: they were spread over its roads
};

}  // namespace cresset::maps
