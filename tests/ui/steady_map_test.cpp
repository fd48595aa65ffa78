#include "tests/ui/dispatcher.h"

// The map never moves by itself: not under the hand that is about to click on it.

namespace cresset::app::test {

TEST_CASE("The map stays where it is when an incident is taken in hand and let go")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
        for (QSize const size : {QSize{1366, 768}, QSize{1920, 1080}}) {
            Dispatcher::Options options;
            options.language = language;
            Dispatcher desk{options};
            desk.window().resize(size);
            QTest::qWait(100);
            QRect const before = desk.window().map().geometry();
            auto const corner = desk.place_at({0, 0});
            desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
            REQUIRE(desk.hub().incident());
            for (bool const in_hand : {true, false}) {
                if (!in_hand) desk.hub().selectIncident({});
                QTest::qWait(100);  // the panels are told some milliseconds later
                INFO(language.toStdString() << " " << size.width() << " " << in_hand);
                CHECK(desk.window().map().geometry() == before);
                CHECK(desk.place_at({0, 0}) == corner);
            }
        }
}

}  // namespace cresset::app::test
