#include "widgets/work_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

namespace cresset::widgets {

WorkBar::WorkBar(QWidget* parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("workBar"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(&what_);
    layout->addWidget(&part_, 1);
    layout->addWidget(&stop_);
    what_.setTextFormat(Qt::PlainText);
    connect(&stop_, &QPushButton::clicked, this, &WorkBar::stopClicked);
    retranslate();
}

void WorkBar::begin(QString const& what)
{
    what_.setText(what);
    setAccessibleName(what);
    setPart(-1);
}

void WorkBar::setPart(int per_mille)
{
    part_.setRange(0, per_mille < 0 ? 0 : 1000);
    part_.setValue(std::clamp(per_mille, 0, 1000));
}

void WorkBar::end()
{
    what_.clear();
}

void WorkBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void WorkBar::retranslate()
{
    stop_.setText(tr("Stop"));
    part_.setAccessibleName(tr("How far it is"));
}

}  // namespace cresset::widgets
