#include "core/base/table.h"

#include "core/base/dice.h"
#include "core/base/ids.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

using namespace cresset;

TEST_CASE("What is not in a table is not found nor erased")
{
    Table<UnitId, std::string> table;
    CHECK(table.find(UnitId{1, 1}) == nullptr);
    CHECK(!table.erase(UnitId{1, 1}));
    CHECK(table.empty());
    table.put(UnitId{1, 2}, "b");
    CHECK(table.find(UnitId{1, 1}) == nullptr);
    CHECK(table.find(UnitId{1, 3}) == nullptr);
    CHECK(table.find(UnitId{2, 2}) == nullptr);
    CHECK(!table.contains(UnitId{}));
}

TEST_CASE("A table agrees with a map whatever is put and erased")
{
    Dice dice{1};
    Table<UnitId, std::uint64_t> table;
    std::map<UnitId, std::uint64_t> map;
    for (int i = 0; i < 30'000; ++i) {
        UnitId const id{static_cast<std::uint16_t>(dice.below(3)), static_cast<std::uint32_t>(dice.below(60))};
        switch (dice.below(5)) {
            case 0:
            case 1:
                REQUIRE(table.put(id, dice.next() & 0xFFU) <= 0xFFU);
                map[id] = *table.find(id);
                break;
            case 2: REQUIRE(table.at_or_new(id) == map[id]); break;
            case 3: REQUIRE(table.erase(id) == (map.erase(id) == 1)); break;
            default: REQUIRE(table.contains(id) == map.contains(id));
        }
        REQUIRE(table.size() == map.size());
    }
    CHECK(std::equal(table.begin(), table.end(), map.begin(), map.end(),
                     [](auto const& a, auto const& b) { return a.first == b.first && a.second == b.second; }));
}

TEST_CASE("Two tables of the same rows are equal in whatever order the rows came")
{
    Table<int, int> up;
    Table<int, int> down;
    for (int i = 0; i < 50; ++i) up.put(i, i * i), down.put(49 - i, (49 - i) * (49 - i));
    CHECK(up == down);
    down.put(7, 0);
    CHECK_FALSE(up == down);
}

TEST_CASE("An id survives its packing and ids of seats sort by seat first")
{
    UnitId const id{65535, 4294967295};
    CHECK(UnitId::unpacked(id.packed()) == id);
    CHECK(UnitId{1, 9} < UnitId{2, 1});
    CHECK(UnitId{1, 9}.packed() < UnitId{2, 1}.packed());
}
