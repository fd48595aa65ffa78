#include "widgets/alarm_edges.h"

#include <QEvent>
#include <QScrollBar>
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
    connect(&upper_, &QPushButton::clicked, this, [this] { view_.scrollTo(view_.model()->index(above_.back(), 0)); });
    connect(&lower_, &QPushButton::clicked, this, [this] { view_.scrollTo(view_.model()->index(below_.front(), 0)); });
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

void AlarmEdges::place()
{
    above_.clear(), below_.clear();
    for (int const row : rows_) {
        int const middle = view_.visualRect(view_.model()->index(row, 0)).center().y();
        if (middle < 0) above_.push_back(row);
        if (middle >= view_.viewport()->height()) below_.push_back(row);
    }
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
