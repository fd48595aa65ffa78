#pragma once
/// A map file of somebody else, opened as a layer: read by cresset-layer, a program of its own that is locked up, so
/// that whatever the file does, this program only learns that it is refused.

#include "core/base/datum.h"
#include "core/base/result.h"
#include "maps/child_process.h"
#include "maps/layer_shapes.h"
#include "maps/layer_stream.h"
#include "maps/progress.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace cresset::maps {

struct LayerOrder {
    std::filesystem::path file;
    Datum datum = Datum::wgs84;  ///< as a person said
    bool whole = false;          ///< all that its attributes say, not only what is shown
    friend bool operator==(LayerOrder const&, LayerOrder const&) = default;
};

/// GeoTIFF, MBTiles of pictures: its reader stays and makes the tiles that are asked for. Safe to use from several
/// threads; they wait for each other.
class LayerRaster {
public:
    LayerRaster(LayerOrder order, ChildProcess reader, RasterExtent extent);
    RasterExtent const& extent() const { return extent_; }
    /// Premultiplied BGRA of raster_tile_side squared; empty where the picture has nothing there. A reader that falls,
    /// or has used up its time, is started again; it is empty, too, where one falls a second time.
    std::string tile(TileId id);
    /// Whoever waits for a tile waits no more, and none is made from now on.
    void stop() { stopped_ = true; }

private:
    bool restart();
    std::string ask(TileId id);

    LayerOrder order_;
    RasterExtent const extent_;
    std::atomic<bool> stopped_{false};
    std::mutex mutex_;
    std::optional<ChildProcess> reader_;
    LayerIntake intake_;
};

/// One of the two.
struct OpenedLayer {
    std::optional<LayerShapes> shapes;
    std::shared_ptr<LayerRaster> raster;
};

/// Reads all of a vector file, or opens a picture. Takes its time: not for the thread of a window. Progress is told as
/// "reading". The problem is a refusal (layer_refusal.h) or stopped_text.
Result<OpenedLayer> open_layer(LayerOrder const& order, Progress const& progress = {});

/// The bytes of a file of that kind ("gpkg", "kml") with the features of a GeoJSON text, made by the program that is
/// locked up. `name` is what people call the file. Takes its time, too.
Result<std::string> make_file(std::string_view kind, std::string_view geojson, std::string const& name);

}  // namespace cresset::maps
