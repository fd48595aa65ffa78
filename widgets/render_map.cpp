#include "widgets/render_map.h"

#include "widgets/frame_painter.h"
#include "widgets/label_obstacles.h"
#include "widgets/label_painter.h"
#include "widgets/map_furniture.h"
#include "widgets/tile_painter.h"

#include <QPainter>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <thread>

namespace cresset::widgets {
namespace {

std::vector<TileJob> jobsOf(Viewport const& view)
{
    std::vector<TileJob> jobs;
    QRect const range = view.tileRange();
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x)
            jobs.push_back({{view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)},
                            view.tilePixels(),
                            view.dpr()});
    return jobs;
}

/// Paints the tiles in any order; each has its own picture, so the result is the same.
std::vector<QImage> paintAll(BaseMap const& map, MapStyle const& style, std::vector<TileJob> const& jobs)
{
    std::vector<QImage> pictures(jobs.size());
    std::atomic<std::size_t> next{0};
    auto const work = [&] {
        TilePainter painter;
        for (std::size_t i = next++; i < jobs.size(); i = next++) pictures[i] = painter.paint(map, style, jobs[i]);
    };
    std::vector<std::jthread> helpers;
    auto const wanted = std::min(jobs.size(), static_cast<std::size_t>(std::max(1, QThread::idealThreadCount())));
    for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
    work();
    helpers.clear();
    return pictures;
}

}  // namespace

QImage renderTiles(BaseMap const& map, MapStyle const& style, Viewport const& view)
{
    QImage picture{view.size(), QImage::Format_RGB32};
    picture.fill(style.background);
    auto const jobs = jobsOf(view);
    auto const tiles = paintAll(map, style, jobs);
    QPainter painter{&picture};
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (std::size_t i = 0; i < jobs.size(); ++i) painter.drawImage(view.tileRect(jobs[i].tile).topLeft(), tiles[i]);
    return picture;
}

QImage renderMap(MapPicture const& what)
{
    QImage picture{what.view.size(), QImage::Format_RGB32};
    picture.fill(what.style->background);
    QString const attribution = what.map ? what.map->attribution() : QString{};
    for (auto* layer : what.layers)
        if (layer->visible()) layer->prepare(what.view, *what.theme);
    if (what.map) {
        auto const furniture = what.furniture ? furnitureRects(what.view, attribution) : std::vector<QRect>{};
        auto obstacles = obstaclesOf(what.layers, furniture, what.view, 0);
        std::shared_ptr<LabelSet const> labels;
        std::jthread placing{[&] {
            labels = placeLabels({what.map, what.style, what.view, 0, what.names, std::move(obstacles)});
        }};
        picture = renderTiles(*what.map, *what.style, what.view);
        placing.join();
        layLabels(paintLabels(std::move(labels)), what.view, picture);
    }
    std::vector<MarkKey> const none;
    FramePainter{*what.theme, what.view.dpr()}.paint(picture, what.view, {what.layers, none, {}});
    if (what.furniture) paintFurniture(picture, what.view, *what.theme, attribution);
    return picture;
}

}  // namespace cresset::widgets
