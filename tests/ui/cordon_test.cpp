#include "app/window/cordon_tool.h"
#include "tests/ui/dispatcher.h"

#include <QSpinBox>

// The one-key cordon at the desk: shown before anyone is sent, changed by hand, set as one act.

namespace cresset::app::test {

namespace {

using widgets::CordonPanel;

struct CordonDesk {
    Dispatcher desk;
    CordonDesk()
    {
        desk.line("new robbery @" + to_text(desk.window().map().canvas().view().centre()) + "; man with a bag");
        REQUIRE(desk.hub().incident());
    }
    CordonTool& tool()
    {
        auto* found = desk.window().findChild<CordonTool*>();
        REQUIRE(found != nullptr);
        return *found;
    }
    IncidentId incident() { return *desk.hub().incident(); }
    std::size_t points() { return plan().posts.size(); }
    widgets::CordonPicture const& plan()
    {
        auto const& pictures = tool().layer().pictures();
        REQUIRE(!pictures.empty());
        REQUIRE(pictures.back().planned);
        return pictures.back();
    }
    void wait_for_plan()
    {
        REQUIRE(until([&] { return !tool().isBusy(); }));
        REQUIRE(until([&] { return !tool().layer().pictures().empty(); }));
    }
    void begin(std::string const& line = "cordon")
    {
        desk.line(line);
        wait_for_plan();
    }
    std::size_t entries() { return desk.rows(); }
};

}  // namespace

TEST_CASE("A cordon around nothing and around what is closed is refused in words")
{
    CordonDesk at;
    at.desk.line("cordon 1999");
    CHECK(at.desk.refused());
    at.desk.line("c handled");
    at.desk.line("cordon " + std::to_string(at.desk.world().incidents.find(at.incident())->number));
    CHECK(at.desk.refused());
    CHECK(!at.tool().isPlanning());
    at.desk.line("uncordon");
    CHECK(at.desk.answer().contains(QStringLiteral("no cordon")));
}

TEST_CASE("A cordon that is planned writes nothing and Escape leaves nothing on the map")
{
    CordonDesk at;
    auto const before = at.entries();
    at.begin();
    CHECK(at.tool().isPlanning());
    CHECK(at.points() > 0);
    CHECK(at.entries() == before);
    at.desk.key(Qt::Key_Escape);
    CHECK(until([&] { return !at.tool().isPlanning(); }));
    CHECK(at.tool().layer().pictures().empty());
    CHECK(at.entries() == before);
}

TEST_CASE("Enter sets a cordon as one act that one undo takes back")
{
    CordonDesk at;
    at.begin("布控");
    auto const points = at.points();
    at.desk.key(Qt::Key_Return);
    REQUIRE(at.desk.world().cordons.size() == 1);
    Cordon const& row = at.desk.world().cordons.begin()->second;
    CHECK(row.posts.size() == points);
    for (CordonPost const& post : row.posts) {
        CHECK(at.desk.world().units.find(post.unit)->incident == at.incident());
        CHECK(post.margin_ms() >= 0);
    }
    CHECK(!at.tool().isPlanning());
    CHECK(!at.tool().layer().pictures().front().planned);
    at.desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(at.desk.world().cordons.empty());
    CHECK(at.tool().layer().pictures().empty());
}

TEST_CASE("From the panel of the cordon the command line comes by its key and by a letter")
{
    CordonDesk at;
    at.begin();
    at.desk.key(Qt::Key_Space, Qt::ControlModifier);
    at.desk.keys(QStringLiteral("reach P03"));
    CHECK(at.desk.command_line().text() == QStringLiteral("reach P03"));
    at.desk.command_line().clear();
    at.tool().panel().setFocus();
    at.desk.keys(QStringLiteral("n"));
    CHECK(at.desk.command_line().text() == QStringLiteral("n"));
    CHECK(at.tool().isPlanning());
    CHECK(at.desk.world().cordons.empty());
}

TEST_CASE("The mode and the ring and who goes change the plan and nothing else")
{
    CordonDesk at;
    at.begin("cordon foot");
    auto& panel = at.tool().panel();
    auto const before = at.entries();
    auto const first_unit = at.plan().posts.front().label;
    at.desk.key(Qt::Key_Home);
    at.desk.key(Qt::Key_Delete);
    at.wait_for_plan();
    for (auto const& post : at.plan().posts)
        CHECK(post.label.section(QLatin1Char(' '), 1, 1) != first_unit.section(QLatin1Char(' '), 1, 1));
    at.desk.click_button(QStringLiteral("Car"));
    at.wait_for_plan();
    panel.findChild<QSpinBox*>(QStringLiteral("ringRadius"))->setValue(1200);
    at.wait_for_plan();
    CHECK(at.plan().radius_mm == 1'200'000);
    CHECK(at.entries() == before);
}

TEST_CASE("The streets that the suspect can have come along grow as time goes by")
{
    CordonDesk at;
    at.begin("cordon foot");
    auto const length = [&] {
        std::int64_t sum = 0;
        for (Line const& line : at.plan().run) sum += length_mm(line);
        return sum;
    };
    auto const at_first = length();
    auto& clock = at.desk.console().room().exercise_clock();
    clock.set(at.desk.hub().now() + Duration{3000});
    at.tool().everySecond();
    auto const later = length();
    CHECK(later > at_first);
}

TEST_CASE("A new sighting plans the next cordon by itself and only Enter sets it")
{
    CordonDesk at;
    at.begin("cordon foot");
    at.desk.key(Qt::Key_Return);
    REQUIRE(at.desk.world().cordons.size() == 1);
    auto const id = at.desk.world().cordons.begin()->first;
    auto& clock = at.desk.console().room().exercise_clock();
    clock.set(at.desk.hub().now() + Duration{30'000});
    Place const seen = moved(at.desk.world().cordons.begin()->second.seen, 60'000, 0);
    at.desk.line("seen @" + to_text(seen));
    REQUIRE(until([&] { return at.tool().isPlanning(); }));
    at.wait_for_plan();
    CHECK(at.desk.world().cordons.find(id)->seen != seen);
    at.desk.key(Qt::Key_Return);
    REQUIRE(at.desk.world().cordons.size() == 1);
    CHECK(at.desk.world().cordons.find(id)->seen == seen);
}

TEST_CASE(
    "Where the place of an incident is corrected its cordon is planned anew there and the one that stands follows")
{
    CordonDesk at;
    at.begin("cordon foot");
    auto const place = [&] { return at.desk.world().incidents.find(at.incident())->place; };
    Place const right = moved(place(), 150'000, 100'000);
    at.desk.line("fix @" + to_text(right));
    REQUIRE(until([&] { return !at.tool().isBusy() && at.plan().seen == right; }));
    at.tool().panel().setFocus();
    at.desk.key(Qt::Key_Return);
    REQUIRE(at.desk.world().cordons.size() == 1);
    CHECK(at.desk.world().cordons.begin()->second.seen == right);
    CHECK_FALSE(at.tool().isPlanning());
    at.desk.line("fix @" + to_text(moved(right, -200'000, 0)));
    CHECK(place() != right);
    REQUIRE(until([&] { return at.tool().isPlanning(); }));
}

TEST_CASE("A cordon that cannot seal holds as many points as are asked for")
{
    CordonDesk at;
    at.begin("cordon car 5km");
    auto* most = at.tool().panel().findChild<QSpinBox*>(QStringLiteral("openPoints"));
    REQUIRE(most != nullptr);
    REQUIRE(most->isVisibleTo(&at.tool().panel()));
    most->setValue(2);
    REQUIRE(until([&] { return !at.tool().isBusy() && at.points() <= 2; }));
    most->setValue(1);
    REQUIRE(until([&] { return !at.tool().isBusy() && at.points() == 1; }));
}

}  // namespace cresset::app::test
