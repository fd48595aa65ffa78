#include "widgets/offer_line.h"

#include <QHBoxLayout>

namespace cresset::widgets {

OfferLine::OfferLine(QWidget* parent) : QWidget{parent}
{
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    text_.setTextFormat(Qt::PlainText);
    text_.setWordWrap(true);
    take_.setFocusPolicy(Qt::TabFocus);
    layout->addWidget(&text_, 1);
    layout->addWidget(&take_);
    connect(&take_, &QPushButton::clicked, this, &OfferLine::taken);
    hide();
}

void OfferLine::offer(QString const& text, QString const& button)
{
    text_.setText(text);
    take_.setText(button);
    take_.setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

}  // namespace cresset::widgets
