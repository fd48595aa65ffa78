// How fast a journal of positions becomes a world again, beside a plain map that is told the same fixes.

#include "core/facts/sweep.h"
#include "core/journal/reader.h"
#include "core/session/exercise_run.h"
#include "core/session/replay.h"
#include "core/session/shift.h"
#include "tests/bench/crowd.h"
#include "tests/bench/report.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace cresset::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t units = 10'000;
constexpr int seconds = 120;
constexpr int rounds = 5;

void must(Ticket const& ticket)
{
    if (!ticket.refusal) return;
    std::fprintf(stderr, "replay: an act was refused: %s\n", explain(*ticket.refusal).c_str());
    std::abort();
}

std::vector<Event> listing()
{
    std::vector<Event> events;
    for (auto const& [id, fix] : fixes_at(0, units)) {
        UnitListed unit;
        unit.id = id;
        unit.row.call_sign = fmt::format("U{}", id.number);
        events.emplace_back(unit);
    }
    return events;
}

Sweep sweep_at(int second)
{
    Sweep sweep;
    sweep.count = units;
    sweep.bytes = pack_sweep(fixes_at(second, units));
    return sweep;
}

/// Two minutes of 10,000 units at 1 Hz, through the session's door.
void write_journal(fs::path const& file)
{
    fs::remove_all(file.parent_path());
    fs::create_directories(file.parent_path());
    ExerciseClock clock{instant(crowd_begins_ms)};
    auto shift = begin_shift(file, clock.now());
    Session session{std::move(shift->world),
                    {.journal = shift->journal.get(), .clock = &clock, .seat = {1}, .who = {1, 1}}};
    ShiftSetup setup;
    setup.codes = to_json(Codes{});
    setup.people = {PersonListed{{setup_person, {"setup", "system", {}}}},
                    PersonListed{{{2, 1}, {"feed", "system", {}}}}};
    setup.city = listing();
    must(set_up(session, setup));
    for (int second = 1; second <= seconds; ++second) {
        clock.set(instant(crowd_begins_ms + second * 1000));
        Act act = session.new_act({2}, {2, 1});
        act.source = "feed:units";
        act.events.emplace_back(sweep_at(second));
        must(session.submit(act));
    }
    shift->journal->close();
}

double replayed_per_second(JournalReader const& reader)
{
    double const start = work_s();
    auto const world = replay(reader);
    double const took = work_s() - start;
    UnitId const last{1, units - 1};
    bool const arrived =
        world && world->fix(last) != nullptr && world->fix(last)->place == fixes_at(seconds, units).back().fix.place;
    return arrived ? double{units} * seconds / took : 0;
}

double put_into_map_per_second(std::vector<std::vector<UnitFix>> const& sweeps)
{
    std::map<UnitId, Fix> map;
    double const start = work_s();
    for (auto const& sweep : sweeps)
        for (auto const& [id, fix] : sweep) map[id] = fix;
    return static_cast<double>(units * sweeps.size()) / (work_s() - start);
}

void bench_replay(Report& report)
{
    fs::path const file = fs::path{BINARY_DIR} / "bench-replay" / "crowd.cresset";
    write_journal(file);
    std::vector<std::vector<UnitFix>> sweeps;
    for (int second = 1; second <= seconds; ++second) sweeps.push_back(fixes_at(second, units));
    std::vector<double> ours;
    std::vector<double> plain;
    auto const reader = JournalReader::open(file);
    for (int i = 0; i < rounds; ++i) {
        plain.push_back(put_into_map_per_second(sweeps));
        ours.push_back(replayed_per_second(*reader));
    }
    report.say({.figure = "replay.positions",
                .name = "10,000 units at 1 Hz, read from the file and applied",
                .value = median(ours),
                .unit = "1/s",
                .probe = Beside{"fixes put into a std::map, without file or reading, 1/s", median(plain)},
                .bar = 5e6});
    fs::remove_all(file.parent_path());
}

}  // namespace

BENCH("replay", bench_replay)

}  // namespace cresset::bench
