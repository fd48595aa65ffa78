#include "core/session/near.h"

#include "core/roads/reach.h"
#include "core/rules/fence_near.h"

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

/// All that the question is for within its reach, in a straight line; its times are not known yet.
class Gatherer {
public:
    Gatherer(World const& world, NearQuestion const& question)
        : world_{world}, question_{question}, most_mm_{farthest_m(question) * 1000}
    {
    }

    std::vector<NearThing> all(std::vector<NearThing> city)
    {
        for (NearThing& one : city)
            if (question_.wants(one.kind)) add(one.kind, one.id, one.place, [&] { return std::move(one.name); });
        units();
        equipment();
        places();
        incidents();
        fences();
        return std::move(things_);
    }

private:
    template <typename NameOf>
    void add(NearKind kind, std::uint64_t id, Place place, NameOf name)
    {
        std::int64_t const away = distance_mm(question_.at, place);
        if (away <= most_mm_) things_.push_back({kind, id, place, name(), away, {}});
    }
    static Names same(std::string const& name) { return {name, name}; }

    void units()
    {
        if (!question_.wants(NearKind::unit)) return;
        for (auto const& [id, unit] : world_.units)
            if (auto const* fix = world_.fix(id); fix != nullptr && unit.signed_on)
                add(NearKind::unit, id.packed(), fix->place, [&unit = unit] { return same(unit.call_sign); });
    }
    void equipment()
    {
        if (question_.wants(NearKind::camera))
            for (auto const& [id, camera] : world_.cameras)
                add(NearKind::camera, id.packed(), camera.place, [&camera = camera] {
                    return Names{camera.code + " " + camera.name.in(false), camera.code + " " + camera.name.in(true)};
                });
        if (question_.wants(NearKind::drone))
            for (auto const& [id, drone] : world_.drones)
                add(NearKind::drone, id.packed(), drone.place, [&drone = drone] { return same(drone.call_sign); });
    }
    void places()
    {
        if (question_.wants(NearKind::station))
            for (auto const& [id, station] : world_.stations)
                add(NearKind::station, id.packed(), station.place, [&station = station] { return station.name; });
        if (question_.wants(NearKind::hazard))
            for (auto const& [id, hazard] : world_.hazards)
                add(NearKind::hazard, id.packed(), hazard.place, [] { return Names{}; });
    }
    void incidents()
    {
        if (!question_.wants(NearKind::incident)) return;
        for (auto const& [id, incident] : world_.incidents)
            if (id != question_.around)
                add(NearKind::incident, id.packed(), incident.place,
                    [&incident = incident] { return same(fmt::format("#{}", incident.number)); });
    }
    void fences()
    {
        for (auto const& [id, fence] : world_.fences) {
            NearKind const kind = fence.then.instruction.empty() ? NearKind::fence : NearKind::plan;
            if (!question_.wants(kind)) continue;
            auto const place = nearest_place(as_it_stands(fence), question_.at, most_mm_);
            if (place) add(kind, id.packed(), *place, [&fence = fence] { return fence.name; });
        }
    }
    FenceShape as_it_stands(Fence const& fence) const
    {
        FenceShape shape = fence.shape;
        auto const* fix = fence.carrier ? world_.fix(*fence.carrier) : nullptr;
        if (fix != nullptr) shape.lines = {{fix->place}};
        return shape;
    }

    World const& world_;
    NearQuestion const& question_;
    std::int64_t most_mm_;
    std::vector<NearThing> things_;
};

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
    std::vector<NearThing> near = Gatherer{world, question}.all(std::move(city));
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
