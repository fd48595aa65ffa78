#include "core/session/duplicates.h"

#include "core/base/dice.h"
#include "tests/core/session/desk_room.h"

#include <algorithm>

using namespace cresset;
using cresset::testing::DeskRoom;
using cresset::testing::shipped_codes;

namespace {

constexpr Place here{312'300'000, 1'214'700'000};
constexpr Instant now = instant(1'795'374'000'000);

/// Incidents around a corner, and what their callers said.
struct Corner {
    World world;
    std::map<std::uint32_t, std::string> said;  // by number
    mutable int asked = 0;

    Corner() { world.codes = shipped_codes(); }
    Incident& add(std::string const& type, Place place, Duration age, std::string text = {})
    {
        Incident incident;
        incident.number = world.next_incident_number++;
        incident.type = type;
        incident.place = place;
        incident.stamps[static_cast<std::size_t>(Stamp::ring)] = now - age;
        said[incident.number] = std::move(text);
        return world.incidents.put(IncidentId{1, incident.number}, incident);
    }
    std::vector<LikelyDuplicate> like(CallSoFar const& call, std::size_t limit = 100) const
    {
        auto const text = [this](Incident const& incident) {
            ++asked;
            return said.at(incident.number);
        };
        return likely_duplicates(world, now, call, text, limit);
    }
    int score(CallSoFar const& call) const
    {
        auto const found = like(call);
        REQUIRE(found.size() == 1);
        return found.front().score;
    }
};

Place north(std::int64_t mm)
{
    return moved(here, 0, mm);
}

/// The farthest place straight north that is within so many millimetres.
Place last_within(std::int64_t mm)
{
    Place place = here;
    while (distance_mm(here, {place.lat_e7 + 1, place.lon_e7}) <= mm) ++place.lat_e7;
    return place;
}

constexpr Duration minutes(int n)
{
    return Duration{n * 60'000};
}

/// The header's table once more, as plainly as it can be said.
std::optional<int> plain_score(Corner const& corner, CallSoFar const& call, Incident const& incident)
{
    Limits const& limits = corner.world.codes.limits;
    if (incident.state == IncidentState::closed || incident.duplicate_of) return {};
    auto const age = std::max<std::int64_t>(0, (now - *incident.stamp(Stamp::ring)).count());
    if (age > limits.duplicate_window_s * 1000) return {};
    int type = 0, said = 0, near = 0;
    if (incident.type == call.type)
        type = 25;
    else if (!call.type.empty() &&
             corner.world.codes.type(incident.type)->group == corner.world.codes.type(call.type)->group)
        type = 15;
    for (auto const& word : telling_words(call.text))
        if (telling_words(corner.said.at(incident.number)).contains(word)) said = std::min(15, said + 5);
    if (call.place) {
        auto const far = distance_mm(*call.place, incident.place);
        if (far > limits.duplicate_radius_m * 1000) return {};
        near = static_cast<int>(40 -
                                (40 * far + limits.duplicate_radius_m * 1000 - 1) / (limits.duplicate_radius_m * 1000));
    } else if (type + said == 0) {
        return {};
    }
    auto const window = limits.duplicate_window_s * 1000;
    return near + static_cast<int>(20 - (20 * age + window - 1) / window) + type + said;
}

}  // namespace

TEST_CASE("What is closed or linked or too far or too old is never offered as the same")
{
    Corner corner;
    CallSoFar const call{here, "robbery", "robbed at the corner"};
    CHECK(corner.like(call).empty());
    corner.add("robbery", here, minutes(1), "robbed at the corner").state = IncidentState::closed;
    corner.add("robbery", here, minutes(1), "robbed at the corner").duplicate_of = IncidentId{1, 1};
    corner.add("robbery", north(400'000), minutes(1), "robbed at the corner");
    corner.add("robbery", here, minutes(31), "robbed at the corner");
    CHECK(corner.like(call).empty());
    // What was said is not even asked for.
    CHECK(corner.asked == 0);
    corner.add("robbery", here, minutes(1), "robbed at the corner");
    CHECK(corner.like(call).size() == 1);
    CHECK(corner.like(call, 0).empty());
}

TEST_CASE("The radius and the window hold to the last millimetre and millisecond")
{
    Corner corner;
    CallSoFar const call{here, {}, {}};
    Place const edge = last_within(300'000);
    corner.add("noise", {edge.lat_e7 + 1, edge.lon_e7}, Duration{0});
    CHECK(corner.like(call).empty());
    corner.add("noise", edge, minutes(30) + Duration{1});
    CHECK(corner.like(call).empty());
    corner.add("noise", edge, minutes(30));
    auto const found = corner.like(call);
    REQUIRE(found.size() == 1);
    CHECK(found.front().incident == IncidentId{1, 1003});
    CHECK(found.front().distance_mm == distance_mm(here, edge));
    CHECK(found.front().age == minutes(30));
    CHECK(found.front().score == 0);
}

TEST_CASE("Limits of nothing leave what is at that very spot and instant")
{
    Corner corner;
    corner.world.codes.limits.duplicate_radius_m = 0;
    corner.world.codes.limits.duplicate_window_s = 0;
    corner.add("noise", north(100), Duration{0});
    corner.add("noise", here, Duration{1});
    CHECK(corner.like({here, {}, {}}).empty());
    corner.add("noise", here, Duration{0});
    CHECK(corner.score({here, {}, {}}) == 60);
}

TEST_CASE("The score is the sum that its header states")
{
    Corner corner;
    auto& incident = corner.add("robbery", here, Duration{0}, "Two men robbed a woman, dark jacket");
    CHECK(corner.score({here, "robbery", "two MEN and a dark jacket, robbed"}) == 100);
    CHECK(corner.score({here, "robbery", "men"}) == 90);
    CHECK(corner.score({here, "robbery", {}}) == 85);
    CHECK(corner.score({here, "snatch", {}}) == 75);  // of the same group
    CHECK(corner.score({here, "noise", {}}) == 60);
    CHECK(corner.score({here, {}, {}}) == 60);
    CHECK(corner.score({here, "unheard_of", {}}) == 60);
    incident.stamps[static_cast<std::size_t>(Stamp::ring)] = now - minutes(15);
    CHECK(corner.score({here, {}, {}}) == 50);
    incident.place = last_within(150'000);
    CHECK(corner.score({here, {}, {}}) == 30);
    // A clock of another desk may be ahead.
    incident.stamps[static_cast<std::size_t>(Stamp::ring)] = now + minutes(5);
    CHECK(corner.score({here, {}, {}}) == 40);
    CHECK(corner.like({here, {}, {}}).front().age == Duration{0});
}

TEST_CASE("Types without a group are not of one group")
{
    Corner corner;
    for (auto& type : corner.world.codes.types) type.group.clear();
    corner.add("robbery", here, Duration{0});
    CHECK(corner.score({here, "snatch", {}}) == 60);
    CHECK(corner.score({here, "robbery", {}}) == 85);
}

TEST_CASE("A call without a place yet is compared by its type and its words alone")
{
    Corner corner;
    corner.add("robbery", north(5'000'000), Duration{0}, "white van at the bank");
    CHECK(corner.like({{}, {}, {}}).empty());
    CHECK(corner.like({{}, "noise", "a loud party"}).empty());
    CHECK(corner.score({{}, {}, "some van"}) == 25);
    CHECK(corner.score({{}, "snatch", {}}) == 35);
    CHECK_FALSE(corner.like({{}, "snatch", {}}).front().distance_mm);
}

TEST_CASE("Words that tell something are found in both languages and broken text breaks nothing")
{
    using Words = std::set<std::string>;
    CHECK(telling_words("") == Words{});
    CHECK(telling_words(" ,;a an 12 the with 有人 是") == Words{});
    CHECK(telling_words("Bag, BAG; dark-blue van 沪A12345") == Words{"a12345", "bag", "blue", "dark", "van"});
    CHECK(telling_words("café") == Words{"café"});
    CHECK(telling_words("有人被抢，穿黑衣") == Words{"人被", "被抢", "穿黑", "黑衣"});
    CHECK(telling_words("抢bag抢") == Words{"bag"});
    // A full stop of Chinese keeps its sides apart.
    CHECK(telling_words("路。口").empty());
    for (std::string const broken : {"\xE8", "\xE8\xA2", "\xFF\xFE", "\x80\x80\x80", "van \xF0\x9F"})
        CHECK(telling_words(broken).size() <= 1);
}

TEST_CASE("Likely duplicates agree with their plain restatement on random corners and stand best first")
{
    std::vector<std::string> const types{"robbery", "snatch", "theft", "noise", "crash"};
    std::vector<std::string> const texts{"", "robbed at the corner", "dark jacket, white van", "被抢了 黑衣男子",
                                         "white noise"};
    int offered = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice{seed};
        Corner corner;
        auto const pick = [&](auto const& list) { return list[dice.below(list.size())]; };
        auto const some = [&](std::int64_t n) {
            return static_cast<std::int64_t>(dice.below(static_cast<std::uint64_t>(n)));
        };
        for (int i = 0; i < 30; ++i) {
            Place const place = moved(here, some(700'000) - 350'000, some(700'000) - 350'000);
            auto& incident = corner.add(pick(types), place, Duration{some(2'400'000) - 100'000}, pick(texts));
            if (dice.chance(1, 8)) incident.state = IncidentState::closed;
            if (dice.chance(1, 8)) incident.duplicate_of = IncidentId{1, 1};
        }
        std::string const type = dice.chance(1, 4) ? "" : pick(types), text = pick(texts);
        CallSoFar const call{dice.chance(1, 4) ? std::nullopt : std::optional{here}, type, text};
        std::map<IncidentId, int> plain, found;
        for (auto const& [id, incident] : corner.world.incidents)
            if (auto const score = plain_score(corner, call, incident)) plain[id] = *score;
        auto const all = corner.like(call);
        for (auto const& one : all) found[one.incident] = one.score;
        INFO("seed " << seed);
        CHECK(found == plain);
        CHECK(std::ranges::is_sorted(all, std::ranges::greater{}, &LikelyDuplicate::score));
        auto const few = corner.like(call, 3);
        CHECK(std::ranges::equal(few, std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(few.size()))));
        CHECK(few.size() == std::min<std::size_t>(3, all.size()));
        offered += static_cast<int>(all.size());
    }
    CHECK(offered > 200);
}

TEST_CASE("Among equals the nearer stands first and then the one reported first")
{
    Corner corner;
    corner.add("noise", north(1'100), Duration{0});
    corner.add("noise", north(1'000), Duration{0});
    corner.add("noise", north(1'000), Duration{0});
    std::vector<std::uint32_t> numbers;
    for (auto const& one : corner.like({here, {}, {}})) numbers.push_back(one.incident.number);
    CHECK(numbers == std::vector<std::uint32_t>{1002, 1003, 1001});
}

TEST_CASE("A call about what is known already is refused whole if there is no such incident")
{
    DeskRoom room{"again-refused"};
    World const before = room.world();
    auto const ticket = room.desk->take_call_again(DeskRoom::call(), "Li 100 5550 0001", IncidentId{1, 999});
    CHECK_FALSE(room.refused(ticket, before, room.journal->last()).empty());
}

TEST_CASE("A call about what is known already is one act that keeps both callers and is undone as one")
{
    DeskRoom room{"again"};
    auto const first = room.take_call();
    World const before = room.world();
    auto const number = room.world().next_incident_number;
    room.done(room.desk->take_call_again(DeskRoom::call("bag snatched"), "Li 100 5550 0001", first));
    auto const second = find_incident(room.world(), number);
    REQUIRE(second);
    auto const& main = *room.world().incidents.find(first);
    auto const& again = *room.world().incidents.find(*second);
    CHECK(again.duplicate_of == first);
    CHECK(main.duplicates == std::vector{*second});
    REQUIRE(main.caller);
    REQUIRE(again.caller);
    CHECK(room.session->text(main.caller->id) == "Wang 100 5550 0000");
    CHECK(room.session->text(again.caller->id) == "Li 100 5550 0001");
    // What is linked is not offered again.
    CallSoFar const call{main.place, "theft", {}};
    CHECK(likely_duplicates(room.world(), room.session->now(), call, {}, 9).size() == 1);

    room.done(room.desk->undo());
    CHECK_FALSE(room.world().incidents.contains(*second));
    CHECK(room.world().incidents.find(first)->duplicates.empty());
    CHECK(room.world().incidents.size() == before.incidents.size());
    room.done(room.desk->redo());
    REQUIRE(room.world().incidents.find(*second) != nullptr);
    CHECK(room.world().incidents.find(*second)->duplicate_of == first);
    CHECK(room.world().incidents.find(first)->duplicates == std::vector{*second});
}

TEST_CASE("Three callers of one incident are taken back one by one and the incident stays")
{
    DeskRoom room{"again-thrice"};
    auto const first = room.take_call();
    for (int i = 0; i < 2; ++i) room.done(room.desk->take_call_again(DeskRoom::call(), "Li", first));
    CHECK(room.world().incidents.find(first)->duplicates.size() == 2);
    room.done(room.desk->undo());
    CHECK(room.world().incidents.find(first)->duplicates.size() == 1);
    room.done(room.desk->undo());
    CHECK(room.world().incidents.find(first)->duplicates.empty());
    CHECK(room.world().incidents.size() == 1);
}
