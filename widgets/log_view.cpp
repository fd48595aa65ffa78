#include "widgets/log_view.h"

#include "core/base/match.h"
#include "widgets/words.h"

#include <QEvent>
#include <QScrollBar>

namespace cresset::widgets {

int LogModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_);
}

QVariant LogModel::data(QModelIndex const& index, int role) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= hub_.log().size()) return {};
    Entry const& entry = hub_.log()[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1  %2").arg(hub_.clock(entry.at),
                                            entryText(entry, hub_).replace(QLatin1Char('\n'), QStringLiteral(" / ")));
    bool const distress = std::holds_alternative<DistressRaised>(entry.event);
    if (role == Qt::BackgroundRole && theme_ != nullptr && distress) return theme_->colour("status.distress");
    if (role == Qt::ForegroundRole && theme_ != nullptr) {
        if (distress) return theme_->colour("status.distress_text");
        if (std::holds_alternative<AlertRaised>(entry.event)) return theme_->colour("warning");
        if (entry.source == "operator") return theme_->colour("text");
        return theme_->colour("dim");
    }
    return {};
}

void LogModel::refresh()
{
    // The log drops its oldest line when it is full, so rows may move: a list this short is simply laid out anew.
    beginResetModel();
    shown_ = hub_.log().size();
    endResetModel();
}

LogView::LogView(DeskHub& hub, QWidget* parent) : QListView{parent}, model_{hub}
{
    setModel(&model_);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Log"));
    connect(&hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (!changes.entries) return;
        bool const at_end = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
        int const kept = verticalScrollBar()->value();
        model_.refresh();
        if (at_end)
            scrollToBottom();
        else
            verticalScrollBar()->setValue(kept);
    });
    QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
}

void LogView::setTheme(Theme const& theme)
{
    model_.setTheme(theme);
    viewport()->update();
}

void LogView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Log"));
        model_.refresh();
        scrollToBottom();
    }
    QListView::changeEvent(event);
}

}  // namespace cresset::widgets
