#pragma once
/// Marks at the edges of a list: how many of its rows are in alarm out of sight above and below. One that is pressed
/// brings the nearest of them into sight.

#include "widgets/row_view.h"

#include <QObject>
#include <QPushButton>
#include <functional>
#include <vector>

namespace cresset::widgets {

class AlarmEdges : public QObject {
    Q_OBJECT
public:
    /// The view must have its model, and outlive this.
    AlarmEdges(RowView& view, std::function<bool(int row)> in_alarm);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Rows came, went or changed.
    void look();
    /// The list was scrolled, or has another size.
    void place();
    void show(int row);
    void put(QPushButton& mark, std::vector<int> const& rows, QString const& text, bool upper);

    RowView& view_;
    std::function<bool(int row)> in_alarm_;
    std::vector<int> rows_;  // in alarm
    std::vector<int> above_, below_;
    QPushButton upper_, lower_;
};

}  // namespace cresset::widgets
