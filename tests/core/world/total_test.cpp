#include "core/world/snapshot.h"
#include "tests/core/world/random_world.h"

using namespace cresset;
using cresset::testing::any_act;
using cresset::testing::any_entry;
using cresset::testing::check_sound;
using cresset::testing::FactMaker;
using cresset::testing::Room;

TEST_CASE("Any entry that was written applies to any world and a replay of them gives the same")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        FactMaker maker{seed};
        std::vector<Entries> journal;
        World world;
        for (std::uint64_t seq = 1; seq <= 600;) {
            Entries act;
            for (auto n = 1 + maker.dice().below(3); n > 0; --n, ++seq)
                act.push_back(
                    any_entry(maker, Seq{seq}, instant(1'795'374'000'000 + static_cast<std::int64_t>(seq) * 500)));
            for (auto& entry : act) entry.act = act.front().act, entry.source = act.front().source;
            advance(world, act);
            journal.push_back(std::move(act));
            static_cast<void>(due(world, world.at + Duration{100'000}, SeatId{9}));
            REQUIRE(world.last.value == seq - 1);
        }
        World again;
        for (auto const& act : journal) advance(again, act);
        REQUIRE(again == world);
        auto const back = from_chunks(to_chunks(world));
        REQUIRE(back);
        REQUIRE(*back == world);
    }
}

TEST_CASE("Any act is refused or leaves a world in which units and incidents agree")
{
    std::size_t done = 0;
    std::size_t turned = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        FactMaker maker{seed};
        Room room{6};
        for (int i = 0; i < 400; ++i) {
            INFO("seed " << seed << " act " << i);
            World const before = room.world;
            auto const refusal = any_act(room, maker);
            if (refusal) {
                REQUIRE(room.world == before);
                REQUIRE(!explain(*refusal).empty());
                REQUIRE(explain(*refusal).find('{') == std::string::npos);
                continue;
            }
            ++done;
            if (!room.journal.empty() && std::holds_alternative<ActUndone>(room.journal.back().front().event)) ++turned;
            check_sound(room.world);
        }
        REQUIRE(room.replayed() == room.world);
    }
    CHECK(done > 3000);
    CHECK(turned > 100);
}

TEST_CASE("Any event whatever is judged without a fall and its derived entries apply")
{
    FactMaker maker{77};
    Room room{6};
    for (int i = 0; i < 100; ++i) static_cast<void>(any_act(room, maker));
    std::size_t allowed = 0;
    for (int i = 0; i < 10'000; ++i) {
        Act act = room.begin(room.desk, maker.dice().chance(1, 2) ? "operator" : "feed:any");
        for (auto n = 1 + maker.dice().below(2); n > 0; --n)
            act.events.push_back(any_entry(maker, Seq{1}, room.now).event);
        if (may(room.world, act)) continue;
        ++allowed;
        World world = room.world;
        advance(world, derive(room.world, &room.streets, act, room.now));
        REQUIRE(world.last.value > room.world.last.value);
        if (i % 50 == 0) room.world = world;  // so that the world gets odder
    }
    CHECK(allowed > 1000);
}

TEST_CASE("Two worlds of one journal go their own ways side by side")
{
    FactMaker maker{5};
    Room room{6};
    for (int i = 0; i < 60; ++i) static_cast<void>(any_act(room, maker));
    World const yesterday = room.world;
    Room what_if = room;
    for (int i = 0; i < 60; ++i) static_cast<void>(any_act(room, maker));
    CHECK_FALSE(room.world == yesterday);
    CHECK(what_if.world == yesterday);
    FactMaker other_maker{6};
    for (int i = 0; i < 60; ++i) static_cast<void>(any_act(what_if, other_maker));
    CHECK(what_if.replayed() == what_if.world);
    CHECK(room.replayed() == room.world);
    CHECK_FALSE(what_if.world == room.world);
}

TEST_CASE("What an advance changed it tells")
{
    FactMaker maker{8};
    Room room{6};
    std::size_t told = 0;
    for (int i = 0; i < 1500; ++i) {
        World const before = room.world;
        auto const written = room.journal.size();
        if (any_act(room, maker) || room.journal.size() == written) continue;
        World again = before;
        Changes const changes = advance(again, room.journal.back());
        auto const says = [&](Change const& change) {
            return std::find(changes.begin(), changes.end(), change) != changes.end();
        };
        for (auto const& [id, unit] : again.units) {
            auto const* was = before.units.find(id);
            if (was != nullptr && *was == unit) continue;
            INFO(unit.call_sign << " act " << i);
            REQUIRE(says(id));
            ++told;
        }
        for (auto const& [id, incident] : again.incidents) {
            auto const* was = before.incidents.find(id);
            if (was != nullptr && *was == incident) continue;
            INFO("#" << incident.number << " act " << i);
            REQUIRE(says(id));
        }
        for (auto const& [id, incident] : before.incidents)
            if (!again.incidents.contains(id)) REQUIRE(says(id));
        for (auto const& [id, alert] : again.alerts) {
            auto const* was = before.alerts.find(id);
            if (was == nullptr || !(*was == alert)) REQUIRE(says(id));
        }
        for (auto const& [id, request] : again.requests)
            if (!before.requests.contains(id)) REQUIRE(says(id));
    }
    CHECK(told > 150);
}
