#include "core/session/fence_guard.h"

#include "core/session/exercise_run.h"
#include "core/session/session.h"
#include "tests/core/world/room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

/// Seconds that pass when told.
struct HandClock : TimeSource {
    Instant at{};
    Instant now() override { return at; }
};

/// A session over the room's world, with a circle of 100 m at the middle of the map.
struct GuardedRoom {
    Room room{3};
    HandClock clock;
    std::unique_ptr<Session> session;
    FenceId fence;
    std::vector<Entry> told;

    GuardedRoom()
    {
        clock.at = room.now;
        open(room.world);
    }
    void open(World world)
    {
        SessionParts parts;
        parts.clock = &clock;
        parts.seat = room.desk;
        parts.who = room.officer;
        session = std::make_unique<Session>(std::move(world), parts);
        session->on_change([this](Changes const&, std::span<Entry const> entries) {
            for (Entry const& entry : entries)
                if (std::holds_alternative<FenceCrossed>(entry.event)) told.push_back(entry);
        });
    }
    Place middle() const { return moved(room.center, 0, 500'000); }
    Fence circle() const
    {
        Fence row;
        row.name = {"bank", "银行"};
        row.shape.kind = FenceKind::circle;
        row.shape.lines = {{middle()}};
        row.shape.radius_mm = 100'000;
        return row;
    }
    void draw(Fence const& row)
    {
        Act act = session->new_act();
        fence = session->next_id<FenceId>(act);
        act.events.emplace_back(FenceDrawn{{fence, row}});
        REQUIRE(session->submit(act));
    }
    void come(int unit, std::int64_t east_m, int after_s = 10)
    {
        clock.at += Duration{after_s * 1000};
        Fix fix;
        fix.place = moved(middle(), east_m * 1000, 0);
        fix.at = clock.at;
        fix.accuracy_m = 5;
        Act act = session->new_act(room.robot, room.officer);
        act.source = "feed:gps";
        act.events.emplace_back(Sweep{1, "", pack_sweep({{room.units[static_cast<std::size_t>(unit)], fix}})});
        REQUIRE(session->submit(act));
    }
    void tick() { submit_due(*session, clock.at); }
    std::vector<UnitId> inside() const
    {
        std::vector<UnitId> ids;
        for (FenceGuest const& guest : session->world().fences.find(fence)->inside) ids.push_back(guest.unit);
        return ids;
    }
    std::string story() const
    {
        std::string text;
        for (Entry const& entry : told) {
            auto const& e = std::get<FenceCrossed>(entry.event);
            text +=
                fmt::format("{}{} {}", text.empty() ? "" : ", ", call_sign(session->world(), e.unit), word_of(e.what));
        }
        return text;
    }
};

}  // namespace

TEST_CASE("A car that passes through a fence between two fixes enters and leaves it at its times")
{
    GuardedRoom guarded;
    guarded.draw(guarded.circle());
    guarded.come(0, -200);
    guarded.come(0, 200);
    CHECK(guarded.story() == "P01 enter, P01 leave");
    REQUIRE(guarded.told.size() == 2);
    CHECK((guarded.clock.at - guarded.told[0].happened_at).count() == Approx(7500).margin(50));
    CHECK((guarded.clock.at - guarded.told[1].happened_at).count() == Approx(2500).margin(50));
    CHECK(guarded.inside().empty());
}

TEST_CASE("A fence drawn around a unit knows it inside without its having entered")
{
    GuardedRoom guarded;
    guarded.come(0, 0);
    guarded.draw(guarded.circle());
    CHECK(guarded.inside().empty());
    guarded.tick();
    CHECK(guarded.inside() == std::vector{guarded.room.units[0]});
    guarded.come(0, 300);
    CHECK(guarded.story() == "P01 leave");
}

TEST_CASE("A fence for some kinds of unit hears of no other")
{
    GuardedRoom guarded;
    Fence row = guarded.circle();
    row.whom.kinds = {"boat"};
    guarded.draw(row);
    guarded.come(0, -200);
    guarded.come(0, 200);
    CHECK(guarded.story().empty());
    row.whom.kinds = {"boat", "car"};
    guarded.draw(row);
    guarded.come(0, -200);
    CHECK(guarded.story() == "P01 enter, P01 leave");
}

TEST_CASE("A room that starts again goes on from what the journal says of who is inside")
{
    GuardedRoom guarded;
    guarded.draw(guarded.circle());
    guarded.come(0, -200);
    guarded.come(0, 0);
    guarded.come(0, 102, 60);  // past the edge, but not by more than the fix may be wrong
    CHECK(guarded.story() == "P01 enter");
    guarded.open(guarded.session->world());
    guarded.tick();
    CHECK(guarded.inside() == std::vector{guarded.room.units[0]});
    guarded.come(0, 200);
    CHECK(guarded.story() == "P01 enter, P01 leave");
}

TEST_CASE("Who stays too long is told by the clock once")
{
    GuardedRoom guarded;
    Fence row = guarded.circle();
    row.watch.dwell_s = 120;
    guarded.draw(row);
    guarded.come(0, -200);
    guarded.come(0, 0);
    guarded.clock.at += Duration{200'000};
    guarded.tick();
    guarded.tick();
    CHECK(guarded.story() == "P01 enter, P01 dwell");
}

TEST_CASE("A fence taken away is silent and one brought back by undo is watched again")
{
    GuardedRoom guarded;
    guarded.draw(guarded.circle());
    guarded.come(0, -200);
    Act act = guarded.session->new_act();
    act.events.emplace_back(FenceRemoved{guarded.fence});
    REQUIRE(guarded.session->submit(act));
    guarded.come(0, 0);
    CHECK(guarded.story().empty());
    Act undo = guarded.session->new_act();
    undo.events.emplace_back(undo_event(*next_undo(guarded.session->world(), guarded.room.desk)));
    REQUIRE(guarded.session->submit(undo));
    guarded.tick();
    CHECK(guarded.inside() == std::vector{guarded.room.units[0]});
    guarded.come(0, 300);
    CHECK(guarded.story() == "P01 leave");
}

TEST_CASE("A fence around a unit hears of those who come near it and not of the unit itself")
{
    GuardedRoom guarded;
    Fence row = guarded.circle();
    row.shape = {FenceKind::around_unit, {}, 100'000};
    row.carrier = guarded.room.units[1];
    guarded.come(1, 0);
    guarded.draw(row);
    guarded.come(0, -300);
    guarded.come(0, -50);
    guarded.come(1, 500, 30);
    CHECK(guarded.story() == "P01 enter, P01 leave");
}

TEST_CASE("What fences say replays from the entries alone")
{
    GuardedRoom guarded;
    World replayed = guarded.session->world();
    guarded.session->on_change(
        [&](Changes const&, std::span<Entry const> entries) { cresset::advance(replayed, entries); });
    guarded.draw(guarded.circle());
    for (int i = 0; i < 12; ++i) guarded.come(i % 3, i % 2 == 0 ? -250 : 150), guarded.tick();
    CHECK(replayed == guarded.session->world());
    CHECK(!guarded.story().empty());
}
