#include "widgets/tour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace cresset::widgets {

namespace {

constexpr int card_letters = 50;  // in a line
constexpr int gap = 12;

/// Beside the part where there is room, else in its middle.
QPoint besideOf(QRect const& part, QSize card, QRect const& window)
{
    auto const level = [&](int x) {
        return QPoint{x, std::clamp(part.top(), gap, window.height() - card.height() - gap)};
    };
    auto const upright = [&](int y) {
        return QPoint{std::clamp(part.center().x() - card.width() / 2, gap, window.width() - card.width() - gap), y};
    };
    if (part.right() + gap + card.width() < window.width()) return level(part.right() + gap);
    if (part.left() - gap - card.width() > 0) return level(part.left() - gap - card.width());
    if (part.bottom() + gap + card.height() < window.height()) return upright(part.bottom() + gap);
    if (part.top() - gap - card.height() > 0) return upright(part.top() - gap - card.height());
    return part.center() - QPoint{card.width() / 2, card.height() / 2};
}

}  // namespace

Tour::Tour(QWidget& window, std::function<std::vector<TourStep>()> steps, QColor frame)
    : QWidget{&window}, window_{window}, make_{std::move(steps)}, colour_{frame}, card_{new QFrame{&window}}
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("tour"));
    card_->setObjectName(QStringLiteral("tourCard"));
    card_->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout{card_};
    title_.setObjectName(QStringLiteral("cardTitle"));
    count_.setObjectName(QStringLiteral("dim"));
    for (QLabel* label : {&title_, &text_, &count_}) label->setTextFormat(Qt::PlainText), label->setWordWrap(true);
    layout->addWidget(&title_);
    layout->addWidget(&text_);
    auto* row = new QHBoxLayout;
    row->addWidget(&count_, 1);
    for (QPushButton* button : {&end_, &back_, &next_}) row->addWidget(button);
    layout->addLayout(row);
    connect(&back_, &QPushButton::clicked, this, [this] { go(-1); });
    connect(&next_, &QPushButton::clicked, this, [this] { go(1); });
    connect(&end_, &QPushButton::clicked, this, &Tour::end);
    addKey(Qt::Key_Right, [this] { go(1); });
    addKey(Qt::Key_Return, [this] { go(1); });
    addKey(Qt::Key_Left, [this] { go(-1); });
    addKey(Qt::Key_Escape, [this] { end(); });
    window_.installEventFilter(this);
    card_->installEventFilter(this);
    hide();
    card_->hide();
}

void Tour::addKey(Qt::Key key, std::function<void()> act)
{
    auto* shortcut = new QShortcut{QKeySequence{key}, card_};
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
}

void Tour::begin()
{
    steps_ = make_();
    at_ = 0;
    if (steps_.empty()) return;
    show();
    card_->show();
    showStep();
    card_->setFocus(Qt::ShortcutFocusReason);
}

void Tour::end()
{
    hide();
    card_->hide();
    window_.setFocus();
}

void Tour::go(int by)
{
    if (at_ + by >= steps()) return end();
    at_ = std::clamp(at_ + by, 0, steps() - 1);
    showStep();
    card_->setFocus(Qt::ShortcutFocusReason);
}

void Tour::showStep()
{
    TourStep const& step = steps_[static_cast<std::size_t>(at_)];
    if (step.open) step.open();
    title_.setText(step.title);
    text_.setText(step.text);
    count_.setText(QStringLiteral("%1 / %2").arg(at_ + 1).arg(steps()));
    back_.setText(tr("Back  ←"));
    next_.setText(at_ + 1 == steps() ? tr("Done  →") : tr("Next  →"));
    end_.setText(tr("End  Esc"));
    back_.setEnabled(at_ > 0);
    card_->setAccessibleName(tr("Tour, step %1 of %2: %3").arg(at_ + 1).arg(steps()).arg(step.title));
    card_->setAccessibleDescription(step.text);
    place();
}

QRect Tour::framed() const
{
    if (steps_.empty()) return {};
    QWidget const* part = steps_[static_cast<std::size_t>(at_)].part;
    if (part == nullptr || !part->isVisible() || part->window() != &window_) return {};
    return QRect{part->mapTo(&window_, QPoint{0, 0}), part->size()} & window_.rect();
}

/// Lines of a readable length, and as many of them as the text has in its letters.
QSize Tour::cardSize() const
{
    auto* layout = card_->layout();
    layout->activate();
    int const least = layout->totalMinimumSize().width();
    int const letters = card_letters * text_.fontMetrics().averageCharWidth();
    int const width = std::max(least, std::min(letters, window_.width() - 2 * gap));
    return {width, layout->totalHeightForWidth(width)};
}

void Tour::place()
{
    setGeometry(window_.rect());
    card_->resize(cardSize());
    QRect const part = framed().isEmpty() ? QRect{window_.rect().center(), QSize{1, 1}} : framed();
    card_->move(besideOf(part, card_->size(), window_.rect()));
    raise();
    card_->raise();
    update();
}

void Tour::paintEvent(QPaintEvent* /*event*/)
{
    QRect const part = framed();
    if (part.isEmpty()) return;
    QPainter painter{this};
    painter.setPen(QPen{colour_, 3});
    painter.drawRect(part.adjusted(1, 1, -2, -2));
}

void Tour::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && isVisible()) {
        steps_ = make_();
        showStep();
    }
    QWidget::changeEvent(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    bool const other = event->type() == QEvent::LayoutRequest;  // words or letters
    bool const moved = other || event->type() == QEvent::Resize;
    if (((watched == &window_ && moved) || (watched == card_ && other)) && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace cresset::widgets
