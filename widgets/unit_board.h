#pragma once
/// The board of units: who is in distress and whose time is over first, then who is free, who is on the way, each with
/// its shape, letter and time in status.

#include "widgets/desk_hub.h"
#include "widgets/sorted_rows.h"

#include <QLineEdit>
#include <vector>

namespace cresset::widgets {

class UnitModel : public SortedRows<UnitId> {
    Q_OBJECT
public:
    explicit UnitModel(DeskHub& hub, QObject* parent = nullptr);
    RowLook look(int row) const override;
    std::optional<UnitId> unitAt(int row) const override { return at(row); }
    /// In distress, or over a limit of time.
    bool inAlarm(int row) const;
    void setFilter(QString const& filter);

private:
    std::vector<UnitId> ordered() const override;
    /// Over its time in status, or over the time in which it has to give word.
    bool isOver(Unit const& unit) const;
    void showTimer(Unit const& unit, RowLook& look) const;
    DeskHub& hub_;
    QString filter_;
};

class UnitBoard : public QWidget {
    Q_OBJECT
public:
    explicit UnitBoard(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { view_.setTheme(theme); }
    void refresh() { model_.refresh(); }

Q_SIGNALS:
    void menuRequested(cresset::UnitId unit, QPoint global);
    void activated(cresset::UnitId unit);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void filterBy(QString const& text);
    DeskHub& hub_;
    UnitModel model_;
    QLineEdit filter_;
    RowView view_;
};

}  // namespace cresset::widgets
