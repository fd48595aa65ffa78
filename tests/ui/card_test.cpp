#include "tests/ui/dispatcher.h"

// What the card says of who could be sent is true at once, not some seconds later.

namespace cresset::app::test {

namespace {

QString first_row(Dispatcher& desk)
{
    return desk.rows_in("incident").model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
}

}  // namespace

TEST_CASE("A unit that calls for help or goes on a break is no longer offered as the first to send")
{
    for (char const* act : {"sos ", "r "}) {
        Dispatcher desk;
        desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
        QString const first = first_row(desk);
        REQUIRE(first.startsWith(QStringLiteral("1. ")));
        std::string const call_sign =
            first.section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0).toStdString();
        desk.line(act + call_sign);
        INFO(act << call_sign << " / " << first_row(desk).toStdString());
        CHECK(until([&] {
            QString const now = first_row(desk);
            return now.startsWith(QStringLiteral("1. ")) && !now.contains(QString::fromStdString(call_sign));
        }));
    }
}

}  // namespace cresset::app::test
