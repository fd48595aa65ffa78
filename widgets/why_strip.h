#pragma once
/// Asks, in the card and never in the way, why somebody was sent who was not recommended: the reasons in a list behind
/// a button. The command line takes their numbers and own words; whoever does not answer has given no reason.

#include "widgets/desk_hub.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QWidget>

namespace cresset::widgets {

class WhyStrip : public QWidget {
    Q_OBJECT
public:
    explicit WhyStrip(DeskHub& hub, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showQuestion();
    void fillMenu();

    DeskHub& hub_;
    QLabel question_;
    QPushButton choose_;
    QMenu reasons_;
};

}  // namespace cresset::widgets
