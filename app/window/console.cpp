#include "app/window/console.h"

#include "app/resources.h"
#include "core/store/error.h"
#include "widgets/style_sheet.h"
#include "widgets/words.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QPointer>
#include <QTimer>
#include <set>

namespace cresset::app {

namespace {

constexpr int first_seconds_ms = 2'000;  // they belong to the window

/// A disk that cannot be read is a problem to tell here, not the end of the program.
Result<std::unique_ptr<Room>> openRoom(RoomOrder const& order)
{
    try {
        return Room::open(order);
    } catch (StoreError const& error) {
        return Problem{error.what()};
    }
}

}  // namespace

QString Console::open(RoomOrder const& order)
{
    auto room = openRoom(order);
    if (!room) return widgets::problemText(room.problem());
    window_.reset();
    feeds_.reset();
    roads_work_.reset();
    room_ = *std::move(room);
    applyLanguage();
    makeWindow();
    return {};
}

widgets::Theme Console::wear()
{
    auto theme = widgets::Theme::load(settings_.theme.toStdString());
    if (!theme) theme = widgets::Theme::load("night");
    qApp->setPalette(widgets::paletteOf(*theme));
    qApp->setStyleSheet(widgets::styleSheetOf(*theme, settings_.text_size));
    return *theme;
}

void Console::makeWindow()
{
    window_ = std::make_unique<MainWindow>(*room_, settings_, wear());
    if (room_->pack())
        if (auto map = widgets::BaseMap::open(room_->pack()->file().string())) window_->map().setBaseMap(*map);
    if (make_sound_)  // once the window is there: looking for a loudspeaker takes its time
        QTimer::singleShot(0, window_.get(), [this] { window_->sounds().setOutput(make_sound_()); });
    connect(window_.get(), &MainWindow::languageWanted, this, &Console::setLanguage);
    connect(window_.get(), &MainWindow::themeWanted, this, &Console::setTheme);
    connect(window_.get(), &MainWindow::textSizeWanted, this, [this] { window_->setTheme(wear()); });
    connect(window_.get(), &MainWindow::firstPageWanted, this, &Console::showFirstPage);
    connect(window_.get(), &MainWindow::feedsWanted, this, &Console::showFeeds);
    connect(window_.get(), &MainWindow::roomWanted, this,
            [this](RoomOrder const& order) { QTimer::singleShot(0, this, [this, order] { change(order); }); });
}

void Console::setLanguage(bool chinese)
{
    // "That of the computer" stays so where it is the same.
    if (settings_.chinese() != chinese) settings_.language = chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (window_) window_->hub().setChinese(chinese);
    applyLanguage();
}

void Console::setTheme(QString const& name)
{
    settings_.theme = name;
    auto const theme = wear();
    if (!window_) return;
    window_->setTheme(theme);
    if (auto* dialog = window_->findChild<FeedsDialog*>()) dialog->setTheme(window_->theme());
}

FirstPage* Console::showFirstPage()
{
    if (!page_) {
        if (!window_) wear(), applyLanguage();
        page_ = std::make_unique<FirstPage>(settings_, window_.get());
        connect(page_.get(), &FirstPage::languageChosen, this, &Console::setLanguage);
        connect(page_.get(), &FirstPage::themeChosen, this, &Console::setTheme);
        connect(page_.get(), &FirstPage::roomWanted, this,
                [this](RoomOrder const& order) { QTimer::singleShot(0, this, [this, order] { enter(order); }); });
    }
    page_->show();
    page_->raise();
    return page_.get();
}

/// From the first page: it stays, and says why, if the room cannot be opened.
void Console::enter(RoomOrder const& order)
{
    settings_.save();
    if (window_) {
        page_.reset();
        return change(order);
    }
    QString const problem = open(order);
    if (!problem.isEmpty()) return page_->say(problem);
    show();
    page_.reset();  // not before: with its last window the program would end
    listen(more_feeds_);
}

QString Console::listen(QStringList const& more)
{
    more_feeds_ = more;
    if (room_->read_only()) return {};
    feeds_ = std::make_unique<LiveFeeds>(room_->session(), wall_);
    QString first;
    for (QString const& text : settings_.feeds + more) {
        auto const address = parse_feed_address(text.toStdString());
        auto const problem = address ? feeds_->add(*address) : std::optional<Problem>{Problem{address.problem()}};
        if (problem && first.isEmpty()) first = widgets::problemText(problem->text);
    }
    connect(feeds_.get(), &LiveFeeds::listChanged, this, [this] {
        settings_.feeds.clear();
        for (std::string const& one : feeds_->addresses())
            if (QString const text = QString::fromStdString(one); !more_feeds_.contains(text))
                settings_.feeds.append(text);
        settings_.save();
    });
    if (!first.isEmpty()) window_->hub().say(first, false);
    return first;
}

FeedsDialog* Console::showFeeds()
{
    if (!feeds_) return window_->hub().say(tr("this shift is only read: it has no feeds of its own"), false), nullptr;
    auto* dialog = window_->findChild<FeedsDialog*>();
    if (dialog == nullptr) dialog = new FeedsDialog{*feeds_, window_->hub(), window_->theme(), window_.get()};
    dialog->show();
    dialog->raise();
    return dialog;
}

void Console::applyLanguage()
{
    qApp->removeTranslator(&words_);
    qApp->removeTranslator(&qt_words_);
    if (!settings_.chinese()) {
        // Without a translator nothing tells the widgets that the words changed.
        QEvent event{QEvent::LanguageChange};
        QList<QPointer<QWidget>> widgets;  // some make their parts anew when they are told
        for (QWidget* widget : QApplication::allWidgets()) widgets.append(widget);
        for (auto const& widget : widgets)
            if (widget) QApplication::sendEvent(widget, &event);
        return;
    }
    if (qt_words_.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        qApp->installTranslator(&qt_words_);
    if (words_.load(QStringLiteral(":/translations/cresset_zh_CN.qm"))) qApp->installTranslator(&words_);
}

/// As large as the screen; the panels then share what there is.
void Console::showForTheFirstTime()
{
    window_->showMaximized();
    QTimer::singleShot(0, window_.get(),
                       [window = window_.get()] { window->layouts().switchTo(window->layouts().current()); });
}

void Console::show()
{
    if (window_->layouts().cameBack()) {
        window_->show();
        window_->layouts().settle();
    } else {
        showForTheFirstTime();
    }
    window_->start();
    QTimer::singleShot(first_seconds_ms, window_.get(), [this] { readyRoads(); });
}

/// Makes the hierarchies of the roads for the modes of the units there are, one after the other. Recommendations name
/// the same units before; where few may go they take longer.
void Console::readyRoads()
{
    RoadGuide const* const guide = room_->guide();
    if (guide == nullptr || room_->read_only()) return;
    std::set<Mode> modes;
    for (auto const& [id, unit] : room_->session().world().units) modes.insert(unit.mode);
    roads_work_ = std::make_unique<LongWork>();
    roads_work_->start([roads = &guide->roads(), modes](LongWork::Tell const& tell) -> std::optional<Problem> {
        for (Mode const mode : modes) {
            if (!tell({}, -1)) break;
            roads->hierarchy(mode);
        }
        return {};
    });
}

void Console::change(RoomOrder const& wanted)
{
    RoomOrder order = wanted;
    if (!order.journal && order.city) {  // another city: its own shift beside the pack
        auto file = *order.city;
        order.journal = file.replace_extension(".cresset");
        std::error_code error;
        if (!std::filesystem::exists(*order.journal, error)) order.drill = "first-shift";
    }
    // The present room lets go of its journal first: the next may be the same, or take it over.
    RoomOrder back;
    if (room_->journal() != nullptr) back.journal = room_->journal()->file();
    if (room_->pack()) back.city = room_->pack()->file();
    page_.reset();
    window_.reset();
    feeds_.reset();
    roads_work_.reset();
    room_.reset();
    QString const problem = open(order);
    if (!problem.isEmpty()) {
        QString const again = open(back);
        if (!again.isEmpty()) {
            QMessageBox::critical(nullptr, QStringLiteral("Cresset"), again);
            return QApplication::quit();
        }
        window_->hub().say(problem, false);
    }
    show();
    listen(more_feeds_);
    if (!problem.isEmpty()) window_->hub().say(problem, false);
}

}  // namespace cresset::app
