#include "app/window/closure_tool.h"
#include "app/window/near_tool.h"
#include "app/window/reach_tool.h"
#include "app/window/stage_tool.h"
#include "app/window/turn_tool.h"
#include "tests/ui/dispatcher.h"
#include "widgets/candidate_list.h"

#include <QLabel>
#include <algorithm>

// Reach and coverage, what is near, closed streets and arrival drills, as hands come to them.

namespace cresset::app::test {

namespace {

struct Desk : Dispatcher {
    Desk() { line("new robbery @" + to_text(window().map().canvas().view().centre()) + "; man with a bag"); }
    IncidentId incident() { return *hub().incident(); }
    std::string number() { return number_text(world(), incident()); }
    template <typename Tool>
    Tool& tool()
    {
        auto* found = window().findChild<Tool*>();
        REQUIRE(found != nullptr);
        return *found;
    }
    bool says(QWidget& panel, QString const& text)
    {
        for (auto const* label : panel.findChildren<QLabel*>())
            if (label->text().contains(text)) return true;
        return false;
    }
};

}  // namespace

TEST_CASE("Reach is asked for a unit or an incident or a place and goes with Escape")
{
    Desk desk;
    auto& tool = desk.tool<ReachTool>();
    desk.line("reach nobody knows where");
    CHECK(desk.refused());
    std::vector<std::string> const lines{"reach P03 1,2", "reach " + desk.number(),
                                         "reach @" + to_text(desk.place_at({200, 200}))};
    for (std::string const& line : lines) {
        desk.line(line);
        REQUIRE(until([&] { return !tool.isBusy() && !tool.layer().picture().areas.empty(); }));
        auto const& areas = tool.layer().picture().areas;
        CHECK(areas.size() == (line.starts_with("reach P03") ? 2U : 3U));
        CHECK(!areas.back().areas.empty());
    }
    tool.panel().setFocus();
    desk.key(Qt::Key_Escape);
    CHECK(until([&] { return tool.layer().picture().areas.empty(); }));
}

TEST_CASE("Coverage shows where nobody is in time and the ranking says which hole opens")
{
    Desk desk;
    auto& tool = desk.tool<ReachTool>();
    desk.line("coverage");
    REQUIRE(until([&] { return !tool.isBusy() && tool.layer().picture().areas.size() == 3; }));
    auto const before = desk.rows();
    CHECK(desk.rows() == before);  // nothing is written by looking
    desk.line("coverage");
    CHECK(until([&] { return tool.layer().picture().areas.empty(); }));
    desk.hub().setHoleNotes({{*desk.window().findChild<widgets::CandidateList*>()->rows().best(),
                              QStringLiteral("opens a hole of 1.2 km")}});
    auto& rows = desk.window().findChild<widgets::CandidateList*>()->rows();
    CHECK(rows.look(rows.rowOf(*rows.best())).subtitle.contains(QStringLiteral("opens a hole")));
}

TEST_CASE("The map goes to the areas that were asked for and a corrected place has them worked out anew")
{
    Desk desk;
    auto& tool = desk.tool<ReachTool>();
    auto& map = desk.window().map();
    map.lookAt(desk.world().incidents.find(desk.incident())->place, 17);
    desk.line("reach " + desk.number());
    REQUIRE(until([&] { return !tool.isBusy() && !tool.layer().picture().areas.empty(); }));
    Bounds const seen = map.canvas().view().bounds();
    for (Isochrone const& one : tool.layer().picture().areas)
        for (IsochroneArea const& area : one.areas)
            for (Place const place : area.outer) CHECK(seen.contains(place));
    Place const right = moved(desk.world().incidents.find(desk.incident())->place, 300'000, 0);
    desk.line("fix @" + to_text(right));
    REQUIRE(until([&] { return !tool.isBusy() && tool.layer().picture().starts == std::vector{right}; }));
}

TEST_CASE("The hole that opens without the marked unit is drawn while it is marked")
{
    Desk desk;
    auto& tool = desk.tool<ReachTool>();
    auto const opener = [&]() -> std::optional<UnitId> {
        for (auto const& [id, unit] : desk.world().units)
            if (!desk.hub().holeNote(id).isEmpty()) return id;
        return {};
    };
    REQUIRE(until([&] { return !tool.isBusy() && opener(); }));
    CHECK(tool.openedLayer().picture().late.empty());
    desk.hub().selectUnit(opener());
    REQUIRE_FALSE(tool.openedLayer().picture().late.empty());
    CHECK(tool.openedLayer().picture().notes.front().text == desk.hub().holeNote(*opener()));
    desk.hub().selectUnit({});
    CHECK(tool.openedLayer().picture().late.empty());
}

TEST_CASE("What is near is listed by kind and time and a corrected place says what it changed")
{
    Desk desk;
    auto& tool = desk.tool<NearTool>();
    desk.line("near 600m unit");
    REQUIRE(!tool.things().empty());
    for (NearThing const& one : tool.things()) {
        CHECK(one.kind == NearKind::unit);
        CHECK(one.distance_mm <= 600'000);
        CHECK(one.eta_ms.has_value());
    }
    desk.line("near 3min");
    for (NearThing const& one : tool.things()) CHECK(one.eta_ms.value_or(999'999) <= 180'000);
    desk.line("near 600m");
    Place const far = moved(desk.world().incidents.find(desk.incident())->place, 1'500'000, 0);
    desk.line("fix @" + to_text(far));
    REQUIRE(until([&] { return desk.says(tool.panel(), QStringLiteral("the place was corrected")); }));
    for (NearThing const& one : tool.things()) CHECK(distance_mm(one.place, far) <= 600'000);
}

TEST_CASE("The way of a unit is told turn by turn and goes round a street that is closed")
{
    Desk desk;
    auto& tool = desk.tool<TurnTool>();
    desk.line("turns");
    CHECK(desk.refused());
    desk.line("turns P03 " + desk.number());
    REQUIRE(until([&] { return !tool.view().steps.empty(); }));
    auto const before = desk.rows();
    CHECK(tool.view().title == QStringLiteral("P03 to #%1").arg(desk.world().incidents.find(desk.incident())->number));
    CHECK(tool.view().steps.front().words.startsWith(QStringLiteral("go ")));
    CHECK(tool.view().steps.front().start_ms == 0);
    CHECK(desk.rows() == before);  // nothing is written by looking
    desk.line("turns P03 @" + to_text(moved(desk.world().incidents.find(desk.incident())->place, 900'000, 900'000)));
    REQUIRE(tool.view().steps.size() > 2);
    auto const first = tool.view();
    Place const corner = first.steps[1].at, next = first.steps[2].at;
    Place const middle{corner.lat_e7 + (next.lat_e7 - corner.lat_e7) / 2,
                       corner.lon_e7 + (next.lon_e7 - corner.lon_e7) / 2};
    desk.line("block @" + to_text(middle));
    REQUIRE(desk.world().closures.size() == 1);
    tool.everySecond();
    auto const same = [&] {
        return std::ranges::equal(tool.view().steps, first.steps, {}, &widgets::TurnView::Step::words,
                                  &widgets::TurnView::Step::words);
    };
    CHECK(until([&] { return tool.everySecond(), !same(); }));
    tool.panel().setFocus();
    desk.key(Qt::Key_Escape);
    CHECK(until([&] { return tool.view().steps.empty(); }));
}

TEST_CASE("A street is closed by a line and shown and opened again and each is one act")
{
    Desk desk;
    auto& tool = desk.tool<ClosureTool>();
    desk.line("block");
    CHECK(desk.refused());
    std::string const place = "@" + to_text(desk.place_at({300, 300}));
    desk.line("block " + place + " 30% ; 2h");
    REQUIRE(desk.world().closures.size() == 1);
    REQUIRE(until([&] { return tool.layer().marks().size() == 1; }));
    CHECK(tool.layer().marks()[0].speed_percent == 30);
    CHECK(tool.layer().marks()[0].street.size() > 1);
    desk.line("unblock " + place);
    CHECK(desk.world().closures.empty());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.world().closures.size() == 1);
}

TEST_CASE("An arrival drill counts from T0 and is broken off by a line")
{
    Desk desk;
    auto& tool = desk.tool<StageTool>();
    desk.line("stages end");
    CHECK(desk.refused());
    Place const there = desk.world().incidents.find(desk.incident())->place;
    desk.window().map().lookAt(moved(there, 5'000'000, 0), 17);
    desk.line("135 " + desk.number().substr(1));
    REQUIRE(desk.world().stage_drills.size() == 1);
    auto const& drill = desk.world().stage_drills.begin()->second;
    CHECK(drill.stages.size() == 3);
    REQUIRE(until([&] { return desk.says(tool.panel(), QStringLiteral("Arrival drill at")); }));
    CHECK(until([&] { return desk.window().map().canvas().view().bounds().contains(drill.place); }));
    desk.line("135 end");
    CHECK(desk.world().stage_drills.begin()->second.ended_at);
    CHECK(until([&] { return desk.says(tool.panel(), QStringLiteral("BROKEN OFF")); }));
}

}  // namespace cresset::app::test
