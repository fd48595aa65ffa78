#include "maps/gzip.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

TEST_CASE("broken and cut and too large packed bytes are refused")
{
    CHECK_FALSE(gunzip(""));
    CHECK_FALSE(gunzip("not packed at all"));
    auto const packed = gzip(std::string(10000, 'x'));
    CHECK_FALSE(gunzip(packed.substr(0, packed.size() - 9)));
    CHECK_FALSE(gunzip(packed, 9999));
    CHECK(gunzip(packed, 10000));
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Dice dice{seed};
        auto damaged = packed;
        damaged[dice.below(damaged.size())] = static_cast<char>(dice.below(256));
        auto const result = gunzip(damaged, 20000);
        if (result) CHECK(result->size() <= 20000);
    }
}

TEST_CASE("bytes come back from packing and are packed alike each time")
{
    for (std::size_t const size : {0U, 1U, 100U, 70000U}) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(dice_below(7, 1, 2, i)));
        auto const packed = gzip(bytes);
        CHECK(is_packed(packed));
        CHECK(packed == gzip(bytes));
        CHECK(*gunzip(packed) == bytes);
    }
    CHECK_FALSE(is_packed(""));
    CHECK_FALSE(is_packed("\x1A\x02layers"));
}
