#pragma once
/// A map file of somebody else on the map: its shapes or its picture, in the colour that it has in the legend.

#include "maps/layer_file.h"
#include "widgets/drawn_shapes.h"
#include "widgets/map_layer.h"
#include "widgets/overlay_tiles.h"
#include "widgets/shape_painter.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>

namespace cresset::widgets {

/// What there is to show, read and made ready off the GUI thread. One of the two.
struct FileContent {
    std::shared_ptr<DrawnShapes const> shapes;
    std::shared_ptr<maps::LayerRaster> raster;
    Bounds bounds() const;
};

class FileLayer : public MapLayer {
public:
    /// `number` is another one for each layer; `colour` names a colour of the theme.
    FileLayer(std::uint32_t number, std::string colour) : number_{number}, colour_{std::move(colour)} {}
    ~FileLayer() override;

    /// Empty: nothing is shown.
    void setContent(FileContent content);
    FileContent const& content() const { return content_; }
    OverlayTiles& tiles() { return tiles_; }

    void paint(Frame& frame) override;
    void prepare(Viewport const& view, Theme const& theme) override;
    bool settled() const override { return tiles_.idle(); }
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    /// Like the base map, it is no reason to look elsewhere: "zoom to" is asked for.
    Bounds bounds() const override { return {}; }
    /// The label of a shape and its attributes, a line each, as plain text; nothing if it is not of this layer.
    std::optional<QStringList> textOf(MarkKey mark) const;

private:
    void wear(Theme const& theme);
    void outline(Frame& frame) const;
    void label(Frame& frame) const;
    void highlight(Frame& frame, std::size_t feature) const;
    std::optional<std::size_t> featureOf(MarkKey mark) const;
    QPointF anchorOf(std::size_t feature, Viewport const& view) const;

    std::uint32_t number_;
    std::string colour_;
    FileContent content_;
    ShapeLook look_;
    bool painter_set_ = false;
    OverlayTiles tiles_;
};

/// A tile of a picture in the size that is wanted; beyond the picture's own zoom, a part of the last one that it has.
QImage paintRaster(maps::LayerRaster& raster, maps::TileId tile, int pixels);

}  // namespace cresset::widgets
