#include "core/world/images.h"

#include "core/base/match.h"

#include <algorithm>

namespace cresset {

namespace {

template <typename Table, typename List, typename Key>
void take_picture(Table const& table, List& list, Key id)
{
    if (std::any_of(list.begin(), list.end(), [&](auto const& image) { return image.id == id; })) return;
    auto& image = list.emplace_back();
    image.id = id;
    if (auto const* row = table.find(id)) image.row = *row;
}

/// Collects the rows that events touch.
struct Photographer {
    World const& world;
    Images images;

    void unit(UnitId id) { take_picture(world.units, images.units, id); }
    void incident(IncidentId id) { take_picture(world.incidents, images.incidents, id); }
    void incident_and_units(IncidentId id)
    {
        incident(id);
        if (auto const* row = world.incidents.find(id))
            for (auto const& assignment : row->assignments)
                if (!assignment.cleared_at) unit(assignment.unit);
    }
    void unit_and_incident(UnitId id)
    {
        unit(id);
        auto const* row = world.units.find(id);
        if (row != nullptr && row->incident) incident(*row->incident);
    }

    void touch(Event const& event)
    {
        std::visit(Match{
                       [&](UnitStatusSet const& e) { unit_and_incident(e.unit); },
                       [&](UnitCrewSet const& e) { unit(e.unit); },
                       [&](UnitSigned const& e) { unit_and_incident(e.unit); },
                       [&](WayTaken const& e) { unit(e.unit); },
                       [&](DispatchAcknowledged const& e) { unit_and_incident(e.unit); },
                       [&](DistressRaised const& e) { unit(e.unit); },
                       [&](DistressCancelled const& e) { unit(e.unit); },
                       [&](IncidentReported const& e) { incident(e.incident); },
                       [&](IncidentClassified const& e) { incident(e.incident); },
                       [&](IncidentRelocated const& e) { incident(e.incident); },
                       [&](IncidentLinked const& e) { incident(e.incident), incident(e.duplicate_of); },
                       [&](UnitsDispatched const& e) {
                           incident(e.incident);
                           for (auto const& sent : e.units) unit_and_incident(sent.unit);
                       },
                       [&](UnitReleased const& e) { unit(e.unit), incident(e.incident); },
                       [&](IncidentControlled const& e) { incident(e.incident); },
                       [&](IncidentClosed const& e) { incident_and_units(e.incident); },
                       [&](IncidentReopened const& e) { incident(e.incident); },
                       [&](HazardNoted const& e) { take_picture(world.hazards, images.hazards, e.id); },
                       [&](HazardEnded const& e) { take_picture(world.hazards, images.hazards, e.hazard); },
                       [&](DroneTasked const& e) { take_picture(world.drones, images.drones, e.drone); },
                       [&](AlertRaised const& e) { take_picture(world.alerts, images.alerts, e.alert); },
                       [&](AlertAcknowledged const& e) { take_picture(world.alerts, images.alerts, e.alert); },
                       [](auto const&) {},
                   },
                   event);
    }
};

template <typename Table, typename List>
void again(Table const& table, List const& from, List& to)
{
    for (auto const& image : from) take_picture(table, to, image.id);
}

template <typename Table, typename List>
void put(Table& table, List const& list, Changes& changes)
{
    for (auto const& image : list) {
        if (image.row)
            table.put(image.id, *image.row);
        else
            table.erase(image.id);
        changes.emplace_back(image.id);
    }
}

template <typename Table, typename List>
void mark(Table& table, List const& list, Seq by)
{
    for (auto const& image : list)
        if (auto* row = table.find(image.id)) row->changed_by = by;
}

template <typename Table, typename List, typename Say>
void compare(Table const& table, List const& list, Seq version, std::vector<std::string>& found, Say say)
{
    for (auto const& image : list) {
        auto const* row = table.find(image.id);
        if (row == nullptr ? image.row.has_value() : row->changed_by != version) found.push_back(say(image.id));
    }
}

}  // namespace

Images images_before(World const& world, std::span<Entry const> act)
{
    Photographer photographer{world, {}};
    for (Entry const& entry : act) photographer.touch(entry.event);
    return std::move(photographer.images);
}

Images images_now(World const& world, Images const& rows)
{
    Images now;
    again(world.alerts, rows.alerts, now.alerts);
    again(world.drones, rows.drones, now.drones);
    again(world.hazards, rows.hazards, now.hazards);
    again(world.incidents, rows.incidents, now.incidents);
    again(world.units, rows.units, now.units);
    return now;
}

Changes put_back(World& world, Images const& images)
{
    Changes changes;
    put(world.alerts, images.alerts, changes);
    put(world.drones, images.drones, changes);
    put(world.hazards, images.hazards, changes);
    put(world.incidents, images.incidents, changes);
    put(world.units, images.units, changes);
    // The way of then leads from where the unit was then: whoever drives it takes a new one from where it is now.
    for (auto const& image : images.units)
        if (auto* unit = world.units.find(image.id)) unit->way.reset();
    return changes;
}

void mark_changed(World& world, Images const& rows, Seq by)
{
    mark(world.drones, rows.drones, by);
    mark(world.hazards, rows.hazards, by);
    mark(world.incidents, rows.incidents, by);
    mark(world.units, rows.units, by);
}

std::vector<std::string> changed_since(World const& world, Images const& rows, Seq version)
{
    std::vector<std::string> found;
    auto const anonymous = [](auto) { return std::string{"?"}; };
    compare(world.units, rows.units, version, found, [&](UnitId id) { return call_sign(world, id); });
    compare(world.incidents, rows.incidents, version, found, [&](IncidentId id) { return number_text(world, id); });
    compare(world.drones, rows.drones, version, found, anonymous);
    compare(world.hazards, rows.hazards, version, found, anonymous);
    return found;
}

}  // namespace cresset
