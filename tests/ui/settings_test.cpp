#include "app/window/settings_window.h"
#include "tests/ui/dispatcher.h"
#include "widgets/layer_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTranslator>
#include <set>

// The window of settings: found by typing, in use at once, remembered, and taken back.

namespace cresset::app::test {

namespace {

SettingsWindow& open_settings(Dispatcher& desk)
{
    desk.key(Qt::Key_Comma, Qt::ControlModifier);
    auto& window = desk.the<SettingsWindow>();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    return window;
}

template <typename Editor>
Editor& editor(SettingsWindow& window, char const* key)
{
    auto* found = window.findChild<Editor*>(QStringLiteral("setting_") + QString::fromLatin1(key));
    REQUIRE(found != nullptr);
    return *found;
}

void type(SettingsWindow& window, QString const& text)
{
    auto* search = window.findChild<QLineEdit*>(QStringLiteral("settingsSearch"));
    search->setText(text);
}

/// Keys of the rows that are shown.
std::set<std::string> shown(SettingsWindow& window)
{
    std::set<std::string> keys;
    for (auto* widget : window.findChildren<QWidget*>())
        if (widget->objectName().startsWith(QStringLiteral("setting_")) && widget->isVisibleTo(&window))
            keys.insert(widget->objectName().mid(8).toStdString());
    return keys;
}

void settle_events()
{
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

struct CleanSettings {
    CleanSettings() { QSettings{}.clear(); }
    ~CleanSettings() { QSettings{}.clear(); }
};

}  // namespace

TEST_CASE("Settings are found by any word of them in either language whatever is spoken")
{
    CleanSettings const clean;
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        auto& window = open_settings(desk);
        CHECK_FALSE(window.isModal());
        CHECK(shown(window).size() == 10);
        type(window, QStringLiteral("zzz"));
        CHECK(shown(window).empty());
        type(window, QStringLiteral("text SIZE"));
        CHECK(shown(window) == std::set<std::string>{"text_size"});
        type(window, QStringLiteral("席位"));
        CHECK(shown(window).contains("seat"));
        CHECK_FALSE(shown(window).contains("theme"));
        type(window, QStringLiteral("夜"));
        CHECK(shown(window).contains("theme"));
        type(window, QStringLiteral("night"));
        CHECK(shown(window).contains("theme"));
        for (auto const& [typed, key] :
             {std::pair{"字号", "text_size"}, std::pair{"字体", "text_size"}, std::pair{"语言", "language"},
              std::pair{"主题", "theme"}, std::pair{"布局", "layout"}, std::pair{"font", "text_size"},
              std::pair{"dark", "theme"}, std::pair{"gps", "feeds"}, std::pair{"轨迹", "tail_minutes"}}) {
            type(window, QString::fromUtf8(typed));
            INFO(typed);
            CHECK(shown(window).contains(key));
        }
        type(window, {});
        CHECK(shown(window).size() == 10);
    }
}

TEST_CASE("Enter in the search goes to the first setting that is shown and Escape closes the window")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& window = open_settings(desk);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("tails"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(QApplication::focusWidget() == &editor<QSpinBox>(window, "tail_minutes"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    settle_events();
    CHECK(desk.window().findChild<SettingsWindow*>() == nullptr);
}

TEST_CASE("What is changed in the settings is in use at once and remembered and marked and can be put back")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& window = open_settings(desk);
    auto const choose = [&](char const* key, int row) {
        auto& box = editor<QComboBox>(window, key);
        box.setCurrentIndex(row);
        Q_EMIT box.activated(row);
        settle_events();
    };
    auto const is_changed = [&](char const* key) {
        return window.findChild<QPushButton*>(QStringLiteral("usual_") + QString::fromLatin1(key))
            ->isVisibleTo(&window);
    };
    auto const put_back = [&](char const* key) {
        window.findChild<QPushButton*>(QStringLiteral("usual_") + QString::fromLatin1(key))->click();
        settle_events();
    };

    CHECK_FALSE(is_changed("theme"));
    choose("theme", 1);
    CHECK_FALSE(desk.window().theme().dark());
    CHECK(Settings::load().theme == QStringLiteral("day"));
    CHECK(is_changed("theme"));
    CHECK(editor<QComboBox>(window, "theme").accessibleName().contains(QStringLiteral("changed")));
    put_back("theme");
    CHECK(desk.window().theme().dark());
    CHECK_FALSE(is_changed("theme"));
    CHECK(Settings::load().theme == QStringLiteral("night"));

    choose("language", 2);
    CHECK(desk.hub().chinese());
    CHECK(window.windowTitle() == QStringLiteral("设置"));
    choose("language", 1);
    CHECK_FALSE(desk.hub().chinese());
    CHECK(window.windowTitle() == QStringLiteral("Settings"));

    int const before = desk.the<QLabel>("answer").fontMetrics().height();
    editor<QSpinBox>(window, "text_size").setValue(200);
    settle_events();
    CHECK(desk.the<QLabel>("answer").fontMetrics().height() > before * 3 / 2);
    CHECK(Settings::load().text_size == 200);
    put_back("text_size");
    CHECK(desk.the<QLabel>("answer").fontMetrics().height() == before);

    choose("names", 3);
    CHECK(desk.window().map().canvas().names() == widgets::NameChoice::both);
    choose("layout", 1);
    CHECK(desk.window().layouts().current() == QStringLiteral("calls"));
    CHECK(is_changed("layout"));
    put_back("layout");
    CHECK(desk.window().layouts().current() == QStringLiteral("dispatch"));

    auto& seat = editor<QLineEdit>(window, "seat");
    seat.setText(QStringLiteral("supervisor"));
    Q_EMIT seat.editingFinished();
    settle_events();
    CHECK(Settings::load().seat == QStringLiteral("supervisor"));
    CHECK(desk.window().layouts().current() == QStringLiteral("supervisor"));
}

TEST_CASE("An act on more units than the setting says waits for a second Enter")
{
    CleanSettings const clean;
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    auto& window = open_settings(desk);
    editor<QSpinBox>(window, "confirm_above").setValue(1);
    window.close();
    desk.window().activateWindow();
    auto const rows = desk.rows();
    desk.line("d P01 P02");
    CHECK(desk.rows() == rows);
    CHECK(desk.answer().contains(QStringLiteral("Enter again")));
    CHECK(desk.hub().preview().has_value());
    desk.keys(QStringLiteral(" "));  // something else is typed: it is asked anew
    desk.key(Qt::Key_Return);
    CHECK(desk.rows() == rows);
    desk.key(Qt::Key_Return);
    CHECK(desk.rows() > rows);
    CHECK_FALSE(desk.refused());
    desk.line("d P03");  // one is few
    CHECK_FALSE(desk.answer().contains(QStringLiteral("Enter again")));
}

TEST_CASE("Each class of sounds has its volume and distress cannot be turned off")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& window = open_settings(desk);
    auto& sounds = desk.window().sounds();
    for (auto const& sound : sounds.classes()) {
        QString const code = QString::fromStdString(sound.code);
        auto* slider = window.findChild<QSlider*>(QStringLiteral("volume_") + code);
        REQUIRE(slider != nullptr);
        CHECK(slider->value() == sound.volume);
        slider->setValue(0);
        CHECK(sounds.volume(sound.code) == sound.least_volume);
        slider->setValue(90);
        CHECK(sounds.volume(sound.code) == 90);
        CHECK(window.findChild<QPushButton*>(QStringLiteral("hear_") + code) != nullptr);
    }
    CHECK(sounds.classes().front().least_volume > 0);
}

TEST_CASE("Without sounds the settings have no section of them and a sound is heard from there")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& window = open_settings(desk);
    window.setSounds([] { return std::vector<SoundSetting>{}; });
    CHECK(window.findChild<QSlider*>() == nullptr);
    int heard = 0;
    window.setSounds([&] {
        return std::vector<SoundSetting>{{QStringLiteral("distress"), QStringLiteral("Distress"), 30, [] { return 40; },
                                          [](int) {}, [&] { ++heard; }}};
    });
    window.findChild<QPushButton*>(QStringLiteral("hear_distress"))->click();
    CHECK(heard == 1);
}

}  // namespace cresset::app::test
