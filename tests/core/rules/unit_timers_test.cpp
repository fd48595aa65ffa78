#include "core/rules/unit_timers.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

TimerCode row(Status status)
{
    return {{}, {}, {}, {}, status, {}, {}};
}

/// On scene: 30 and 60 minutes by the table of statuses.
struct Tables {
    Codes codes;

    Tables()
    {
        StatusCode on_scene;
        on_scene.status = Status::on_scene;
        on_scene.warn_s = 1800;
        on_scene.alarm_s = 3600;
        codes.statuses.push_back(on_scene);
        for (auto const& [code, group] :
             {std::pair{"knife", "violence"}, {"assault", "violence"}, {"noise", "noise"}}) {
            TypeCode type;
            type.code = code;
            type.group = group;
            codes.types.push_back(type);
        }
        codes.timers.emplace();
    }
    TimerCode& add(Status status)
    {
        codes.timers->push_back(row(status));
        return codes.timers->back();
    }
    TimerLimits on_scene(std::string_view type) const { return timer_limits(codes, Status::on_scene, type); }
};

Unit on_scene_since(std::int64_t second)
{
    Unit unit;
    unit.status = Status::on_scene;
    unit.status_since = instant(second * 1000);
    return unit;
}

}  // namespace

TEST_CASE("Without a table of timers the table of statuses holds and without that nothing does")
{
    Tables tables;
    tables.codes.timers.reset();
    CHECK(tables.on_scene("knife") == TimerLimits{1800, 3600, 0, 0});
    CHECK(timer_limits(tables.codes, Status::busy, "") == TimerLimits{});
    CHECK_FALSE(unit_timers(tables.codes, on_scene_since(0), "knife").welfare);
    Unit off = on_scene_since(0);
    off.signed_on = false;
    CHECK(unit_timers(tables.codes, off, "").next() == nullptr);
}

TEST_CASE("A type goes before its group and a group before the status alone whatever the order of the rows")
{
    Tables tables;
    auto& of_type = tables.add(Status::on_scene);
    of_type.type = "knife";
    of_type.check_s = 300;
    auto& of_group = tables.add(Status::on_scene);
    of_group.group = "violence";
    of_group.check_s = 600;
    of_group.check_warn_s = 120;
    auto& of_status = tables.add(Status::on_scene);
    of_status.check_s = 1800;
    of_status.check_warn_s = 60;
    of_status.alarm_s = 0;
    CHECK(tables.on_scene("knife") == TimerLimits{1800, 0, 120, 300});
    CHECK(tables.on_scene("assault") == TimerLimits{1800, 0, 120, 600});
    CHECK(tables.on_scene("noise") == TimerLimits{1800, 0, 60, 1800});
    CHECK(tables.on_scene("unknown") == TimerLimits{1800, 0, 60, 1800});
    CHECK(timer_limits(tables.codes, Status::busy, "knife") == TimerLimits{});
}

TEST_CASE("A timer warns and then is over to the millisecond")
{
    Tables tables;
    auto const timers = unit_timers(tables.codes, on_scene_since(1000), "");
    REQUIRE(timers.in_status);
    CHECK(timers.next() == &*timers.in_status);
    CHECK(timers.in_status->stage(instant(2'799'999)) == TimerStage::running);
    CHECK(timers.in_status->stage(instant(2'800'000)) == TimerStage::warned);
    CHECK(timers.in_status->stage(instant(4'599'999)) == TimerStage::warned);
    CHECK(timers.in_status->stage(instant(4'600'000)) == TimerStage::over);
}

TEST_CASE("Word from the unit begins its welfare check anew and not its time in status")
{
    Tables tables;
    auto& check = tables.add(Status::on_scene);
    check.check_s = 600;
    check.check_warn_s = 120;
    Unit unit = on_scene_since(0);
    unit.contacted_at = instant(500'000);
    auto const timers = unit_timers(tables.codes, unit, "");
    REQUIRE(timers.welfare);
    CHECK(timers.welfare->due_at == instant(1'100'000));
    CHECK(timers.welfare->warns_at == instant(980'000));
    CHECK(timers.in_status->since == instant(0));
    CHECK(timers.next() == &*timers.welfare);
    unit.contacted_at = instant(3'500'000);
    auto const later = unit_timers(tables.codes, unit, "");
    CHECK(later.next() == &*later.in_status);
}

TEST_CASE("A snooze that ends before the timer changes nothing and one that ends after it puts it off")
{
    Tables tables;
    Unit unit = on_scene_since(0);
    auto const plain = unit_timers(tables.codes, unit, "");
    unit.snoozed_until = instant(1'000'000);
    CHECK(unit_timers(tables.codes, unit, "").in_status == plain.in_status);
    unit.snoozed_until = instant(4'000'000);
    auto const snoozed = unit_timers(tables.codes, unit, "");
    CHECK(snoozed.in_status->stage(instant(3'999'999)) == TimerStage::running);
    CHECK(snoozed.in_status->stage(instant(4'000'000)) == TimerStage::over);
    CHECK(snoozed.in_status->length == plain.in_status->length);
    unit.snoozed_until = latest_instant;
    CHECK(unit_timers(tables.codes, unit, "").in_status->stage(instant(1'000'000'000'000)) == TimerStage::running);
}

TEST_CASE("A welfare check is missed anew every time its length has gone by")
{
    UnitTimer timer;
    timer.length = Duration{600'000};
    timer.due_at = instant(600'000);
    CHECK(last_missed(timer, instant(0)) == instant(600'000));
    CHECK(last_missed(timer, instant(600'000)) == instant(600'000));
    CHECK(last_missed(timer, instant(1'199'999)) == instant(600'000));
    CHECK(last_missed(timer, instant(1'200'000)) == instant(1'200'000));
    CHECK(last_missed(timer, instant(6'100'000)) == instant(6'000'000));
}
