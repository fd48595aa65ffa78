#include "widgets/alarm_edges.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace cresset::widgets {

AlarmEdges::AlarmEdges(RowView& view, std::function<bool(int row)> in_alarm)
    : QObject{&view}, view_{view}, in_alarm_{std::move(in_alarm)}, upper_{&view}, lower_{&view}
{
    for (QPushButton* mark : {&upper_, &lower_}) {
        mark->setObjectName(QStringLiteral("alarmEdge"));
        mark->setFocusPolicy(Qt::NoFocus);  // the list has the keys: Home and End go there
        mark->hide();
    }
    connect(&upper_, &QPushButton::clicked, this, [this] { show(above_.back()); });
    connect(&lower_, &QPushButton::clicked, this, [this] { show(below_.front()); });
    auto const* model = view_.model();
    connect(model, &QAbstractItemModel::dataChanged, this, &AlarmEdges::look);
    connect(model, &QAbstractItemModel::layoutChanged, this, &AlarmEdges::look);
    connect(model, &QAbstractItemModel::modelReset, this, &AlarmEdges::look);
    connect(view_.verticalScrollBar(), &QScrollBar::valueChanged, this, &AlarmEdges::place);
    connect(view_.verticalScrollBar(), &QScrollBar::rangeChanged, this, &AlarmEdges::place);
    view_.installEventFilter(this);
    look();
}

bool AlarmEdges::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &AlarmEdges::place, Qt::QueuedConnection);  // once the rows are laid out
    return QObject::eventFilter(watched, event);
}

void AlarmEdges::look()
{
    rows_.clear();
    for (int row = 0; row < view_.model()->rowCount(); ++row)
        if (in_alarm_(row)) rows_.push_back(row);
    place();
}

/// Clear of the marks, which may be needed still.
void AlarmEdges::show(int row)
{
    auto const index = view_.model()->index(row, 0);
    view_.scrollTo(index);
    QRect const rect = view_.visualRect(index);
    int const top = upper_.sizeHint().height(), bottom = view_.viewport()->height() - lower_.sizeHint().height();
    int const by = rect.top() < top ? rect.top() - top : std::max(0, rect.bottom() + 1 - bottom);
    view_.verticalScrollBar()->setValue(view_.verticalScrollBar()->value() + by);
}

/// A row that lies under a mark is out of sight too.
void AlarmEdges::place()
{
    int const high = upper_.sizeHint().height();
    auto const middle = [this](int row) { return view_.visualRect(view_.model()->index(row, 0)).center().y(); };
    auto const beyond = [&](int top, int bottom) {
        above_.clear(), below_.clear();
        for (int const row : rows_)
            if (int const y = middle(row); y < top)
                above_.push_back(row);
            else if (y >= bottom)
                below_.push_back(row);
    };
    int const bottom = view_.viewport()->height();
    beyond(0, bottom);
    beyond(above_.empty() ? 0 : high, below_.empty() ? bottom : bottom - high);
    put(upper_, above_, tr("▲ %1 in alarm above").arg(above_.size()), true);
    put(lower_, below_, tr("▼ %1 in alarm below").arg(below_.size()), false);
}

void AlarmEdges::put(QPushButton& mark, std::vector<int> const& rows, QString const& text, bool upper)
{
    mark.setVisible(!rows.empty());
    if (rows.empty()) return;
    mark.setText(text);
    QRect const inside = view_.viewport()->geometry();
    int const high = mark.sizeHint().height();
    mark.setGeometry(inside.left(), upper ? inside.top() : inside.bottom() + 1 - high, inside.width(), high);
    mark.raise();
}

}  // namespace cresset::widgets
