#include "core/exercise/fleet.h"

#include "core/exercise/city_guide.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

class Planner {
public:
    Planner(Drill const& drill, World const& world, CityGuide const& guide, Instant at)
        : drill_{drill}, world_{world}, guide_{guide}, at_{at}
    {
    }

    FleetPlan run()
    {
        for (FleetRow const& row : drill_.fleet) add_row(row);
        add_drones();
        return std::move(plan_);
    }

private:
    bool belongs(Station const& station, FleetRow const& row) const
    {
        if (row.department.empty()) return true;
        if (!station.department) return false;
        auto const* department = world_.departments.find(*station.department);
        return department != nullptr && department->kind == row.department;
    }

    void add_row(FleetRow const& row)
    {
        std::uint32_t number = 0;
        for (auto const& [id, station] : world_.stations) {
            if (!belongs(station, row)) continue;
            for (std::int64_t i = 0; i < row.per_station; ++i) add_unit(row, id, station, ++number);
        }
    }

    void add_unit(FleetRow const& row, StationId station_id, Station const& station, std::uint32_t number)
    {
        Unit unit;
        unit.call_sign = fmt::format("{}{:02}", row.call_sign, number);
        unit.kind = row.kind;
        if (auto const* kind = world_.codes.unit_kind(row.kind)) from_word(kind->mode, unit.mode);
        unit.department = station.department;
        unit.station = station_id;
        unit.capabilities = row.capabilities;
        unit.status_since = at_;
        unit.grid = beat(station_id, number);
        UnitId const id{simulated_origin, ++units_};
        std::uint64_t const dice = mix(id);
        Fix fix;
        fix.place = guide_.place_on_road(dice, station.place, 400).value_or(station.place);
        fix.at = at_;
        fix.accuracy_m = 5;
        plan_.events.emplace_back(UnitListed{{id, std::move(unit)}});
        plan_.fixes.push_back({id, fix});
    }

    /// The n-th of the station's grids, round and round.
    std::optional<GridId> beat(StationId station, std::uint32_t number) const
    {
        std::vector<GridId> own;
        for (auto const& [id, grid] : world_.grids)
            if (grid.station == station) own.push_back(id);
        if (own.empty()) return {};
        return own[number % own.size()];
    }

    void add_drones()
    {
        std::vector<std::pair<StationId, Place>> homes;
        for (auto const& [id, station] : world_.stations) homes.emplace_back(id, station.place);
        if (homes.empty()) return;
        for (std::int64_t i = 0; i < drill_.drones; ++i) {
            auto const& [station, place] = homes[static_cast<std::size_t>(i) * homes.size() /
                                                 static_cast<std::size_t>(std::max<std::int64_t>(drill_.drones, 1))];
            Drone drone;
            drone.call_sign = fmt::format("U{:02}", i + 1);
            drone.department = world_.stations.find(station)->department;
            drone.home = drone.place = place;
            plan_.events.emplace_back(
                DroneListed{{DroneId{simulated_origin, static_cast<std::uint32_t>(i + 1)}, drone}});
        }
    }

    static std::uint64_t mix(UnitId id) { return id.packed() * 0x9E3779B97F4A7C15ULL; }

    Drill const& drill_;
    World const& world_;
    CityGuide const& guide_;
    Instant at_;
    std::uint32_t units_ = 0;
    FleetPlan plan_;
};

}  // namespace

FleetPlan plan_fleet(Drill const& drill, World const& world, CityGuide const& guide, Instant at)
{
    return Planner{drill, world, guide, at}.run();
}

}  // namespace cresset
