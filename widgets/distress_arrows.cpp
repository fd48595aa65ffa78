#include "widgets/distress_arrows.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace cresset::widgets {
namespace {

constexpr int head_side = 24, pad = 8;

QFont boldOf(QWidget const& widget)
{
    QFont font = widget.font();
    font.setBold(true);
    return font;
}

/// Where the way from the middle to a point leaves the rectangle in which an arrow's middle may stand.
QPointF edgeTowards(QRectF const& middles, QPointF away)
{
    double const across = std::max(std::abs(away.x()), 1e-6), up = std::max(std::abs(away.y()), 1e-6);
    double const part = std::min(middles.width() / 2 / across, middles.height() / 2 / up);
    return middles.center() + away * part;
}

}  // namespace

DistressArrow::DistressArrow(Theme const& theme, QWidget* map) : QAbstractButton{map}, theme_{theme}
{
    setObjectName(QStringLiteral("distressArrow"));
    setFocusPolicy(Qt::NoFocus);  // the row of the alarm has the keys: Enter looks there
    setCursor(Qt::PointingHandCursor);
}

void DistressArrow::point(QString const& call_sign, double degrees)
{
    degrees_ = degrees;
    setText(call_sign);
    setAccessibleName(tr("%1 is in distress out of the picture: look there").arg(call_sign));
    setToolTip(accessibleName());
    resize(sizeHint());
    update();
}

QSize DistressArrow::sizeHint() const
{
    QFontMetrics const metrics{boldOf(*this)};
    return {head_side + metrics.horizontalAdvance(text()) + 2 * pad, std::max(head_side, metrics.height()) + 6};
}

void DistressArrow::paintEvent(QPaintEvent* /*event*/)
{
    QColor const ink = theme_.colour("status.distress_text");
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{ink, 2});
    painter.setBrush(theme_.colour("status.distress"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 4, 4);
    painter.setFont(boldOf(*this));
    painter.drawText(rect().adjusted(pad / 2 + head_side, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.translate(pad / 2.0 + head_side / 2.0, height() / 2.0);
    painter.rotate(degrees_);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{{{10, 0}, {1, -8}, {1, -3}, {-9, -3}, {-9, 3}, {1, 3}, {1, 8}}});
}

DistressArrow& DistressArrows::arrow(std::size_t index)
{
    if (index == arrows_.size()) {
        arrows_.push_back(new DistressArrow{theme_, &map_});
        connect(arrows_.back(), &QAbstractButton::clicked, this, [this, index] { Q_EMIT clicked(units_[index]); });
    }
    return *arrows_[index];
}

/// Beside those that are shown already: above or below, whichever is nearer.
QRect DistressArrows::freeRect(QRect wanted, QRect const& inside, std::size_t shown) const
{
    auto const isFree = [&](QRect const& rect) {
        return inside.contains(rect) &&
               std::none_of(arrows_.begin(), arrows_.begin() + static_cast<std::ptrdiff_t>(shown),
                            [&](DistressArrow const* other) { return other->geometry().intersects(rect); });
    };
    for (int step = 0; step <= inside.height(); step += 4)
        for (int const by : {step, -step})
            if (QRect const rect = wanted.translated(0, by); isFree(rect)) return rect;
    return wanted;
}

void DistressArrows::show(std::vector<Caller> const& callers, QRect const& inside)
{
    units_.clear();
    for (std::size_t i = 0; i < callers.size(); ++i) {
        DistressArrow& one = arrow(i);
        units_.push_back(callers[i].unit);
        QPointF const away = callers[i].at - QRectF{inside}.center();
        one.point(callers[i].call_sign, std::atan2(away.y(), away.x()) * 180 / std::numbers::pi);
        QSizeF const half = QSizeF{one.size()} / 2;
        QRectF const middles =
            QRectF{inside}.adjusted(half.width() + 1, half.height() + 1, -half.width() - 1, -half.height() - 1);
        QPointF const corner = edgeTowards(middles, away) - QPointF{half.width(), half.height()};
        one.setGeometry(freeRect({corner.toPoint(), one.size()}, inside, i));
        one.setVisible(true);
        one.raise();
    }
    for (std::size_t i = callers.size(); i < arrows_.size(); ++i) {
        arrows_[i]->hide();
        arrows_[i]->setAccessibleName({});  // it points at nobody, in no language
        arrows_[i]->setToolTip({});
    }
}

}  // namespace cresset::widgets
