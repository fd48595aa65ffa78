/// Whatever is typed at a desk, line by line: it is refused and changes nothing, or it stands in entries that can be
/// written, read again, and make the same world anew.
// max_len 256

#include "core/base/check.h"
#include "core/base/resource_path.h"
#include "core/base/text.h"
#include "core/facts/codes.h"
#include "core/facts/sweep.h"
#include "core/journal/entry_rows.h"
#include "core/session/desk.h"
#include "core/session/exercise_run.h"
#include "core/session/shift.h"

#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace {

using namespace cresset;

constexpr SeatId seat{1};
constexpr PersonId officer{1, 1};
constexpr Place center{312'300'000, 1'214'700'000};
constexpr std::uint32_t cars = 12;
constexpr std::size_t most_acts = 10;  // more are slow and show nothing new

std::string resource(std::string const& name)
{
    std::ifstream file{resource_path(name), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Verbs const& verbs()
{
    static Verbs const all = *Verbs::read(resource("codes/verbs.json"));
    return all;
}

std::string codes()
{
    std::map<std::string, std::string> files;
    for (char const* name : {"status", "incidents", "priorities", "dispositions", "units", "limits", "timers"})
        files[name] = resource(fmt::format("codes/{}.json", name));
    return to_json(*join_codes(files));
}

/// Knows one crossing, and whatever has "road" in it.
class Somewhere : public PlaceFinder {
public:
    std::vector<FoundPlace> find_places(std::string_view text, std::size_t, std::optional<Place>) const override
    {
        if (text != "路口" && text.find("road") == std::string_view::npos) return {};
        return {{moved(center, 300'000, 0), {"Crossing", "路口"}, "crossing", {}, 900}};
    }
};

/// A desk in memory that writes down what it wrote.
struct Room {
    ExerciseClock clock{instant(1'795'374'000'000)};
    Session session;
    Desk desk{session, nullptr};
    Somewhere places;
    std::vector<Entries> acts;

    explicit Room(World world) : session{std::move(world), parts(clock)}
    {
        session.on_change([this](Changes const&, std::span<Entry const> entries) {
            acts.emplace_back(entries.begin(), entries.end());
        });
    }
    static SessionParts parts(ExerciseClock& clock)
    {
        SessionParts parts;
        parts.clock = &clock;
        parts.seat = seat;
        parts.who = officer;
        return parts;
    }
    CommandContext context() const
    {
        CommandContext context{session.world(), verbs(), &places, {}, {}, center};
        // Every second act something is selected.
        if (session.world().last.value % 2 == 0) {
            context.unit = UnitId{1, 101};
            context.incident = find_incident(session.world(), 1001);
        }
        return context;
    }
};

std::vector<Event> listed()
{
    std::vector<Event> events;
    std::vector<UnitFix> fixes;
    for (std::uint32_t i = 0; i < cars; ++i) {
        UnitListed unit;
        unit.id = {1, 101 + i};
        unit.row.call_sign = fmt::format("P{:02}", i + 1);
        unit.row.kind = "car";
        events.emplace_back(unit);
        Fix fix;
        fix.place = moved(center, i * 100'000, 0);
        fix.at = instant(1'795'374'000'000);
        fixes.push_back({unit.id, fix});
    }
    DroneListed drone;
    drone.id = {1, 501};
    drone.row.call_sign = "U01";
    drone.row.home = drone.row.place = center;
    events.emplace_back(drone);
    events.emplace_back(Sweep{cars, "", pack_sweep(fixes)});
    return events;
}

/// A shift with a dispatcher, twelve cars, a drone and two calls; made once.
World const& beginning()
{
    static World const world = [] {
        Room room{{}};
        ShiftSetup setup;
        setup.shift.exercise = true;  // salts come from the seed
        setup.shift.seed = 7;
        setup.codes = codes();
        PersonListed person;
        person.id = officer;
        person.row = {"0417", "dispatcher", {}};
        setup.people.emplace_back(person);
        CRESSET_CHECK(set_up(room.session, setup));
        Act act = room.session.new_act(setup_seat, setup_person);
        act.source = "setup";
        act.events = listed();
        CRESSET_CHECK(room.session.submit(act));
        for (std::int64_t const east_mm : {500'000, 900'000}) {
            NewCall call;
            call.type = "theft";
            call.where = {moved(center, 0, east_mm), {"a", "b"}, "poi", {}, 1000};
            CRESSET_CHECK(room.desk.take_call(call));
        }
        return room.session.world();
    }();
    return world;
}

std::optional<Command> understand(Room const& room, std::string_view line)
{
    auto const context = room.context();
    for (auto const& word : complete_command(line, context)) CRESSET_CHECK(!word.empty());
    auto const answer = parse_command(line, context);
    auto const* no = std::get_if<NotUnderstood>(&answer);
    if (no == nullptr) return std::get<Command>(answer);
    CRESSET_CHECK(!explain(*no).empty());
    return {};
}

/// What changes is told, and what is told is an act; check_record() sees whether the world knows of more.
void perform(Room& room, std::string const& line)
{
    auto const command = understand(room, line);
    if (!command) return;
    auto const before = room.acts.size();
    auto const ticket = room.desk.perform(*command, line);
    bool const done = ticket && *ticket;
    CRESSET_CHECK(room.acts.size() == before + (done ? 1 : 0));
    CRESSET_CHECK(!ticket || done || !explain(*ticket->refusal).empty());
}

/// Every entry is the same when it was written as a row and read again, and so is the world.
void check_record(Room const& room)
{
    World again = beginning();
    for (Entries const& act : room.acts) {
        Entries read;
        for (Entry const& entry : act) {
            auto one = entry_of(row_of(entry));
            CRESSET_CHECK(one && *one == entry);
            read.push_back(*std::move(one));
        }
        advance(again, read);
    }
    CRESSET_CHECK(again == room.session.world());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const typed{reinterpret_cast<char const*>(data), size};
    Room room{beginning()};
    for (auto const bytes : split(typed, '\n')) {
        if (room.acts.size() == most_acts) break;
        // A window gives whole characters only, but the parser does not rely on it.
        if (!is_utf8(bytes)) static_cast<void>(understand(room, bytes));
        perform(room, to_valid_utf8(bytes));
        room.clock.set(room.clock.now() + Duration{7'000});
    }
    check_record(room);
    return 0;
}
