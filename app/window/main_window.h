#pragma once
/// The workstation: top strip, queue and card at the left, the map, the board at the right, log and command line below.

#include "app/room.h"
#include "app/window/actions.h"
#include "app/window/settings.h"
#include "widgets/call_intake.h"
#include "widgets/command_bar.h"
#include "widgets/desk_hub.h"
#include "widgets/incident_card.h"
#include "widgets/incident_queue.h"
#include "widgets/log_view.h"
#include "widgets/map_view.h"
#include "widgets/top_strip.h"
#include "widgets/unit_board.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QTextBrowser>
#include <QTimer>
#include <memory>

namespace cresset::app {

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Room and settings must outlive it.
    MainWindow(Room& room, Settings& settings, widgets::Theme theme);
    ~MainWindow() override;

    /// Lets the clock run (a picture is taken without).
    void start();
    widgets::MapView& map() { return map_; }
    widgets::DeskHub& hub() { return hub_; }
    void refreshAll();
    /// The first of the queue, so that the card has something to show.
    void selectMostUrgent();

Q_SIGNALS:
    void languageWanted(bool chinese);
    void themeWanted(QString const& name);
    void roomWanted(cresset::app::RoomOrder const& order);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QDockWidget* dock(char const* name, QWidget* content, Qt::DockWidgetArea area);
    void buildDocks();
    void buildActions();
    void connectPanels();
    void retranslate();
    void tick();
    void everySecond();
    void setSpeed(int speed);
    void showHelp(QString const& verb);
    void showFound(QString const& text);
    void showNear(LookNear const& look);
    void addResult(QString const& text, Place place);
    void takeCall(std::optional<Place> place = {});
    void placeMenu(Place place, widgets::MarkKey mark, QPoint global);
    void unitMenu(UnitId unit, QPoint global);
    void incidentMenu(IncidentId incident, QPoint global);
    void openCity();
    void openJournal();
    void newShift();
    void backUp();
    void eraseCaller();
    void copyPicture();

    Room& room_;
    Settings& settings_;
    widgets::Theme theme_;
    widgets::DeskHub hub_;
    widgets::TopStrip strip_;
    widgets::IncidentQueue queue_;
    widgets::IncidentCard card_;
    widgets::CallIntake intake_;
    widgets::UnitBoard board_;
    widgets::LogView log_;
    widgets::CommandBar command_;
    widgets::MapView map_;
    QTextBrowser help_;
    QListWidget results_;
    QLabel cursor_;
    ActionTable actions_;
    std::map<QString, QDockWidget*> docks_;
    QTimer tick_, second_;
    QElapsedTimer elapsed_;
    qint64 exercise_ms_ = 0;
    int speed_ = 1;
};

}  // namespace cresset::app
