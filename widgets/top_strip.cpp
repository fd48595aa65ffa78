#include "widgets/top_strip.h"

#include "core/base/time_zone.h"
#include "widgets/icon.h"
#include "widgets/words.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <array>

namespace cresset::widgets {

namespace {

constexpr int strip_height = 36;
constexpr int stripe = 3;

struct Counts {
    std::array<int, 5> priorities{};  // 1..4
    std::array<int, 8> statuses{};    // as MarkStatus
    int alerts = 0, shelved = 0;
    bool distress = false;
};

Counts count(World const& world, Instant now)
{
    Counts counts;
    for (auto const& [id, incident] : world.incidents)
        if (incident.open() && !incident.duplicate_of)
            ++counts.priorities[static_cast<std::size_t>(std::clamp(incident.priority, 1, 4))];
    for (auto const& [id, unit] : world.units)
        if (unit.signed_on) ++counts.statuses[static_cast<std::size_t>(markStatus(unit))];
    auto const standing = standing_alarms(world, now);
    counts.alerts = static_cast<int>(standing.size());
    counts.distress = !standing.empty() && world.alerts.find(standing.front())->kind == AlertKind::distress;
    counts.shelved = static_cast<int>(shelved_alarms(world, now).size());
    return counts;
}

/// Lays pieces from left to right; without a painter it only measures.
class Pen {
public:
    Pen(QPainter* painter, QFont font, int x, int height)
        : painter_{painter}, font_{std::move(font)}, x_{x}, height_{height}
    {
    }
    void text(QString const& text, QColor colour, bool bold = false, int gap = 8)
    {
        QFont font = font_;
        font.setBold(bold);
        int const width = QFontMetrics{font}.horizontalAdvance(text);
        if (painter_ != nullptr) {
            painter_->setFont(font);
            painter_->setPen(colour);
            painter_->drawText(QRect{x_, stripe, width, height_ - stripe}, Qt::AlignVCenter, text);
        }
        x_ += width + gap;
    }
    /// A filled shape, as on the map and in the lists.
    void icon(std::string_view name, QColor ground, QColor ink)
    {
        if (painter_ != nullptr)
            drawIcon(*painter_, name, QRectF{double(x_), stripe + (height_ - stripe - 18) / 2.0, 18, 18},
                     {ground, ground, ink});
        x_ += 20;
    }
    void diamond(QColor colour)
    {
        if (painter_ != nullptr) {
            double const y = stripe + (height_ - stripe) / 2.0;
            painter_->setRenderHint(QPainter::Antialiasing);
            painter_->setPen(Qt::NoPen);
            painter_->setBrush(colour);
            painter_->drawPolygon(QPolygonF{{{double(x_), y}, {x_ + 6.0, y - 6}, {x_ + 12.0, y}, {x_ + 6.0, y + 6}}});
        }
        x_ += 16;
    }
    void gap(int width) { x_ += width; }
    int x() const { return x_; }

private:
    QPainter* painter_;
    QFont font_;
    int x_;
    int height_;
};

void paintStripes(QPainter& painter, int width, Theme const& theme)
{
    painter.save();
    painter.setClipRect(QRect{0, 0, width, stripe});
    painter.fillRect(QRect{0, 0, width, stripe}, theme.colour("exercise_stripe"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour("exercise"));
    for (int x = -stripe; x < width; x += 18)
        painter.drawPolygon(
            QPolygonF{{{x + 6.0, 0.0}, {x + 14.0, 0.0}, {x + 8.0, double(stripe)}, {double(x), double(stripe)}}});
    painter.restore();
}

/// How much there is room for: from everything to what must never be missing.
enum Fullness : int { everything, no_offset, no_city, no_quiet_states, no_states, fullnesses };

}  // namespace

TopStrip::TopStrip(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, language_{this}, look_{this}, alerts_{this}
{
    fitHeight();
    for (QPushButton* button : {&language_, &look_, &alerts_})
        button->setFlat(true), button->setFocusPolicy(Qt::TabFocus);
    connect(&language_, &QPushButton::clicked, this, &TopStrip::languageClicked);
    connect(&look_, &QPushButton::clicked, this, &TopStrip::themeClicked);
    connect(&alerts_, &QPushButton::clicked, this, &TopStrip::alertsClicked);
    connect(&hub_, &DeskHub::changed, this, [this] { retranslate(), update(); });
    retranslate();
}

QSize TopStrip::sizeHint() const
{
    return {1000, height()};
}

void TopStrip::setTheme(Theme const& theme)
{
    theme_ = &theme;
    retranslate();
    update();
}

void TopStrip::setSaving(QString const& text, bool good)
{
    if (text == saving_ && good == saving_good_) return;
    saving_ = text;
    saving_good_ = good;
    retranslate();
    update();
}

void TopStrip::setSound(QString const& text)
{
    if (text == sound_) return;
    sound_ = text;
    retranslate();
    update();
}

void TopStrip::setFollowing(bool following)
{
    if (following_ == following) return;
    following_ = following;
    retranslate();
    update();
}

void TopStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (theme_ == nullptr) return;
    Theme const& theme = *theme_;
    QPainter painter{this};
    painter.fillRect(rect(), theme.colour("panel"));
    painter.fillRect(QRect{0, height() - 1, width(), 1}, theme.colour("line"));
    if (hub_.world().shift.exercise) paintStripes(painter, width(), theme);  // it cannot be mistaken for live
    int fullness = everything;
    while (fullness + 1 < fullnesses && lay(nullptr, fullness) > alerts_.x()) ++fullness;
    int const end = lay(&painter, fullness);
    int const free = alerts_.x() - end - 8;
    if (!saving_.isEmpty() && free > 60) {
        painter.setFont(font());
        painter.setPen(theme.colour(saving_good_ ? "dim" : "error"));
        painter.drawText(QRect{end, stripe, free, height() - stripe}, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(saving_, Qt::ElideRight, free));
    }
}

/// Where it ends. What is less needed is left out where the strip is short.
int TopStrip::lay(QPainter* painter, int fullness) const
{
    Theme const& theme = *theme_;
    World const& world = hub_.world();
    bool const exercise = world.shift.exercise;
    Counts const counts = count(world, hub_.now());
    Pen pen{painter, font(), 12, height()};
    if (exercise) pen.text(tr("EXERCISE"), theme.colour("exercise"), true, 12);
    if (hub_.readOnly()) pen.text(readOnlyText(), theme.colour("warning"), true, 12);
    if (!sound_.isEmpty()) pen.text(sound_, theme.colour("warning"), true, 12);
    if (fullness < no_city) pen.text(hub_.name(world.shift.city), theme.colour("text"), false, 16);
    pen.text(hub_.clock(hub_.now()), theme.colour(exercise ? "exercise" : "live_clock"), true, 4);
    if (fullness < no_offset)
        pen.text(QStringLiteral("(%1)").arg(QString::fromStdString(offset_text(hub_.now(), world.shift.time_zone))),
                 theme.colour("dim"), false, 4);
    pen.gap(16);
    for (int priority = 1; priority <= 4; ++priority) {
        pen.diamond(theme.priority(priority));
        pen.text(QStringLiteral("P%1 %2").arg(priority).arg(counts.priorities[static_cast<std::size_t>(priority)]),
                 theme.colour("text"), false, 12);
    }
    pen.gap(8);
    for (std::size_t i = 0; i < counts.statuses.size() && fullness < no_states; ++i) {
        auto const status = static_cast<MarkStatus>(i);
        bool const quiet = counts.statuses[i] == 0;
        bool const rare =
            status == MarkStatus::on_break || status == MarkStatus::out_of_service || status == MarkStatus::busy;
        if (quiet && (rare || fullness >= no_quiet_states)) continue;
        pen.icon("status-" + std::string{nameOf(status)}, theme.colour("panel"), theme.status(status));
        pen.text(QStringLiteral("%1 %2").arg(letterOf(status)).arg(counts.statuses[i]),
                 theme.colour(quiet ? "dim" : "text"), false, 10);
    }
    pen.gap(8);
    return pen.x();
}

/// As high as its letters need.
void TopStrip::fitHeight()
{
    int const high = std::max(strip_height, fontMetrics().height() + 18);
    if (minimumHeight() != high) setFixedHeight(high);
}

void TopStrip::resizeEvent(QResizeEvent* /*event*/)
{
    int x = width() - 8;
    for (QPushButton* button : {&look_, &language_, &alerts_}) {
        int const w = button->sizeHint().width();
        x -= w;
        button->setGeometry(x, stripe + 2, w, height() - stripe - 4);
        x -= 4;
    }
}

void TopStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
        resizeEvent(nullptr);
    }
    QWidget::changeEvent(event);
}

QString TopStrip::readOnlyText() const
{
    return following_ ? tr("READ ONLY, following") : tr("READ ONLY");
}

QString TopStrip::spoken() const
{
    Counts const counts = count(hub_.world(), hub_.now());
    QString const looks = hub_.readOnly() ? readOnlyText() + QStringLiteral(", ") : QString{};
    QString const sound = sound_.isEmpty() ? QString{} : sound_ + QStringLiteral(", ");
    return looks + sound + saving_ + QStringLiteral(" ") +
           tr("%1, %2 incidents of priority 1, %3 units available")
               .arg(hub_.clock(hub_.now()))
               .arg(counts.priorities[1])
               .arg(counts.statuses[0]);
}

void TopStrip::retranslate()
{
    Counts const counts = count(hub_.world(), hub_.now());
    language_.setText(hub_.chinese() ? QStringLiteral("EN") : QStringLiteral("中文"));
    language_.setAccessibleName(tr("Switch language"));
    language_.setToolTip(tr("Switch language (Ctrl+L)"));
    look_.setText(theme_ != nullptr && theme_->dark() ? tr("Day") : tr("Night"));
    look_.setToolTip(tr("Switch between night and day (Ctrl+T)"));
    load_ = alarm_load(hub_.world(), hub_.now(), load_);
    QString const rate = tr("Alarms %1 · %2/10 min").arg(counts.alerts).arg(load_.in_ten_minutes);
    QString alerts = load_.flood ? tr("FLOOD %1").arg(rate) : rate;
    if (counts.distress) alerts = tr("DISTRESS") + QStringLiteral(" · ") + alerts;
    if (counts.shelved > 0) alerts += QStringLiteral(" · ") + tr("%1 shelved").arg(counts.shelved);
    bool const resized = alerts_.text() != alerts;
    alerts_.setText(alerts);
    alerts_.setToolTip(tr("Show the alarms that stand (F10)"));
    char const* const alarm = counts.distress ? "distress" : counts.alerts > 0 ? "some" : "none";
    if (alerts_.property("alarm").toString() != QLatin1String{alarm}) {
        alerts_.setProperty("alarm", QLatin1String{alarm});
        alerts_.style()->unpolish(&alerts_);  // the style sheet looks at it anew
        alerts_.style()->polish(&alerts_);
    }
    setAccessibleName(tr("Situation"));
    setAccessibleDescription(spoken());
    if (resized) resizeEvent(nullptr);
}

}  // namespace cresset::widgets
