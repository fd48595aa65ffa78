#include "core/session/nearer_watch.h"
#include "tests/core/session/desk_room.h"
#include "tests/core/session/shipped_rules.h"

using namespace cresset;
using cresset::testing::check_sound;
using cresset::testing::DeskRoom;
using cresset::testing::one_card;
using cresset::testing::ShiftMaker;
using cresset::testing::shipped_rules;

// Run cards, reasons, stacks and swaps as acts of the desk. Cars stand a hundred metres apart, the call comes from the
// north of the first.

namespace {

struct RuledRoom : DeskRoom {
    DispatchRules rules;
    explicit RuledRoom(std::string const& name, DispatchRules with = one_card(2, 0, 0))
        : DeskRoom{name}, rules{std::move(with)}
    {
        desk->use_rules(&rules);
    }
    static UnitId car(std::uint32_t i) { return ShiftMaker::unit(i); }
    std::vector<std::string> kinds_of(Ticket const& ticket) const
    {
        done(ticket);
        std::vector<std::string> kinds;
        auto const reader = read();
        reader.rows({ticket.first, journal->last()},
                    [&](JournalRow const& row) { return kinds.push_back(row.kind), true; });
        return kinds;
    }
    Override const& last_override() const
    {
        REQUIRE(world().overrides.size() > 0);
        return (world().overrides.end() - 1)->second;
    }
    /// So far away that somebody asks why it was sent.
    void drive_away(std::uint32_t i, std::int64_t east_m)
    {
        wait(1);
        Fix fix;
        fix.place = moved(ShiftMaker::center, east_m * 1000, 0);
        fix.at = clock.now();
        Act act = session->new_act(setup_seat, setup_person);
        act.source = "feed:test";
        act.events.emplace_back(Sweep{1, "", pack_sweep({{car(i), fix}})});
        REQUIRE(session->submit(act));
    }
    std::string why_not(Ticket const& ticket) const
    {
        REQUIRE(ticket.refusal);
        return explain(*ticket.refusal);
    }
};

using Units = std::vector<UnitId>;

}  // namespace

TEST_CASE("A run card that is filled or that nobody can fill sends nobody and says so")
{
    RuledRoom room{"card-refused"};
    auto const id = room.take_call();
    for (std::uint32_t i = 0; i < DeskRoom::cars; ++i)
        room.done(room.desk->set_status({{room.car(i)}, Status::busy, {}}));
    auto const last = room.journal->last();
    CHECK(room.why_not(room.desk->dispatch(SendCard{id, {}})) ==
          "nobody is free for what the run card of #1001 still asks for");
    CHECK(room.journal->last() == last);
    for (std::uint32_t i = 0; i < DeskRoom::cars; ++i)
        room.done(room.desk->set_status({{room.car(i)}, Status::available, {}}));
    room.done(room.desk->dispatch(SendCard{id, {}}));
    CHECK(room.why_not(room.desk->dispatch(SendCard{id, {}})) == "#1001 has all that its run card asks for");
    // Without rules there is no card.
    room.desk->use_rules(nullptr);
    CHECK(room.why_not(room.desk->dispatch(SendCard{id, {}})) == "#1001 has all that its run card asks for");
}

TEST_CASE("A run card is sent in one act and taken back in one")
{
    RuledRoom room{"card"};
    auto const id = room.take_call();
    World const before = room.world();
    auto const kinds = room.kinds_of(room.desk->dispatch(SendCard{id, {}}));
    CHECK(std::count(kinds.begin(), kinds.end(), "incident.dispatched") == 1);
    CHECK(std::count(kinds.begin(), kinds.end(), "incident.override") == 0);
    CHECK(room.unit(0).incident == id);
    CHECK(room.unit(1).incident == id);
    CHECK_FALSE(room.unit(2).incident);
    room.done(room.desk->undo());
    CHECK_FALSE(room.unit(0).incident);
    CHECK_FALSE(room.unit(1).incident);
    CHECK(room.world().incidents.find(id)->assignments.empty());
    room.done(room.desk->redo());
    CHECK(room.unit(1).incident == id);
    // Who is still missing only.
    room.done(room.desk->release({{room.car(0)}}));
    room.drive_away(0, 60'000);
    room.done(room.desk->dispatch(SendCard{id, {}}));
    CHECK(room.unit(2).incident == id);
}

TEST_CASE("Who was not recommended is sent at once and that no reason was given is written beside it")
{
    RuledRoom room{"override"};
    room.drive_away(3, 9000);
    auto const id = room.take_call();
    auto const kinds = room.kinds_of(room.desk->dispatch(DeskRoom::sending(id, {3})));
    CHECK(kinds[0] == "incident.dispatched");
    CHECK(kinds[1] == "incident.override");
    CHECK(room.unit(3).incident == id);
    Override const row = room.last_override();
    CHECK(row.incident == id);
    CHECK(row.units == Units{room.car(3)});
    CHECK(row.instead_of == Units{room.car(0)});
    CHECK_FALSE(row.given());
    CHECK(row.who == ShiftMaker::officer);
    // One act: one undo.
    room.done(room.desk->undo());
    CHECK_FALSE(room.unit(3).incident);
}

TEST_CASE("A reason of the list stands in the entry and own words only in the erasable text")
{
    RuledRoom room{"reasons"};
    room.drive_away(3, 9000);
    auto const id = room.take_call();
    auto send = DeskRoom::sending(id, {3});
    send.reason = "2";
    room.done(room.desk->dispatch(send));
    CHECK(room.last_override().reason == "near_in_fact");
    CHECK_FALSE(room.last_override().text);
    room.done(room.desk->undo());
    send.reason = "knows old Mrs Li";
    auto const ticket = room.done(room.desk->dispatch(send));
    CHECK(room.last_override().reason.empty());
    REQUIRE(room.last_override().text);
    CHECK(room.session->text(room.last_override().text->id) == "knows old Mrs Li");
    std::string bodies;
    auto const reader = room.read();
    reader.rows({ticket.first, room.journal->last()}, [&](JournalRow const& row) { return bodies += row.body, true; });
    CHECK(bodies.find("Mrs Li") == std::string::npos);
    REQUIRE_FALSE(room.session->erase_text(room.last_override().text->id));
    CHECK_FALSE(room.session->text(room.last_override().text->id));
}

TEST_CASE("Nothing is written of why where the recommended unit is sent and nobody gave a reason")
{
    RuledRoom room{"no-override"};
    auto const id = room.take_call();
    auto const kinds = room.kinds_of(room.desk->dispatch(DeskRoom::sending(id, {0})));
    CHECK(std::count(kinds.begin(), kinds.end(), "incident.override") == 0);
    CHECK(room.world().overrides.empty());
}

TEST_CASE("The reason can be said later and only of an incident to which another was sent")
{
    RuledRoom room{"later"};
    room.drive_away(3, 9000);
    auto const id = room.take_call();
    auto const last = room.journal->last();
    CHECK(room.why_not(room.desk->explain({id, "ordered"})) == "nobody was sent to #1001 who was not recommended");
    CHECK(room.journal->last() == last);
    room.done(room.desk->dispatch(DeskRoom::sending(id, {3})));
    room.wait(20);
    room.done(room.desk->explain({id, "按指令"}));
    CHECK(room.world().overrides.size() == 2);
    CHECK(room.last_override().reason == "ordered");
    CHECK(room.last_override().units == Units{room.car(3)});
    CHECK(room.last_override().instead_of == Units{room.car(0)});
    CHECK(room.last_override().at == room.clock.now());
}

TEST_CASE("A unit on a break goes with a reason in own words too")
{
    RuledRoom room{"forced"};
    auto const id = room.take_call();
    room.done(room.desk->set_status({{room.car(2)}, Status::on_break, {}}));
    auto send = DeskRoom::sending(id, {2});
    CHECK(room.why_not(room.desk->dispatch(send)) == "P03 cannot go from break to dispatched");
    send.reason = "nobody else left";
    room.done(room.desk->dispatch(send));
    CHECK(room.unit(2).incident == id);
    CHECK(room.last_override().units == Units{room.car(2)});
}

TEST_CASE("What waits for a unit is sent when somebody says so and not before it is free")
{
    RuledRoom room{"next"};
    auto const first = room.take_call();
    auto const second = room.take_call();
    auto const third = room.take_call();
    CHECK(room.why_not(room.desk->take_next({})) == "nothing waits for ?");
    CHECK(room.why_not(room.desk->take_next({room.car(0)})) == "nothing waits for P01");
    room.done(room.desk->dispatch(DeskRoom::sending(first, {0})));
    room.done(room.desk->stack({{room.car(0)}, second}));
    room.done(room.desk->stack({{room.car(0)}, third}));
    CHECK(room.why_not(room.desk->take_next({room.car(0)})) == "P01 is at work on #1001: release it there first");
    room.done(room.desk->close({first, "handled"}));
    CHECK(room.unit(0).status == Status::available);
    auto const kinds = room.kinds_of(room.desk->take_next({}));
    CHECK(kinds[0] == "incident.dispatched");
    CHECK(std::count(kinds.begin(), kinds.end(), "incident.override") == 0);
    CHECK(room.unit(0).incident == second);
    CHECK(room.unit(0).stack == std::vector<IncidentId>{third});
    room.done(room.desk->undo());
    CHECK(room.unit(0).stack == std::vector<IncidentId>{second, third});
    room.done(room.desk->unstack({{room.car(0)}, second}));
    room.done(room.desk->take_next({room.car(0)}));
    CHECK(room.unit(0).incident == third);
    check_sound(room.world());
}

TEST_CASE("Several units are stacked in one act or none of them")
{
    RuledRoom room{"stack-many"};
    auto const first = room.take_call();
    auto const second = room.take_call();
    room.done(room.desk->dispatch(DeskRoom::sending(first, {0, 1})));
    World const before = room.world();
    room.refused(room.desk->stack({{room.car(0), room.car(2)}, second}), before, room.journal->last());
    room.done(room.desk->stack({{room.car(0), room.car(1)}, second}));
    room.done(room.desk->undo());
    CHECK(room.unit(0).stack.empty());
    CHECK(room.unit(1).stack.empty());
}

TEST_CASE("A swap recalls one and sends the other in one act and one undo gives both back")
{
    RuledRoom room{"swap"};
    auto const id = room.take_call();
    CHECK(room.why_not(room.desk->swap({room.car(0), room.car(0)})) == "P01 cannot take its own place");
    CHECK(room.why_not(room.desk->swap({room.car(0), room.car(1)})) ==
          "P01 is under way to no incident: nobody can take its place");
    room.done(room.desk->dispatch(DeskRoom::sending(id, {0})));
    auto const kinds = room.kinds_of(room.desk->swap({room.car(0), room.car(1)}));
    CHECK(kinds[0] == "incident.dispatched");
    CHECK(kinds[1] == "incident.released");
    CHECK_FALSE(room.unit(0).incident);
    CHECK(room.unit(0).status == Status::available);
    CHECK(room.unit(1).incident == id);
    CHECK_FALSE(room.world().incidents.find(id)->stamp(Stamp::available));  // it was never without anybody
    check_sound(room.world());
    room.done(room.desk->undo());
    CHECK(room.unit(0).incident == id);
    CHECK(room.unit(0).status == Status::dispatched);
    CHECK_FALSE(room.unit(1).incident);
    check_sound(room.world());
}

TEST_CASE("A unit that becomes free and is nearer is spoken of once and nobody is sent")
{
    RuledRoom room{"nearer"};
    NearerWatch watch{*room.session, nullptr, room.rules};
    room.drive_away(3, 9000);
    auto const id = room.take_call();
    room.done(room.desk->set_status({{room.car(0)}, Status::busy, {}}));
    room.done(room.desk->set_status({{room.car(1)}, Status::busy, {}}));
    room.done(room.desk->dispatch(DeskRoom::sending(id, {3})));
    CHECK_FALSE(watch.look());
    CHECK_FALSE(watch.offer(id));
    room.done(room.desk->set_status({{room.car(0)}, Status::available, {}}));
    auto const last = room.journal->last();
    CHECK(watch.look());
    REQUIRE(watch.offer(id));
    CHECK(watch.offer(id)->freed == room.car(0));
    CHECK(watch.offer(id)->under_way == room.car(3));
    CHECK(watch.offer(id)->sooner_ms > 60'000);
    CHECK(room.unit(0).status == Status::available);
    CHECK(room.unit(3).incident == id);
    CHECK(room.journal->last().value == last.value + 1);
    CHECK(room.read().row(room.journal->last())->kind == NearerFreed::kind);
    // One that is no nearer is not spoken of.
    room.done(room.desk->set_status({{room.car(1)}, Status::available, {}}));
    CHECK_FALSE(watch.look());
    CHECK(watch.offer(id)->freed == room.car(0));

    SECTION("it is forgotten when it is taken")
    {
        room.done(room.desk->swap({room.car(3), room.car(0)}));
        CHECK_FALSE(watch.offer(id));
    }
    SECTION("it is forgotten when the unit is there")
    {
        room.done(room.desk->advance_status(room.car(3)));
        CHECK(watch.offer(id));
        room.done(room.desk->advance_status(room.car(3)));
        CHECK_FALSE(watch.offer(id));
        CHECK(watch.look());
    }
    SECTION("it is forgotten when the margin is gone")
    {
        room.drive_away(3, 500);
        room.wait(10);
        CHECK(watch.look());
        CHECK_FALSE(watch.offer(id));
    }
    SECTION("it is forgotten when the unit is not free any more")
    {
        room.done(room.desk->set_status({{room.car(0)}, Status::on_break, {}}));
        CHECK_FALSE(watch.offer(id));
    }
}

TEST_CASE("Nobody is spoken of who is nearer by less than the margin or cannot do what the other was sent for")
{
    SECTION("by less than the margin")
    {
        RuledRoom room{"nearer-little"};
        NearerWatch watch{*room.session, nullptr, room.rules};
        room.drive_away(3, 1000);
        auto const id = room.take_call();
        room.done(room.desk->set_status({{room.car(0)}, Status::busy, {}}));
        room.done(room.desk->dispatch(DeskRoom::sending(id, {3})));
        room.done(room.desk->set_status({{room.car(0)}, Status::available, {}}));
        CHECK_FALSE(watch.look());
        CHECK_FALSE(watch.offer(id));
    }
    SECTION("of another kind")
    {
        RuledRoom room{"nearer-kind", one_card(0, 1, 0)};
        NearerWatch watch{*room.session, nullptr, room.rules};
        room.drive_away(3, 9000);
        auto const id = room.take_call();
        room.done(room.desk->set_status({{room.car(0)}, Status::busy, {}}));
        room.done(room.desk->dispatch(DeskRoom::sending(id, {3})));
        room.done(room.desk->set_status({{room.car(0)}, Status::available, {}}));
        CHECK_FALSE(watch.look());  // the card asks for somebody armed
        CHECK_FALSE(watch.offer(id));
    }
}

TEST_CASE("A world with reasons and stacks is replayed from its journal alone")
{
    RuledRoom room{"replayed"};
    room.drive_away(3, 9000);
    auto const first = room.take_call();
    auto const second = room.take_call();
    room.done(room.desk->dispatch(DeskRoom::sending(first, {3})));
    room.done(room.desk->explain({first, "knew the street"}));
    room.done(room.desk->stack({{room.car(3)}, second}));
    room.done(room.desk->swap({room.car(3), room.car(0)}));
    room.done(room.desk->undo());
    auto const again = replay(room.read());
    REQUIRE(again);
    CHECK(*again == room.world());
    CHECK(again->overrides.size() == 2);
}
