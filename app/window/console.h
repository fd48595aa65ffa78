#pragma once
/// The running program: one room and the window on it; opens another room when that is asked for, and keeps the present
/// one if the other cannot be opened.

#include "app/feeds/live_feeds.h"
#include "app/room.h"
#include "app/window/feeds_dialog.h"
#include "app/window/first_page.h"
#include "app/window/long_work.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"

#include <QObject>
#include <QTranslator>
#include <functional>
#include <memory>

namespace cresset::app {

class Console : public QObject {
    Q_OBJECT
public:
    explicit Console(Settings settings) : settings_{std::move(settings)} {}
    /// An empty text if it is open, else what went wrong.
    QString open(RoomOrder const& order);
    /// Windows that are made from now on are heard through what this makes.
    void setSound(std::function<std::unique_ptr<widgets::SoundOutput>()> make) { make_sound_ = std::move(make); }
    MainWindow& window() { return *window_; }
    Room& room() { return *room_; }
    void show();
    /// Begins to listen to the feeds of the settings, and to these beside them; nothing if the room is only read. The
    /// first problem, as a text.
    QString listen(QStringList const& more = {});
    /// Stops listening; what was counted stands in the journal.
    void stopListening() { feeds_.reset(); }
    LiveFeeds* feeds() { return feeds_.get(); }
    /// The dialog on them; null if the room is only read.
    FeedsDialog* showFeeds();
    /// The page that a first start begins with; a room is opened from it.
    FirstPage* showFirstPage();
    bool hasRoom() const { return room_ != nullptr; }

private:
    void showForTheFirstTime();
    void setLanguage(bool chinese);
    void setTheme(QString const& name);
    void enter(RoomOrder const& order);
    void makeWindow();
    void applyLanguage();
    /// Loads the theme in use and dresses the whole program in it.
    widgets::Theme wear();
    void change(RoomOrder const& order);
    void readyRoads();

    Settings settings_;
    std::unique_ptr<Room> room_;
    std::unique_ptr<LongWork> roads_work_;  // on the roads of the room
    SystemClock wall_;
    QStringList more_feeds_;  // of the command line: not remembered
    std::unique_ptr<LiveFeeds> feeds_;
    std::function<std::unique_ptr<widgets::SoundOutput>()> make_sound_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<FirstPage> page_;
    QTranslator words_, qt_words_;
};

}  // namespace cresset::app
