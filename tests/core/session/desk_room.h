#pragma once
/// A desk with a real journal in a folder of its own: units, the shipped codes, a clock that stands where it is put.

#include "core/journal/reader.h"
#include "core/session/desk.h"
#include "core/session/exercise_run.h"
#include "core/session/replay.h"
#include "core/session/shift.h"
#include "tests/core/journal/making.h"
#include "tests/core/world/room.h"

namespace cresset::testing {

/// Everything that a shift needs at its beginning: the codes, a dispatcher, so many cars a hundred metres apart.
struct ShiftMaker {
    static constexpr Place center{312'300'000, 1'214'700'000};
    static constexpr SeatId seat{1};
    static constexpr PersonId officer{1, 1};
    static UnitId unit(std::uint32_t i) { return {1, 100 + i}; }

    static ShiftSetup setup(std::uint32_t units, std::uint64_t seed = 7)
    {
        ShiftSetup setup;
        setup.shift.exercise = true;  // salts come from the seed: two sessions write the same bytes
        setup.shift.name = "test";
        setup.shift.seed = seed;
        setup.codes = to_json(shipped_codes());
        PersonListed dispatcher;
        dispatcher.id = officer;
        dispatcher.row = {"0417", "dispatcher", {}};
        setup.people.emplace_back(dispatcher);
        for (std::uint32_t i = 0; i < units; ++i) {
            UnitListed listed;
            listed.id = unit(i);
            listed.row.call_sign = fmt::format("P{:02}", i + 1);
            listed.row.kind = "car";
            setup.city.emplace_back(listed);
        }
        return setup;
    }
    static Sweep fixes(std::uint32_t units, Instant at)
    {
        std::vector<UnitFix> fixes;
        for (std::uint32_t i = 0; i < units; ++i) {
            Fix fix;
            fix.place = moved(center, static_cast<std::int64_t>(i) * 100'000, 0);
            fix.at = at;
            fixes.push_back({unit(i), fix});
        }
        return {units, "", pack_sweep(fixes)};
    }
};

/// Writes down what the session asked it to do, and whether that was durable by then.
struct ListingOutbox : Outbox {
    Journal const* journal = nullptr;
    std::vector<RequestKind> kinds;
    std::vector<bool> was_durable;
    void perform(RequestId id, Request const& request) override
    {
        kinds.push_back(request.kind);
        was_durable.push_back(journal == nullptr || journal->durable().seq >= id.asked_by);
    }
};

struct DeskRoom {
    static constexpr std::uint32_t cars = 4;
    test::Folder folder;
    std::filesystem::path file{folder / "shift.cresset"};
    ExerciseClock clock{instant(1'795'374'000'000)};
    StraightStreets streets;
    ListingOutbox outbox;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Session> session;
    std::unique_ptr<Desk> desk;

    explicit DeskRoom(std::string const& name) : folder{name}
    {
        auto shift = begin_shift(file, clock.now());
        REQUIRE(shift);
        sit_down(*std::move(shift));
        REQUIRE(set_up(*session, ShiftMaker::setup(cars)));
        Act act = session->new_act(setup_seat, setup_person);
        act.source = "setup";
        act.events.emplace_back(ShiftMaker::fixes(cars, clock.now()));
        REQUIRE(session->submit(act));
    }
    void sit_down(OpenShift shift)
    {
        journal = std::move(shift.journal);
        outbox.journal = journal.get();
        session = std::make_unique<Session>(
            std::move(shift.world),
            SessionParts{journal.get(), &clock, &streets, &outbox, ShiftMaker::seat, ShiftMaker::officer});
        desk = std::make_unique<Desk>(*session, nullptr);
    }
    void stand_up()
    {
        desk.reset();
        session.reset();
        REQUIRE_FALSE(journal->close());
        journal.reset();
    }

    World const& world() const { return session->world(); }
    void wait(std::int64_t seconds) { clock.set(clock.now() + Duration{seconds * 1000}); }
    void save() const { REQUIRE(journal->wait({journal->last()})); }
    JournalReader read() const
    {
        save();
        auto reader = JournalReader::open(file);
        REQUIRE(reader);
        return *std::move(reader);
    }
    Ticket done(Ticket ticket) const
    {
        INFO((ticket.refusal ? explain(*ticket.refusal) : ""));
        REQUIRE(ticket);
        return ticket;
    }
    /// The act is refused, changes nothing and writes nothing.
    std::string refused(Ticket const& ticket, World const& before, Seq last) const
    {
        REQUIRE_FALSE(ticket);
        CHECK(world() == before);
        CHECK(journal->last() == last);
        return explain(*ticket.refusal);
    }

    static NewCall call(std::string narrative = "bag gone")
    {
        NewCall call;
        call.type = "theft";
        call.where = {moved(ShiftMaker::center, 0, 500'000), {"12 Zhongshan Road", "中山路12号"}, "poi", {}, 1000};
        call.narrative = std::move(narrative);
        return call;
    }
    IncidentId take_call(std::string narrative = "bag gone")
    {
        auto const number = world().next_incident_number;
        done(desk->take_call(call(std::move(narrative)), "Wang 100 5550 0000"));
        return *find_incident(world(), number);
    }
    static SendUnits sending(IncidentId incident, std::vector<std::uint32_t> const& cars_sent)
    {
        SendUnits send;
        send.incident = incident;
        for (auto const i : cars_sent) send.units.push_back(ShiftMaker::unit(i));
        return send;
    }
    Unit const& unit(std::uint32_t i) const { return *world().units.find(ShiftMaker::unit(i)); }

    /// A seeded hour at the desk: calls, dispatches, statuses, notes, undo and redo, most possible and some refused.
    void busy_hour(std::uint64_t seed, int acts)
    {
        Dice dice{seed};
        for (int i = 0; i < acts; ++i) {
            if (dice.chance(1, 2)) wait(static_cast<std::int64_t>(dice.below(40)));
            one_act(dice);
        }
    }

private:
    std::optional<IncidentId> some_incident(Dice& dice) const
    {
        if (world().incidents.size() == 0) return {};
        auto skip = dice.below(world().incidents.size());
        for (auto const& [id, incident] : world().incidents)
            if (skip-- == 0) return id;
        return {};
    }
    void one_act(Dice& dice)
    {
        auto const what = dice.below(10);
        auto const car = static_cast<std::uint32_t>(dice.below(cars));
        auto const incident = some_incident(dice);
        if (what < 2 || !incident) {
            take_call(fmt::format("call {}", dice.below(1000)));
        } else if (what < 4) {
            desk->dispatch(sending(*incident, {car}));
        } else if (what < 6) {
            desk->advance_status(ShiftMaker::unit(car));
        } else if (what == 6) {
            desk->note({*incident, "note"});
        } else if (what == 7) {
            desk->close({*incident, "handled"});
        } else if (what == 8) {
            desk->undo();
        } else {
            desk->redo();
        }
    }
};

}  // namespace cresset::testing
