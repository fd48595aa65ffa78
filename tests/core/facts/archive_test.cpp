#include "core/facts/archive.h"

#include "core/facts/fix.h"
#include "tests/core/facts/random_facts.h"

#include <catch2/catch.hpp>

using namespace cresset;
using cresset::testing::FactMaker;

namespace {

template <typename T>
std::string archived(T const& fact)
{
    ArchiveWriter out;
    out(fact);
    return out.take();
}

template <typename T>
std::optional<T> read_back(std::string_view bytes)
{
    ArchiveReader in{bytes};
    T fact;
    return in(fact) && in.at_end() ? std::optional<T>{fact} : std::optional<T>{};
}

/// Whole, cut and damaged: equal, refused, and refused or some value that can be written.
template <typename T>
void check_archive(FactMaker& maker)
{
    auto& dice = maker.dice();
    for (int round = 0; round < 150; ++round) {
        T const fact = maker.make<T>();
        std::string const bytes = archived(fact);
        REQUIRE(read_back<T>(bytes) == fact);
        REQUIRE(!read_back<T>(bytes + '\0'));
        for (int cut = 0; cut < 10 && !bytes.empty(); ++cut)
            REQUIRE(!read_back<T>(std::string_view{bytes}.substr(0, dice.below(bytes.size()))));
        for (int flip = 0; flip < 30; ++flip) {
            std::string damaged = bytes;
            for (auto n = 1 + dice.below(3); n > 0; --n)
                damaged[dice.below(damaged.size())] = static_cast<char>(dice.below(256));
            if (auto const other = read_back<T>(damaged)) REQUIRE(read_back<T>(archived(*other)) == other);
        }
    }
}

}  // namespace

TEST_CASE("Bytes that end too early or promise too much are refused")
{
    CHECK(!read_back<std::string>(""));
    CHECK(
        !read_back<std::string>("\x05"
                                "abc"));
    CHECK(!read_back<std::string>("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"));
    CHECK(!read_back<std::vector<std::string>>("\xFF\xFF\xFF\xFF\x0F"));
    CHECK(!read_back<std::optional<std::int32_t>>("\x02\x02"));
    CHECK(!read_back<Status>("\x07"));
    CHECK(read_back<Status>("\x06") == Status::out_of_service);
    CHECK(!read_back<std::uint16_t>("\x80\x80\x04"));
    CHECK(read_back<std::uint16_t>("\xFF\xFF\x03") == 65535);
    CHECK(!read_back<Instant>(archived(instant(INT64_MAX))));
    CHECK(!read_back<std::uint64_t>("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"));
    CHECK(read_back<std::int64_t>(archived(INT64_MIN)) == INT64_MIN);
}

TEST_CASE("Every fact comes back from its bytes and damaged ones break nothing")
{
    FactMaker maker{1};
    check_archive<Person>(maker);
    check_archive<Department>(maker);
    check_archive<Station>(maker);
    check_archive<Grid>(maker);
    check_archive<Camera>(maker);
    check_archive<Drone>(maker);
    check_archive<Unit>(maker);
    check_archive<Fix>(maker);
    check_archive<Incident>(maker);
    check_archive<Note>(maker);
    check_archive<Hazard>(maker);
    check_archive<Alert>(maker);
    check_archive<Request>(maker);
    check_archive<FeedCounted>(maker);
    check_archive<Images>(maker);
    check_archive<ShiftOpened>(maker);
}
