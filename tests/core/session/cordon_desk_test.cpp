#include "core/session/cordon_desk.h"

#include "tests/core/roads/four_corners.h"
#include "tests/core/session/drawn_room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

struct CordonTown : DrawnRoom {
    IncidentId incident;
    FieldRules rules;
    CordonTown() : DrawnRoom{four_corners, "DEHI"}
    {
        incident = robbery(DrawnStreets::place_at(6, 4));
        rules.cordon.radius_m = 150;
    }
    CordonOrder order(CordonWish const& wish) { return cordon_order(world, wish, now, rules); }
    CordonPlan plan(CordonOrder const& order) { return *CordonPlanner{roads}.plan(order); }
    CordonWish wish() { return usual_wish(world, incident, rules); }
};

}  // namespace

TEST_CASE("Who is left out or off duty or at work elsewhere is not posted and everybody else may be")
{
    CordonTown town;
    auto const other = town.take_call(town.center);
    town.perform(Room::sending(other, {town.units[0]}));
    town.perform(UnitSigned{town.units[1], false});
    auto wish = town.wish();
    wish.left_out.insert(town.units[2]);
    auto const order = town.order(wish);
    REQUIRE(order.units.size() == 4);
    CHECK(order.units[0].unfit->code == ReasonCode::assigned_elsewhere);
    CHECK(order.units[1].unfit->code == ReasonCode::wrong_status);
    CHECK(order.units[2].unfit->code == ReasonCode::excluded);
    CHECK(!order.units[3].unfit);
}

TEST_CASE("A suspect was last where he was sighted and else where the incident is since it was rung in")
{
    CordonTown town;
    Incident const before = *town.world.incidents.find(town.incident);
    CHECK(last_seen(before).place == before.place);
    CHECK(last_seen(before).at == before.stamp(Stamp::ring));
    CHECK(town.wish().mode == Mode::foot);
    town.wait(20);
    Place const seen = town.city.place('E');
    town.perform(SuspectSighted{town.incident, {seen, town.now, Mode::ebike}});
    town.wait(5);
    auto const order = town.order(town.wish());
    CHECK(order.seen == seen);
    CHECK(order.since_seen_ms == 5000);
    CHECK(order.mode == Mode::ebike);
    CHECK(order.ring.radius_mm == 150'000);
}

TEST_CASE("What was found is set with its points and times and the world sends who stands in it")
{
    CordonTown town;
    auto const order = town.order(town.wish());
    auto const plan = town.plan(order);
    REQUIRE(plan.sealed);
    Cordon const row = cordon_row(plan, order, town.incident, town.now, town.roads->graph());
    CHECK(row.sealed);
    REQUIRE(row.posts.size() == plan.posts.size());
    for (std::size_t i = 0; i < row.posts.size(); ++i) {
        CHECK(row.posts[i].place == plan.posts[i].place);
        CHECK(row.posts[i].margin_ms() == plan.posts[i].margin_ms);
    }
    town.perform(CordonSet{{{1, 600}, row}});
    CHECK(cordon_of(town.world, town.incident) == CordonId{1, 600});
    for (CordonPost const& post : row.posts) CHECK(town.world.units.find(post.unit)->incident == town.incident);
}

TEST_CASE("A cordon that follows keeps who stands where if that seals as well")
{
    CordonTown town;
    auto const order = town.order(town.wish());
    auto const plan = town.plan(order);
    Cordon const standing = cordon_row(plan, order, town.incident, town.now, town.roads->graph());
    town.perform(CordonSet{{{1, 600}, standing}});
    town.wait(3);
    auto const orders = following_orders(town.order(town.wish()), standing);
    REQUIRE(orders.size() == 3);
    std::optional<CordonPlan> best;
    for (auto const& one : orders) {
        auto again = town.plan(one);
        if (!best || is_better(again, *best, &standing)) best = std::move(again);
    }
    CHECK(best->sealed);
    CHECK(changed_orders(*best, standing) == 0);
}

TEST_CASE("Of two cordons the one that seals is better and then the one that closes more and then fewer changes")
{
    CordonPlan sealed, half, third;
    sealed.sealed = true;
    sealed.total_ms = 90'000;
    half.exits = 4, half.exits_closed = 2;
    third.exits = 6, third.exits_closed = 2;
    CHECK(is_better(sealed, half, nullptr));
    CHECK(!is_better(half, sealed, nullptr));
    CHECK(is_better(half, third, nullptr));
    CordonPlan moved_one = sealed;
    PlannedPost post;
    post.unit = {1, 7};
    moved_one.posts.push_back(post);
    sealed.posts.push_back(post);
    sealed.posts.front().unit = {1, 8};
    Cordon standing;
    standing.posts.resize(1);
    standing.posts.front().unit = {1, 7};
    CHECK(is_better(moved_one, sealed, &standing));
}
