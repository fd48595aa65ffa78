#include "widgets/turn_panel.h"

#include "widgets/words.h"

#include <QEvent>
#include <QHideEvent>
#include <QVBoxLayout>

namespace cresset::widgets {

void TurnRows::set(std::vector<TurnView::Step> steps)
{
    beginResetModel();
    steps_ = std::move(steps);
    endResetModel();
}

int TurnRows::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(steps_.size());
}

RowLook TurnRows::look(int row) const
{
    RowLook look;
    if (row < 0 || row >= rowCount()) return look;
    auto const& step = steps_[static_cast<std::size_t>(row)];
    look.title = step.words;
    look.right = step.start_ms == 0 ? tr("now") : etaText(step.start_ms);
    look.spoken = QStringLiteral("%1, %2").arg(look.right, look.title);
    return look;
}

TurnPanel::TurnPanel(QWidget* parent) : QWidget{parent}, rows_{this}, rows_view_{&rows_, false, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    title_.setObjectName(QStringLiteral("cardTitle"));
    about_.setObjectName(QStringLiteral("dim"));
    for (QLabel* label : {&title_, &about_}) label->setTextFormat(Qt::PlainText), label->setWordWrap(true);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    head->addWidget(&title_);
    head->addWidget(&about_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(&rows_view_, 1);
    setFocusProxy(&rows_view_);
    auto const look = [this](QModelIndex const& index) {
        if (index.isValid()) Q_EMIT lookWanted(rows_.steps()[static_cast<std::size_t>(index.row())].at);
    };
    connect(&rows_view_, &QListView::activated, this, look);
    connect(&rows_view_, &QListView::clicked, this, look);
    retranslate();
}

void TurnPanel::setView(TurnView const& view)
{
    title_.setText(view.title);
    about_.setText(view.about);
    int const row = rows_view_.currentRow();
    rows_.set(view.steps);
    if (row >= 0 && row < rows_.rowCount()) rows_view_.setCurrentIndex(rows_.index(row));
}

void TurnPanel::retranslate()
{
    rows_view_.setAccessibleName(tr("The way in words"));
    rows_view_.setEmptyText(tr("No way is known"));
}

void TurnPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TurnPanel::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) Q_EMIT left();
    QWidget::hideEvent(event);
}

}  // namespace cresset::widgets
