#pragma once
/// A list whose rows are painted by us: dense, calm, the same look in queue, board and card. The model behind it tells
/// a row as plain values; what a screen reader says is told too.

#include "core/base/ids.h"
#include "core/rules/unit_timers.h"
#include "widgets/marks.h"
#include "widgets/theme.h"

#include <QAbstractListModel>
#include <QColor>
#include <QHash>
#include <QImage>
#include <QListView>
#include <QString>
#include <QStyledItemDelegate>
#include <optional>

namespace cresset::widgets {

/// What a row shows.
struct RowLook {
    QString title, subtitle;           // two lines, or one if the second is empty
    QString foremost;                  // how the subtitle begins: seen whole, whatever else is cut
    QString right, right_below;        // at the right end: an age, an ETA
    std::optional<int> priority;       // a filled diamond with its figure
    std::optional<MarkStatus> status;  // a shape with its letter
    QString letter;
    std::optional<double> bar;        // 0..1 and more: how much of a limit is used; fills from the left, at the bottom
    std::optional<TimerStage> stage;  // of what the bar and the right end tell; none: by how far the bar is
    bool strong = false;              // stands out: distress, over its limit
    bool dim = false;                 // closed, passed over
    QString spoken;                   // for screen readers
};

class RowModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    virtual RowLook look(int row) const = 0;
    QVariant data(QModelIndex const& index, int role) const override;
    /// The unit of a row that can be dragged onto an incident.
    virtual std::optional<UnitId> unitAt(int /*row*/) const { return {}; }
    /// The incident of a row that can be dragged onto a unit.
    virtual std::optional<IncidentId> incidentAt(int /*row*/) const { return {}; }
    Qt::ItemFlags flags(QModelIndex const& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(QModelIndexList const& indexes) const override;
};

/// The unit that is being dragged, if that is what it is.
std::optional<UnitId> draggedUnit(QMimeData const& data);
std::optional<IncidentId> draggedIncident(QMimeData const& data);

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent = nullptr) : QStyledItemDelegate{parent} {}
    void setTheme(Theme const* theme) { theme_ = theme, shapes_.clear(); }
    void setTwoLines(bool two) { two_lines_ = two; }
    void paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override;
    QSize sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const override;

private:
    void paintStatus(QPainter& painter, QRectF const& where, RowLook const& look) const;

    Theme const* theme_ = nullptr;
    mutable QHash<int, QImage> shapes_;  // by status: drawings are read and parsed once
    bool two_lines_ = true;
};

class RowView : public QListView {
    Q_OBJECT
public:
    RowView(RowModel* model, bool two_lines, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    /// The row with the focus, -1 if none.
    int currentRow() const { return currentIndex().row(); }

    /// What stands there while there are no rows: what to do next.
    void setEmptyText(QString const& text);
    /// Units may be dropped on its rows.
    void takeUnits();
    /// Incidents may be.
    void takeIncidents();

Q_SIGNALS:
    void unitDropped(cresset::UnitId unit, int row);
    void incidentDropped(cresset::IncidentId incident, int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool takes(QMimeData const& carried) const;

    RowDelegate delegate_;
    Theme const* theme_ = nullptr;
    bool takes_units_ = false, takes_incidents_ = false;
    QString empty_;
};

}  // namespace cresset::widgets
