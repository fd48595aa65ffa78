#include "app/window/first_page.h"

#include "tests/ui/dispatcher.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSettings>

// The page of a first start: language, look, city, and the way in, by keys; and what wrong city files say.

namespace cresset::app::test {

namespace fs = std::filesystem;

namespace {

struct CleanSettings {
    CleanSettings() { QSettings{}.clear(); }
    ~CleanSettings() { QSettings{}.clear(); }
};

/// The page by itself, with a folder of its own.
class Page {
public:
    explicit Page(QString const& language = QStringLiteral("en"))
    {
        Settings settings;
        settings.language = language;
        console_ = std::make_unique<Console>(settings);
        page_ = console_->showFirstPage();
        page_->setFolder(folder());
        page_->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page_));
        QObject::connect(page_, &FirstPage::roomWanted, [this](RoomOrder const& order) { orders_.push_back(order); });
    }
    ~Page()
    {
        if (console_->hasRoom()) console_->room().close();
    }
    fs::path folder() const { return fs::path{folder_.path().toStdString()}; }
    Console& console() { return *console_; }
    FirstPage& page() { return *page_; }
    std::vector<RoomOrder> const& orders() const { return orders_; }

    QAbstractButton& button(QString const& text)
    {
        for (auto* one : page_->findChildren<QAbstractButton*>())
            if (one->text().contains(text)) return *one;
        FAIL("no button says " << text.toStdString());
        return *page_->findChild<QAbstractButton*>();
    }
    QString answer() { return page_->findChild<QLabel*>(QStringLiteral("pageAnswer"))->text(); }
    void choose(QString const& city, fs::path const& file)
    {
        button(city).click();
        page_->findChild<QLineEdit*>(QStringLiteral("cityFile"))->setText(QString::fromStdString(file.string()));
    }
    bool done()
    {
        return QTest::qWaitFor([&] { return !page_->isWorking(); }, 60'000);
    }
    fs::path write(char const* name, QByteArray const& bytes)
    {
        fs::path const path = folder() / name;
        QFile file{QString::fromStdString(path.string())};
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }

private:
    QTemporaryDir folder_;
    std::unique_ptr<Console> console_;
    FirstPage* page_ = nullptr;
    std::vector<RoomOrder> orders_;
};

/// A few streets round a square, as an extract of OpenStreetMap.
QByteArray small_town()
{
    QByteArray nodes, ways;
    constexpr int side = 5;
    auto const id = [](int x, int y) { return QByteArray::number(1 + y * side + x); };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            nodes += "<node id='" + id(x, y) + "' version='1' lat='" + QByteArray::number(43.73 + y * 0.002) +
                     "' lon='" + QByteArray::number(7.42 + x * 0.002) + "'/>\n";
    for (int i = 0; i < side; ++i) {
        QByteArray along, across;
        for (int j = 0; j < side; ++j)
            along += "<nd ref='" + id(j, i) + "'/>", across += "<nd ref='" + id(i, j) + "'/>";
        for (auto const& [refs, name] : {std::pair{along, "Row"}, std::pair{across, "Street"}})
            ways += "<way id='" + QByteArray::number(100 + ways.count("<way")) + "' version='1'>" + refs +
                    "<tag k='highway' v='residential'/><tag k='name' v='" + name + " " + QByteArray::number(i) +
                    "'/></way>\n";
    }
    return "<osm version='0.6'>\n" + nodes + ways + "</osm>\n";
}

}  // namespace

TEST_CASE("A city file that is missing or damaged or of another kind is refused with what to do and nothing is lost")
{
    CleanSettings const clean;
    Page first;
    auto const pack = QStringLiteral("A city pack");
    auto const own = QStringLiteral("A city of your own");
    auto const refused = [&](QString const& kind, fs::path const& file, char const* problem, char const* advice) {
        first.choose(kind, file);
        first.button(QStringLiteral("Open the exercise")).click();
        REQUIRE(first.done());
        INFO(file << " -> " << first.answer().toStdString());
        CHECK(first.answer().contains(QString::fromLatin1(problem)));
        CHECK(first.answer().contains(QString::fromLatin1(advice)));
        CHECK(first.orders().empty());
    };
    refused(pack, {}, "Which file?", "Choose it");
    refused(pack, first.folder() / "nowhere.mbtiles", "nowhere.mbtiles", "Choose a city pack");
    refused(pack, first.write("text.mbtiles", "this is no city\n"), "cannot be opened", "Choose a city pack");
    refused(own, first.folder() / "nowhere.osm", "there is no such file", "Fetch the extract anew");
    refused(own, first.write("notes.txt", "x"), "give a file that ends with .osm.pbf", "");
    refused(own, first.write("empty.osm", "<osm version='0.6'></osm>"), "it has no nodes", "Fetch the extract anew");
    refused(own, first.write("cut.osm", small_town().left(900)), "cannot be read", "Fetch the extract anew");
    refused(own, first.write("noise.osm.pbf", QByteArray(5000, '\x7f')), "cannot be read", "Fetch the extract anew");
    // A pack of which a part is gone.
    fs::path const cut = first.folder() / "cut.mbtiles";
    fs::copy_file(city(), cut);
    fs::resize_file(cut, 40'000);
    refused(pack, cut, "cut.mbtiles", "");
    for (auto const& left : fs::directory_iterator{first.folder()}) {
        INFO(left.path());
        CHECK(left.path().extension() != ".part");
    }
}

TEST_CASE("A city of one's own is imported from the first page and a shift is started on it")
{
    CleanSettings const clean;
    Page first;
    first.choose(QStringLiteral("A city of your own"), first.write("small.osm", small_town()));
    first.button(QStringLiteral("Start a new shift")).click();
    REQUIRE(first.done());
    INFO(first.answer().toStdString());
    REQUIRE(until([&] { return first.console().hasRoom(); }));
    REQUIRE(first.orders().size() == 1);
    CHECK(fs::exists(first.folder() / "small.mbtiles"));
    CHECK(first.console().room().exercise() == nullptr);
    CHECK(first.console().room().journal() != nullptr);
    CHECK(first.console().window().isVisible());
    CHECK_FALSE(Settings::isFirstStart());
    first.console().window().close();
}

TEST_CASE("The making of a city shows how far it is and can be stopped and leaves nothing half behind")
{
    CleanSettings const clean;
    Page first;
    first.button(QStringLiteral("Open the exercise")).click();  // the training city, which is not in this folder
    REQUIRE(first.page().isWorking());
    auto& bar = *first.page().findChild<QProgressBar*>();
    CHECK(bar.isVisible());
    CHECK_FALSE(first.button(QStringLiteral("Open the exercise")).isEnabled());
    first.button(QStringLiteral("Stop")).click();
    REQUIRE(first.done());
    CHECK(first.answer().contains(QStringLiteral("Stopped: nothing was written")));
    CHECK(first.orders().empty());
    CHECK(fs::is_empty(first.folder()));
    CHECK(first.button(QStringLiteral("Open the exercise")).isEnabled());
}

TEST_CASE("The exercise is opened from the first page by keys alone in Chinese and by day")
{
    CleanSettings const clean;
    Page first;
    fs::path const pack = first.folder() / "town.mbtiles";
    fs::copy_file(city(), pack);
    auto const press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    auto const go_to = [&](QString const& name) {
        for (int i = 0; i < 20; ++i) {
            auto* focus = QApplication::focusWidget();
            auto const* button = qobject_cast<QAbstractButton*>(focus);
            if (focus->accessibleName().contains(name) || (button != nullptr && button->text().contains(name))) return;
            press(Qt::Key_Tab);
        }
        FAIL("no key leads to " << name.toStdString());
    };
    go_to(QStringLiteral("Language"));
    press(Qt::Key_Down);
    QCoreApplication::processEvents();
    CHECK(first.page().windowTitle() == QStringLiteral("欢迎使用 Cresset"));
    go_to(QStringLiteral("外观"));
    QImage const night = first.page().grab().toImage();
    press(Qt::Key_Down);
    QCoreApplication::processEvents();
    QImage const day = first.page().grab().toImage();
    CHECK(day.pixelColor(4, 4).lightness() > night.pixelColor(4, 4).lightness() + 80);
    go_to(QStringLiteral("训练城市"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    go_to(QStringLiteral("城市文件"));
    QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(pack.string()));
    press(Qt::Key_Return);
    REQUIRE(until([&] { return first.console().hasRoom(); }));
    auto& window = first.console().window();
    CHECK(first.console().room().exercise() != nullptr);
    CHECK(window.hub().chinese());
    CHECK_FALSE(window.theme().dark());
    CHECK(Settings::load().theme == QStringLiteral("day"));
    CHECK(Settings::load().chinese());
    window.close();
}

TEST_CASE("The first page is reached again from help and leaves the shift as it is when it is closed")
{
    CleanSettings const clean;
    Dispatcher desk;
    desk.choose_in_bar(QStringLiteral("Help"), QStringLiteral("First page"));
    auto& page = desk.the<FirstPage>();
    CHECK(page.isVisible());
    CHECK_FALSE(page.isModal());
    QTest::keyClick(&page, Qt::Key_Escape);
    CHECK_FALSE(page.isVisible());
    desk.line("log still here");
    CHECK_FALSE(desk.refused());
}

TEST_CASE("The exercise is the one button of the first page that stands out")
{
    CleanSettings const clean;
    Page first;
    auto const ground = [&](char const* name) {
        auto& button = first.button(QString::fromLatin1(name));
        return button.grab().toImage().pixelColor(4, button.height() / 2);
    };
    auto const accent = widgets::Theme::load("night")->colour("accent");
    CHECK(ground("Open the exercise") == accent);
    CHECK(ground("Start a new shift") != accent);
}

}  // namespace cresset::app::test
