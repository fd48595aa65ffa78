#include "app/room.h"

#include "core/journal/verify.h"
#include "core/session/shift.h"
#include "tests/app/program.h"

#include <catch2/catch.hpp>

// Opening a room on journals that ended early.

namespace cresset::app::test {

namespace fs = std::filesystem;

namespace {

RoomOrder order(fs::path const& journal)
{
    RoomOrder order;
    order.city = city();
    order.journal = journal;
    order.drill = "first-shift";
    order.seed = 7;
    return order;
}

std::unique_ptr<Room> opened(RoomOrder const& order)
{
    auto room = Room::open(order);
    INFO((room ? "" : room.problem()));
    REQUIRE(room);
    return *std::move(room);
}

/// Runs it for a while; the digest of what was written.
std::string run(RoomOrder const& wanted, Duration length)
{
    auto room = opened(wanted);
    REQUIRE(room->exercise() != nullptr);
    room->exercise()->run_until(room->session().world().at + length);
    REQUIRE_FALSE(room->close());
    auto const reader = JournalReader::open(*wanted.journal);
    REQUIRE(reader);
    CHECK(verify(*reader).whole());
    return reader->digest();
}

/// A program that died before anything but the empty journal was on the disk.
void leave_empty(fs::path const& file)
{
    auto shift = begin_shift(file, instant(1'795'374'000'000));
    REQUIRE(shift);
    REQUIRE_FALSE(shift->journal->close());
}

}  // namespace

TEST_CASE("a journal without a first act is refused for reading alone only if it is not there")
{
    fs::path const here = folder("room-empty-read");
    RoomOrder reading;
    reading.journal = here / "a.cresset";
    reading.read_only = true;
    CHECK_FALSE(Room::open(reading));
    leave_empty(*reading.journal);
    auto const room = opened(reading);
    CHECK(room->read_only());
    CHECK(room->session().world().last == Seq{0});
    CHECK(room->session().world().units.empty());
}

TEST_CASE("a shift that died before its first act begins anew and writes what an untroubled one writes")
{
    fs::path const here = folder("room-empty");
    leave_empty(here / "died.cresset");
    std::string const anew = run(order(here / "died.cresset"), Duration{60'000});
    std::string const untroubled = run(order(here / "whole.cresset"), Duration{60'000});
    CHECK(anew == untroubled);
    CHECK_FALSE(anew.starts_with("0:"));
}

TEST_CASE("a room that goes on with a shift does not set it up twice")
{
    fs::path const here = folder("room-again");
    std::string const first = run(order(here / "a.cresset"), Duration{60'000});
    std::string const again = run(order(here / "a.cresset"), Duration{0});
    CHECK(first == again);
}

}  // namespace cresset::app::test
