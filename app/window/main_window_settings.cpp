/// The settings as rows: what each is called and does, and how it comes into use at once.
#include "app/window/main_window.h"
#include "app/window/settings_window.h"

#include <QToolBar>
#include <algorithm>
#include <iterator>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr int most_layouts = 50;

QString word(char const* english)
{
    return QString::fromUtf8(english);
}

}  // namespace

void MainWindow::showSettings()
{
    auto* window = findChild<SettingsWindow*>();
    if (window == nullptr) {
        window = new SettingsWindow{settingRows(), this};
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->setSounds([this] { return soundSettings(); });
        connect(&layouts_, &DeskLayouts::changed, window, [this, window] { window->setRows(settingRows()); });
    }
    window->begin();
}

std::vector<SoundSetting> MainWindow::soundSettings()
{
    std::vector<SoundSetting> rows;
    for (SoundClass const& sound : sounds_.classes())
        rows.push_back({QString::fromStdString(sound.code), hub_.name(sound.name), sound.least_volume,
                        [this, code = sound.code] { return sounds_.volume(code); },
                        [this, code = sound.code](int volume) { sounds_.setVolume(code, volume); },
                        [this, code = sound.code] { sounds_.hear(code); }});
    return rows;
}

std::vector<SettingRow> MainWindow::settingRows()
{
    std::vector<SettingRow> rows;
    for (auto part : {lookRows(), deskRows(), mapRows()}) std::ranges::move(part, std::back_inserter(rows));
    for (SettingRow& row : rows)
        if (row.kind != SettingRow::Kind::act)
            row.set = [this, set = std::move(row.set)](QVariant const& value) {
                set(value);
                settings_.save();
            };
    return rows;
}

std::vector<SettingRow> MainWindow::lookRows()
{
    char const* const section = QT_TRANSLATE_NOOP("Settings", "Look");
    Settings const usual;
    return {
        {"language",
         section,
         QT_TRANSLATE_NOOP("Settings", "Language"),
         QT_TRANSLATE_NOOP("Settings", "Of every word of the program. Verbs are understood in both."),
         SettingRow::Kind::choice,
         usual.language,
         [this] { return QVariant{settings_.language}; },
         [this](QVariant const& value) {
             settings_.language = value.toString();
             Q_EMIT languageWanted(settings_.chinese());
         },
         {{QString{}, word(QT_TRANSLATE_NOOP("Settings", "that of the computer"))},
          {QStringLiteral("en"), word(QT_TRANSLATE_NOOP("Settings", "English"))},
          {QStringLiteral("zh_CN"), word(QT_TRANSLATE_NOOP("Settings", "Chinese"))}}},
        {"theme",
         section,
         QT_TRANSLATE_NOOP("Settings", "Theme"),
         QT_TRANSLATE_NOOP("Settings", "Night for a dim room, day for a bright one."),
         SettingRow::Kind::choice,
         usual.theme,
         [this] { return QVariant{settings_.theme}; },
         [this](QVariant const& value) { Q_EMIT themeWanted(value.toString()); },
         {{QStringLiteral("night"), word(QT_TRANSLATE_NOOP("Settings", "night"))},
          {QStringLiteral("day"), word(QT_TRANSLATE_NOOP("Settings", "day"))}}},
        {"text_size",
         section,
         QT_TRANSLATE_NOOP("Settings", "Text size"),
         QT_TRANSLATE_NOOP("Settings", "Of all panels and menus. The map keeps its own."),
         SettingRow::Kind::number,
         usual.text_size,
         [this] { return QVariant{settings_.text_size}; },
         [this](QVariant const& value) {
             settings_.text_size = value.toInt();
             Q_EMIT textSizeWanted();
         },
         {},
         100,
         200,
         10,
         " %"},
    };
}

void MainWindow::setSeat(QString const& seat)
{
    if (seat == settings_.seat) return;
    layouts_.leave();
    settings_.seat = seat;
    settings_.layout.clear();
    layouts_.open();
    work_holder_->setVisible(files_.work().isRunning());
    nameTabs();
    fillLayoutMenu();
}

std::vector<SettingRow> MainWindow::deskRows()
{
    char const* const section = QT_TRANSLATE_NOOP("Settings", "Desk");
    Settings const usual;
    std::vector<SettingChoice> layouts;
    for (QString const& name : layouts_.names().mid(0, most_layouts)) layouts.push_back({name, name});
    return {
        {"seat",
         section,
         QT_TRANSLATE_NOOP("Settings", "Seat"),
         QT_TRANSLATE_NOOP("Settings",
                           "A name such as calls, dispatch or supervisor: each seat has layouts of its own."),
         SettingRow::Kind::text,
         usual.seat,
         [this] { return QVariant{settings_.seat}; },
         [this](QVariant const& value) { setSeat(value.toString()); },
         {}},
        {"layout", section, QT_TRANSLATE_NOOP("Settings", "Layout"),
         QT_TRANSLATE_NOOP("Settings",
                           "Where the panels stand. Keys: Shift+F1 to Shift+F9; layout save NAME saves one."),
         SettingRow::Kind::choice, nameOf(UsualLayout::dispatch), [this] { return QVariant{layouts_.current()}; },
         [this](QVariant const& value) {
             layouts_.switchTo(value.toString());
             nameTabs();
         },
         layouts},
        {"confirm_above",
         section,
         QT_TRANSLATE_NOOP("Settings", "Ask twice above"),
         QT_TRANSLATE_NOOP("Settings", "An act on more units than this is shown first and done by a second Enter."),
         SettingRow::Kind::number,
         usual.confirm_above,
         [this] { return QVariant{settings_.confirm_above}; },
         [this](QVariant const& value) {
             settings_.confirm_above = value.toInt();
             command_.setConfirmAbove(settings_.confirm_above);
         },
         {},
         1,
         50,
         1,
         QT_TRANSLATE_NOOP("Settings", " units")},
        {"feeds",
         section,
         QT_TRANSLATE_NOOP("Settings", "Receivers"),
         QT_TRANSLATE_NOOP("Settings", "Live positions over the network, a serial port or from this computer."),
         SettingRow::Kind::act,
         {},
         {},
         [this](QVariant const&) { Q_EMIT feedsWanted(); },
         {},
         0,
         0,
         1,
         QT_TRANSLATE_NOOP("Settings", "Open the feeds")},
    };
}

std::vector<SettingRow> MainWindow::mapRows()
{
    char const* const section = QT_TRANSLATE_NOOP("Settings", "Map");
    Settings const usual;
    return {
        {"names",
         section,
         QT_TRANSLATE_NOOP("Settings", "Names on the map"),
         QT_TRANSLATE_NOOP("Settings", "In which writing streets and places are named."),
         SettingRow::Kind::choice,
         usual.names,
         [this] { return QVariant{settings_.names}; },
         [this](QVariant const& value) {
             settings_.names = value.toInt();
             map_.setNames(settings_.names);
             layers_.setNames(settings_.names);
         },
         {{-1, word(QT_TRANSLATE_NOOP("Settings", "as the window"))},
          {static_cast<int>(NameChoice::latin), word(QT_TRANSLATE_NOOP("Settings", "Latin"))},
          {static_cast<int>(NameChoice::chinese), word(QT_TRANSLATE_NOOP("Settings", "Chinese"))},
          {static_cast<int>(NameChoice::both), word(QT_TRANSLATE_NOOP("Settings", "both"))}}},
        {"tail_minutes",
         section,
         QT_TRANSLATE_NOOP("Settings", "Tails of units"),
         QT_TRANSLATE_NOOP("Settings", "How far back the way of a unit is drawn behind it."),
         SettingRow::Kind::number,
         usual.tail_minutes,
         [this] { return QVariant{settings_.tail_minutes}; },
         [this](QVariant const& value) {
             settings_.tail_minutes = value.toInt();
             map_.setTailReach(Duration{settings_.tail_minutes * 60'000});
         },
         {},
         1,
         30,
         1,
         QT_TRANSLATE_NOOP("Settings", " min")},
        {"glide",
         section,
         QT_TRANSLATE_NOOP("Settings", "Zoom"),
         QT_TRANSLATE_NOOP("Settings", "Whether the map glides to another zoom or is there at once."),
         SettingRow::Kind::choice,
         usual.glide,
         [this] { return QVariant{settings_.glide}; },
         [this](QVariant const& value) {
             settings_.glide = value.toBool();
             map_.canvas().setGlide(settings_.glide);
         },
         {{true, word(QT_TRANSLATE_NOOP("Settings", "glides"))},
          {false, word(QT_TRANSLATE_NOOP("Settings", "at once"))}}},
    };
}

}  // namespace cresset::app
