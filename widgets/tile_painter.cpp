#include "widgets/tile_painter.h"
#include "widgets/wide_registers.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cresset::widgets {

using maps::TileFeature;
using maps::TileGeometry;
using maps::TileLayer;

double TileJob::zoom() const
{
    return tile.zoom + std::log2(pixels / (512 * dpr));
}

QImage TilePainter::paint(BaseMap const& map, MapStyle const& style, TileJob const& job)
{
    style_ = &style;
    job_ = job;
    zoom_ = job.zoom();
    picture_ = QImage{job.pixels, job.pixels, QImage::Format_RGB32};
    picture_.fill(style.background);
    leaveWideRegisters();
    maps::TileId const source = map.source(job.tile);
    if (!map.isVector())
        paintRaster(map, source);
    else if (auto const tile = map.geometry(source))
        paintVector(*tile, source);
    return std::move(picture_);
}

void TilePainter::paintRaster(BaseMap const& map, maps::TileId source)
{
    QImage const whole = map.picture(source);
    if (whole.isNull()) return;
    double const parts = std::ldexp(1.0, job_.tile.zoom - source.zoom);
    double const width = whole.width() / parts, height = whole.height() / parts;
    QRectF const part{std::fmod(job_.tile.x, parts) * width, std::fmod(job_.tile.y, parts) * height, width, height};
    QPainter painter{&picture_};
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF{picture_.rect()}, whole, part);
    painter.fillRect(picture_.rect(), QColor::fromRgba(style_->raster_veil));
}

void TilePainter::paintVector(maps::VectorTile const& tile, maps::TileId source)
{
    if (rasteriser_.size() != picture_.size()) rasteriser_.resize(picture_.size());
    source_ = source;
    areas(tile, false);
    lines(tile, true);
    areas(tile, true);
    roads(tile);
    lines(tile, false);
}

/// A layer of the tile, with the way from its units to the picture's pixels set.
TileLayer const* TilePainter::aimedAt(maps::VectorTile const& tile, std::string_view name)
{
    auto const* layer = tile.layer(name);
    if (!layer) return nullptr;
    double const parts = std::ldexp(1.0, job_.tile.zoom - source_.zoom);
    scale_ = static_cast<float>(job_.pixels * parts / layer->extent);
    shift_x_ = static_cast<float>(-std::fmod(job_.tile.x, parts) * job_.pixels);
    shift_y_ = static_cast<float>(-std::fmod(job_.tile.y, parts) * job_.pixels);
    return layer;
}

/// The part in pixels, without points closer than `step` to the one before; false if it stays outside of the picture.
bool TilePainter::project(std::span<maps::TilePoint const> part, float reach, float step)
{
    points_.clear();
    float left = 1e30f, right = -1e30f, top = 1e30f, bottom = -1e30f;
    for (auto const point : part) {
        RasterPoint const at{static_cast<float>(point.x) * scale_ + shift_x_,
                             static_cast<float>(point.y) * scale_ + shift_y_};
        left = std::min(left, at.x), right = std::max(right, at.x);
        top = std::min(top, at.y), bottom = std::max(bottom, at.y);
        bool const close =
            !points_.empty() && std::fabs(at.x - points_.back().x) < step && std::fabs(at.y - points_.back().y) < step;
        if (!close) points_.push_back(at);
    }
    auto const side = static_cast<float>(job_.pixels);
    return right > -reach && left < side + reach && bottom > -reach && top < side + reach;
}

void TilePainter::areas(maps::VectorTile const& tile, bool buildings)
{
    for (auto const& rule : style_->areas)
        if ((rule.layer == "building") == buildings && rule.zooms.contains(zoom_))
            if (auto const* layer = aimedAt(tile, rule.layer)) area(*layer, rule);
}

void TilePainter::area(TileLayer const& layer, AreaRule const& rule)
{
    Matcher const matches{rule.where, layer};
    auto const edge = static_cast<float>(rule.edge_width.at(zoom_) * job_.dpr);
    for (auto const& feature : layer.features)
        if (feature.geometry == TileGeometry::polygon && matches(feature)) fillPart(layer, feature);
    lay(rule.colour);
    if (edge < 0.1f) return;
    Stroke const stroke{.width = edge};
    for (auto const& feature : layer.features) {
        if (feature.geometry != TileGeometry::polygon || !matches(feature)) continue;
        for (auto part = feature.first_part; part < feature.end_part; ++part)
            if (project(layer.part(part), edge, 0.4f)) rasteriser_.strokeRing(points_, stroke);
    }
    lay(rule.edge);
}

/// Rings of version 1 may run either way: the first one of a feature says which way is outside.
void TilePainter::fillPart(TileLayer const& layer, TileFeature const& feature)
{
    bool const turned = !maps::is_outer_ring(layer.part(feature.first_part));
    for (auto part = feature.first_part; part < feature.end_part; ++part) {
        if (!project(layer.part(part), 0, 0.3f)) continue;
        if (turned) std::ranges::reverse(points_);
        rasteriser_.ring(points_);
    }
}

void TilePainter::lines(maps::VectorTile const& tile, bool under)
{
    for (auto const& rule : style_->lines)
        if (rule.under == under && rule.zooms.contains(zoom_))
            if (auto const* layer = aimedAt(tile, rule.layer)) line(*layer, rule);
}

namespace {

std::vector<float> scaled(std::vector<float> dash, double factor)
{
    for (float& part : dash) part = static_cast<float>(part * factor);
    return dash;
}

}  // namespace

void TilePainter::line(TileLayer const& layer, LineRule const& rule)
{
    Matcher const matches{rule.where, layer};
    auto const width = static_cast<float>(rule.width.at(zoom_) * job_.dpr);
    auto const dashes = scaled(rule.dash, job_.dpr);
    Stroke const stroke{.width = width, .cap = LineCap::round, .dashes = dashes};
    for (auto const& feature : layer.features) {
        if (feature.geometry != TileGeometry::line || !matches(feature)) continue;
        for (auto part = feature.first_part; part < feature.end_part; ++part)
            if (project(layer.part(part), width, 0.5f)) rasteriser_.stroke(points_, stroke);
    }
    lay(rule.colour);
}

}  // namespace cresset::widgets
