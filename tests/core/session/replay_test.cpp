#include "core/journal/entry_rows.h"
#include "core/journal/verify.h"
#include "tests/core/session/desk_room.h"

using namespace cresset;
using cresset::testing::DeskRoom;
using cresset::testing::ShiftMaker;

TEST_CASE("A moment that is neither an entry nor a time or not in the journal is a problem")
{
    DeskRoom room{"moment"};
    auto const reader = room.read();
    CHECK_FALSE(parse_moment(reader, ""));
    CHECK_FALSE(parse_moment(reader, "yesterday"));
    CHECK_FALSE(parse_moment(reader, "-3"));
    CHECK_FALSE(parse_moment(reader, "999999"));
    CHECK_FALSE(parse_moment(reader, "1999-01-01T00:00:00Z"));
    CHECK(*parse_moment(reader, "2") == Seq{2});
    CHECK(*parse_moment(reader, "2099-01-01T00:00:00Z") == reader.last());
}

TEST_CASE("The world at every entry that ends an act is the one that replay gives and the one that was there")
{
    DeskRoom room{"every"};
    std::map<Seq, World> seen;
    room.session->on_change([&](Changes const&, std::span<Entry const>) { seen[room.world().last] = room.world(); });
    room.busy_hour(3, 150);
    auto const reader = room.read();
    std::size_t visited = 0;
    auto const replayed = replay(reader, {}, [&](World const& world) {
        if (auto const found = seen.find(world.last); found != seen.end()) {
            ++visited;
            CHECK(world == found->second);
        }
    });
    REQUIRE(replayed);
    CHECK(*replayed == room.world());
    CHECK(visited == seen.size());
    CHECK(visited > 60);
    for (auto const& [seq, world] : seen) {
        auto const there = world_at(reader, seq);
        REQUIRE(there);
        CHECK(*there == world);
    }
}

TEST_CASE("The world at a time is the one after the last entry until then")
{
    DeskRoom room{"time"};
    std::map<Instant, World> seen;
    room.session->on_change([&](Changes const&, std::span<Entry const>) { seen[room.world().at] = room.world(); });
    room.busy_hour(4, 60);
    auto const reader = room.read();
    for (auto const& [at, world] : seen) {
        CHECK(*world_at(reader, at) == world);
        auto const after = std::next(seen.find(at)) == seen.end() ? at + Duration{999} : at;
        CHECK(*world_at(reader, after) == world);
    }
    CHECK(world_at(reader, instant(0))->units.size() == 0);
}

TEST_CASE("Long journals have snapshots and a world from one is the replayed one")
{
    DeskRoom room{"snapshots"};
    for (std::uint64_t i = 0; i < 12; ++i) {
        room.busy_hour(20 + i, 40);
        Act act = room.session->new_act(setup_seat, setup_person);
        act.source = "setup";
        act.events.assign(2000, WayTaken{ShiftMaker::unit(0), {}});  // replay takes its time over these
        room.done(room.session->submit(act));
    }
    auto const reader = room.read();
    auto const snapshots = reader.snapshots();
    CHECK(snapshots.size() >= 2);
    auto const slow = replay(reader);
    auto const quick = world_at(reader);
    REQUIRE(slow);
    REQUIRE(quick);
    CHECK(*slow == *quick);
    CHECK(*quick == room.world());
    for (Seq const seq : snapshots) {
        if (seq == Seq{0}) continue;
        CHECK(*world_at(reader, seq) == *replay(reader, seq));
    }
}

TEST_CASE("Two worlds of one journal stand side by side")
{
    DeskRoom room{"two"};
    room.busy_hour(5, 60);
    World const early = room.world();
    room.busy_hour(6, 60);
    auto const reader = room.read();
    auto const then = world_at(reader, early.last);
    auto const now = world_at(reader);
    REQUIRE(then);
    REQUIRE(now);
    CHECK(*then == early);
    CHECK(*now == room.world());
    CHECK_FALSE(*then == *now);
}

TEST_CASE("A shift cannot begin on a file that is there or go on with one that is not")
{
    DeskRoom room{"no-shift"};
    room.stand_up();
    CHECK_FALSE(begin_shift(room.file, room.clock.now()));
    CHECK_FALSE(continue_shift(room.folder / "absent.cresset"));
    CHECK_FALSE(begin_shift(room.folder / "new.cresset", room.clock.now(), {}, room.folder / "absent.cresset"));
    CHECK_FALSE(std::filesystem::exists(room.folder / "new.cresset"));
}

TEST_CASE("A shift that somebody holds cannot be continued by another")
{
    DeskRoom const room{"held"};
    CHECK_FALSE(continue_shift(room.file));
}

TEST_CASE("A continued shift has the same world undo and texts")
{
    DeskRoom room{"continue"};
    room.busy_hour(8, 80);
    auto const id = room.take_call("a blue bag");
    room.done(room.desk->set_distress({{ShiftMaker::unit(2)}, true}));
    World const before = room.world();
    room.stand_up();
    auto again = continue_shift(room.file);
    REQUIRE(again);
    CHECK(again->world == before);
    room.sit_down(*std::move(again));
    CHECK(room.session->text(room.world().incidents.find(id)->narrative->id) == "a blue bag");
    room.done(room.desk->undo());
    CHECK_FALSE(room.unit(2).distress());
    CHECK(*world_at(room.read()) == room.world());
}

TEST_CASE("A shift that takes over has the units the open incidents and their texts and leaves the closed ones")
{
    DeskRoom room{"handover"};
    auto const open = room.take_call("a blue bag");
    auto const closed = room.take_call("a red bag");
    room.done(room.desk->dispatch(DeskRoom::sending(open, {1})));
    room.done(room.desk->note({open, "two men"}));
    room.done(room.desk->close({closed, "handled"}));
    auto const narrative = room.world().incidents.find(open)->narrative->id;
    auto const gone = room.world().incidents.find(closed)->narrative->id;
    std::string const digest = room.read().digest();
    auto const parent = room.file;
    room.stand_up();

    auto next = begin_shift(room.folder / "next.cresset", room.clock.now(), {}, parent);
    REQUIRE(next);
    room.file = room.folder / "next.cresset";
    room.sit_down(*std::move(next));
    auto setup = ShiftMaker::setup(DeskRoom::cars);
    setup.shift.parent_digest = digest;
    room.done(set_up(*room.session, setup));
    CHECK(room.read().parent_digest() == digest);
    CHECK(room.world().units.size() == DeskRoom::cars);
    CHECK(room.world().incidents.contains(open));
    CHECK_FALSE(room.world().incidents.contains(closed));
    CHECK(room.unit(1).incident == open);
    CHECK(room.world().notes.size() == 1);
    CHECK(room.session->text(narrative) == "a blue bag");
    CHECK_FALSE(room.session->text(gone));
    CHECK(room.read().last() < Seq{4});  // what stood already is not listed again
    auto const report = verify(room.read());
    CHECK(report.whole());
    CHECK(report.texts == 3);  // caller, narrative and note of the open incident, which no entry here mentions

    room.done(room.desk->close({open, "handled"}));
    auto const fresh = room.take_call("a third bag");
    CHECK(room.world().incidents.find(fresh)->number == 1003);
    CHECK(room.session->text(narrative) == "a blue bag");
    CHECK(*world_at(room.read()) == room.world());
    CHECK(*replay(room.read()) == room.world());
}
