#include "widgets/symbol_atlas.h"

#include <QFont>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace cresset::widgets {
namespace {

constexpr int unit_side = 38, incident_side = 34, camera_side = 20, drone_side = 34, post_side = 22, pin_side = 34,
              cluster_side = 40, frame_side = 62;
constexpr int age_steps = 8;

constexpr std::array<char const*, 5> unit_glyphs{"glyph-car", "glyph-motorcycle", "glyph-foot", "glyph-van",
                                                 "glyph-boat"};

QRectF centred(double side, double size)
{
    return {(side - size) / 2, (side - size) / 2, size, size};
}

}  // namespace

SymbolAtlas::SymbolAtlas(Theme theme, double dpr) : theme_{std::move(theme)}, dpr_{dpr} {}

Symbol SymbolAtlas::drawn(int pixels, auto draw) const
{
    int const side = scaled(pixels);
    QImage picture{side, side, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dpr_, dpr_);
    draw(painter, static_cast<double>(pixels));
    painter.end();
    return Symbol{picture, {side / 2, side / 2}};
}

/// Draws a symbol on a square of `pixels` (at one device pixel a pixel) unless it is there already.
template <typename Draw>
Symbol const& SymbolAtlas::cached(Key const& key, int pixels, Draw draw)
{
    auto const found = symbols_.find(key);
    if (found != symbols_.end()) return found->second;
    return symbols_[key] = drawn(pixels, draw);
}

void SymbolAtlas::ring(QPainter& painter, QRectF const& round, Emphasis emphasis) const
{
    if (emphasis == Emphasis::none) return;
    bool const selected = emphasis == Emphasis::selected;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{theme_.colour("mark.frame"), selected ? 4.0 : 3.0});
    painter.drawEllipse(round);
    painter.setPen(QPen{theme_.colour(selected ? "mark.selected" : "mark.hovered"), selected ? 2.2 : 1.6});
    painter.drawEllipse(round);
}

void SymbolAtlas::pointer(QPainter& painter, QRectF const& whole, int step, QColor colour) const
{
    painter.save();
    painter.translate(whole.center());
    painter.rotate(step * 360.0 / headings);
    painter.translate(-whole.center());
    drawIcon(painter, "pointer", whole, {colour, theme_.colour("mark.frame"), {}});
    painter.restore();
}

void SymbolAtlas::badge(QPainter& painter, QRectF const& where, MarkStatus status) const
{
    drawIcon(painter, "status-" + std::string{nameOf(status)}, where,
             {{}, theme_.colour("mark.frame"), theme_.status(status)});
}

void SymbolAtlas::figure(QPainter& painter, QRectF const& where, QString const& text, QColor ink) const
{
    QFont font{QStringLiteral("Noto Sans CJK SC")};
    font.setPixelSize(static_cast<int>(where.height() * 0.62));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(where, Qt::AlignCenter, text);
}

void SymbolAtlas::drawUnit(QPainter& painter, double side, UnitMark const& mark, std::optional<int> step) const
{
    QColor const colour = theme_.status(mark.status);
    bool const distress = mark.status == MarkStatus::distress;
    QColor const ink = theme_.colour(distress ? "status.distress_text" : "status.ink");
    IconColours const colours{colour, theme_.colour(distress ? "mark.selected" : "mark.frame"),
                              mark.stale && !distress ? colour : ink};
    if (step) pointer(painter, centred(side, 38), *step, colour);
    QRectF const box = centred(side, distress ? 24 : 20);
    drawIcon(painter, distress ? "frame-distress" : mark.stale ? "frame-unit-stale" : "frame-unit", box, colours);
    if (distress)
        figure(painter, box.adjusted(0, 5, 0, 1), QStringLiteral("!"), colours.ink);
    else
        drawIcon(painter, unit_glyphs.at(static_cast<std::size_t>(mark.glyph)), box.adjusted(2, 2, -2, -2), colours);
    if (!distress) badge(painter, {box.right() - 6, box.bottom() - 6, 9, 9}, mark.status);
}

Symbol const& SymbolAtlas::unit(UnitMark const& mark, Emphasis emphasis)
{
    std::optional<int> const step = mark.heading_deg ? std::optional{headingStep(*mark.heading_deg)} : std::nullopt;
    int const look = static_cast<int>(mark.status) * 8 + static_cast<int>(mark.glyph);
    int const state = static_cast<int>(emphasis) * 2 + (mark.stale ? 1 : 0);
    int const number_of_look = (look * 6 + state) * (headings + 1) + step.value_or(headings);
    auto const number = static_cast<std::size_t>(number_of_look);
    if (units_.empty()) units_.resize(std::size_t{64} * 6 * (headings + 1));
    if (units_[number]) return *units_[number];
    units_[number] =
        &cached({1, look, step.value_or(-1), state, 0, {}}, unit_side, [&](QPainter& painter, double side) {
            ring(painter, centred(side, 31), emphasis);
            drawUnit(painter, side, mark, step);
        });
    return *units_[number];
}

/// Under the diamond a bar fills with the incident's age towards its limit.
void SymbolAtlas::drawIncident(QPainter& painter, double side, IncidentMark const& mark, int age_step) const
{
    QColor const colour = theme_.priority(mark.priority);
    QRectF const box = centred(side, mark.priority == 1 ? 26 : 22);
    drawIcon(painter, mark.closed ? "frame-incident-closed" : "frame-incident", box,
             {mark.closed ? theme_.colour("mark.camera_broken") : colour, theme_.colour("mark.frame"), {}});
    QColor const ink = theme_.colour(mark.priority == 1 ? "priority.1_ink" : "priority.ink");
    if (!mark.closed) figure(painter, box.adjusted(3, 3, -3, -3), QString::number(mark.priority), ink);
    if (age_step < 0) return;
    if (age_step > 0) {  // an empty bar would only cover the ring
        QRectF const bar{side / 2 - 9, side - 5, 18, 3.5};
        painter.fillRect(bar.adjusted(-1, -1, 1, 1), theme_.colour("mark.frame"));
        painter.fillRect(QRectF{bar.topLeft(), QSizeF{bar.width() * age_step / age_steps, bar.height()}}, colour);
    }
    if (mark.duplicates > 0)
        figure(painter, {side - 11, 0, 11, 12}, QString::number(mark.duplicates + 1), theme_.colour("mark.text"));
}

Symbol const& SymbolAtlas::incident(IncidentMark const& mark, Emphasis emphasis)
{
    int const age =
        mark.age_part ? std::clamp(static_cast<int>(std::lround(*mark.age_part * age_steps)), 0, age_steps) : -1;
    int const count = std::clamp(mark.duplicates, 0, 8);
    Key const key{2, mark.priority * 2 + (mark.closed ? 1 : 0), age, count, static_cast<int>(emphasis), {}};
    return cached(key, incident_side, [&](QPainter& painter, double side) {
        ring(painter, centred(side, 31), emphasis);
        drawIncident(painter, side, mark, mark.closed ? -1 : age);
    });
}

Symbol const& SymbolAtlas::camera(CameraMark const& mark, bool small, Emphasis emphasis)
{
    Key const key{3, mark.working ? 1 : 0, small ? 1 : 0, 0, static_cast<int>(emphasis), {}};
    return cached(key, camera_side, [&](QPainter& painter, double side) {
        ring(painter, centred(side, 17), emphasis);
        QColor const colour = theme_.colour(mark.working ? "mark.camera" : "mark.camera_broken");
        IconColours const colours{colour, theme_.colour("mark.frame"), theme_.colour("mark.frame")};
        drawIcon(painter, "frame-camera", centred(side, small ? 6 : 15), colours);
        if (!small) drawIcon(painter, "glyph-camera", centred(side, 12), colours);
    });
}

Symbol const& SymbolAtlas::drone(DroneMark const& mark, Emphasis emphasis)
{
    int const step = headingStep(mark.heading_deg);
    Key const key{4, static_cast<int>(mark.status), step, mark.stale ? 1 : 0, static_cast<int>(emphasis), {}};
    return cached(key, drone_side, [&](QPainter& painter, double side) {
        ring(painter, centred(side, 31), emphasis);
        pointer(painter, centred(side, 36), step, theme_.colour("mark.drone"));
        QColor const body = theme_.colour(mark.stale ? "mark.camera_broken" : "mark.drone");
        drawIcon(painter, "frame-drone", centred(side, 19), {body, theme_.colour("mark.frame"), {}});
        badge(painter, {side / 2 + 4, side / 2 + 4, 9, 9}, mark.status);
    });
}

Symbol const& SymbolAtlas::post(PostMark const& mark, Emphasis emphasis)
{
    Key const key{5, 0, 0, 0, static_cast<int>(emphasis), mark.glyph.toStdString()};
    return cached(key, post_side, [&](QPainter& painter, double side) {
        ring(painter, centred(side, 20), emphasis);
        IconColours const colours{theme_.colour("mark.frame"), theme_.colour("mark.post"), theme_.colour("mark.post")};
        drawIcon(painter, "frame-post", centred(side, 17), colours);
        drawIcon(painter, "glyph-" + mark.glyph.toStdString(), centred(side, 14), colours);
    });
}

/// The ring begins at the top and goes clockwise in the order of the states.
void SymbolAtlas::drawCluster(QPainter& painter, double side, std::array<int, 8> const& by_status) const
{
    int const total = std::accumulate(by_status.begin(), by_status.end(), 0);
    QRectF const whole = centred(side, 30);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.colour("mark.frame"));
    painter.drawEllipse(whole);
    double from = 90 * 16;
    for (std::size_t i = 0; i < by_status.size(); ++i) {
        double const part = 360.0 * 16 * by_status[i] / total;
        painter.setBrush(theme_.status(static_cast<MarkStatus>(i)));
        painter.drawPie(centred(side, 27), static_cast<int>(std::lround(from - part)),
                        static_cast<int>(std::lround(part)));
        from -= part;
    }
    painter.setBrush(theme_.colour("mark.body"));
    painter.drawEllipse(centred(side, 19));
    figure(painter, centred(side, total < 100 ? 19 : 15), QString::number(total), theme_.colour("mark.text"));
}

Symbol const& SymbolAtlas::cluster(std::array<int, 8> const& by_status, Emphasis emphasis)
{
    constexpr std::size_t most = 2000;
    std::pair const key{by_status, emphasis};
    if (auto const found = clusters_.find(key); found != clusters_.end()) return found->second;
    if (clusters_.size() >= most) clusters_.clear();
    return clusters_[key] = drawn(cluster_side, [&](QPainter& painter, double side) {
               ring(painter, centred(side, 34), emphasis);
               drawCluster(painter, side, by_status);
           });
}

Symbol const& SymbolAtlas::distressFrame(bool wide)
{
    return cached({7, wide ? 1 : 0, 0, 0, 0, {}}, frame_side, [&](QPainter& painter, double side) {
        QRectF const round = centred(side, wide ? 54 : 42);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{theme_.colour("mark.selected"), 7.0});
        painter.drawEllipse(round);
        painter.setPen(QPen{theme_.colour("status.distress"), 4.0});
        painter.drawEllipse(round);
    });
}

Symbol const& SymbolAtlas::pin()
{
    return cached({6, 0, 0, 0, 0, {}}, 2 * pin_side, [&](QPainter& painter, double side) {
        QRectF const above{side / 2 - pin_side / 2.0, side / 2 - pin_side, pin_side, pin_side};
        drawIcon(painter, "pin", above, {theme_.colour("accent"), theme_.colour("mark.frame"), {}});
    });
}

}  // namespace cresset::widgets
