#include "core/session/advice.h"

#include "core/base/dice.h"
#include "tests/core/session/shipped_rules.h"

#include <set>

using namespace cresset;
using cresset::testing::one_card;
using cresset::testing::Room;
using cresset::testing::shipped_rules;

namespace {

/// A room whose fleet is made unit by unit; ways are straight lines at 50 km/h.
struct AdviceRoom : Room {
    std::vector<UnitFix> fixes;

    AdviceRoom() : Room{0} {}
    UnitId add(std::string kind, std::vector<std::string> capabilities, std::optional<std::int64_t> east_m)
    {
        UnitListed listed;
        listed.id = {1, static_cast<std::uint32_t>(200 + units.size())};
        listed.row.call_sign = fmt::format("U{:02}", units.size() + 1);
        listed.row.kind = std::move(kind);
        listed.row.capabilities = std::move(capabilities);
        listed.row.status_since = now;
        file(listed);
        units.push_back(listed.id);
        if (!east_m) return listed.id;
        Fix fix;
        fix.place = moved(center, *east_m * 1000, 0);
        fix.at = now;
        report(Sweep{1, "", pack_sweep({{listed.id, fix}})});
        return listed.id;
    }
    IncidentId happens(std::string type = "theft", int priority = 3)
    {
        auto const reported = call(center, std::move(type), priority);
        perform(reported);
        return reported.incident;
    }
    Advice ask(IncidentId incident, DispatchRules const& rules, std::size_t top = 10) const
    {
        return advise({world, nullptr, rules, incident, now, top, 6});
    }
};

std::vector<UnitId> seated(Advice const& advice)
{
    std::vector<UnitId> units;
    for (CardSeat const& seat : advice.card->seats)
        if (seat.unit) units.push_back(*seat.unit);
    return units;
}

PassedOverUnit const& passed(Advice const& advice, UnitId unit)
{
    for (PassedOverUnit const& one : advice.recommendation.passed_over)
        if (one.unit == unit) return one;
    FAIL("was not passed over");
    throw 0;
}

}  // namespace

TEST_CASE("Of an incident that is not there or that no card fits no card is filled")
{
    AdviceRoom room;
    room.add("car", {}, 100);
    auto const id = room.happens();
    DispatchRules none;
    CHECK_FALSE(room.ask(id, none).card);
    CHECK(room.ask(id, none).recommendation.ranked.size() == 1);
    auto const nothing = room.ask(IncidentId{9, 9}, shipped_rules());
    CHECK(nothing.recommendation == Recommendation{});
    CHECK_FALSE(nothing.card);
    CHECK(nothing.order().empty());
}

TEST_CASE("A card for which nobody is free has all its seats empty")
{
    AdviceRoom room;
    auto const busy = room.add("car", {}, 100);
    room.perform(UnitStatusSet{busy, Status::busy, {}});
    auto const advice = room.ask(room.happens(), one_card(2, 1, 0));
    REQUIRE(advice.card);
    CHECK(advice.card->seats.size() == 3);
    CHECK(advice.card->open() == 3);
    CHECK(advice.card->empty() == 3);
    CHECK(advice.card->proposed().empty());
}

TEST_CASE("The card is filled with the quickest of each role and who is sent keeps its seat")
{
    AdviceRoom room;
    auto const far_car = room.add("car", {}, 900);
    auto const near_car = room.add("car", {}, 300);
    auto const armed = room.add("armed_car", {"armed"}, 2000);
    room.add("armed_car", {"armed"}, 4000);
    auto const boat = room.add("boat", {}, 10);
    auto const id = room.happens();
    auto const rules = one_card(2, 1, 0);
    auto const before = room.ask(id, rules);
    CHECK(before.card->proposed() == std::vector<UnitId>{near_car, far_car, armed});
    CHECK(before.order().size() == 4);
    CHECK(before.order()[3] == room.units[3]);
    CHECK(passed(before, boat).reason.code == ReasonCode::not_on_card);
    room.send(id, {far_car});
    auto const after = room.ask(id, rules);
    CHECK(after.card->open() == 2);
    CHECK(after.card->proposed() == std::vector<UnitId>{near_car, armed});
    CHECK(std::count_if(after.card->seats.begin(), after.card->seats.end(),
                        [&](CardSeat const& seat) { return seat.sent && seat.unit == far_car; }) == 1);
    room.send(id, {near_car, armed});
    CHECK(room.ask(id, rules).card->open() == 0);
    CHECK(room.ask(id, rules).order() == std::vector<UnitId>{room.units[3]});
}

TEST_CASE("A role whose units are beyond those listed is filled all the same")
{
    AdviceRoom room;
    for (int i = 0; i < 30; ++i) room.add("car", {}, 100 + i);
    auto const dog = room.add("dog_van", {"dog"}, 9000);
    auto const advice = room.ask(room.happens(), one_card(1, 0, 1), 3);
    CHECK(advice.card->proposed() == std::vector<UnitId>{room.units[0], dog});
    CHECK(advice.recommendation.ranked.size() == 3);
}

TEST_CASE("Who is passed over has the time that it would take and whose turn it would be")
{
    AdviceRoom room;
    auto const rests = room.add("car", {}, 100);
    auto const first = room.add("car", {}, 500);
    auto const works = room.add("car", {}, 700);
    auto const second = room.add("car", {}, 1500);
    auto const lost = room.add("car", {}, {});
    auto const other = room.happens();
    room.perform(UnitStatusSet{rests, Status::on_break, {}});
    room.send(other, {works});
    auto const advice = room.ask(room.happens(), one_card(1, 0, 0));
    REQUIRE(advice.recommendation.ranked.size() == 2);
    CHECK(advice.recommendation.ranked[0].unit == first);
    CHECK(advice.recommendation.ranked[1].unit == second);
    CHECK(passed(advice, rests).reason.code == ReasonCode::wrong_status);
    REQUIRE(passed(advice, rests).eta_ms);
    CHECK(turn_of(advice.recommendation, *passed(advice, rests).eta_ms) == 1);
    CHECK(passed(advice, works).reason.code == ReasonCode::assigned_elsewhere);
    CHECK(turn_of(advice.recommendation, passed(advice, works).eta_ms.value()) == 2);
    CHECK(passed(advice, lost).reason.code == ReasonCode::no_fix);
    CHECK_FALSE(passed(advice, lost).eta_ms);
}

TEST_CASE("Nobody is asked why who sends the first or one that is as good")
{
    AdviceRoom room;
    auto const first = room.add("car", {}, 1000);
    auto const as_good = room.add("car", {}, 1100);  // 7 s later
    auto const late = room.add("car", {}, 3000);     // 144 s later
    auto const rests = room.add("car", {}, 100);
    room.perform(UnitStatusSet{rests, Status::on_break, {}});
    auto const advice = room.ask(room.happens(), one_card(1, 0, 0));
    CHECK(not_advised(advice, {first}, 15).empty());
    CHECK(not_advised(advice, {as_good}, 15).empty());
    CHECK(not_advised(advice, {as_good}, 5) == std::vector<UnitId>{as_good});
    CHECK(not_advised(advice, {late}, 15) == std::vector<UnitId>{late});
    CHECK(not_advised(advice, {first, late}, 15) == std::vector<UnitId>{late});
    CHECK(not_advised(advice, {rests}, 15) == std::vector<UnitId>{rests});
    CHECK(not_advised(advice, {first, as_good, late}, 15).empty());
    CHECK(stays_behind(advice, {late}) == std::vector<UnitId>{first});
    CHECK(stays_behind(advice, {first}) == std::vector<UnitId>{as_good});
}

namespace {

struct Filling {
    std::size_t taken = 0;
    std::uint64_t eta = 0;
    friend bool operator==(Filling const&, Filling const&) = default;
};

/// Every way to give the seats to the units that are free, who is sent keeping one wherever it can.
class EveryWay {
public:
    EveryWay(AdviceRoom const& room, DispatchRules const& rules, IncidentId incident)
        : room_{room}, rules_{rules}, incident_{incident}
    {
        for (RunNeed const& need : rules.cards.cards[0].needs)
            for (std::uint32_t i = 0; i < need.count; ++i) seats_.push_back(rules.cards.role(need.role));
        for (auto const& [id, unit] : room.world.units) {
            bool const there = unit.incident == incident;
            bool const free = unit.status == Status::available && room.world.fix(id) != nullptr;
            if (there || free) takers_.push_back(id);
        }
        used_.resize(takers_.size());
    }
    Filling best()
    {
        search(0, {});
        return best_;
    }

private:
    std::uint64_t eta(UnitId id) const
    {
        if (room_.world.units.find(id)->incident == incident_) return 0;
        std::int64_t const mm = distance_mm(room_.world.fix(id)->place, room_.center);
        return static_cast<std::uint64_t>(mm * 1000 / (50'000'000 / 3600)) + 1;
    }
    void search(std::size_t seat, Filling so_far)
    {
        if (seat == seats_.size()) {
            if (so_far.taken > best_.taken || (so_far.taken == best_.taken && so_far.eta < best_.eta)) best_ = so_far;
            return;
        }
        search(seat + 1, so_far);
        for (std::size_t i = 0; i < takers_.size(); ++i) {
            if (used_[i] || !can_serve_as(*room_.world.units.find(takers_[i]), *seats_[seat])) continue;
            used_[i] = true;
            search(seat + 1, {so_far.taken + 1, so_far.eta + eta(takers_[i])});
            used_[i] = false;
        }
    }

    AdviceRoom const& room_;
    DispatchRules const& rules_;
    IncidentId incident_;
    std::vector<RunRole const*> seats_;
    std::vector<UnitId> takers_;
    std::vector<bool> used_;
    Filling best_;
};

}  // namespace

TEST_CASE("A card is filled as well as a search of every way to fill it finds")
{
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        Dice dice{seed};
        AdviceRoom room;
        auto const count = 1 + dice.below(8);
        for (std::uint64_t i = 0; i < count; ++i) {
            std::vector<std::string> capabilities;
            if (dice.chance(1, 3)) capabilities.emplace_back("armed");
            if (dice.chance(1, 4)) capabilities.emplace_back("dog");
            std::optional<std::int64_t> place;
            if (!dice.chance(1, 8)) place = dice.range(10, 5000);
            room.add(dice.chance(1, 2) ? "car" : "dog_van", std::move(capabilities), place);
        }
        auto const incident = room.happens();
        for (UnitId const unit : room.units) {
            if (dice.chance(1, 6)) room.attempt(UnitStatusSet{unit, Status::on_break, {}});
            if (dice.chance(1, 5)) room.attempt(Room::sending(incident, {unit}));
        }
        auto const rules =
            one_card(static_cast<std::uint32_t>(1 + dice.below(2)), static_cast<std::uint32_t>(dice.below(3)),
                     static_cast<std::uint32_t>(dice.below(2)));
        // Few are listed, so that a role's own search is needed now and then.
        auto const advice = room.ask(incident, rules, 1 + dice.below(3));
        REQUIRE(advice.card);
        Filling found;
        std::set<UnitId> once;
        for (CardSeat const& seat : advice.card->seats) {
            if (!seat.unit) continue;
            auto const& unit = *room.world.units.find(*seat.unit);
            CHECK(once.insert(*seat.unit).second);
            CHECK(can_serve_as(unit, *rules.cards.role(seat.role)));
            CHECK(seat.sent == (unit.incident == incident));
            CHECK((seat.sent || unit.status == Status::available));
            ++found.taken;
            if (!seat.sent) found.eta += std::uint64_t{seat.eta_ms.value()} + 1;
        }
        CHECK(found == EveryWay{room, rules, incident}.best());
        CHECK(seated(advice).size() == found.taken);
    }
}
