#pragma once
/// Every alarm that stands: what, where, since when, what now; distress first, then the newest. Enter looks at it,
/// Space acknowledges it, Shift+Space shelves it for a time. Distress that is acknowledged says so and stays, as strong
/// as before, until it is cancelled. What is shelved stands below, dim, with the time until it comes back.

#include "core/session/alarm_load.h"
#include "widgets/desk_hub.h"
#include "widgets/sorted_rows.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace cresset::widgets {

class AlarmModel : public SortedRows<AlertId> {
    Q_OBJECT
public:
    explicit AlarmModel(DeskHub& hub, QObject* parent = nullptr);
    RowLook look(int row) const override;

private:
    std::vector<AlertId> ordered() const override;
    DeskHub& hub_;
};

class AlarmList : public QWidget {
    Q_OBJECT
public:
    explicit AlarmList(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { view_.setTheme(theme); }
    void refresh();

Q_SIGNALS:
    void lookRequested(cresset::Place place);
    /// After that.
    void looked(cresset::AlertId alert);
    void silenceRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void acknowledge();
    void shelve(Duration lasts);
    std::optional<AlertId> marked();
    void mark(int row);
    std::optional<AlertId> takeMarked();
    void showMenu(QPoint at);
    void fillShelveMenu();
    void look(QModelIndex const& index);
    void showLoad();

    /// An alarm that was dealt with, and the row beside it.
    struct Left {
        AlertId alert;
        int row = 0;
        std::optional<AlertId> neighbour;
    };

    DeskHub& hub_;
    AlarmModel model_;
    RowView view_;
    std::optional<Left> left_;
    QLabel load_label_;
    QPushButton acknowledge_, all_, shelve_, silence_;
    QMenu shelve_menu_;
    AlarmLoad load_;
};

/// Where an alarm is: of a unit that needs somebody, where it was last; else its own place, or that of its incident or
/// unit.
std::optional<Place> placeOf(Alert const& alert, World const& world);

}  // namespace cresset::widgets
