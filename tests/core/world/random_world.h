#pragma once
/// Random acts on a room: some that people could do, some with ids of nobody.

#include "tests/core/facts/random_facts.h"
#include "tests/core/world/room.h"

#include <type_traits>

namespace cresset::testing {

/// Turns most ids of an event into ids that are there (or nearly), so that it does something.
class Aim {
public:
    explicit Aim(Dice& dice) : dice_{dice} {}

    void at(Event& event)
    {
        std::visit([this](auto& fact) { aim(fact); }, event);
    }

private:
    template <typename Thing>
    void aim(Id<Thing>& id)
    {
        if (dice_.chance(1, 20)) return;
        bool const unit = std::is_same_v<Id<Thing>, UnitId>;
        id = {1, static_cast<std::uint32_t>((unit ? 100 : 1) + dice_.below(6))};
    }
    void aim(ActId& act)
    {
        if (!dice_.chance(1, 20))
            act = {SeatId{static_cast<std::uint16_t>(1 + dice_.below(2))},
                   static_cast<std::uint32_t>(1 + dice_.below(60))};
    }
    void aim(Seq& seq) { seq.value %= 200; }
    template <typename T>
    void aim(std::optional<T>& value)
    {
        if (value) aim(*value);
    }
    template <typename T>
    void aim(std::vector<T>& items)
    {
        for (auto& item : items) aim(item);
    }
    template <typename T>
    void aim(T& value)
    {
        if constexpr (HasFields<T>) for_each_field<T>([&](auto const& one) { aim(value.*one.member); });
    }

    Dice& dice_;
};

/// An entry that nobody asked `may` about: whatever stands in a journal of an older or a broken program.
inline Entry any_entry(FactMaker& maker, Seq seq, Instant at)
{
    auto& dice = maker.dice();
    Entry entry;
    entry.event = maker.any_event();
    if (!dice.chance(1, 10)) Aim{dice}.at(entry.event);
    if (auto* sweep = std::get_if<Sweep>(&entry.event)) {
        Fix fix;
        fix.place = maker.make<Place>();
        fix.at = maker.make<Instant>();
        sweep->bytes = dice.chance(1, 4)
                           ? maker.make<std::string>()
                           : pack_sweep({{UnitId{1, static_cast<std::uint32_t>(100 + dice.below(6))}, fix}});
    }
    entry.seq = seq;
    entry.at = at;
    entry.happened_at = dice.chance(1, 10) ? maker.make<Instant>() : at;
    entry.act = {SeatId{static_cast<std::uint16_t>(1 + dice.below(3))}, static_cast<std::uint32_t>(dice.below(200))};
    entry.who = {1, static_cast<std::uint32_t>(dice.below(3))};
    entry.source = dice.chance(1, 2) ? "operator" : "feed:any";
    return entry;
}

/// One act such as people and terminals do; it may be refused.
inline std::optional<Refusal> any_act(Room& room, FactMaker& maker)
{
    auto& dice = maker.dice();
    auto const some_unit = [&] { return room.units[dice.below(room.units.size())]; };
    auto const some_incident = [&] {
        auto const& table = room.world.incidents;
        if (table.empty()) return IncidentId{1, 1};
        return (table.begin() + static_cast<std::ptrdiff_t>(dice.below(table.size())))->first;
    };
    SeatId const seat = dice.chance(1, 2) ? room.desk : room.other;
    Place const place = moved(room.center, dice.range(-900'000, 900'000), dice.range(-900'000, 900'000));
    room.wait(static_cast<std::int64_t>(dice.below(30)));
    std::uint32_t taken = 0;
    switch (dice.below(27)) {
        case 0:
        case 1: {
            auto reported = room.call(place, "theft", static_cast<int>(dice.range(1, 4)));
            reported.incident = next_id<IncidentId>(room.world, seat, taken);
            return room.act_from(seat, "operator", {reported});
        }
        case 2:
        case 3: return room.act_from(seat, "operator", {Room::sending(some_incident(), {some_unit(), some_unit()})});
        case 4:
        case 5: return room.act_from(seat, "operator", {Room::sending(some_incident(), {some_unit()})});
        case 6: return room.undo(seat);
        case 7: return room.redo(seat);
        case 8: return room.act_from(seat, "operator", {IncidentClosed{some_incident(), "handled"}});
        case 9: return room.act_from(seat, "operator", {IncidentReopened{some_incident()}});
        case 10: return room.act_from(seat, "operator", {IncidentRelocated{some_incident(), place, {}, "operator"}});
        case 11: return room.act_from(seat, "operator", {IncidentLinked{some_incident(), some_incident()}});
        case 12: return room.act_from(seat, "operator", {UnitReleased{some_unit(), some_incident()}});
        case 13: return room.act_from(seat, "operator", {UnitSigned{some_unit(), dice.chance(2, 3)}});
        case 14: {
            HazardNoted hazard;
            hazard.id = next_id<HazardId>(room.world, seat, taken);
            hazard.row.place = place;
            hazard.row.text.id = next_id<TextId>(room.world, seat, taken);
            if (dice.chance(1, 2)) hazard.row.expires_at = room.now + Duration{300'000};
            return room.act_from(seat, "operator", {hazard});
        }
        case 15: return room.act_from(seat, "operator", {IncidentControlled{some_incident()}});
        case 16: {
            UnitId const unit = some_unit();
            bool const distress = room.world.units.find(unit)->distress();
            return room.act_from(seat, "operator",
                                 {distress ? Event{DistressCancelled{unit}} : Event{DistressRaised{unit}}});
        }
        case 17: return room.clock(), std::nullopt;
        case 18: return room.act_from(seat, "operator", {UnitContacted{some_unit()}});
        case 19: return room.act_from(seat, "operator", {TimersSnoozed{some_unit(), room.now + Duration{60'000}}});
        case 20: {
            if (room.world.alerts.empty()) return {};
            auto const id = room.world.alerts.begin()->first;
            return room.act_from(seat, "operator", {AlertShelved{id, room.now + Duration{60'000}}});
        }
        case 21:
        case 22: return room.act_from(seat, "operator", {IncidentStacked{some_unit(), some_incident()}});
        case 23: return room.act_from(seat, "operator", {IncidentUnstacked{some_unit(), some_incident(), {}}});
        default: {
            auto const status = static_cast<Status>(dice.below(all_statuses.size()));
            bool const terminal = dice.chance(1, 2);
            return room.act_from(terminal ? room.robot : seat, terminal ? "feed:terminal" : "operator",
                                 {UnitStatusSet{some_unit(), status, {}}});
        }
    }
}

}  // namespace cresset::testing
