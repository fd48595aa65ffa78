#include "core/world/snapshot.h"

#include "core/base/text.h"
#include "core/facts/json_text.h"
#include "tests/core/world/random_world.h"

#include <fstream>
#include <map>

using namespace cresset;
using cresset::testing::any_act;
using cresset::testing::FactMaker;
using cresset::testing::Room;

namespace {

std::string bytes_of(std::string_view figures)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < figures.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string{figures.substr(i, 2)}, nullptr, 16));
    return bytes;
}

template <typename Rows>
std::vector<std::string> rows_as_text(Rows const& rows)
{
    std::vector<std::string> texts;
    for (auto const& [id, row] : rows) write_json(texts.emplace_back(), row);
    return texts;
}

}  // namespace

TEST_CASE("A snapshot with a chunk missing or damaged or of another form is refused and breaks nothing")
{
    FactMaker maker{1};
    Room room{6};
    for (int i = 0; i < 200; ++i) static_cast<void>(any_act(room, maker));
    Chunks const chunks = to_chunks(room.world);
    CHECK(!from_chunks({}));
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        Chunks missing = chunks;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(i));
        INFO(chunks[i].first);
        REQUIRE(!from_chunks(missing));
        REQUIRE(from_chunks(missing).problem() == "the snapshot is damaged or of another form");
    }
    Chunks other = chunks;
    REQUIRE(other[0].first == "world");
    REQUIRE(other[0].second[0] == 3);
    for (char const form : {'\0', '\1', '\2', '\4'}) {
        other[0].second[0] = form;
        CHECK(!from_chunks(other));
    }
    int read = 0;
    for (int i = 0; i < 2000; ++i) {
        Chunks damaged = chunks;
        auto& bytes = damaged[maker.dice().below(damaged.size())].second;
        if (maker.dice().chance(1, 4))
            bytes.resize(maker.dice().below(bytes.size()));
        else
            bytes[maker.dice().below(bytes.size())] = static_cast<char>(maker.dice().below(256));
        auto const world = from_chunks(damaged);
        if (!world) continue;
        ++read;
        REQUIRE(*from_chunks(to_chunks(*world)) == *world);
    }
    CHECK(read > 100);  // a flipped letter in a name is no damage that bytes alone can show: digests see to that
}

TEST_CASE("A world comes back from its chunks")
{
    World const empty;
    REQUIRE(from_chunks(to_chunks(empty)));
    CHECK(*from_chunks(to_chunks(empty)) == empty);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        FactMaker maker{seed};
        Room room{6};
        for (int i = 0; i < 150; ++i) static_cast<void>(any_act(room, maker));
        auto const back = from_chunks(to_chunks(room.world));
        REQUIRE(back);
        REQUIRE(*back == room.world);
        REQUIRE(to_chunks(*back) == to_chunks(room.world));
    }
}

TEST_CASE("A snapshot of the form before units had timers is read as it was written")
{
    // Written by that program: its chunks in hexadecimal figures, and its rows as text.
    std::ifstream file{SOURCE_DIR "/tests/core/world/snapshot_form_1.txt"};
    REQUIRE(file);
    Chunks chunks;
    std::map<std::string, std::vector<std::string>> written;
    for (std::string line; std::getline(file, line);) {
        auto const parts = split(line, '\t');
        REQUIRE(parts.size() == 3);
        if (parts[0] == "row")
            written[std::string{parts[1]}].emplace_back(parts[2]);
        else
            chunks.emplace_back(parts[1], bytes_of(parts[2]));
    }
    auto const world = from_chunks(chunks);
    REQUIRE(world);
    CHECK(rows_as_text(world->people) == written["people"]);
    CHECK(rows_as_text(world->units) == written["units"]);
    CHECK(rows_as_text(world->fixes) == written["fixes"]);
    CHECK(rows_as_text(world->incidents) == written["incidents"]);
    CHECK(rows_as_text(world->hazards) == written["hazards"]);
    CHECK(rows_as_text(world->alerts) == written["alerts"]);
    CHECK(rows_as_text(world->requests) == written["requests"]);
    CHECK(world->overrides.size() == 0);
    CHECK(!world->codes.timers);
    // From then on it is of today's form.
    CHECK(*from_chunks(to_chunks(*world)) == *world);
}

TEST_CASE("What did not change has the same chunks as in the snapshot before")
{
    Room room{600};
    Chunks const before = to_chunks(room.world);
    room.status(room.units[3], Status::busy);
    Chunks const after = to_chunks(room.world);
    std::map<std::string, std::string> const old{before.begin(), before.end()};
    std::size_t changed = 0;
    for (auto const& [name, bytes] : after) {
        auto const found = old.find(name);
        if (found != old.end() && found->second == bytes) continue;
        ++changed;
        INFO(name);
        CHECK((name == "world" || name == "units/0" || name == "seats/0"));
    }
    CHECK(changed == 3);
    CHECK(after.size() > 12);  // 600 units and 600 fixes in chunks of 128
}

TEST_CASE("A new shift takes over what is open and leaves what is closed")
{
    Room room;
    auto const closed = room.take_call();
    auto const open = room.take_call();
    std::uint32_t taken = 0;
    for (IncidentId const id : {closed, open})
        room.perform(NoteAdded{next_id<NoteId>(room.world, room.desk, taken), id, {{1, 9000 + taken}, ""}}), taken = 0;
    room.send(open, {room.units[0]});
    room.send(closed, {room.units[1]});
    room.perform(IncidentClosed{closed, "handled"});
    room.report(DistressRaised{room.units[2]});
    room.report(DistressRaised{room.units[3]});
    room.perform(DistressCancelled{room.units[2]});
    World const next = take_over(room.world);
    CHECK(next.last == Seq{0});
    CHECK(next.incidents.size() == 1);
    REQUIRE(next.incidents.contains(open));
    CHECK(next.incidents.find(open)->assignments == room.incident(open).assignments);
    CHECK(!next.incidents.find(open)->changed_by);
    CHECK(next.notes.size() == 1);
    CHECK(next.notes.begin()->second.incident == open);
    CHECK(next.units.size() == room.world.units.size());
    CHECK(next.units.find(room.units[0])->incident == open);
    CHECK(next.fixes == room.world.fixes);
    CHECK(next.alerts.size() == 1);
    CHECK(next.requests.size() == room.world.requests.size());
    CHECK(next_undo(next, room.desk) == nullptr);
    CHECK(next.next_incident_number == room.world.next_incident_number);
    CHECK(next.seats.find(room.desk)->ids == room.world.seats.find(room.desk)->ids);  // no id is issued twice
    cresset::testing::check_sound(next);
    Room following = room;
    following.world = next;
    following.journal.clear();
    following.perform(UnitReleased{room.units[0], open});
    CHECK(following.journal.back().front().seq == Seq{1});
    CHECK(take_over(next) == next);
}
