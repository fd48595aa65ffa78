#include "core/world/distress.h"
#include "tests/ui/dispatcher.h"
#include "widgets/alarm_list.h"
#include "widgets/alarm_sounds.h"

#include <QElapsedTimer>

// What is heard, when, and how it is made quiet. The loudspeaker is a list that remembers.

namespace cresset::app::test {

namespace {

struct Heard {
    std::vector<std::string> rounds;  // classes, in order
    int stops = 0;
    bool works = true;
};

class Listener : public widgets::SoundOutput {
public:
    explicit Listener(std::shared_ptr<Heard> heard) : heard_{std::move(heard)} {}
    void play(widgets::SoundClass const& sound, int /*volume*/) override { heard_->rounds.push_back(sound.code); }
    void stop() override { ++heard_->stops; }
    bool audible() const override { return heard_->works; }

private:
    std::shared_ptr<Heard> heard_;
};

std::shared_ptr<Heard> listen(Dispatcher& desk, bool works = true)
{
    auto heard = std::make_shared<Heard>();
    heard->works = works;
    desk.window().sounds().setOutput(std::make_unique<Listener>(heard));
    return heard;
}

bool was_heard(Heard const& heard, std::string const& code)
{
    return std::find(heard.rounds.begin(), heard.rounds.end(), code) != heard.rounds.end();
}

}  // namespace

TEST_CASE("A loudspeaker that is gone later is said to be gone within a second and no longer once it is back")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    auto& strip = desk.the<widgets::TopStrip>();
    CHECK_FALSE(strip.accessibleDescription().contains(QStringLiteral("NO SOUND")));
    heard->works = false;
    desk.window().refreshAll();
    CHECK(strip.accessibleDescription().contains(QStringLiteral("NO SOUND")));
    heard->works = true;
    desk.window().refreshAll();
    CHECK_FALSE(strip.accessibleDescription().contains(QStringLiteral("NO SOUND")));
}

TEST_CASE("Distress is heard within a second and again and again until it is cancelled")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    QElapsedTimer time;
    time.start();
    desk.line("sos P03");
    REQUIRE(until([&] { return was_heard(*heard, "distress"); }));
    CHECK(time.elapsed() < 1000);
    CHECK(until([&] { return heard->rounds.size() >= 3; }));
    desk.line("sosoff P03");
    REQUIRE(until([&] { return !desk.window().sounds().sounding(); }));
    auto const rounds = heard->rounds.size();
    QTest::qWait(1300);
    CHECK(heard->rounds.size() == rounds);
}

TEST_CASE("Silence stops what sounds and leaves its sign and the next alarm is heard")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    auto& strip = desk.the<widgets::TopStrip>();
    desk.line("sos P03");
    REQUIRE(until([&] { return was_heard(*heard, "distress"); }));
    desk.key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(desk.window().sounds().sounding());
    CHECK(heard->stops > 0);
    CHECK(strip.accessibleDescription().contains(QStringLiteral("SILENCED")));
    CHECK(desk.rows_in("alarms").model()->rowCount() == 1);  // silent, not gone
    auto const rounds = heard->rounds.size();
    QTest::qWait(1300);
    CHECK(heard->rounds.size() == rounds);
    desk.line("sos P04");
    CHECK(until([&] { return heard->rounds.size() > rounds; }));
    desk.line("silence");
    CHECK_FALSE(desk.window().sounds().sounding());
    desk.line("sosoff P03");
    desk.line("sosoff P04");
    CHECK(until([&] { return !strip.accessibleDescription().contains(QStringLiteral("SILENCED")); }));
}

TEST_CASE("The sound of what matters more takes the place of another and the other waits")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    std::string const place = "@" + to_text(desk.place_at(desk.free_pixel(3)));
    desk.line("hz " + place + " ; big dog");
    desk.line("new theft " + place);
    REQUIRE(until([&] { return was_heard(*heard, "alarm"); }));
    desk.line("sos P03");
    REQUIRE(until([&] { return was_heard(*heard, "distress"); }));
    CHECK(desk.window().sounds().sounding() == "distress");
    desk.hub().acknowledge(*call_for_help(*find_unit(desk.world(), "P03"), desk.world()));
    CHECK(until([&] { return desk.window().sounds().sounding() == "alarm"; }));
    desk.key(Qt::Key_K, Qt::ControlModifier);
    CHECK(until([&] { return !desk.window().sounds().sounding(); }));
}

TEST_CASE("A call that one takes oneself does not ring and one that comes by itself does")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    desk.line("new knife @" + to_text(desk.place_at(desk.free_pixel(3))));
    QTest::qWait(200);
    CHECK(heard->rounds.empty());
    auto& session = desk.hub().session();
    Act act = session.new_act(SeatId{77}, PersonId{});
    act.source = "feed:calls";
    IncidentReported call;
    call.incident = session.next_id<IncidentId>(act);
    call.number = desk.world().next_incident_number;
    call.type = "knife";
    call.priority = 1;
    call.place = desk.place_at(desk.free_pixel(9));
    act.events.emplace_back(call);
    REQUIRE(session.submit(act));
    CHECK(until([&] { return was_heard(*heard, "urgent"); }));
    desk.hub().selectIncident(call.incident);  // somebody looks at it
    CHECK(until([&] { return !desk.window().sounds().sounding(); }));
}

TEST_CASE("Without a loudspeaker and with a class turned off the strip says so as long as it is so")
{
    Dispatcher desk;
    auto& strip = desk.the<widgets::TopStrip>();
    auto& sounds = desk.window().sounds();
    CHECK_FALSE(strip.accessibleDescription().contains(QStringLiteral("SOUND")));
    listen(desk, false);
    CHECK(strip.accessibleDescription().contains(QStringLiteral("NO SOUND")));
    listen(desk);
    CHECK_FALSE(strip.accessibleDescription().contains(QStringLiteral("SOUND")));
    sounds.setVolume("message", 0);
    CHECK(strip.accessibleDescription().contains(QStringLiteral("A SOUND IS OFF")));
    sounds.setVolume("message", 30);
    CHECK_FALSE(strip.accessibleDescription().contains(QStringLiteral("SOUND")));
    sounds.setVolume("distress", 0);
    CHECK(sounds.volume("distress") == sounds.classes().front().least_volume);
}

TEST_CASE("Distress in a flood of a thousand alarms a minute stands on top within a second and is heard")
{
    Dispatcher desk;
    auto const heard = listen(desk);
    auto& session = desk.hub().session();
    Place const place = desk.place_at(desk.free_pixel(3));
    auto const raise = [&] {
        Act act = session.new_act(SeatId{77}, PersonId{});
        act.source = "feed:alarms";
        AlertRaised alert;
        alert.alert = session.next_id<AlertId>(act);
        alert.what = AlertKind::hazard_near;
        alert.place = place;
        act.events.emplace_back(alert);
        REQUIRE(session.submit(act));
    };
    auto* rows = desk.rows_in("alarms").model();
    QElapsedTimer time;
    time.start();
    int raised = 0;
    qint64 worst = 0;
    for (int second = 0; second < 6; ++second) {
        while (time.elapsed() < (second + 1) * 1000) {
            for (; raised < time.elapsed() / 60; ++raised) raise();  // a thousand a minute
            QTest::qWait(5);
        }
        if (second != 2) continue;
        QElapsedTimer since;
        since.start();
        desk.line("sos P03");
        REQUIRE(until([&] {
            return rows->rowCount() > 0 &&
                   rows->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("P03")) &&
                   was_heard(*heard, "distress");
        }));
        worst = std::max(worst, since.elapsed());
    }
    CHECK(worst < 1000);
    CHECK(raised > 90);
    CHECK(rows->rowCount() == raised + 1);  // none is lost
    CHECK(rows->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("P03")));
    CHECK(desk.window().sounds().sounding() == "distress");
    CHECK(desk.the<QLabel>("alarmLoad").text().startsWith(QStringLiteral("FLOOD")));
    auto const alarms = std::count(heard->rounds.begin(), heard->rounds.end(), "alarm");
    CHECK(alarms <= 2);  // the flood does not chatter
}

}  // namespace cresset::app::test
