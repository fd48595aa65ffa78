#include "widgets/row_view.h"

#include "widgets/icon.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <algorithm>

namespace cresset::widgets {

namespace {

constexpr int margin = 8;
constexpr int badge_size = 22;
constexpr int shape_size = 18;

QString unitMime()
{
    return QStringLiteral("application/x-cresset-unit");
}

QString incidentMime()
{
    return QStringLiteral("application/x-cresset-incident");
}

template <typename Key>
std::optional<Key> dragged(QMimeData const& data, QString const& mime)
{
    bool fine = false;
    auto const packed = data.data(mime).toULongLong(&fine);
    return fine ? std::optional{Key::unpacked(packed)} : std::nullopt;
}

QString iconOf(MarkStatus status)
{
    return QStringLiteral("status-%1")
        .arg(QString::fromUtf8(nameOf(status).data(), static_cast<int>(nameOf(status).size())));
}

/// A diamond filled with the priority's colour, its figure in it.
void paintPriority(QPainter& painter, QRectF const& where, int priority, Theme const& theme)
{
    QPointF const c = where.center();
    double const r = where.width() / 2;
    QPolygonF const diamond{{{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.priority(priority));
    painter.drawPolygon(diamond);
    painter.setPen(theme.colour(priority == 1 ? "priority.1_ink" : "priority.ink"));
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(12);
    painter.save();
    painter.setFont(font);
    painter.drawText(where, Qt::AlignCenter, QString::number(priority));
    painter.restore();
}

}  // namespace

QVariant RowModel::data(QModelIndex const& index, int role) const
{
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        RowLook const row = look(index.row());
        return row.spoken.isEmpty() ? row.title + QLatin1Char(' ') + row.subtitle : row.spoken;
    }
    if (role == Qt::ToolTipRole) {
        RowLook const row = look(index.row());
        return QString{(row.title + QLatin1Char('\n') + row.subtitle)
                           .toHtmlEscaped()
                           .replace(QLatin1Char('\n'), QStringLiteral("<br>"))};
    }
    return {};
}

Qt::ItemFlags RowModel::flags(QModelIndex const& index) const
{
    auto const flags = QAbstractListModel::flags(index);
    bool const drags = index.isValid() && (unitAt(index.row()) || incidentAt(index.row()));
    return drags ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList RowModel::mimeTypes() const
{
    return {unitMime(), incidentMime()};
}

QMimeData* RowModel::mimeData(QModelIndexList const& indexes) const
{
    auto const unit = indexes.isEmpty() ? std::nullopt : unitAt(indexes.first().row());
    auto const incident = indexes.isEmpty() ? std::nullopt : incidentAt(indexes.first().row());
    if (!unit && !incident) return nullptr;
    auto* data = new QMimeData;
    auto const packed = unit ? unit->packed() : incident->packed();
    data->setData(unit ? unitMime() : incidentMime(), QByteArray::number(static_cast<qulonglong>(packed)));
    return data;
}

std::optional<UnitId> draggedUnit(QMimeData const& data)
{
    return dragged<UnitId>(data, unitMime());
}

std::optional<IncidentId> draggedIncident(QMimeData const& data)
{
    return dragged<IncidentId>(data, incidentMime());
}

/// A filled shape in the status's colour, as on the map.
void RowDelegate::paintStatus(QPainter& painter, QRectF const& where, RowLook const& look) const
{
    double const dpr = painter.device()->devicePixelRatioF();
    QImage& shape = shapes_[static_cast<int>(*look.status) + (look.strong ? 100 : 0)];
    if (shape.isNull() || shape.devicePixelRatio() != dpr) {
        QColor const ink = look.strong ? theme_->colour("status.distress_text") : theme_->status(*look.status);
        QColor const edge = look.strong ? theme_->colour("status.distress") : theme_->colour("panel");
        shape = iconPicture(iconOf(*look.status).toStdString(), static_cast<int>(shape_size * dpr), {edge, edge, ink});
        shape.setDevicePixelRatio(dpr);
    }
    painter.drawImage(where.center() - QPointF{shape_size / 2.0, shape_size / 2.0}, shape);
}

QSize RowDelegate::sizeHint(QStyleOptionViewItem const& option, QModelIndex const& /*index*/) const
{
    int const line = QFontMetrics{option.font}.height();
    return {200, two_lines_ ? 2 * line + 12 : line + 10};
}

void RowDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const
{
    auto const* model = qobject_cast<RowModel const*>(index.model());
    if (theme_ == nullptr || model == nullptr) return;
    RowLook const look = model->look(index.row());
    Theme const& theme = *theme_;
    painter->save();
    bool const selected = option.state & QStyle::State_Selected;
    bool const hover = option.state & QStyle::State_MouseOver;
    if (look.strong)
        painter->fillRect(option.rect, theme.colour("status.distress"));
    else if (selected)
        painter->fillRect(option.rect, theme.colour("selection"));
    else if (hover)
        painter->fillRect(option.rect, theme.colour("hover"));
    QRect inside = option.rect.adjusted(margin, 3, -margin, -4);

    if (look.priority || look.status) {
        QRectF const badge{inside.left() - 2.0, inside.center().y() - badge_size / 2.0, badge_size, badge_size};
        if (look.priority) paintPriority(*painter, badge, *look.priority, theme);
        if (look.status) paintStatus(*painter, badge, look);
        inside.setLeft(inside.left() + badge_size + 2);
        if (!look.letter.isEmpty()) {
            painter->setPen(look.strong ? theme.colour("status.distress_text") : theme.status(*look.status));
            QFont bold = option.font;
            bold.setBold(true);
            painter->setFont(bold);
            painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, look.letter);
            inside.setLeft(inside.left() + std::max(16, QFontMetrics{bold}.horizontalAdvance(look.letter) + 6));
        }
    }
    QColor const text = look.strong ? theme.colour("status.distress_text") : theme.colour(look.dim ? "dim" : "text");
    QColor const dim = look.strong ? theme.colour("status.distress_text") : theme.colour("dim");
    QFontMetrics const metrics{option.font};
    bool const two = two_lines_ && !(look.subtitle.isEmpty() && look.right_below.isEmpty());
    QRect const upper = two ? QRect{inside.left(), inside.top(), inside.width(), inside.height() / 2} : inside;
    QRect const lower{inside.left(), inside.top() + inside.height() / 2, inside.width(), inside.height() / 2};

    auto const line = [&](QRect rect, QString const& left, QString const& right, QColor colour, QColor right_colour) {
        int const right_width = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + margin;
        painter->setPen(right_colour);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, right);
        rect.setRight(rect.right() - right_width);
        painter->setPen(colour);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(left, Qt::ElideRight, rect.width()));
    };
    painter->setFont(option.font);
    if (two_lines_) {
        line(upper, look.title, look.right, text, text);
        line(lower, look.subtitle, look.right_below, dim, dim);
    } else {
        int const first = look.foremost.isEmpty() ? 0 : metrics.horizontalAdvance(look.foremost) + margin;
        int const beside = std::max(44, metrics.horizontalAdvance(look.title) + margin) + first;
        QString const at_right =
            first == 0 ? look.right
                       : metrics.elidedText(look.right, Qt::ElideLeft, std::max(0, upper.width() - beside - margin));
        int const right = at_right.isEmpty() ? 0 : metrics.horizontalAdvance(at_right) + margin;
        int const title = std::min(metrics.horizontalAdvance(look.title) + margin, upper.width() - right);
        line(QRect{upper.left(), upper.top(), title, upper.height()}, look.title, {}, text, text);
        QColor const due = look.stage && *look.stage != TimerStage::running && !look.strong
                               ? theme.colour(*look.stage == TimerStage::over ? "error" : "warning")
                               : text;
        line(upper.adjusted(std::max(title, 44), 0, 0, 0), look.subtitle, at_right, dim, due);
    }
    if (look.bar) {
        double const part = std::clamp(*look.bar, 0.0, 1.0);
        QRect const track{option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2};
        painter->fillRect(track, theme.colour("line"));
        TimerStage const by_part = *look.bar >= 1     ? TimerStage::over
                                   : *look.bar >= 0.7 ? TimerStage::warned
                                                      : TimerStage::running;
        TimerStage const stage = look.stage.value_or(by_part);
        QColor const colour = theme.colour(stage == TimerStage::over     ? "error"
                                           : stage == TimerStage::warned ? "warning"
                                                                         : "accent");
        painter->fillRect(QRect{track.left(), track.top(), static_cast<int>(part * track.width()), 2}, colour);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(theme.colour("accent"));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

RowView::RowView(RowModel* model, bool two_lines, QWidget* parent) : QListView{parent}
{
    delegate_.setTwoLines(two_lines);
    setItemDelegate(&delegate_);
    setModel(model);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setDragDropMode(QAbstractItemView::DragOnly);
}

void RowView::setEmptyText(QString const& text)
{
    empty_ = text;
    viewport()->update();
}

void RowView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (theme_ != nullptr && hasFocus()) {  // the keys go here, whether or not a row is marked
        QPainter painter{viewport()};
        painter.setPen(theme_->colour("accent"));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
    if (model()->rowCount() > 0 || empty_.isEmpty() || theme_ == nullptr) return;
    QPainter painter{viewport()};
    painter.setPen(theme_->colour("dim"));
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     empty_);
}

void RowView::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void RowView::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void RowView::takeUnits()
{
    takes_units_ = true;
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(false);
}

void RowView::takeIncidents()
{
    takes_incidents_ = true;
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(false);
}

bool RowView::takes(QMimeData const& carried) const
{
    return (takes_units_ && draggedUnit(carried)) || (takes_incidents_ && draggedIncident(carried));
}

void RowView::dragEnterEvent(QDragEnterEvent* event)
{
    if (takes(*event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void RowView::dragMoveEvent(QDragMoveEvent* event)
{
    if (indexAt(event->position().toPoint()).isValid() && takes(*event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void RowView::dropEvent(QDropEvent* event)
{
    auto const onto = indexAt(event->position().toPoint());
    if (!onto.isValid() || !takes(*event->mimeData())) return;
    event->acceptProposedAction();
    if (auto const unit = draggedUnit(*event->mimeData())) Q_EMIT unitDropped(*unit, onto.row());
    if (auto const incident = draggedIncident(*event->mimeData())) Q_EMIT incidentDropped(*incident, onto.row());
}

void RowView::setTheme(Theme const& theme)
{
    theme_ = &theme;
    delegate_.setTheme(theme_);
    viewport()->update();
}

}  // namespace cresset::widgets
