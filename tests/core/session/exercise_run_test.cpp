#include "core/exercise/road_guide.h"
#include "tests/core/roads/random_streets.h"
#include "tests/core/session/desk_room.h"

#include <set>

using namespace cresset;
using cresset::testing::check_sound;
using cresset::testing::ShiftMaker;

namespace {

constexpr Place corner{311'000'000, 1'212'000'000};  // where the random streets begin
constexpr std::int64_t length_s = 2700;

Drill small_drill()
{
    Drill drill;
    drill.starts_at = instant(1'795'374'000'000);
    drill.length_s = length_s;
    drill.fleet = {{"car", "P", "", 3, {}}, {"ebike", "E", "", 1, {}}};
    drill.drones = 2;
    CallRow row;
    row.type = "theft";
    row.per_day_x10 = 10'000;  // one in a minute and a half
    row.scene_s = {60, 180};
    row.texts = {{"A bag is gone", "包不见了"}};
    row.dispositions = {"handled", "no_trace"};
    drill.calls = {row};
    drill.script = {{40, "robbery", 1, to_text(moved(corner, 500'000, 500'000)), {"A knife", "有刀"}}};
    drill.crews.deaf_percent = 10;
    drill.crews.stops_a_day = 100;
    drill.colleague = {20, 30};
    return drill;
}

/// A small city with its exercise; an operator who takes a call of the same kind every 137.5 s.
struct City {
    Drill drill = small_drill();
    RoadGuide guide{std::make_shared<RoadGraph const>(random_streets({.seed = 5, .side = 12}))};
    ExerciseClock clock{*drill.starts_at};
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Session> session;
    std::unique_ptr<ExerciseRun> run;

    City(std::filesystem::path const& file, std::uint64_t seed)
    {
        auto shift = begin_shift(file, clock.now());
        REQUIRE(shift);
        sit_down(*std::move(shift));
        auto setup = ShiftMaker::setup(0, seed);
        for (std::uint32_t i = 0; i < 2; ++i) {
            StationListed station;
            station.id = {1, i + 1};
            station.row.place = moved(corner, 300'000 + i * 500'000, 400'000);
            setup.city.emplace_back(station);
        }
        REQUIRE(set_up(*session, setup));
        run = std::make_unique<ExerciseRun>(*session, clock, guide, drill);
        run->place_fleet();
        digest();  // before that is on the disk there is no shift to resume
    }
    /// Goes on with what a killed program left.
    explicit City(std::filesystem::path const& file)
    {
        auto shift = continue_shift(file);
        INFO((shift ? "" : shift.problem()));
        REQUIRE(shift);
        sit_down(*std::move(shift));
        run = std::make_unique<ExerciseRun>(*session, clock, guide, drill);
    }
    void sit_down(OpenShift shift)
    {
        journal = std::move(shift.journal);
        session = std::make_unique<Session>(
            std::move(shift.world),
            SessionParts{journal.get(), &clock, &guide, nullptr, ShiftMaker::seat, ShiftMaker::officer});
    }

    World const& world() const { return session->world(); }
    Instant end() const { return *drill.starts_at + Duration{length_s * 1000}; }
    Instant next_input() const
    {
        auto const* seat = world().seats.find(ShiftMaker::seat);
        std::int64_t const done = seat == nullptr ? 0 : seat->acts;
        return *drill.starts_at + Duration{(done + 1) * 137'500};
    }
    void go(Duration step)
    {
        Desk desk{*session, &guide};
        for (Instant at = clock.now(); at < end();) {
            at = std::min(end(), at + step);
            for (Instant input = next_input(); input < at; input = next_input()) {
                run->run_until(input);
                NewCall call;
                call.type = "theft";
                call.where.place = moved(corner, 600'000, 300'000);
                REQUIRE(desk.take_call(call));
            }
            run->run_until(at);
        }
    }
    std::string digest() const
    {
        REQUIRE(journal->wait({journal->last()}));
        return journal->digest();
    }
};

/// What a power cut would leave: the files as they stand now, whatever is waiting in memory is lost.
void copy_journal(std::filesystem::path const& from, std::filesystem::path const& to)
{
    for (char const* end : {".heads", "", "-wal"})
        if (std::filesystem::exists(from.string() + end))
            std::filesystem::copy_file(from.string() + end, to.string() + end);
}

/// Sees that nobody is faster than the roads allow or anywhere else than it could have got to.
class SpeedTrap {
public:
    explicit SpeedTrap(World const& world) : world_{world} {}
    void look()
    {
        for (auto const& [id, fix] : world_.fixes) {
            auto const [before, is_new] = last_.try_emplace(id, fix);
            if (!is_new && fix.at > before->second.at) check(id, before->second, fix);
            before->second = fix;
        }
    }
    std::int64_t driven_mm() const { return driven_mm_; }

private:
    void check(UnitId id, Fix const& before, Fix const& now)
    {
        Mode const mode = world_.units.find(id)->mode;
        std::int64_t const top_mm_s = mode == Mode::emergency_car ? 27'000 : mode == Mode::car ? 18'000 : 7'000;
        std::int64_t const went = distance_mm(before.place, now.place);
        INFO(call_sign(world_, id));
        CHECK(went <= top_mm_s * ms(now.at - before.at) / 1000 + 2000);
        CHECK(now.speed_cm_s <= top_mm_s / 10);
        driven_mm_ += went;
    }
    static std::int64_t ms(Duration length) { return length.count(); }

    World const& world_;
    std::map<UnitId, Fix> last_;
    std::int64_t driven_mm_ = 0;
};

}  // namespace

TEST_CASE("The same drill and seed write the same rows at any step and another seed others")
{
    cresset::test::Folder folder{"steps"};
    std::set<std::string> digests;
    for (std::int64_t const step_ms : {300, 1000, 7001, 3'600'000}) {
        City city{folder / fmt::format("{}.cresset", step_ms), 7};
        city.go(Duration{step_ms});
        digests.insert(city.digest());
    }
    CHECK(digests.size() == 1);
    City other{folder / "other.cresset", 8};
    other.go(Duration{60'000});
    CHECK_FALSE(digests.contains(other.digest()));
}

TEST_CASE("Nobody teleports everybody sent answers and arrives and calls end")
{
    cresset::test::Folder folder{"life"};
    City city{folder / "a.cresset", 7};
    SpeedTrap trap{city.world()};
    std::size_t acts = 0;
    city.session->on_change([&](Changes const&, std::span<Entry const>) {
        trap.look();
        if (++acts % 100 == 0) check_sound(city.world());
    });
    city.go(Duration{60'000});
    check_sound(city.world());
    CHECK(trap.driven_mm() > 5'000'000);
    CHECK(city.world().units.size() == 8);
    std::size_t sent = 0, closed = 0;
    for (auto const& [id, incident] : city.world().incidents) {
        INFO("#" << incident.number);
        closed += incident.open() ? 0 : 1;
        for (Assignment const& work : incident.assignments) {
            ++sent;
            if (city.end() - work.sent_at < Duration{900'000}) continue;
            CHECK(work.acknowledged_at);
            CHECK(work.on_scene_at);
            CHECK(work.cleared_at);
            CHECK(work.sent_at < *work.acknowledged_at);
            CHECK(*work.acknowledged_at <= *work.on_scene_at);
        }
    }
    CHECK(sent > 15);
    CHECK(closed > 10);
}

TEST_CASE("A scripted call comes at its moment once")
{
    cresset::test::Folder folder{"script"};
    City city{folder / "a.cresset", 7};
    city.go(Duration{60'000});
    std::size_t robberies = 0;
    for (auto const& [id, incident] : city.world().incidents) {
        if (incident.type != "robbery") continue;
        ++robberies;
        CHECK(incident.priority == 1);
        CHECK(incident.place == moved(corner, 500'000, 500'000));
        CHECK(city.session->text(incident.narrative->id) == "有刀\nA knife");
    }
    CHECK(robberies == 1);
}

TEST_CASE("An exercise killed at any moment and resumed writes the rows of one that was not")
{
    cresset::test::Folder folder{"killed"};
    City whole{folder / "whole.cresset", 7};
    Dice dice{4711};
    std::vector<std::filesystem::path> left;
    whole.session->on_change([&](Changes const&, std::span<Entry const>) {
        if (left.size() >= 8 || !dice.chance(1, 150)) return;
        if (dice.chance(1, 2)) REQUIRE(whole.journal->wait({whole.journal->last()}));
        left.push_back(folder / fmt::format("killed-{}.cresset", left.size()));
        copy_journal(folder / "whole.cresset", left.back());
    });
    whole.go(Duration{1000});
    std::string const digest = whole.digest();
    CHECK(left.size() >= 6);
    for (auto const& file : left) {
        INFO(file.filename().string());
        City again{file};
        again.go(Duration{5000});
        CHECK(again.digest() == digest);
        CHECK(again.world() == whole.world());
    }
}
