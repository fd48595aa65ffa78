#include "tests/ui/dispatcher.h"
#include "widgets/call_intake.h"
#include "widgets/type_box.h"
#include "widgets/words.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <set>

// A call is taken by keys alone: what may be the same is shown while it is typed, one chord makes it one more caller of
// that, and hazards at the place are warned of.

namespace cresset::app::test {

namespace {

QString at(Place place)
{
    return QLatin1Char('@') + QString::fromStdString(to_text(place));
}

Place north(Place place, std::int64_t metres)
{
    return moved(place, 0, metres * 1000);
}

Dispatcher::Options in(std::string const& language)
{
    Dispatcher::Options options;
    options.language = QString::fromStdString(language);
    return options;
}

/// A robbery, taken before.
IncidentId robbery(Dispatcher& desk, Place place, QString const& said = QStringLiteral("robbed at the corner"))
{
    desk.line(QStringLiteral("new robbery %1 ; %2").arg(at(place), said).toStdString());
    REQUIRE_FALSE(desk.refused());
    return *desk.hub().incident();
}

/// Opens the panel and chooses the place; the keyboard is in the type then.
void begin(Dispatcher& desk, Place place)
{
    desk.key(Qt::Key_F2);
    desk.keys(at(place));
    desk.key(Qt::Key_Tab);
}

void say(Dispatcher& desk, QString const& caller, QString const& text)
{
    for (int i = 0; i < 2; ++i) desk.key(Qt::Key_Tab);  // type, priority
    desk.keys(caller);
    desk.key(Qt::Key_Tab);
    desk.keys(text);
}

widgets::LikelyList& likely(Dispatcher& desk)
{
    return desk.the<widgets::LikelyList>();
}

QString shown(Dispatcher& desk, int row)
{
    auto& list = likely(desk);
    REQUIRE(list.isVisible());
    REQUIRE(list.model()->rowCount() > row);
    return list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

/// The button that says which incident the chord links to; nothing if there is none.
QString same_button(Dispatcher& desk)
{
    for (auto* button : desk.the<widgets::CallIntake>().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(QStringLiteral("Alt+Enter"))) return button->text();
    return {};
}

std::string kinds_of_last_act(Dispatcher& desk)
{
    desk.settle();
    std::string kinds;
    auto const acts = acts_of(desk.journal());
    for (std::string const& event : acts.back()) kinds += (kinds.empty() ? "" : " ") + event.substr(0, event.find(' '));
    return kinds;
}

}  // namespace

TEST_CASE("Where nothing alike is near nothing is offered and the chord that links says so and writes nothing")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    auto const closed = robbery(desk, place);
    desk.line("c arrest");
    CHECK_FALSE(desk.world().incidents.find(closed)->open());
    robbery(desk, north(place, 320));
    auto const rows = desk.rows();
    begin(desk, place);
    say(desk, QStringLiteral("Li"), QStringLiteral("robbed at the corner"));
    CHECK_FALSE(likely(desk).isVisible());
    CHECK(same_button(desk).isEmpty());
    desk.key(Qt::Key_Return, Qt::AltModifier);
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("Ctrl+Enter")));
    CHECK(desk.rows() == rows);
}

TEST_CASE("An incident that was closed while the call was typed is offered no longer")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    auto const first = robbery(desk, place);
    begin(desk, place);
    CHECK(shown(desk, 0).contains(QStringLiteral("#1001")));
    REQUIRE(desk.hub().desk().close({first, "arrest"}));
    auto const rows = desk.rows();
    CHECK(until([&] { return !likely(desk).isVisible(); }));
    desk.key(Qt::Key_Return, Qt::AltModifier);
    CHECK(desk.refused());
    CHECK(desk.rows() == rows);
}

TEST_CASE("Incidents that may be the same stand there with how alike they are while the call is typed")
{
    struct Language {
        char const* code;
        QString type, far, alike;
    };
    auto const language = GENERATE(Language{"en", "robbery", ", 0 m · 0:00 ago,", "alike 60 of 100"},
                                   Language{"zh_CN", "抢劫", "，0 米 · 0:00 前，", "相似度 60/100"});
    Dispatcher desk{in(language.code)};
    Place const place = desk.place_at(desk.free_pixel(0));
    robbery(desk, north(place, 151));
    robbery(desk, place);
    // The place alone: the nearer stands first.
    begin(desk, place);
    INFO(shown(desk, 0).toStdString());
    CHECK(shown(desk, 0).contains(QStringLiteral("#1002")));
    CHECK(shown(desk, 0).contains(language.type));
    CHECK(shown(desk, 0).contains(language.far));
    CHECK(shown(desk, 0).contains(language.alike));
    CHECK(shown(desk, 1).contains(QStringLiteral("#1001")));
    CHECK(shown(desk, 1).contains(QStringLiteral("150 ")));
    CHECK(same_button(desk).contains(QStringLiteral("#1002")));
    // The text adds the type and two words: "at" and "the" tell nothing.
    say(desk, {}, QStringLiteral("robbed at the corner"));
    CHECK(shown(desk, 0).contains(QStringLiteral("95")));
}

TEST_CASE("A call whose caller does not know where is compared by what is said and linked at the place of the other")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    auto const first = robbery(desk, place);
    desk.key(Qt::Key_F2);
    CHECK_FALSE(likely(desk).isVisible());
    desk.key(Qt::Key_Tab);
    say(desk, QStringLiteral("Li"), QStringLiteral("robbed"));
    CHECK(shown(desk, 0).contains(QStringLiteral("#1001")));
    desk.key(Qt::Key_Return, Qt::AltModifier);
    INFO(desk.answer().toStdString());
    REQUIRE(desk.world().incidents.size() == 2);
    auto const again = *find_incident(desk.world(), 1002);
    CHECK(desk.world().incidents.find(again)->place == desk.world().incidents.find(first)->place);
}

TEST_CASE("A place that is half typed is compared where it would be taken and an unknown one by its words")
{
    Dispatcher desk;
    desk.line("new robbery qingbo");
    REQUIRE_FALSE(desk.refused());
    desk.key(Qt::Key_F2);
    desk.keys(QStringLiteral("qingb"));  // nothing is chosen yet
    CHECK(shown(desk, 0).contains(QStringLiteral("#1001")));
    desk.key(Qt::Key_Escape);
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(0))));
    desk.key(Qt::Key_F2);
    desk.keys(QStringLiteral("qingbo xyzzyx"));
    CHECK(shown(desk, 0).contains(QStringLiteral("#1001")));
}

TEST_CASE("One chord saves the call as one more caller of the marked incident and one undo takes it back")
{
    Dispatcher desk{in(GENERATE(as<std::string>{}, "en", "zh_CN"))};
    Place const place = desk.place_at(desk.free_pixel(0));
    auto const first = robbery(desk, place);
    desk.line("new noise " + at(desk.place_at(desk.free_pixel(9))).toStdString());
    REQUIRE(desk.hub().incident() != first);
    begin(desk, north(place, 80));
    say(desk, QStringLiteral("Li 555"), QStringLiteral("robbed"));
    desk.key(Qt::Key_Return, Qt::AltModifier);
    CHECK_FALSE(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("#1001")));
    CHECK(kinds_of_last_act(desk) == "incident.reported incident.linked");
    auto const again = find_incident(desk.world(), 1003);
    REQUIRE(again);
    CHECK(desk.world().incidents.find(*again)->duplicate_of == first);
    CHECK(desk.hub().text(desk.world().incidents.find(*again)->caller) == QStringLiteral("Li 555"));
    CHECK(desk.hub().incident() == first);
    CHECK_FALSE(desk.the<widgets::CallIntake>().isVisible());
    // The card of the incident in hand names the other caller.
    bool named = false;
    for (auto* label : desk.the<QDockWidget>("incident").findChildren<QLabel*>())
        named |= label->isVisible() && label->text().contains(QStringLiteral("Li 555"));
    CHECK(named);

    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(desk.world().incidents.contains(*again));
    CHECK(desk.world().incidents.find(first)->duplicates.empty());
    CHECK(desk.hub().incident() == first);
}

TEST_CASE("In the list of likely ones Enter links to the marked one and Ctrl with Enter saves one new call")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    robbery(desk, place);
    auto const second = robbery(desk, north(place, 60));
    begin(desk, place);
    say(desk, QStringLiteral("Li"), QStringLiteral("robbed"));
    desk.key(Qt::Key_Tab);
    REQUIRE(likely(desk).hasFocus());
    CHECK(same_button(desk).contains(QStringLiteral("#1001")));
    desk.key(Qt::Key_Down);
    CHECK(same_button(desk).contains(QStringLiteral("#1002")));

    SECTION("the mark stays while the clock goes on and others come")
    {
        desk.window().refreshAll();
        CHECK(same_button(desk).contains(QStringLiteral("#1002")));
        desk.hub().desk().take_call({"robbery", 1, pointed_at(nullptr, north(place, 10)), {}});
        desk.settle();
        CHECK(likely(desk).model()->rowCount() == 3);
        CHECK(same_button(desk).contains(QStringLiteral("#1002")));
    }
    SECTION("Enter")
    {
        desk.key(Qt::Key_Return);
        CHECK(desk.world().incidents.size() == 3);
        CHECK(desk.world().incidents.find(second)->duplicates.size() == 1);
        CHECK(desk.hub().incident() == second);
    }
    SECTION("Alt and Enter")
    {
        desk.key(Qt::Key_Return, Qt::AltModifier);
        CHECK(desk.world().incidents.size() == 3);
        CHECK(desk.world().incidents.find(second)->duplicates.size() == 1);
    }
    SECTION("Ctrl and Enter")
    {
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(desk.world().incidents.size() == 3);
        CHECK(desk.world().incidents.find(second)->duplicates.empty());
        CHECK(desk.hub().incident() == find_incident(desk.world(), 1003));
    }
    SECTION("the button")
    {
        desk.click_button(QStringLiteral("Alt+Enter"));
        CHECK(desk.world().incidents.find(second)->duplicates.size() == 1);
    }
    SECTION("Escape leaves everything as it was")
    {
        desk.key(Qt::Key_Escape);
        CHECK(desk.world().incidents.size() == 2);
        CHECK_FALSE(desk.the<widgets::CallIntake>().isVisible());
    }
}

TEST_CASE("A type that nobody chose yet counts for nothing and a linked call is of the other's type")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    auto& types = *desk.the<widgets::CallIntake>().findChild<QComboBox*>();
    desk.line("new " + types.itemData(0).toString().toStdString() + " " + at(place).toStdString());
    begin(desk, place);
    REQUIRE(types.currentIndex() < 0);
    CHECK(shown(desk, 0).contains(QStringLiteral("alike 60 of 100")));
    desk.line("new noise " + at(north(place, 500)).toStdString());
    begin(desk, north(place, 500));
    desk.key(Qt::Key_Return, Qt::AltModifier);
    auto const again = find_incident(desk.world(), 1003);
    REQUIRE(again);
    CHECK(desk.world().incidents.find(*again)->type == "noise");
    CHECK(desk.world().incidents.find(*again)->priority == 4);
}

TEST_CASE("A call without a type is not saved and it is said what is missing")
{
    Dispatcher desk;
    begin(desk, desk.place_at(desk.free_pixel(0)));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.refused());
    CHECK(desk.answer().startsWith(QStringLiteral("What has happened?")));
    CHECK(desk.world().incidents.empty());
    CHECK(desk.the<widgets::CallIntake>().isVisible());
}

TEST_CASE("A type is chosen by letters of its name or its pinyin or a caller's word and letters of none change nothing")
{
    auto const language = GENERATE(as<std::string>{}, "en", "zh_CN");
    Dispatcher desk{in(language)};
    auto& type = desk.the<widgets::TypeBox>();
    auto const typed = [&](char const* letters) {
        begin(desk, desk.place_at(desk.free_pixel(0)));  // an empty form each time
        REQUIRE(type.hasFocus());
        desk.keys(QString::fromUtf8(letters));
        std::string const chosen = type.code();
        desk.key(Qt::Key_Escape);
        return chosen;
    };
    CHECK(typed("7") == "");
    CHECK(typed("snatch theft") == "snatch");
    CHECK(typed("snatchxx") == "snatch");  // what no type begins with is not taken up
    CHECK(typed("mugg") == "robbery");
    CHECK(typed("qd") == "snatch");
    CHECK(typed("qiangjie") == "robbery");
    CHECK(typed("luoshui") == "drowning");
    CHECK(typed("抢夺") == "snatch");
    CHECK(typed("FIRE") == "fire");
}

TEST_CASE("Letters that begin two types name both and the down key goes to the other")
{
    Dispatcher desk;
    auto& type = desk.the<widgets::TypeBox>();
    begin(desk, desk.place_at(desk.free_pixel(0)));
    desk.keys(QStringLiteral("qj"));
    std::string const first = type.code();
    CHECK(desk.answer().contains(type.currentText()));
    desk.key(Qt::Key_Down);
    CHECK(type.code() != first);
    CHECK(std::set{first, type.code()} == std::set<std::string>{"robbery", "shooting"});
    CHECK(desk.answer().contains(type.currentText()));
}

TEST_CASE("Escape puts the list of places away and then the form")
{
    Dispatcher desk;
    desk.key(Qt::Key_F2);
    desk.keys(QStringLiteral("qingbo"));
    auto const lists = [] {
        int seen = 0;
        for (QWidget const* widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget->windowType() == Qt::Popup) ++seen;
        return seen;
    };
    REQUIRE(lists() == 1);
    desk.key(Qt::Key_Escape);
    CHECK(lists() == 0);
    CHECK(desk.the<widgets::CallIntake>().isVisible());
    CHECK(desk.the<widgets::CallIntake>().findChild<QLineEdit*>()->text() == QStringLiteral("qingbo"));
    desk.keys(QStringLiteral("x"));  // to be put away with the form
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Escape);
    CHECK(lists() == 0);
    CHECK_FALSE(desk.the<widgets::CallIntake>().isVisible());
}

TEST_CASE("A new call begins empty also in a panel that stays and its pin says what is typed now")
{
    Dispatcher desk;
    desk.line("layout calls");
    auto& intake = desk.the<widgets::CallIntake>();
    auto& type = *intake.findChildren<QComboBox*>()[0];
    auto& priority = *intake.findChildren<QComboBox*>()[1];
    Place const place = desk.place_at(desk.free_pixel(0));
    begin(desk, place);
    desk.keys(QStringLiteral("rob"));
    auto const pinned = [&] {
        auto const* call = desk.hub().preview() ? std::get_if<NewCall>(&*desk.hub().preview()) : nullptr;
        return call != nullptr ? call->type + " " + std::to_string(call->priority) : std::string{};
    };
    CHECK(pinned() == "robbery 1");
    CHECK(priority.currentText() == QStringLiteral("1 emergency"));
    say(desk, QStringLiteral("Li"), QStringLiteral("robbed"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.world().incidents.size() == 1);
    REQUIRE(intake.isVisible());
    CHECK_FALSE(desk.hub().preview());
    CHECK(type.currentIndex() < 0);
    CHECK(priority.currentIndex() == 2);
    for (auto* field : intake.findChildren<QLineEdit*>()) CHECK(field->text().isEmpty());
    CHECK(intake.findChild<QPlainTextEdit*>()->toPlainText().isEmpty());
    // A place that is typed over has no pin any more.
    begin(desk, place);
    CHECK(desk.hub().preview());
    desk.key(Qt::Key_Backtab);
    desk.keys(QStringLiteral("zzzz"));
    CHECK_FALSE(desk.hub().preview());
}

TEST_CASE("Hazards that reach the place are warned of as plain text once it is chosen and no others")
{
    struct Language {
        char const* code;
        QString noted, until;
    };
    auto const language =
        GENERATE(Language{"en", "noted 0:00 ago", "until "}, Language{"zh_CN", "登记于 0:00 前", "有效至 "});
    Dispatcher desk{in(language.code)};
    Place const place = desk.place_at(desk.free_pixel(0));
    desk.line("hz " + at(north(place, 90)).toStdString() + " ; <b>angry</b> dog & <img src=x> ; 2h");
    desk.line("hz " + at(north(place, 110)).toStdString() + " ; gas cylinders");
    REQUIRE(desk.world().hazards.size() == 2);
    auto& warning = desk.the<QLabel>("warning");
    desk.key(Qt::Key_F2);
    CHECK_FALSE(warning.isVisible());
    desk.keys(at(place));
    desk.key(Qt::Key_Tab);
    REQUIRE(warning.isVisible());
    CHECK(warning.textFormat() == Qt::PlainText);
    INFO(warning.text().toStdString());
    CHECK(warning.text().contains(QStringLiteral("<b>angry</b> dog & <img src=x> · ")));
    CHECK(warning.text().contains(QStringLiteral(" · ") + language.noted));
    CHECK(warning.text().contains(language.until + desk.hub().clock(desk.hub().now() + Duration{7'200'000})));
    CHECK_FALSE(warning.text().contains(QStringLiteral("gas")));
    // The nearest stand there and the others are counted.
    for (int i = 0; i < 2; ++i) desk.line("hz " + at(north(place, 20 + i)).toStdString() + " ; open shaft");
    desk.settle();
    CHECK(warning.text().startsWith(QStringLiteral("⚠ open shaft · ")));
    CHECK(warning.text().split(QLatin1Char('\n')).size() == 3);
    CHECK_FALSE(warning.text().contains(QStringLiteral("angry")));
    // Another place, another warning; then none.
    desk.key(Qt::Key_Escape);
    begin(desk, north(place, 120));
    CHECK(warning.text().contains(QStringLiteral("gas")));
    desk.key(Qt::Key_Escape);
    begin(desk, north(place, 900));
    CHECK_FALSE(warning.isVisible());
}

TEST_CASE("A hazard noted while the call is typed is warned of at once")
{
    Dispatcher desk;
    Place const place = desk.place_at(desk.free_pixel(0));
    begin(desk, place);
    CHECK_FALSE(desk.the<QLabel>("warning").isVisible());
    REQUIRE(desk.hub().desk().hazard({pointed_at(nullptr, place), "live wire", {}}));
    CHECK(until([&] { return desk.the<QLabel>("warning").isVisible(); }));
}

namespace {

/// A finger on every key that is pressed, Ctrl and Alt among them.
class Fingers {
public:
    explicit Fingers(Dispatcher& desk) : desk_{desk} {}
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        pressed_ += modifiers == Qt::NoModifier ? 1 : 2;
        desk_.key(key, modifiers);
    }
    void type(char const* letters)
    {
        pressed_ += static_cast<int>(QLatin1String{letters}.size());
        desk_.keys(QString::fromUtf8(letters));
    }
    int pressed() const { return pressed_; }

private:
    Dispatcher& desk_;
    int pressed_ = 0;
};

/// A priority 1 call at a real place stands there and one unit is on its way to it.
void check_sent(Dispatcher& desk)
{
    INFO(desk.answer().toStdString());
    CHECK_FALSE(desk.refused());
    REQUIRE(desk.world().incidents.size() == 1);
    auto const& incident = desk.world().incidents.begin()->second;
    CHECK(incident.type == "robbery");
    CHECK(incident.priority == 1);
    CHECK(incident.assignments.size() == 1);
    INFO(incident.address.en);
    CHECK(incident.address.en.starts_with("Qingbo"));
}

}  // namespace

TEST_CASE("A practised person takes a priority 1 call and sends the first unit with 25 keys at most")
{
    SECTION("in the panel")
    {
        Dispatcher desk;
        Fingers fingers{desk};
        fingers.key(Qt::Key_F2);
        fingers.type("qingbo");
        fingers.key(Qt::Key_Tab);
        fingers.type("rob");
        fingers.key(Qt::Key_Return, Qt::ControlModifier);
        fingers.key(Qt::Key_F5);
        check_sent(desk);
        CHECK(fingers.pressed() <= 25);
    }
    SECTION("on the command line, in either language")
    {
        Dispatcher desk{in(GENERATE(as<std::string>{}, "en", "zh_CN"))};
        Fingers fingers{desk};
        fingers.type("n robb qingbo");
        fingers.key(Qt::Key_Return);
        fingers.key(Qt::Key_F5);
        check_sent(desk);
        CHECK(fingers.pressed() <= 25);
    }
}

TEST_CASE("What the field of the place asks for is read whole in both languages on a small screen")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        desk.window().resize(1366, 768);
        QCoreApplication::processEvents();
        desk.window().layouts().switchTo(desk.window().layouts().current());
        desk.key(Qt::Key_F2);
        QCoreApplication::processEvents();
        auto const* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        REQUIRE(field != nullptr);
        INFO(field->placeholderText().toStdString());
        CHECK(field->fontMetrics().horizontalAdvance(field->placeholderText()) < field->width() - 16);
        CHECK(field->toolTip().contains(QLatin1Char('@')));
    }
}

}  // namespace cresset::app::test
