#pragma once
/// A list whose rows are painted by us: dense, calm, the same look in queue, board and card. The model behind it tells
/// a row as plain values; what a screen reader says is told too.

#include "widgets/marks.h"
#include "widgets/theme.h"

#include <QAbstractListModel>
#include <QColor>
#include <QListView>
#include <QString>
#include <QStyledItemDelegate>
#include <optional>

namespace cresset::widgets {

/// What a row shows.
struct RowLook {
    QString title, subtitle;           // two lines, or one if the second is empty
    QString right, right_below;        // at the right end: an age, an ETA
    std::optional<int> priority;       // a filled diamond with its figure
    std::optional<MarkStatus> status;  // a shape with its letter
    QString letter;
    std::optional<double> bar;  // 0..1 and more: how much of a limit is used; fills from the left, at the bottom
    bool strong = false;        // stands out: distress, over its limit
    bool dim = false;           // closed, passed over
    QString spoken;             // for screen readers
};

class RowModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    virtual RowLook look(int row) const = 0;
    QVariant data(QModelIndex const& index, int role) const override;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent = nullptr) : QStyledItemDelegate{parent} {}
    void setTheme(Theme const* theme) { theme_ = theme; }
    void setTwoLines(bool two) { two_lines_ = two; }
    void paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override;
    QSize sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const override;

private:
    Theme const* theme_ = nullptr;
    bool two_lines_ = true;
};

class RowView : public QListView {
    Q_OBJECT
public:
    RowView(RowModel* model, bool two_lines, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    /// The row with the focus, -1 if none.
    int currentRow() const { return currentIndex().row(); }

private:
    RowDelegate delegate_;
    Theme const* theme_ = nullptr;
};

}  // namespace cresset::widgets
