#include "widgets/unit_clusters.h"

#include "core/base/dice.h"
#include "widgets/mark_layers.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace cresset;
using namespace cresset::widgets;

namespace {

Place const middle{437'380'000, 74'200'000};

struct Scene {
    std::vector<UnitMark> marks;
    Viewport view{middle, 12, {800, 600}};

    /// So many around a point of the ground, within some metres.
    void add(int count, std::int64_t east_m, std::int64_t north_m, MarkStatus status = MarkStatus::available)
    {
        for (int i = 0; i < count; ++i) {
            Dice dice{marks.size()};
            UnitMark mark;
            mark.id = marks.size() + 1;
            mark.status = status;
            mark.call_sign = QStringLiteral("U%1").arg(mark.id);
            mark.place = moved(middle, east_m * 1000 + dice.range(-20'000, 20'000),
                               north_m * 1000 + dice.range(-20'000, 20'000));
            marks.push_back(mark);
        }
    }
    ClusteredUnits clustered(std::vector<std::size_t> const& apart = {}) const
    {
        std::vector<UnitOnScreen> units;
        for (std::size_t i = 0; i < marks.size(); ++i) units.push_back({i, view.toScreen(marks[i].place).toPoint()});
        return clusterUnits(units, marks, view, apart);
    }
};

}  // namespace

TEST_CASE("Nobody and few units make no cluster")
{
    Scene scene;
    CHECK(scene.clustered().clusters.empty());
    scene.add(static_cast<int>(fewest_in_cluster) - 1, 0, 0);
    CHECK(scene.clustered().clusters.empty());
    CHECK(scene.clustered().alone.size() == fewest_in_cluster - 1);
}

TEST_CASE("Who is in distress or in hand is never one of many")
{
    Scene scene;
    scene.add(8, 0, 0);
    scene.add(1, 0, 0, MarkStatus::distress);
    auto const [clusters, alone] = scene.clustered({3});
    REQUIRE(clusters.size() == 1);
    CHECK(clusters[0].members.size() == 7);
    REQUIRE(alone.size() == 2);
    CHECK(alone[0].index + alone[1].index == 3 + 8);
}

TEST_CASE("A cluster counts its members by their state and says so in letters")
{
    Scene scene;
    scene.add(6, 0, 0);
    scene.add(2, 0, 0, MarkStatus::en_route);
    scene.add(1, 0, 0, MarkStatus::out_of_service);
    auto const clusters = scene.clustered().clusters;
    REQUIRE(clusters.size() == 1);
    CHECK(countsText(clusters[0].by_status) == QStringLiteral("A6 E2 X1"));
}

TEST_CASE("Moving the map splits and joins nobody")
{
    Scene scene;
    Dice dice{4};
    for (int i = 0; i < 40; ++i) scene.add(5, dice.range(-6000, 6000), dice.range(-5000, 5000));
    auto const groups = [&] {
        std::vector<std::vector<std::size_t>> members;
        for (auto const& cluster : scene.clustered().clusters) members.push_back(cluster.members);
        return members;
    };
    auto const before = groups();
    REQUIRE(before.size() > 3);
    for (QPoint const by : {QPoint{1, 0}, QPoint{17, -9}, QPoint{-33, 40}}) {
        scene.view = scene.view.panned(by);
        CHECK(groups() == before);
    }
}

TEST_CASE("Everybody is in exactly one cluster or alone")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Scene scene;
        Dice dice{seed, 1};
        for (int i = 0; i < 60; ++i)
            scene.add(static_cast<int>(dice.range(1, 7)), dice.range(-8000, 8000), dice.range(-6000, 6000));
        auto const [clusters, alone] = scene.clustered();
        std::vector<int> seen(scene.marks.size());
        for (auto const& one : alone) ++seen[one.index];
        for (auto const& cluster : clusters) {
            CHECK(std::accumulate(cluster.by_status.begin(), cluster.by_status.end(), 0) ==
                  static_cast<int>(cluster.members.size()));
            for (std::size_t const index : cluster.members) ++seen[index];
        }
        CHECK(std::ranges::all_of(seen, [](int times) { return times == 1; }));
    }
}

TEST_CASE("Under the mouse far away is the cluster and close by the unit")
{
    Scene scene;
    scene.add(9, 0, 0);
    UnitLayer layer;
    layer.setMarks(scene.marks);
    UnitClusterLayer const clusters{layer};
    auto const hit = [&](Viewport const& view) {
        std::vector<Hit> hits;
        clusters.hit(view.toScreen(scene.marks[0].place), 4, view, hits);
        layer.hit(view.toScreen(scene.marks[0].place), 4, view, hits);
        return hits;
    };
    auto const far = hit(scene.view);
    REQUIRE(far.size() == 1);
    CHECK(far[0].key.kind == MarkKind::cluster);
    CHECK(layer.membersOf(far[0].key, scene.view).size() == 9);
    auto const close = hit(Viewport{middle, 17, {800, 600}});
    REQUIRE_FALSE(close.empty());
    CHECK(close[0].key.kind == MarkKind::unit);
    layer.setClusters(false);
    CHECK(hit(scene.view).size() == 9);
}
