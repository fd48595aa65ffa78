#include "widgets/why_strip.h"

#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>

namespace cresset::widgets {

WhyStrip::WhyStrip(DeskHub& hub, QWidget* parent) : QWidget{parent}, hub_{hub}
{
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    question_.setTextFormat(Qt::PlainText);
    question_.setWordWrap(true);
    choose_.setFocusPolicy(Qt::TabFocus);
    // A menu of the button's own would hold up whatever else goes on while it is open.
    connect(&choose_, &QPushButton::clicked, this,
            [this] { reasons_.popup(choose_.mapToGlobal(choose_.rect().bottomLeft())); });
    layout->addWidget(&question_, 1);
    layout->addWidget(&choose_);
    connect(&hub_, &DeskHub::whyAsked, this, &WhyStrip::showQuestion);
    showQuestion();
}

void WhyStrip::fillMenu()
{
    reasons_.clear();
    if (hub_.rules() == nullptr) return;
    int number = 0;
    for (PlainCode const& reason : hub_.rules()->reasons)
        reasons_.addAction(QStringLiteral("%1  %2").arg(++number).arg(hub_.name(reason.name)), this,
                           [this, code = reason.code] { hub_.answerWhy(QString::fromStdString(code)); });
    reasons_.addSeparator();
    reasons_.addAction(tr("no reason"), this, [this] { hub_.answerWhy({}); });
}

void WhyStrip::showQuestion()
{
    auto const& asked = hub_.askedWhy();
    setVisible(asked.has_value());
    if (!asked) return;
    question_.setText(tr("#%1: %2 — why?")
                          .arg(QString::fromStdString(number_text(hub_.world(), asked->incident)).mid(1),
                               overrideText(*asked, hub_)));
    choose_.setText(tr("Reason…"));
    choose_.setAccessibleDescription(question_.text());
    fillMenu();
}

void WhyStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) showQuestion();
    QWidget::changeEvent(event);
}

}  // namespace cresset::widgets
