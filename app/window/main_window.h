#pragma once
/// The workstation: top strip, queue and card at the left, the map, the board at the right, log and command line below.

#include "app/room.h"
#include "app/window/actions.h"
#include "app/window/context_menus.h"
#include "app/window/desk_layouts.h"
#include "app/window/desk_tool.h"
#include "app/window/saved_views.h"
#include "app/window/screen_watch.h"
#include "app/window/setting_rows.h"
#include "app/window/settings.h"
#include "app/window/shift_files.h"
#include "widgets/alarm_list.h"
#include "widgets/alarm_sounds.h"
#include "widgets/call_intake.h"
#include "widgets/command_bar.h"
#include "widgets/desk_hub.h"
#include "widgets/found_list.h"
#include "widgets/help_page.h"
#include "widgets/incident_card.h"
#include "widgets/incident_queue.h"
#include "widgets/layer_panel.h"
#include "widgets/log_view.h"
#include "widgets/map_view.h"
#include "widgets/top_strip.h"
#include "widgets/tour.h"
#include "widgets/unit_board.h"
#include "widgets/work_bar.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QMenu>
#include <QPageLayout>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <set>

class QPrinter;
class QShortcut;
class QToolBar;

namespace cresset::app {

struct SoundSetting;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Room and settings must outlive it.
    MainWindow(Room& room, Settings& settings, widgets::Theme theme);
    ~MainWindow() override;

    /// Lets the clock run (a picture is taken without).
    void start();
    /// Another look, with everything that is open or typed left as it is.
    void setTheme(widgets::Theme const& theme);
    widgets::MapView& map() { return map_; }
    widgets::DeskHub& hub() { return hub_; }
    widgets::Theme const& theme() const { return theme_; }
    widgets::AlarmSounds& sounds() { return sounds_; }
    widgets::FileLayers& files() { return map_files_; }
    /// A map file becomes a layer: begins to read it, and says how that ended.
    void addFile(QString const& path, Datum datum);
    void refreshAll();
    /// The first of the queue, so that the card has something to show.
    void selectMostUrgent();
    DeskLayouts& layouts() { return layouts_; }
    widgets::Tour& tour() { return tour_; }
    /// Every setting of the program, with its value as it is now.
    std::vector<SoundSetting> soundSettings();
    std::vector<SettingRow> settingRows();
    /// Every key of the window, a line each, as the page of help shows them.
    QStringList keyLines() const;

Q_SIGNALS:
    void languageWanted(bool chinese);
    void themeWanted(QString const& name);
    void roomWanted(cresset::app::RoomOrder const& order);
    void feedsWanted();
    void firstPageWanted();
    /// The size of text was changed in the settings.
    void textSizeWanted();

protected:
    void changeEvent(QEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildBars();
    void buildDocks();
    void buildTools();
    ToolParts toolParts();
    QDockWidget* dock(char const* name, QWidget* content, Qt::DockWidgetArea area);
    void nameTabs();
    void hideByEscape(QDockWidget& panel);
    void showDock(char const* name);
    void panelSeen(QDockWidget& panel, bool shown);
    void showPanels();
    QDockWidget* panelInHand();
    void floatPanel();
    void lift(QDockWidget& panel);
    void panelToNextScreen();
    void buildLayoutMenu();
    void fillLayoutMenu();
    void doLayout(Command const& command);
    void switchLayout(QString const& name);
    std::vector<QWidget*> windowsToWatch();
    bool isOurWindow(QWidget const* window) const;
    void connectScreens();
    void connectWork();
    void showSettings();
    std::vector<SettingRow> lookRows();
    std::vector<SettingRow> deskRows();
    std::vector<SettingRow> mapRows();
    void setSeat(QString const& seat);
    std::vector<widgets::TourStep> tourSteps();
    void printHelp();
    void buildActions();
    std::vector<ActionRow> fileRows();
    std::vector<ActionRow> actRows();
    std::vector<ActionRow> viewRows();
    std::vector<ActionRow> exerciseRows();
    std::vector<ActionRow> helpRows();
    void connectPanels();
    void connectMenus();
    void connectMap();
    void connectFiles();
    void filesChanged();
    void cameIntoSight();
    void fileFinished(QString const& key);
    void askForFiles();
    void askForDatum(QStringList const& paths, QPoint global);
    void setLayers(widgets::LayerStates const& states);
    QString viewsOf() const;
    void followUnit(UnitId unit);
    void lookAtView(QString const& name);
    void keepView(QString const& name);
    void forgetView(QString const& name);
    void viewsChanged();
    void retranslate();
    bool mayQuit();
    bool isAct(QKeyEvent const& key, QWidget const* focus) const;
    bool takeLetter(QKeyEvent const& key, QWidget const* focus);
    bool goesOnInLine(QKeyEvent const& key, QWidget const* focus);
    void tick();
    void follow();
    void everySecond();
    void watchJournal();
    void setSpeed(int speed);
    void showHelp(QString const& verb);
    void takeCall(std::optional<Place> place = {});
    void lookAtIncident(std::optional<IncidentId> incident);
    void advanceStatus();
    void takeNext();
    void showAlarms();
    void connectSounds();
    void silence();
    void raiseDistress();
    void showSound();
    void spokenTo();
    void copyPicture();
    void askForPrinter(QString const& title, QPageLayout::Orientation page, std::function<void(QPrinter&)> print);
    void printMap();
    void wantLanguage() { Q_EMIT languageWanted(!hub_.chinese()); }
    void wantTheme() { Q_EMIT themeWanted(theme_.dark() ? QStringLiteral("day") : QStringLiteral("night")); }

    Room& room_;
    Settings& settings_;
    widgets::Theme theme_;
    widgets::DeskHub hub_;
    ShiftFiles files_;
    ContextMenus menus_;
    widgets::TopStrip strip_;
    widgets::IncidentQueue queue_;
    widgets::IncidentCard card_;
    widgets::CallIntake intake_;
    widgets::UnitBoard board_;
    widgets::LogView log_;
    widgets::AlarmList alarms_;
    widgets::AlarmSounds sounds_;
    std::set<AlertId> distress_shown_;
    widgets::CommandBar command_;
    widgets::FileLayers map_files_;  // longer than the map that draws them
    QStringList awaited_;            // keys of files whose end somebody waits to hear of
    QString out_of_sight_;           // of the file that is said to lie outside of the picture
    widgets::MapView map_;
    widgets::HelpPage help_;
    widgets::FoundList found_;
    widgets::LayerPanel layers_;
    SavedViews views_;
    std::vector<QShortcut*> view_keys_;  // Alt+1 to Alt+9
    ActionTable actions_;
    widgets::WorkBar work_bar_;
    QToolBar* work_holder_ = nullptr;
    Docks docks_;
    DeskLayouts layouts_;
    ScreenWatch screens_;
    widgets::Tour tour_;
    std::vector<std::unique_ptr<DeskTool>> desk_tools_;
    std::vector<ToolPanel> tool_panels_;
    QMenu* layout_menu_ = nullptr;
    QTimer tick_, second_;
    QElapsedTimer elapsed_, tried_, quit_asked_;
    QPointer<QWidget const> typed_in_;                      // a panel that floats, where a command was begun
    std::vector<QDockWidget*> seen_;                        // panels in the order in which they came to the front
    std::map<QDockWidget*, QList<QDockWidget*>> stack_of_;  // tabs beside it when it was seen last
    qint64 exercise_ms_ = 0;
    int ticks_ = 0;
    int speed_ = 1;
};

/// The sheet on one page; false if the printer or the file did not take it.
bool printSheet(QPrinter& printer, widgets::MapSheet const& sheet);

}  // namespace cresset::app
