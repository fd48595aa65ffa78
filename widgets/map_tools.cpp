#include "widgets/map_tools.h"

#include <QEvent>
#include <QVBoxLayout>

namespace cresset::widgets {
namespace {

void say(QToolButton& button, QString const& text)
{
    button.setToolTip(text);
    button.setAccessibleName(text);
}

}  // namespace

MapTools::MapTools(QWidget* parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("mapTools"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    struct Face {
        QToolButton* button;
        QString sign;
    };
    for (auto const& [button, sign] :
         {Face{&fit_, QStringLiteral("★")}, Face{&closer_, QStringLiteral("+")}, Face{&farther_, QStringLiteral("−")},
          Face{&layers_, QStringLiteral("☰")}, Face{&measure_, QStringLiteral("↔")}}) {
        button->setText(sign);
        button->setFixedSize(28, 28);
        button->setFocusPolicy(Qt::TabFocus);  // a click leaves the keyboard where it is
        column->addWidget(button);
    }
    measure_.setCheckable(true);
    connect(&fit_, &QToolButton::clicked, this, &MapTools::fitClicked);
    connect(&closer_, &QToolButton::clicked, this, [this] { Q_EMIT zoomClicked(0.5); });
    connect(&farther_, &QToolButton::clicked, this, [this] { Q_EMIT zoomClicked(-0.5); });
    connect(&layers_, &QToolButton::clicked, this, &MapTools::layersClicked);
    connect(&measure_, &QToolButton::clicked, this, &MapTools::measureClicked);
    retranslate();
}

void MapTools::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void MapTools::retranslate()
{
    say(fit_, tr("Fit the whole picture  *"));
    say(closer_, tr("Closer  +"));
    say(farther_, tr("Farther  -"));
    say(layers_, tr("Layers and legend  Ctrl+Shift+L"));
    say(measure_, tr("Measure  Ctrl+M"));
    adjustSize();
}

}  // namespace cresset::widgets
