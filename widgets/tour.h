#pragma once
/// A tour of the window: a quiet frame round one real part after the other, and a card that says what it is for. It
/// never takes the keyboard from the work: its keys are its own only while its card has the focus, and Escape ends it.

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <functional>
#include <vector>

namespace cresset::widgets {

struct TourStep {
    QWidget* part;
    QString title, text;           // in the language in use
    std::function<void()> open{};  // shows the part where it may be hidden
};

class Tour : public QWidget {
    Q_OBJECT
public:
    /// Over the whole window, from the first step on. Asks for the steps anew when the language changes.
    Tour(QWidget& window, std::function<std::vector<TourStep>()> steps, QColor frame);

    void begin();
    void end();
    void go(int by);
    int step() const { return at_; }
    int steps() const { return static_cast<int>(steps_.size()); }
    /// What is framed now, in the window.
    QRect framed() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showStep();
    QSize cardSize() const;
    void place();
    void addKey(Qt::Key key, std::function<void()> act);

    QWidget& window_;
    std::function<std::vector<TourStep>()> make_;
    std::vector<TourStep> steps_;
    QColor colour_;
    int at_ = 0;
    QFrame* card_;  // beside this, which lets the mouse through
    QLabel title_, text_, count_;
    QPushButton back_, next_, end_;
};

}  // namespace cresset::widgets
