#pragma once
/// Every alarm that stands: what, where, since when, what now; distress first, then the newest. Enter looks at it,
/// Space acknowledges it. Distress goes only when it is cancelled.

#include "core/session/alarm_load.h"
#include "widgets/desk_hub.h"
#include "widgets/sorted_rows.h"

#include <QLabel>
#include <QPushButton>

namespace cresset::widgets {

class AlarmModel : public SortedRows<AlertId> {
    Q_OBJECT
public:
    explicit AlarmModel(DeskHub& hub, QObject* parent = nullptr);
    RowLook look(int row) const override;

private:
    std::vector<AlertId> ordered() const override { return standing_alarms(hub_.world()); }
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

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void acknowledge();
    void look(QModelIndex const& index);
    void showLoad();

    DeskHub& hub_;
    AlarmModel model_;
    RowView view_;
    QLabel load_label_;
    QPushButton acknowledge_, all_;
    AlarmLoad load_;
};

/// Where an alarm is: its own place, or that of its incident or unit.
std::optional<Place> placeOf(Alert const& alert, World const& world);

}  // namespace cresset::widgets
