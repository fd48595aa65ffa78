#include "widgets/file_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/segment.h"
#include "widgets/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cresset::widgets {
namespace {

using maps::ShapeKind;

constexpr std::size_t most_labels = 300;  // more than these say nothing
constexpr std::size_t most_hit = 4000;
constexpr qsizetype most_letters = 72;  // of a line of what a file says
constexpr double point_radius = 7;
constexpr double no_distance = std::numeric_limits<double>::infinity();

WorldBox boxOf(QRectF const& pixels, Viewport const& view)
{
    WorldPoint const a = view.worldAt(pixels.topLeft()), b = view.worldAt(pixels.bottomRight());
    auto const within = [](double part) { return std::clamp(part, 0.0, 1.0); };
    return {within(a.x), within(a.y), within(b.x), within(b.y)};
}

/// By the even-odd rule: whether a ray to the right crosses it an odd number of times.
bool crosses(QPointF at, std::vector<QPointF> const& ring)
{
    bool odd = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        QPointF const a = ring[i], b = ring[before];
        if ((a.y() > at.y()) != (b.y() > at.y()) &&
            at.x() < (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y()) + a.x())
            odd = !odd;
    }
    return odd;
}

QString shortened(QString const& line)
{
    return line.size() > most_letters ? line.left(most_letters - 1) + QStringLiteral("…") : line;
}

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

/// How far a shape is from a pixel: nothing beyond `within`. Inside an area it is `within`, unless its edge is nearer:
/// what stands on the area comes first.
class Measure {
public:
    Measure(DrawnShapes const& shapes, Viewport const& view, QPointF at) : shapes_{shapes}, view_{view}, at_{at} {}

    std::optional<double> to(std::size_t feature, double within) const
    {
        auto const& what = shapes_.feature(feature);
        double nearest = no_distance;
        bool inside = false;
        for (std::uint32_t part = 0; part < what.parts; ++part) {
            auto const pixels = pixelsOf(feature, part);
            nearest = std::min(nearest, along(pixels, what.kind));
            if (what.kind == ShapeKind::area && pixels.size() > 2) inside = inside != crosses(at_, pixels);
        }
        if (!inside && nearest > within) return {};
        return std::min(nearest, within);
    }

private:
    std::vector<QPointF> pixelsOf(std::size_t feature, std::uint32_t part) const
    {
        std::vector<QPointF> pixels;
        for (WorldDot const dot : shapes_.part(feature, part, view_.tileZoom() + 1))
            pixels.push_back(view_.toScreen(pointOf(dot)));
        return pixels;
    }
    double along(std::vector<QPointF> const& pixels, ShapeKind kind) const
    {
        QPointF const from = pixels.front() - at_;
        double nearest = std::hypot(from.x(), from.y());
        for (std::size_t i = 1; i < pixels.size(); ++i)
            nearest = std::min(nearest, awayFromSegment(at_, pixels[i - 1], pixels[i]));
        if (kind == ShapeKind::area) nearest = std::min(nearest, awayFromSegment(at_, pixels.back(), pixels.front()));
        return nearest;
    }

    DrawnShapes const& shapes_;
    Viewport const& view_;
    QPointF at_;
};

}  // namespace

Bounds FileContent::bounds() const
{
    return shapes ? shapes->shapes().bounds : raster ? raster->extent().bounds : Bounds{};
}

FileLayer::~FileLayer()
{
    if (content_.raster) content_.raster->stop();
}

void FileLayer::setContent(FileContent content)
{
    if (content_.raster && content_.raster != content.raster) content_.raster->stop();
    content_ = std::move(content);
    painter_set_ = false;
}

/// A picture has its own colours; shapes are painted anew where the theme is another.
void FileLayer::wear(Theme const& theme)
{
    ShapeLook const look{theme.rgb(colour_), theme.rgb("file.rim")};
    if (painter_set_ && (look == look_ || !content_.shapes)) return;
    look_ = look;
    painter_set_ = true;
    if (content_.shapes)
        tiles_.setPainter([shapes = content_.shapes, look](maps::TileId tile, int pixels, double dpr) {
            return paintShapes(*shapes, tile, pixels, dpr, look);
        });
    else if (content_.raster)
        tiles_.setPainter([raster = content_.raster](maps::TileId tile, int pixels, double) {
            return paintRaster(*raster, tile, pixels);
        });
    else
        tiles_.setPainter({});
}

void FileLayer::paint(Frame& frame)
{
    if (content_.bounds().empty()) return;
    wear(frame.theme);
    tiles_.want(frame.view);
    tiles_.draw(frame.view, frame.picture);
    if (content_.raster) return outline(frame);
    if (auto const feature = featureOf(frame.hovered)) highlight(frame, *feature);
    label(frame);
}

void FileLayer::prepare(Viewport const& view, Theme const& theme)
{
    if (content_.bounds().empty()) return;
    wear(theme);
    tiles_.paintNow(view);
}

/// From so far away that its tiles would have to look at too much, a picture is its border.
void FileLayer::outline(Frame& frame) const
{
    auto const& extent = content_.raster->extent();
    if (frame.view.tileZoom() >= extent.least_zoom) return;
    Place const a = extent.bounds.min, b = extent.bounds.max;
    Place const border[] = {a, {a.lat_e7, b.lon_e7}, b, {b.lat_e7, a.lon_e7}, a};
    strokeLine(frame, border, 1.6, frame.theme.rgb(colour_));
}

void FileLayer::label(Frame& frame) const
{
    std::vector<std::size_t> seen;
    content_.shapes->within(boxOf(QRectF{frame.view.rect()}, frame.view), [&](std::size_t feature) {
        seen.push_back(feature);
        return seen.size() <= most_labels;
    });
    if (seen.size() > most_labels) return;
    auto const& shapes = content_.shapes->shapes();
    for (std::size_t const feature : seen) {
        QString const text = shortened(plain(shapes.label(shapes.features[feature])));
        int const gap = shapes.features[feature].kind == ShapeKind::point ? 8 : 0;
        frame.labels.add(anchorOf(feature, frame.view).toPoint(), text, LabelRank::low, gap, LabelInk::quiet);
    }
}

/// A point itself, the middle of a line along it, the middle of an area's rectangle.
QPointF FileLayer::anchorOf(std::size_t feature, Viewport const& view) const
{
    auto const& what = content_.shapes->feature(feature);
    if (what.kind == ShapeKind::area) return view.toScreen(what.bounds.middle());
    auto const line = content_.shapes->part(feature, 0, view.tileZoom());
    return view.toScreen(pointOf(line[line.size() / 2]));
}

void FileLayer::highlight(Frame& frame, std::size_t feature) const
{
    auto const& what = content_.shapes->feature(feature);
    double const dpr = frame.view.dpr();
    double const room = 64 * dpr;
    QRectF const seen = QRectF{frame.view.rect()}.adjusted(-room, -room, room, room);
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (std::uint32_t part = 0; part < what.parts; ++part) {
        std::vector<QPointF> pixels;
        for (WorldDot const dot : content_.shapes->part(feature, part, frame.view.tileZoom() + 1))
            pixels.push_back(frame.view.toScreen(pointOf(dot)));
        if (what.kind == ShapeKind::area) pixels.push_back(pixels.front());
        if (what.kind == ShapeKind::point && seen.contains(pixels.front()))
            rasteriser.circle(rasterPoint(pixels.front()), static_cast<float>(point_radius * dpr));
        else if (what.kind != ShapeKind::point)
            for (auto const& piece : cutLine(pixels, seen))
                rasteriser.stroke(piece, {.width = static_cast<float>(4 * dpr), .cap = LineCap::round});
    }
    rasteriser.paint(frame.picture, frame.theme.rgb("mark.hovered"));
}

void FileLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    if (!content_.shapes) return;
    double const within = std::max(reach, point_radius * view.dpr());
    Measure const measure{*content_.shapes, view, at};
    QRectF const round{at.x() - within, at.y() - within, 2 * within, 2 * within};
    std::size_t seen = 0;
    content_.shapes->within(boxOf(round, view), [&](std::size_t feature) {
        if (auto const distance = measure.to(feature, within))
            hits.push_back({{MarkKind::file, std::uint64_t{number_} << 32 | feature}, *distance, view.placeAt(at)});
        return ++seen < most_hit;
    });
}

std::optional<std::size_t> FileLayer::featureOf(MarkKey mark) const
{
    bool const own = mark.kind == MarkKind::file && mark.id >> 32 == number_ && content_.shapes;
    std::size_t const feature = mark.id & 0xffffffffu;
    return own && feature < content_.shapes->count() ? std::optional{feature} : std::nullopt;
}

std::optional<QStringList> FileLayer::textOf(MarkKey mark) const
{
    auto const feature = featureOf(mark);
    if (!feature) return {};
    auto const& shapes = content_.shapes->shapes();
    auto const& what = shapes.features[*feature];
    QString const label = plain(shapes.label(what));
    QStringList lines;
    if (!label.isEmpty()) lines << shortened(label);
    for (auto const& [field, value] : shapes.attributes(what)) {
        QString const text = plain(value);
        if (!text.isEmpty() && text != label) lines << shortened(QStringLiteral("%1: %2").arg(plain(field), text));
    }
    return lines;
}

QImage paintRaster(maps::LayerRaster& raster, maps::TileId tile, int pixels)
{
    maps::TileId from = tile;
    while (from.zoom > raster.extent().most_zoom) from = from.parent();
    std::string const bytes = raster.tile(from);
    if (bytes.empty()) return {};
    constexpr int side = maps::raster_tile_side;
    QImage const whole{reinterpret_cast<uchar const*>(bytes.data()), side, side, 4 * side,
                       QImage::Format_ARGB32_Premultiplied};
    int const up = tile.zoom - from.zoom;
    double const part = std::ldexp(static_cast<double>(side), -up);
    QRectF const cut{(tile.x - (from.x << up)) * part, (tile.y - (from.y << up)) * part, part, part};
    QImage picture{pixels, pixels, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::SmoothPixmapTransform, up < 3);
    painter.drawImage(QRectF{0, 0, static_cast<double>(pixels), static_cast<double>(pixels)}, whole, cut);
    return picture;
}

}  // namespace cresset::widgets
