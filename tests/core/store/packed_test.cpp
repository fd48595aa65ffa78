#include "core/store/packed.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

std::string bytes_of(Dice& dice, std::size_t size)
{
    std::string bytes;
    auto const letters = 1 + dice.below(256);
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(dice.below(letters));
    return bytes;
}

}  // namespace

TEST_CASE("What is no packed stream is refused with words")
{
    CHECK_FALSE(unpack("", 100));
    CHECK_FALSE(unpack("hello", 100));
    auto const packed = pack("hello");
    CHECK(unpack(packed + "x", 100).problem() == "there is something behind the packed bytes");
    for (std::size_t size = 0; size < packed.size(); ++size)
        CHECK(unpack(packed.substr(0, size), 100).problem() == "the packed bytes are damaged or cut off");
}

TEST_CASE("A small input that unpacks to much is stopped at the limit")
{
    auto const bomb = pack(std::string(50'000'000, 'x'));
    CHECK(bomb.size() < 60'000);
    CHECK(unpack(bomb, 1'000'000).problem() == "the bytes unpack to more than is allowed");
    CHECK(unpack(pack("abc"), 2).problem() == "the bytes unpack to more than is allowed");
    CHECK(*unpack(pack("abc"), 3) == "abc");
}

TEST_CASE("Seeded bytes come back as they were")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        auto const bytes = bytes_of(dice, dice.below(30'000));
        CHECK(*unpack(pack(bytes), bytes.size()) == bytes);
    }
}

TEST_CASE("A flipped bit in packed bytes is found")
{
    Dice dice{7};
    auto const bytes = bytes_of(dice, 3000);
    auto const packed = pack(bytes);
    for (int i = 0; i < 500; ++i) {
        auto broken = packed;
        auto& byte = broken[2 + dice.below(packed.size() - 2)];
        byte = static_cast<char>(byte ^ (1 << dice.below(8)));
        auto const back = unpack(broken, 10'000);
        CHECK((!back || *back == bytes));
    }
}
