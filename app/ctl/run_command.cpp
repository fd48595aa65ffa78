/// A drill as a simulated shift, written to a journal: as fast as the machine can, or by the clock on the wall.

#include "app/ctl/commands.h"
#include "app/ctl/journals.h"
#include "app/ctl/print.h"
#include "app/room.h"
#include "core/journal/reader.h"

#include <chrono>
#include <csignal>
#include <thread>

namespace cresset::app {

namespace {

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int)
{
    stop_asked = 1;
}

struct RunOrder {
    std::optional<Duration> length;  // none: as long as the drill says
    std::int64_t speed = 1;          // times real time; 0: as fast as it goes
    bool json = false;
};

std::optional<Problem> read_length(Arguments const& arguments, RunOrder& order)
{
    auto const text = arguments.option("--for");
    if (!text) return {};
    order.length = parse_duration(*text);
    if (order.length && *order.length >= Duration{0}) return {};
    return Problem{fmt::format("--for must be a length such as 90s, 30m or 8h, not \"{}\"", *text)};
}

std::optional<Problem> read_speed(Arguments const& arguments, RunOrder& order)
{
    std::string const text = arguments.option_or("--speed", "1");
    if (text == "max") return order.speed = 0, std::nullopt;
    auto const speed = number_option<std::int64_t>("--speed", text, 1, 10'000);
    if (!speed) return Problem{fmt::format("{}; or max", speed.problem())};
    order.speed = *speed;
    return {};
}

/// Called on the journal's thread.
void confirm(bool json, Watermark mark)
{
    if (json)
        print_json_line({{"confirmed", mark.seq.value}});
    else
        print_line("confirmed {}", mark.seq.value);
    std::fflush(stdout);
}

/// When the shift began, by its first entry: a run that goes on after a break counts from there.
Result<Instant> began_at(Room& room)
{
    auto const reader = JournalReader::open(room.journal()->file());
    if (!reader) return Problem{reader.problem()};
    auto const first = reader->row(Seq{1});
    return first ? first->at : room.session().world().at;
}

/// One tick after the other; by the wall clock if there is a speed.
void run_shift(Room& room, Instant until, RunOrder const& order)
{
    using Wall = std::chrono::steady_clock;
    ExerciseRun& exercise = *room.exercise();
    auto const wall_start = Wall::now();
    Instant const start = room.session().world().at;
    while (stop_asked == 0 && exercise.next_tick() <= until) {
        Instant const tick = exercise.next_tick();
        if (order.speed > 0)
            while (stop_asked == 0 && (Wall::now() - wall_start) * order.speed < tick - start)
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
        if (stop_asked == 0) exercise.run_until(tick);
    }
}

std::optional<Problem> tell_end(Room& room, std::string const& file, bool json)
{
    auto const reader = JournalReader::open(file);
    if (!reader) return Problem{reader.problem()};
    World const& world = room.session().world();
    Json summary{{"entries", reader->last().value}, {"incidents", world.incidents.size()},
                 {"units", world.units.size()},     {"at", to_iso(world.at)},
                 {"digest", reader->digest()},      {"stopped", stop_asked != 0}};
    if (json)
        print_json_line(summary);
    else
        print_line("{} entries, {} incidents, {} units, at {}{}, digest {}", reader->last().value,
                   world.incidents.size(), world.units.size(), to_iso(world.at), stop_asked != 0 ? " (stopped)" : "",
                   reader->digest());
    return {};
}

RoomOrder room_order(Arguments const& arguments, bool resume, std::uint64_t seed, bool json)
{
    RoomOrder order;
    order.city = *arguments.option("--city");
    order.journal = *arguments.option("--journal");
    order.drill = arguments.positional(0);
    order.seed = seed;
    order.must_be_new = !resume;
    order.journal_options.on_durable = [json](Watermark mark) { confirm(json, mark); };
    return order;
}

/// What may be wrong with a shift that goes on.
std::optional<Problem> check_resumed(Room& room, std::string const& file, std::uint64_t seed)
{
    if (room.read_only()) return Problem{room.notice()};
    if (room.exercise() == nullptr) return Problem{fmt::format("{} is no exercise: it cannot be run", file)};
    auto const& shift = room.session().world().shift;
    if (shift.seed != seed)
        return Problem{fmt::format("{} was begun with --seed {}: give that to go on with it", file, shift.seed)};
    if (room.pack() && shift.city_digest != room.pack()->info().digest)
        return Problem{fmt::format("{} was begun in another city ({}): give its pack to go on with it", file,
                                   shift.city.in(false))};
    // It ended before its units were listed.
    if (room.session().world().units.size() == 0) room.exercise()->place_fleet();
    return {};
}

std::optional<Problem> run(Arguments const& arguments)
{
    RunOrder order;
    order.json = arguments.json();
    if (auto problem = read_length(arguments, order)) return problem;
    if (auto problem = read_speed(arguments, order)) return problem;
    auto const seed = number_option<std::uint64_t>("--seed", arguments.option_or("--seed", "1"), 0, UINT64_MAX);
    if (!seed) return Problem{seed.problem()};
    std::string const file = *arguments.option("--journal");
    std::signal(SIGTERM, ask_to_stop);
    std::signal(SIGINT, ask_to_stop);
    auto opened = Room::open(room_order(arguments, arguments.has("--resume"), *seed, order.json));
    if (!opened) return Problem{opened.problem()};
    Room& room = **opened;
    if (auto problem = check_resumed(room, file, *seed)) return problem;
    auto const began = began_at(room);
    if (!began) return Problem{began.problem()};
    Duration const length = order.length.value_or(Duration{room.exercise()->drill().length_s * 1000});
    run_shift(room, *began + length, order);
    if (auto problem = room.close()) return problem;
    return tell_end(room, file, order.json);
}

}  // namespace

CommandRule run_command()
{
    return {"run",
            "run a drill as a simulated shift and write its journal",
            {"DRILL"},
            {{"--city", "PACK", "the city pack that it plays in", true},
             {"--journal", "OUT", "the journal to write; refused if it is there", true},
             {"--seed", "N", "the same drill, pack and seed give the same entries (1)"},
             {"--for", "LENGTH", "90s, 30m or 8h, from the beginning of the shift; otherwise the drill's own length"},
             {"--speed", "max|N", "as fast as it goes, or N times real time (1)"},
             {"--resume", "", "go on with a journal that is there; it comes to the same entries"}},
            "DRILL is a file, or the name of one in resources/drills (first-shift). \"confirmed SEQ\" says that all "
            "entries\nup to SEQ are on the disk. SIGTERM or Ctrl-C ends after the present tick.",
            run};
}

}  // namespace cresset::app
