#pragma once
/// What a dispatcher does with files: another city, another journal, a new shift, a backup, personal text erased for
/// good. Each asks first; the program opens the room that comes of it.

#include "app/room.h"
#include "app/window/long_work.h"
#include "widgets/desk_hub.h"

#include <QObject>
#include <functional>

class QFileDialog;

namespace cresset::app {

class ShiftFiles : public QObject {
    Q_OBJECT
public:
    /// Dialogs stand before the window.
    ShiftFiles(Room& room, widgets::DeskHub& hub, QWidget& window) : room_{room}, hub_{hub}, window_{window} {}

    void openCity();
    void openJournal();
    void newShift();
    void backUp();
    /// Reads the whole journal again and says whether it is whole.
    void check();
    /// What runs in the background, one thing at a time.
    LongWork& work() { return work_; }
    /// The caller and the narrative of the incident selected.
    void eraseCaller();

Q_SIGNALS:
    void roomWanted(cresset::app::RoomOrder const& order);
    /// Work begins that takes a while: what it is.
    void workBegins(QString const& what);

private:
    /// Said when it is done; a problem or a stop is said as such.
    void run(QString const& what, QString const& done, LongWork::Task task);
    QFileDialog* askForFile(QString const& title, QString const& kinds, std::function<void(QString)> then);
    void askForNewJournal(QString const& title, std::function<void(QString)> then);
    void backUpTo(QString const& file);
    void eraseCallerOf(IncidentId id);
    RoomOrder orderOf(QString const& journal) const;

    Room& room_;
    widgets::DeskHub& hub_;
    QWidget& window_;
    LongWork work_;
};

}  // namespace cresset::app
