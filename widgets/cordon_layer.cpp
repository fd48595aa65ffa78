#include "widgets/cordon_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <array>
#include <cmath>
#include <numbers>

namespace cresset::widgets {

namespace {

constexpr double post_side = 8;   // half of it, in pixels at one device pixel a pixel
constexpr double leak_reach = 7;  // of its cross
constexpr int label_gap = 14;

std::array<RasterPoint, 4> squareAt(QPointF at, double half)
{
    auto const x = static_cast<float>(at.x()), y = static_cast<float>(at.y()), h = static_cast<float>(half);
    return {RasterPoint{x - h, y - h}, {x + h, y - h}, {x + h, y + h}, {x - h, y + h}};
}

QRgb paler(QRgb colour, int alpha)
{
    return qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha);
}

/// No label but its own covers what stands there, so far to each side.
void keepClear(Frame& frame, QPointF at, double half)
{
    int const side = static_cast<int>(std::ceil(half * frame.view.dpr()));
    frame.labels.keepClear({at.toPoint() - QPoint{side, side}, QSize{2 * side, 2 * side}});
}

}  // namespace

Line circleLine(Place middle, std::uint32_t radius_mm)
{
    constexpr int corners = 72;
    Line line;
    for (int i = 0; i <= corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners;
        line.push_back(
            moved(middle, std::llround(radius_mm * std::sin(angle)), std::llround(radius_mm * std::cos(angle))));
    }
    return line;
}

void CordonLayer::paint(Frame& frame)
{
    for (CordonPicture const& picture : pictures_) paintOne(frame, picture);
}

void CordonLayer::paintOne(Frame& frame, CordonPicture const& picture) const
{
    paintRun(frame, picture);
    float const dash = 7 * static_cast<float>(frame.view.dpr());
    std::array const dashes{dash, dash};
    auto const ring = circleLine(picture.seen, picture.radius_mm);
    strokeLine(frame, ring, 3.5, frame.theme.rgb("route.casing"));
    strokeLine(frame, ring, 1.6, frame.theme.rgb("accent"),
               picture.planned ? std::span<float const>{dashes} : std::span<float const>{});
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    rasteriser.circle(rasterPoint(frame.view.toScreen(picture.seen)), 5 * static_cast<float>(frame.view.dpr()));
    rasteriser.paint(frame.picture, frame.theme.rgb("warning"));
    paintLeaks(frame, picture);
    paintPosts(frame, picture);
}

/// All of it as one, so that streets that meet are no darker there.
void CordonLayer::paintRun(Frame& frame, CordonPicture const& picture) const
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    Stroke stroke;
    stroke.width = 5 * static_cast<float>(frame.view.dpr());
    stroke.cap = LineCap::round;
    for (Line const& line : picture.run)
        if (line.size() > 1) rasteriser.stroke(pixelsOf(line, frame.view), stroke);
    rasteriser.paint(frame.picture, paler(frame.theme.rgb("warning"), 130));
}

void CordonLayer::paintPosts(Frame& frame, CordonPicture const& picture) const
{
    double const scale = frame.view.dpr();
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (std::size_t i = 0; i < picture.posts.size(); ++i) {
        auto const& post = picture.posts[i];
        bool const is_pulled = picture.planned && pulled_ == i;
        QPointF const at = frame.view.toScreen(is_pulled ? pulled_at_ : post.place);
        rasteriser.ring(squareAt(at, (post_side + 2) * scale));
        rasteriser.paint(frame.picture, frame.theme.rgb("mark.frame"));
        rasteriser.ring(squareAt(at, post_side * scale));
        rasteriser.paint(frame.picture, frame.theme.rgb(post.closed ? "good" : "accent"));
        if (!post.closed) {  // hollow until somebody is there
            rasteriser.ring(squareAt(at, (post_side - 3) * scale));
            rasteriser.paint(frame.picture, frame.theme.rgb("mark.body"));
        }
        keepClear(frame, at, post_side + 2);
        frame.labels.add(at.toPoint(), post.label, LabelRank::always, label_gap, LabelInk::strong,
                         post.label.section(QLatin1Char{' '}, 0, 0));  // its number, as in the list
    }
}

void CordonLayer::paintLeaks(Frame& frame, CordonPicture const& picture) const
{
    double const reach = leak_reach * frame.view.dpr();
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    auto const cross = [&](float width, QRgb colour) {
        Stroke stroke;
        stroke.width = width * static_cast<float>(frame.view.dpr());
        stroke.cap = LineCap::round;
        for (auto const& leak : picture.leaks) {
            QPointF const at = frame.view.toScreen(leak.place);
            for (double const side : {-1.0, 1.0})
                rasteriser.stroke(std::array{rasterPoint(at + QPointF{-reach, -side * reach}),
                                             rasterPoint(at + QPointF{reach, side * reach})},
                                  stroke);
        }
        rasteriser.paint(frame.picture, colour);
    };
    cross(7, frame.theme.rgb("mark.frame"));
    cross(3.5F, frame.theme.rgb("error"));
    for (auto const& leak : picture.leaks) {
        QPointF const at = frame.view.toScreen(leak.place);
        keepClear(frame, at, leak_reach);
        frame.labels.add(at.toPoint(), leak.label, LabelRank::high, label_gap);
    }
}

std::optional<std::size_t> CordonLayer::postOf(MarkKey mark)
{
    if (mark.kind != MarkKind::handle || (mark.id & (std::uint64_t{0xFF} << 56)) != tag) return {};
    return static_cast<std::size_t>(mark.id & ~tag);
}

void CordonLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    for (CordonPicture const& picture : pictures_) {
        if (!picture.planned) continue;
        for (std::size_t i = 0; i < picture.posts.size(); ++i) {
            QPointF const away = view.toScreen(picture.posts[i].place) - at;
            double const distance = std::hypot(away.x(), away.y());
            double const side = (post_side + 2) * view.dpr();
            if (distance > std::max(reach, side)) continue;
            bool const covers = std::max(std::abs(away.x()), std::abs(away.y())) <= side;
            hits.push_back({handleOf(i), distance, picture.posts[i].place, covers});
        }
    }
}

}  // namespace cresset::widgets
