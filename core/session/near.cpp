#include "core/session/near.h"

#include "core/roads/reach.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace cresset {

namespace {

constexpr std::int64_t fastest_m_s = 45;           // 160 km/h
constexpr std::uint32_t usual_limit_ms = 900'000;  // times are told up to there where a distance was asked for

/// Times on the road between a place and all around it.
class Clocks {
public:
    Clocks(Roads const& roads, Place at, std::uint32_t limit_ms) : roads_{roads}, at_{at}, limit_ms_{limit_ms} {}

    std::optional<std::uint32_t> there(Place place) { return read(out_, place, Mode::emergency_car, ReachWay::out); }
    std::optional<std::uint32_t> here(Place place, Mode mode)
    {
        return read(in_[static_cast<std::size_t>(mode)], place, mode, ReachWay::in);
    }

private:
    std::optional<std::uint32_t> read(std::optional<Reach>& reach, Place place, Mode mode, ReachWay way)
    {
        if (!reach) {
            auto const start = roads_.snap(at_, mode);
            std::vector<RoadPosition> starts;
            if (start) starts.push_back(*start);
            reach = roads_.reach_search(mode).reach(starts, limit_ms_, way);
        }
        auto const to = roads_.snap(place, mode);
        return to ? reach->ms_at(*roads_.net(mode), *to) : std::nullopt;
    }

    Roads const& roads_;
    Place at_;
    std::uint32_t limit_ms_;
    std::optional<Reach> out_;
    std::array<std::optional<Reach>, all_modes.size()> in_;
};

std::vector<NearThing> things_of(World const& world, NearQuestion const& question)
{
    std::vector<NearThing> things;
    auto const add = [&](NearKind kind, std::uint64_t id, Place place, Names name) {
        things.push_back({kind, id, place, std::move(name), 0, {}});
    };
    if (question.wants(NearKind::unit))
        for (auto const& [id, unit] : world.units)
            if (auto const* fix = world.fix(id); fix != nullptr && unit.signed_on)
                add(NearKind::unit, id.packed(), fix->place, {unit.call_sign, unit.call_sign});
    if (question.wants(NearKind::camera))
        for (auto const& [id, camera] : world.cameras)
            add(NearKind::camera, id.packed(), camera.place,
                {camera.code + " " + camera.name.in(false), camera.code + " " + camera.name.in(true)});
    if (question.wants(NearKind::drone))
        for (auto const& [id, drone] : world.drones)
            add(NearKind::drone, id.packed(), drone.place, {drone.call_sign, drone.call_sign});
    if (question.wants(NearKind::station))
        for (auto const& [id, station] : world.stations)
            add(NearKind::station, id.packed(), station.place, station.name);
    if (question.wants(NearKind::hazard))
        for (auto const& [id, hazard] : world.hazards) add(NearKind::hazard, id.packed(), hazard.place, {});
    if (question.wants(NearKind::incident))
        for (auto const& [id, incident] : world.incidents)
            if (id != question.around)
                add(NearKind::incident, id.packed(), incident.place,
                    {fmt::format("#{}", incident.number), fmt::format("#{}", incident.number)});
    if (question.wants(NearKind::fence))
        for (auto const& [id, fence] : world.fences)
            if (!fence.shape.lines.empty() && !fence.shape.lines.front().empty())
                add(NearKind::fence, id.packed(), fence.shape.lines.front().front(), fence.name);
    return things;
}

bool is_same(NearThing const& a, NearThing const& b)
{
    return a.kind == b.kind && a.id == b.id && (a.id != 0 || (a.place == b.place && a.name == b.name));
}

}  // namespace

bool NearQuestion::wants(NearKind kind) const
{
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

std::int64_t farthest_m(NearQuestion const& question)
{
    return question.within ? question.within->count() / 1000 * fastest_m_s : question.radius_m;
}

std::vector<NearThing> find_near(World const& world, Roads const* roads, std::vector<NearThing> city,
                                 NearQuestion const& question)
{
    std::vector<NearThing> near = things_of(world, question);
    std::erase_if(city, [&](NearThing const& one) { return !question.wants(one.kind); });
    std::ranges::move(city, std::back_inserter(near));
    for (NearThing& one : near) one.distance_mm = distance_mm(question.at, one.place);
    std::int64_t const most_mm = farthest_m(question) * 1000;
    std::erase_if(near, [&](NearThing const& one) { return one.distance_mm > most_mm; });
    if (roads != nullptr) {
        auto const limit = question.within ? static_cast<std::uint32_t>(question.within->count()) : usual_limit_ms;
        Clocks clocks{*roads, question.at, limit};
        for (NearThing& one : near) {
            auto const* unit = one.kind == NearKind::unit ? world.units.find(UnitId::unpacked(one.id)) : nullptr;
            one.eta_ms = unit != nullptr ? clocks.here(one.place, unit->mode) : clocks.there(one.place);
        }
    }
    if (question.within) {
        auto const most = static_cast<std::uint32_t>(question.within->count());
        std::erase_if(near, [&](NearThing const& one) { return !one.eta_ms || *one.eta_ms > most; });
        std::ranges::stable_sort(near, {}, [](NearThing const& one) { return *one.eta_ms; });
    } else {
        std::ranges::stable_sort(near, {}, &NearThing::distance_mm);
    }
    return near;
}

NearChange change_of(std::vector<NearThing> const& before, std::vector<NearThing> const& after)
{
    NearChange change;
    auto const missing = [](std::vector<NearThing> const& from, std::vector<NearThing> const& in,
                            std::vector<NearThing>& out) {
        for (NearThing const& one : from)
            if (std::ranges::none_of(in, [&](NearThing const& other) { return is_same(one, other); }))
                out.push_back(one);
    };
    missing(after, before, change.came);
    missing(before, after, change.went);
    return change;
}

}  // namespace cresset
