#include "app/window/feeds_dialog.h"
#include "tests/ui/dispatcher.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QUdpSocket>
#include <fmt/format.h>

// A receiver on the network is a unit on the map: added, watched and taken away in the dialog of the feeds.

namespace cresset::app::test {

namespace {

/// The dialog of the feeds, and a receiver that sends to the port it is told to listen at.
class Feeds {
public:
    explicit Feeds(Dispatcher& desk) : desk_{desk}
    {
        desk_.console().listen();
        dialog_ = desk_.console().showFeeds();
        REQUIRE(dialog_ != nullptr);
        QUdpSocket free;
        REQUIRE(free.bind(QHostAddress::LocalHost, 0));
        port_ = free.localPort();
    }

    QTableWidget& table() { return *dialog_->findChild<QTableWidget*>(); }
    FeedsDialog& dialog() { return *dialog_; }
    quint16 port() const { return port_; }
    QString answer() { return dialog_->findChild<QLabel*>(QStringLiteral("feedAnswer"))->text(); }

    void add(QString const& kind, QString const& address, QString const& call_sign)
    {
        dialog_->findChild<QComboBox*>(QStringLiteral("feedKind"))->setCurrentText(kind);
        dialog_->findChild<QComboBox*>(QStringLiteral("feedUnit"))->setCurrentText(call_sign);
        auto* field = dialog_->findChild<QLineEdit*>(QStringLiteral("feedAddress"));
        field->clear();
        QTest::keyClicks(field, address);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void send(std::string const& sentence)
    {
        unsigned sum = 0;
        for (char const c : sentence) sum ^= static_cast<unsigned char>(c);
        std::string const line = fmt::format("${}*{:02X}\r\n", sentence, sum);
        sender_.writeDatagram(line.data(), static_cast<qint64>(line.size()), QHostAddress::LocalHost, port_);
    }

    void send_line(std::string const& line)
    {
        sender_.writeDatagram(line.data(), static_cast<qint64>(line.size()), QHostAddress::LocalHost, port_);
    }

    void send(Place place)
    {
        auto const now = QDateTime::currentDateTimeUtc();
        auto const angle = [](std::int32_t e7, int digits) {
            double const all = e7 / 1e7;
            int const whole = static_cast<int>(all);
            return fmt::format("{:0{}}{:07.4f}", whole, digits, (all - whole) * 60);
        };
        send(fmt::format("GPRMC,{},A,{},N,{},E,20.0,45.0,{},,,A",
                         now.toString(QStringLiteral("HHmmss.00")).toStdString(), angle(place.lat_e7, 2),
                         angle(place.lon_e7, 3), now.toString(QStringLiteral("ddMMyy")).toStdString()));
    }

private:
    Dispatcher& desk_;
    FeedsDialog* dialog_ = nullptr;
    QUdpSocket sender_;
    quint16 port_ = 0;
};

void keep_picture(QWidget& widget, char const* name)
{
    QDir const folder{QStringLiteral(BINARY_DIR "/pictures")};
    folder.mkpath(QStringLiteral("."));
    CHECK(widget.grab().save(folder.filePath(QString::fromLatin1(name))));
}

}  // namespace

TEST_CASE("A feed that cannot be is refused in the dialog with a sentence and not listed")
{
    Dispatcher desk;
    Feeds feeds{desk};
    auto const rows = desk.rows();
    feeds.add(QStringLiteral("nmea+udp"), QStringLiteral("port"), QStringLiteral("R1"));
    CHECK(feeds.answer().contains(QStringLiteral("is no port")));
    feeds.add(QStringLiteral("nmea+tcp"), QStringLiteral("127.0.0.1"), {});
    CHECK(feeds.answer().contains(QStringLiteral("is no call sign")));
    feeds.add(QStringLiteral("nmea+udp"), QString::number(feeds.port()), QStringLiteral("P02"));
    CHECK(feeds.answer().contains(QStringLiteral("driven by the simulated city")));
    CHECK(feeds.table().rowCount() == 0);
    CHECK(desk.rows() == rows);
}

TEST_CASE("A receiver added in the dialog becomes a unit that moves and its counts are shown")
{
    Dispatcher desk;
    Feeds feeds{desk};
    Place const start = desk.place_at(desk.free_pixel(0));
    feeds.add(QStringLiteral("nmea+udp"), QString::number(feeds.port()), QStringLiteral("R1"));
    CHECK(feeds.answer().contains(QStringLiteral("is listened to")));
    REQUIRE(feeds.table().rowCount() == 1);
    CHECK(desk.console().window().findChildren<QDialog*>().size() == 1);
    feeds.send("GPRMC,junk");
    feeds.send(start);
    auto const unit = find_unit(desk.world(), "R1");
    REQUIRE(unit);
    REQUIRE(until([&] { return desk.world().fix(*unit) != nullptr; }));
    CHECK(distance_mm(desk.world().fix(*unit)->place, start) < 1000);
    feeds.dialog().refresh();
    CHECK(feeds.table().item(0, 3)->text() == QStringLiteral("live"));
    CHECK(feeds.table().item(0, 4)->text() == QStringLiteral("2"));
    CHECK(feeds.table().item(0, 5)->text() == QStringLiteral("1"));
    keep_picture(feeds.dialog(), "feeds-night-en.png");
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Night / day"));
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Chinese / English"));
    REQUIRE(until([&] { return feeds.dialog().windowTitle() == QStringLiteral("接收设备"); }));
    keep_picture(feeds.dialog(), "feeds-day-zh.png");
    CHECK(feeds.table().item(0, 3)->text() == QStringLiteral("在线"));
    auto const rows = desk.rows();
    QTest::mouseClick(feeds.dialog().findChildren<QPushButton*>().last(), Qt::LeftButton);
    CHECK(feeds.table().rowCount() == 0);
    desk.settle();
    CHECK(desk.rows() == rows + 1);  // what the feed counted
}

TEST_CASE("Units of a fleet that nobody knows are counted in the dialog and taken in by a click")
{
    Dispatcher desk;
    Feeds feeds{desk};
    Place const start = desk.place_at(desk.free_pixel(0));
    auto& take_in = *feeds.dialog().findChild<QPushButton*>(QStringLiteral("feedTakeIn"));
    feeds.add(QStringLiteral("fleet+udp"), QString::number(feeds.port()), QStringLiteral("*"));
    REQUIRE(feeds.table().rowCount() == 1);
    feeds.dialog().refresh();
    CHECK_FALSE(take_in.isVisible());
    auto const say = [&](char const* unit) {
        feeds.send_line(fmt::format(R"({{"unit":"{}","at":"{}","lat":{:.7f},"lon":{:.7f}}})", unit,
                                    QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString(),
                                    start.lat_e7 / 1e7, start.lon_e7 / 1e7));
    };
    for (char const* unit : {"V1", "V2"}) say(unit);
    REQUIRE(until([&] { return feeds.dialog().refresh(), take_in.text() == QStringLiteral("Take 2 units in"); }));
    CHECK(take_in.isVisible());
    keep_picture(feeds.dialog(), "feeds-fleet-night-en.png");
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Night / day"));
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Chinese / English"));
    REQUIRE(until([&] { return feeds.dialog().windowTitle() == QStringLiteral("接收设备"); }));
    keep_picture(feeds.dialog(), "feeds-fleet-day-zh.png");
    CHECK_FALSE(find_unit(desk.world(), "V1"));
    QTest::mouseClick(&take_in, Qt::LeftButton);
    REQUIRE(find_unit(desk.world(), "V1"));
    REQUIRE(find_unit(desk.world(), "V2"));
    CHECK_FALSE(take_in.isVisible());
    CHECK(until([&] { return say("V2"), desk.world().fix(*find_unit(desk.world(), "V2")) != nullptr; }));
}

TEST_CASE("A serial port with nothing plugged in is listed as lost and what to type is said for its kind")
{
    Dispatcher desk;
    Feeds feeds{desk};
    auto* field = feeds.dialog().findChild<QLineEdit*>(QStringLiteral("feedAddress"));
    auto const network = field->placeholderText();
    feeds.add(QStringLiteral("place+system"), QStringLiteral("Geo Clue"), QStringLiteral("R1"));
    CHECK(feeds.answer().contains(QStringLiteral("is no provider of places")));
    CHECK(field->placeholderText().contains(QStringLiteral("this computer")));
    feeds.add(QStringLiteral("nmea+serial"), QStringLiteral("ttyUSB0"), QStringLiteral("R1"));
    CHECK(feeds.answer().contains(QStringLiteral("is no serial port")));
    CHECK(field->placeholderText() != network);
    CHECK(feeds.table().rowCount() == 0);
    feeds.add(QStringLiteral("nmea+serial"), QStringLiteral("/dev/cresset-no-such-port:9600"), QStringLiteral("R1"));
    REQUIRE(feeds.table().rowCount() == 1);
    CHECK(feeds.table().item(0, 2)->text() == QStringLiteral("/dev/cresset-no-such-port:9600"));
    CHECK(feeds.table().item(0, 3)->text() == QStringLiteral("lost"));
    CHECK(feeds.answer().contains(QStringLiteral("tried again by itself")));
    QStringList words;
    for (QLabel const* label : feeds.dialog().findChildren<QLabel*>()) words.append(label->text());
    CHECK(words.join(QLatin1Char('\n')).contains(QStringLiteral("nothing is plugged in there")));
    keep_picture(feeds.dialog(), "feeds-serial-night-en.png");
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Night / day"));
    keep_picture(feeds.dialog(), "feeds-serial-day-en.png");
    desk.choose_in_bar(QStringLiteral("View"), QStringLiteral("Chinese / English"));
    REQUIRE(until([&] { return feeds.dialog().windowTitle() == QStringLiteral("接收设备"); }));
    CHECK(field->placeholderText().contains(QStringLiteral("带速率")));
    keep_picture(feeds.dialog(), "feeds-serial-day-zh.png");
    desk.choose_in_bar(QStringLiteral("视图"), QStringLiteral("夜间 / 白天"));
    keep_picture(feeds.dialog(), "feeds-serial-night-zh.png");
}

TEST_CASE("A shift that is only read has no feeds and says so")
{
    Dispatcher first;
    first.settle();
    Dispatcher::Options options;
    options.read_only = true;
    options.journal = first.journal();
    Dispatcher second{options};
    second.console().listen();
    CHECK(second.console().showFeeds() == nullptr);
    CHECK(second.answer().contains(QStringLiteral("only read")));
}

}  // namespace cresset::app::test
