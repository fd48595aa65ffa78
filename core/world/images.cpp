#include "core/world/images.h"

#include "core/base/match.h"
#include "core/world/posts.h"
#include "core/world/progress.h"

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

    void unit(UnitId id)
    {
        take_picture(world.units, images.units, id);
        alerts([&](Alert const& alert) { return alert.unit == id; });
        if (auto const held = post_of(world, id)) take_picture(world.cordons, images.cordons, held->cordon);
    }
    void cordon(CordonId id, Cordon const& row)
    {
        take_picture(world.cordons, images.cordons, id);
        incident(row.incident);
        for (CordonPost const& post : row.posts) unit_and_incident(post.unit);
    }
    void cordons_of(IncidentId id)
    {
        for (auto const& [cordon_id, row] : world.cordons)
            if (row.incident == id) take_picture(world.cordons, images.cordons, cordon_id);
    }
    void incident(IncidentId id)
    {
        take_picture(world.incidents, images.incidents, id);
        alerts([&](Alert const& alert) { return alert.incident == id; });
    }
    /// Alerts that the act may end.
    template <typename Concerned>
    void alerts(Concerned const& concerned)
    {
        for (auto const& [id, alert] : world.alerts)
            if (!alert.acknowledged_at && concerned(alert)) take_picture(world.alerts, images.alerts, id);
    }
    void link(IncidentId duplicate, IncidentId original)
    {
        incident(duplicate), incident(original);
        auto const* row = world.incidents.find(duplicate);
        if (row != nullptr && row->duplicate_of) incident(*row->duplicate_of);
    }
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
        std::visit(
            Match{
                [&](UnitStatusSet const& e) { unit_and_incident(e.unit); },
                [&](UnitCrewSet const& e) { unit(e.unit); },
                [&](UnitSigned const& e) { unit_and_incident(e.unit); },
                [&](UnitContacted const& e) { unit(e.unit); },
                [&](TimersSnoozed const& e) { unit(e.unit); },
                [&](WayTaken const& e) { unit(e.unit); },
                [&](DispatchAcknowledged const& e) { unit_and_incident(e.unit); },
                [&](DistressRaised const& e) { unit(e.unit); },
                [&](DistressCancelled const& e) { unit(e.unit); },
                [&](IncidentReported const& e) { incident(e.incident); },
                [&](IncidentClassified const& e) { incident(e.incident); },
                [&](IncidentRelocated const& e) { incident(e.incident); },
                [&](IncidentLinked const& e) { link(e.incident, e.duplicate_of); },
                [&](UnitsDispatched const& e) {
                    incident(e.incident);
                    for (auto const& sent : e.units) unit_and_incident(sent.unit);
                },
                [&](IncidentStacked const& e) { unit(e.unit), incident(e.incident); },
                [&](IncidentUnstacked const& e) { unit(e.unit), incident(e.incident); },
                [&](UnitReleased const& e) { unit(e.unit), incident(e.incident); },
                [&](IncidentControlled const& e) { incident(e.incident); },
                [&](IncidentClosed const& e) { incident_and_units(e.incident), cordons_of(e.incident); },
                [&](IncidentReopened const& e) { incident(e.incident); },
                [&](HazardNoted const& e) { take_picture(world.hazards, images.hazards, e.id); },
                [&](HazardEnded const& e) { take_picture(world.hazards, images.hazards, e.hazard); },
                [&](DroneTasked const& e) { take_picture(world.drones, images.drones, e.drone); },
                [&](AlertRaised const& e) { take_picture(world.alerts, images.alerts, e.alert); },
                [&](AlertAcknowledged const& e) { take_picture(world.alerts, images.alerts, e.alert); },
                [&](AlertShelved const& e) { take_picture(world.alerts, images.alerts, e.alert); },
                [&](FenceDrawn const& e) { take_picture(world.fences, images.fences, e.id); },
                [&](FenceRemoved const& e) {
                    take_picture(world.fences, images.fences, e.fence);
                    alerts([&](Alert const& alert) { return alert.fence == e.fence; });
                },
                [&](SuspectSighted const& e) { incident(e.incident); },
                [&](CordonSet const& e) { cordon(e.id, e.row); },
                [&](CordonPostClosed const& e) { take_picture(world.cordons, images.cordons, e.cordon); },
                [&](CordonLifted const& e) { take_picture(world.cordons, images.cordons, e.cordon); },
                [&](RoadClosed const& e) { take_picture(world.closures, images.closures, e.id); },
                [&](RoadOpened const& e) { take_picture(world.closures, images.closures, e.closure); },
                [&](StageDrillBegun const& e) { take_picture(world.stage_drills, images.stage_drills, e.id); },
                [&](StageDrillEnded const& e) { take_picture(world.stage_drills, images.stage_drills, e.drill); },
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

template <typename Row>
void merge_members(Row& now, Row const& image, Row const& left)
{
    for_each_field<Row>([&](auto const& one) {
        if (!(image.*one.member == left.*one.member)) now.*one.member = image.*one.member;
    });
}

using Assignments = std::vector<Assignment>;

Assignment const* same_work(Assignments const& list, Assignment const& wanted)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](Assignment const& one) {
        return one.unit == wanted.unit && one.sent_at == wanted.sent_at;
    });
    return found == list.end() ? nullptr : &*found;
}

/// What the act added goes, what it took comes back, what it changed is as before; the others' work stays as it is.
Assignments merged(Assignments const& now, Assignments const& image, Assignments const& left)
{
    Assignments result;
    for (Assignment work : now) {
        auto const* before = same_work(image, work);
        auto const* after = same_work(left, work);
        if (before == nullptr && after != nullptr) continue;
        if (before != nullptr && after != nullptr) merge_members(work, *before, *after);
        result.push_back(work);
    }
    for (Assignment const& work : image)
        if (same_work(now, work) == nullptr && same_work(left, work) == nullptr) result.push_back(work);
    return result;
}

using Stack = std::vector<IncidentId>;

bool holds(Stack const& stack, IncidentId id)
{
    return std::find(stack.begin(), stack.end(), id) != stack.end();
}

/// What the act stacked waits no longer, what it took waits again where it did; the rest stays as it is.
Stack merged(Stack const& now, Stack const& image, Stack const& left)
{
    if (now == left) return image;
    Stack result;
    for (IncidentId const id : now)
        if (holds(image, id) || !holds(left, id)) result.push_back(id);
    for (std::size_t i = 0; i < image.size(); ++i)
        if (!holds(left, image[i]) && !holds(result, image[i]))
            result.insert(result.begin() + static_cast<std::ptrdiff_t>(std::min(i, result.size())), image[i]);
    return result;
}

/// Nothing waits that is closed, gone or in hand already.
void tidy_stacks(World& world, Changes& changes)
{
    for (auto& [id, unit] : world.units) {
        auto const over = [&, in_hand = unit.incident](IncidentId waits) {
            auto const* incident = world.incidents.find(waits);
            return incident == nullptr || !incident->open() || in_hand == waits;
        };
        if (std::erase_if(unit.stack, over) > 0) changes.emplace_back(id);
    }
}

template <typename Row>
void merge(Row& now, Row const& image, Row const& left)
{
    merge_members(now, image, left);
}
void merge(Incident& now, Incident const& image, Incident const& left)
{
    auto const assignments = merged(now.assignments, image.assignments, left.assignments);
    merge_members(now, image, left);
    now.assignments = assignments;
    refresh_state(now);
    complete_stamps(now);
}
/// The way of then leads from where the unit was then: if the act changed it, the unit takes a new one from where it
/// is.
void merge(Unit& now, Unit const& image, Unit const& left)
{
    auto const stack = merged(now.stack, image.stack, left.stack);
    merge_members(now, image, left);
    now.stack = stack;
    if (image.way != left.way) now.way.reset();
}

/// Who is inside of it now is inside, whatever the fence was like.
void merge(Fence& now, Fence const& image, Fence const& left)
{
    auto const inside = now.inside;
    merge_members(now, image, left);
    now.inside = inside;
}
/// A point that was closed meanwhile stays so, unless the act itself closed it.
void merge(Cordon& now, Cordon const& image, Cordon const& left)
{
    auto const posts = now.posts;
    merge_members(now, image, left);
    auto const same = [](std::vector<CordonPost> const& list, CordonPost const& wanted) {
        return std::ranges::find_if(
            list, [&](CordonPost const& one) { return one.unit == wanted.unit && one.place == wanted.place; });
    };
    for (CordonPost& post : now.posts) {
        auto const before = same(image.posts, post), after = same(left.posts, post), is = same(posts, post);
        bool const by_act =
            before != image.posts.end() && after != left.posts.end() && before->closed_at != after->closed_at;
        if (by_act)
            post.closed_at = before->closed_at;
        else if (is != posts.end())
            post.closed_at = is->closed_at;
    }
}

template <typename List, typename Key>
auto const* row_in(List const& list, Key id)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& image) { return image.id == id; });
    return found == list.end() || !found->row ? nullptr : &*found->row;
}

template <typename Table, typename List>
void put(Table& table, List const& list, List const& left, Changes& changes)
{
    for (auto const& image : list) {
        auto* now = table.find(image.id);
        auto const* after = row_in(left, image.id);
        if (!image.row)
            table.erase(image.id);
        else if (now != nullptr && after != nullptr)
            merge(*now, *image.row, *after);
        else
            table.put(image.id, *image.row);
        changes.emplace_back(image.id);
    }
}

/// A unit that went on by its terminal meanwhile has the status of then again: its work says the same.
void agree(World& world, UnitId id)
{
    Unit const* unit = world.units.find(id);
    Incident* incident = unit != nullptr && unit->incident ? world.incidents.find(*unit->incident) : nullptr;
    if (incident == nullptr) return;
    auto const keep = [&](std::optional<Instant>& at, bool there) {
        if (!there)
            at.reset();
        else if (!at)
            at = unit->status_since;
    };
    for (Assignment& work : incident->assignments) {
        if (work.unit != id || work.cleared_at) continue;
        keep(work.on_scene_at, unit->status == Status::on_scene);
        if (unit->status != Status::on_scene) keep(work.en_route_at, unit->status == Status::en_route);
    }
    refresh_state(*incident);
}

template <typename Table, typename List>
void mark(Table& table, List const& list, Seq by)
{
    for (auto const& image : list)
        if (auto* row = table.find(image.id)) row->changed_by = by;
}

template <typename Row>
bool went_on(Row const&, Row const&)
{
    return false;
}
/// By itself (its terminal, a feed): it is on another incident now, or on none.
bool went_on(Unit const& now, Unit const& left)
{
    return now.incident != left.incident;
}

template <typename Table, typename List, typename Say>
void compare(Table const& table, List const& left, std::vector<std::string>& found, Say say)
{
    for (auto const& image : left) {
        auto const* row = table.find(image.id);
        bool const there = row != nullptr;
        if (there != image.row.has_value() ||
            (there && (row->changed_by != image.row->changed_by || went_on(*row, *image.row))))
            found.push_back(say(image.id));
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
    again(world.closures, rows.closures, now.closures);
    again(world.cordons, rows.cordons, now.cordons);
    again(world.drones, rows.drones, now.drones);
    again(world.fences, rows.fences, now.fences);
    again(world.hazards, rows.hazards, now.hazards);
    again(world.incidents, rows.incidents, now.incidents);
    again(world.stage_drills, rows.stage_drills, now.stage_drills);
    again(world.units, rows.units, now.units);
    return now;
}

Changes put_back(World& world, Images const& images, Images const& left)
{
    Changes changes;
    put(world.alerts, images.alerts, left.alerts, changes);
    put(world.closures, images.closures, left.closures, changes);
    put(world.cordons, images.cordons, left.cordons, changes);
    put(world.drones, images.drones, left.drones, changes);
    put(world.fences, images.fences, left.fences, changes);
    put(world.hazards, images.hazards, left.hazards, changes);
    put(world.incidents, images.incidents, left.incidents, changes);
    put(world.stage_drills, images.stage_drills, left.stage_drills, changes);
    put(world.units, images.units, left.units, changes);
    for (auto const& image : images.units) agree(world, image.id);
    tidy_stacks(world, changes);
    return changes;
}

void mark_changed(World& world, Images const& rows, Seq by)
{
    mark(world.closures, rows.closures, by);
    mark(world.cordons, rows.cordons, by);
    mark(world.drones, rows.drones, by);
    mark(world.fences, rows.fences, by);
    mark(world.hazards, rows.hazards, by);
    mark(world.incidents, rows.incidents, by);
    mark(world.stage_drills, rows.stage_drills, by);
    mark(world.units, rows.units, by);
}

std::vector<std::string> overtaken(World const& world, Images const& left)
{
    std::vector<std::string> found;
    auto const anonymous = [](auto) { return std::string{"?"}; };
    compare(world.units, left.units, found, [&](UnitId id) { return call_sign(world, id); });
    compare(world.incidents, left.incidents, found, [&](IncidentId id) { return number_text(world, id); });
    compare(world.drones, left.drones, found,
            [&](DroneId id) { return world.drones.contains(id) ? world.drones.find(id)->call_sign : "?"; });
    compare(world.hazards, left.hazards, found, anonymous);
    compare(world.closures, left.closures, found, anonymous);
    compare(world.cordons, left.cordons, found, anonymous);
    compare(world.stage_drills, left.stage_drills, found, anonymous);
    compare(world.fences, left.fences, found,
            [&](FenceId id) { return world.fences.contains(id) ? world.fences.find(id)->name.in(false) : "?"; });
    return found;
}

}  // namespace cresset
