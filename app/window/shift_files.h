#pragma once
/// What a dispatcher does with files: another city, another journal, a new shift, a backup, personal text erased for
/// good. Each asks first; the program opens the room that comes of it.

#include "app/room.h"
#include "widgets/desk_hub.h"

#include <QObject>

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
    /// The caller and the narrative of the incident selected.
    void eraseCaller();

Q_SIGNALS:
    void roomWanted(cresset::app::RoomOrder const& order);

private:
    QString journalToWrite(QString const& title);
    RoomOrder orderOf(QString const& journal) const;

    Room& room_;
    widgets::DeskHub& hub_;
    QWidget& window_;
};

}  // namespace cresset::app
