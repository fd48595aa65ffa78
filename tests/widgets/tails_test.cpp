#include "widgets/tails.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::widgets;

namespace {

Place const start{437'380'000, 74'200'000};

std::vector<UnitMark> at(std::int64_t metres_east)
{
    UnitMark mark;
    mark.id = 7;
    mark.place = moved(start, metres_east * 1000, 0);
    return {mark};
}

}  // namespace

TEST_CASE("A unit that was never seen or stands still has no tail")
{
    Tails tails;
    CHECK(tails.of(at(0)[0]).empty());
    for (int second = 0; second < 100; ++second) tails.take(at(second % 3), instant(second * 1000));
    CHECK(tails.of(at(0)[0]).empty());
}

TEST_CASE("A tail ends where the unit is and goes back no farther than a tail is long")
{
    Tails tails;
    for (int second = 0; second < 200; ++second) tails.take(at(second * 20), instant(second * 1000));
    auto const tail = tails.of(at(199 * 20)[0]);
    CHECK(tail.back() == at(199 * 20)[0].place);
    CHECK(tail.size() == Tails::longest + 1);
    CHECK(tail.front() == at((200 - static_cast<int>(Tails::longest)) * 20)[0].place);
}

TEST_CASE("Where a unit was ten minutes ago is forgotten")
{
    Tails tails;
    tails.take(at(0), instant(0));
    tails.take(at(100), instant(1000));
    tails.take(at(200), instant(Tails::usually.count() + 900));
    CHECK(tails.of(at(200)[0]).front() == at(100)[0].place);
}

TEST_CASE("A tail reaches as far back as it is told to")
{
    Tails tails;
    tails.setReach(Duration{60'000});
    for (int second = 0; second < 200; ++second) tails.take(at(second * 20), instant(second * 1000));
    CHECK(tails.of(at(199 * 20)[0]).front() == at((199 - 60) * 20)[0].place);
    tails.setReach(Duration{10'000});
    tails.take(at(200 * 20), instant(200'000));
    CHECK(tails.of(at(200 * 20)[0]).front() == at(190 * 20)[0].place);
}

TEST_CASE("Another moment of the journal begins without what was seen later")
{
    Tails tails;
    for (int second = 100; second < 110; ++second) tails.take(at(second * 20), instant(second * 1000));
    tails.take(at(0), instant(50'000));
    CHECK(tails.of(at(0)[0]).empty());
}
