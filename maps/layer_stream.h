#pragma once
/// What the reader of somebody else's file (the program cresset-layer) tells its parent, as bytes: a head with the
/// version, then records of a tag, a length and a body, all numbers little-endian. The parent believes nothing of it:
/// what is cut, doubled, out of order, too long or out of range is a broken stream, and nothing of it is used.
///
/// A vector file: fields, features and progress, then the end with its counts. A raster: its extent, then one tile for
/// each that is asked for. Of what shall be written: the bytes of the file. Instead of any: a refusal.

#include "maps/layer_refusal.h"
#include "maps/layer_shapes.h"
#include "maps/tile_id.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

/// Which amounts are believed, and told at most.
struct LayerLimits {
    std::size_t record_bytes = std::size_t{64} << 20;
    std::size_t features = 2'000'000;
    std::size_t places = 20'000'000;
    std::size_t text_bytes = std::size_t{512} << 20;
    std::size_t fields = 256;
    std::size_t shown_fields = 12;  // of a feature
    std::size_t value_bytes = 240;  // of a label or an attribute; longer ones are cut
};
inline constexpr LayerLimits layer_limits{};
/// For whoever reads what the attributes say, and does not only show it.
inline constexpr LayerLimits whole_limits{.shown_fields = 64, .value_bytes = 4000};

/// A raster is shown in square tiles of so many pixels, numbered as map tiles are.
inline constexpr int raster_tile_side = 512;

struct RasterExtent {
    Bounds bounds;
    int least_zoom = 0;  ///< of its tiles: below that one tile would have to look at too much
    int most_zoom = 0;   ///< beyond that its own pixels are larger than the screen's
    friend bool operator==(RasterExtent const&, RasterExtent const&) = default;
};

struct RasterTile {
    TileId id;
    std::string pixels;  ///< premultiplied BGRA of raster_tile_side squared; empty: nothing is there
};

struct ToldRefusal {
    LayerRefusal reason = LayerRefusal::damaged;
    std::string detail;
};

// The pieces of the stream, made.
std::string told_head();
std::string told_fields(std::vector<std::string> const& fields);
std::string told_feature(LooseFeature const& feature);
std::string told_progress(int per_mille);
std::string told_end(std::uint64_t features, std::uint64_t places, std::uint64_t left_out);
std::string told_raster(RasterExtent const& extent);
std::string told_tile(RasterTile const& tile);
/// A file that was made: its bytes.
std::string told_written(std::string_view bytes);
std::string told_refusal(LayerRefusal reason, std::string_view detail);
/// What the parent asks of a raster's reader: 12 bytes.
std::string asked_tile(TileId tile);
inline constexpr std::size_t asked_tile_bytes = 12;
std::optional<TileId> read_asked_tile(std::string_view bytes);

/// Takes the stream in pieces of any size.
class LayerIntake {
public:
    /// Believes as much as those limits allow.
    explicit LayerIntake(LayerLimits const& limits = layer_limits) : limits_{limits} {}
    /// False once the stream is broken, and from then on.
    bool take(std::string_view bytes);
    bool broken() const { return broken_; }

    /// The whole vector file was told.
    bool ended() const { return ended_; }
    int per_mille() const { return per_mille_; }
    std::optional<ToldRefusal> const& refusal() const { return refusal_; }
    std::optional<RasterExtent> const& raster() const { return raster_; }
    /// The file that was made.
    std::optional<std::string> const& written() const { return written_; }
    /// The tile that came since it was asked last.
    std::optional<RasterTile> take_tile();
    /// Once it has ended.
    LayerShapes take_shapes() { return std::move(shapes_); }

private:
    bool fail();
    bool head();
    bool record();
    bool body(char tag, std::string_view bytes);
    bool fields(std::string_view bytes);
    bool feature(std::string_view bytes);
    bool progress(std::string_view bytes);
    bool end(std::string_view bytes);
    bool extent(std::string_view bytes);
    bool tile(std::string_view bytes);
    bool refused(std::string_view bytes);
    bool written(std::string_view bytes);

    LayerLimits limits_;
    std::string waiting_;
    std::size_t used_ = 0;  // of waiting_
    bool headed_ = false, broken_ = false, ended_ = false, fields_told_ = false;
    int per_mille_ = 0;
    LayerShapes shapes_;
    std::optional<ToldRefusal> refusal_;
    std::optional<RasterExtent> raster_;
    std::optional<RasterTile> tile_;
    std::optional<std::string> written_;
};

}  // namespace cresset::maps
