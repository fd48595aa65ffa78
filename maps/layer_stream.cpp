#include "maps/layer_stream.h"

#include "core/base/check.h"
#include "maps/gzip.h"

#include <algorithm>

namespace cresset::maps {
namespace {

constexpr std::string_view magic = "CRESLYR1";  // the last letter is the version
constexpr std::size_t record_head = 5;
constexpr std::size_t tile_bytes = std::size_t{4} * raster_tile_side * raster_tile_side;
constexpr std::int32_t most_lat = 900'000'000, most_lon = 1'800'000'000;

class Packer {
public:
    explicit Packer(char tag) : bytes_(record_head, tag) {}
    Packer& u8(std::uint32_t value) { return number(value, 1); }
    Packer& u16(std::uint32_t value) { return number(value, 2); }
    Packer& u32(std::uint32_t value) { return number(value, 4); }
    Packer& u64(std::uint64_t value) { return number(value, 8); }
    Packer& text(std::string_view text)
    {
        u16(static_cast<std::uint32_t>(text.size()));
        return raw(text);
    }
    Packer& raw(std::string_view bytes)
    {
        bytes_ += bytes;
        return *this;
    }
    Packer& place(Place place)
    {
        return u32(static_cast<std::uint32_t>(place.lat_e7)).u32(static_cast<std::uint32_t>(place.lon_e7));
    }
    std::string done()
    {
        std::size_t const length = bytes_.size() - record_head;
        for (std::size_t i = 0; i < 4; ++i) bytes_[1 + i] = static_cast<char>(length >> (8 * i) & 0xff);
        return std::move(bytes_);
    }

private:
    Packer& number(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xff);
        return *this;
    }
    std::string bytes_;
};

/// Reads on until something is missing; from then on everything is nought.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_{bytes} {}
    std::uint32_t u8() { return static_cast<std::uint32_t>(number(1)); }
    std::uint32_t u16() { return static_cast<std::uint32_t>(number(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }
    std::string_view raw(std::size_t length)
    {
        if (!has(length)) return {};
        auto const part = bytes_.substr(0, length);
        bytes_.remove_prefix(length);
        return part;
    }
    std::string_view text(std::size_t most)
    {
        std::size_t const length = u16();
        if (length > most) failed_ = true;
        return failed_ ? std::string_view{} : raw(length);
    }
    Place place()
    {
        auto const lat = static_cast<std::int32_t>(u32()), lon = static_cast<std::int32_t>(u32());
        if (lat < -most_lat || lat > most_lat || lon < -most_lon || lon > most_lon) failed_ = true;
        return {lat, lon};
    }
    std::size_t left() const { return bytes_.size(); }
    bool failed() const { return failed_; }
    /// Everything was there, and nothing more.
    bool whole() const { return !failed_ && bytes_.empty(); }

private:
    bool has(std::size_t length)
    {
        if (length > bytes_.size()) failed_ = true;
        return !failed_;
    }
    std::uint64_t number(std::size_t length)
    {
        if (!has(length)) return 0;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < length; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
        bytes_.remove_prefix(length);
        return value;
    }
    std::string_view bytes_;
    bool failed_ = false;
};

/// A point has one place a part, a line two or more, a ring three or more.
std::size_t least_places(ShapeKind kind)
{
    return kind == ShapeKind::point ? 1 : kind == ShapeKind::line ? 2 : 3;
}

}  // namespace

std::string told_head()
{
    return std::string{magic};
}

std::string told_fields(std::vector<std::string> const& fields)
{
    Packer packer{'A'};
    packer.u16(static_cast<std::uint32_t>(fields.size()));
    for (auto const& field : fields) packer.text(field);
    return packer.done();
}

std::string told_feature(LooseFeature const& feature)
{
    Packer packer{'F'};
    packer.u8(static_cast<std::uint32_t>(feature.kind)).text(feature.label);
    packer.u8(static_cast<std::uint32_t>(feature.attributes.size()));
    for (auto const& [field, value] : feature.attributes) packer.u16(field).text(value);
    packer.u32(static_cast<std::uint32_t>(feature.parts.size()));
    for (Line const& part : feature.parts) {
        packer.u32(static_cast<std::uint32_t>(part.size()));
        for (Place const place : part) packer.place(place);
    }
    return packer.done();
}

std::string told_progress(int per_mille)
{
    return Packer{'P'}.u16(static_cast<std::uint32_t>(per_mille)).done();
}

std::string told_end(std::uint64_t features, std::uint64_t places, std::uint64_t left_out)
{
    return Packer{'E'}.u64(features).u64(places).u64(left_out).done();
}

std::string told_raster(RasterExtent const& extent)
{
    return Packer{'K'}
        .place(extent.bounds.min)
        .place(extent.bounds.max)
        .u8(static_cast<std::uint32_t>(extent.least_zoom))
        .u8(static_cast<std::uint32_t>(extent.most_zoom))
        .done();
}

std::string told_tile(RasterTile const& tile)
{
    Packer packer{'T'};
    packer.u8(static_cast<std::uint32_t>(tile.id.zoom)).u32(tile.id.x).u32(tile.id.y);
    if (!tile.pixels.empty()) packer.raw(gzip(tile.pixels, 1));
    return packer.done();
}

std::string told_written(std::string_view bytes)
{
    return Packer{'W'}.raw(bytes).done();
}

std::string told_refusal(LayerRefusal reason, std::string_view detail)
{
    return Packer{'R'}.u8(static_cast<std::uint32_t>(reason)).text(detail.substr(0, layer_limits.value_bytes)).done();
}

std::string asked_tile(TileId tile)
{
    return Packer{'?'}.u32(static_cast<std::uint32_t>(tile.zoom)).u32(tile.x).u32(tile.y).done().substr(record_head);
}

std::optional<TileId> read_asked_tile(std::string_view bytes)
{
    Unpacker unpacker{bytes};
    std::uint32_t const zoom = unpacker.u32(), x = unpacker.u32(), y = unpacker.u32();
    if (!unpacker.whole() || zoom > max_tile_zoom) return {};
    TileId const tile{static_cast<int>(zoom), x, y};
    return tile.valid() ? std::optional{tile} : std::nullopt;
}

bool LayerIntake::take(std::string_view bytes)
{
    if (broken_) return false;
    waiting_ += bytes;
    if (!headed_ && !head()) return !broken_;
    while (!broken_ && record()) {
    }
    if (used_ > 0) waiting_.erase(0, used_), used_ = 0;
    return !broken_;
}

bool LayerIntake::head()
{
    std::size_t const there = std::min(waiting_.size(), magic.size());
    if (waiting_.compare(0, there, magic.substr(0, there)) != 0) return fail();
    if (there < magic.size()) return false;
    headed_ = true;
    used_ = magic.size();
    return true;
}

bool LayerIntake::fail()
{
    broken_ = true;
    return false;
}

/// True if one was there whole and there may be more.
bool LayerIntake::record()
{
    std::string_view const left = std::string_view{waiting_}.substr(used_);
    if (left.size() < record_head) return false;
    std::size_t const length = Unpacker{left.substr(1, 4)}.u32();
    if (length > layer_limits.record_bytes) return fail();
    if (left.size() < record_head + length) return false;
    if (!body(left[0], left.substr(record_head, length))) return fail();
    used_ += record_head + length;
    return true;
}

bool LayerIntake::body(char tag, std::string_view bytes)
{
    if (ended_ || refusal_ || written_) return false;  // nothing comes after the end
    switch (tag) {
        case 'A': return fields(bytes);
        case 'F': return feature(bytes);
        case 'P': return progress(bytes);
        case 'E': return end(bytes);
        case 'K': return extent(bytes);
        case 'T': return tile(bytes);
        case 'R': return refused(bytes);
        case 'W': return written(bytes);
        default: return false;
    }
}

bool LayerIntake::written(std::string_view bytes)
{
    if (fields_told_ || raster_ || bytes.empty()) return false;
    written_ = std::string{bytes};
    return true;
}

bool LayerIntake::fields(std::string_view bytes)
{
    if (fields_told_ || raster_) return false;
    fields_told_ = true;
    Unpacker unpacker{bytes};
    std::size_t const count = unpacker.u16();
    if (count > layer_limits.fields) return false;
    for (std::size_t i = 0; i < count && !unpacker.failed(); ++i)
        shapes_.fields.emplace_back(unpacker.text(layer_limits.value_bytes));
    return unpacker.whole();
}

bool LayerIntake::feature(std::string_view bytes)
{
    if (!fields_told_ || shapes_.features.size() >= layer_limits.features) return false;
    Unpacker unpacker{bytes};
    std::uint32_t const kind = unpacker.u8();
    if (kind > static_cast<std::uint32_t>(ShapeKind::area)) return false;
    LooseFeature feature;
    feature.kind = static_cast<ShapeKind>(kind);
    feature.label = unpacker.text(limits_.value_bytes);
    std::size_t const attributes = unpacker.u8();
    if (attributes > limits_.shown_fields) return false;
    for (std::size_t i = 0; i < attributes && !unpacker.failed(); ++i) {
        auto const field = static_cast<std::uint16_t>(unpacker.u16());
        feature.attributes.emplace_back(field, unpacker.text(limits_.value_bytes));
    }
    std::size_t const parts = unpacker.u32();
    if (unpacker.failed() || parts > unpacker.left() / 4) return false;
    for (std::size_t i = 0; i < parts; ++i) {
        std::size_t const count = unpacker.u32();
        if (unpacker.failed() || count < least_places(feature.kind) || count > unpacker.left() / 8) return false;
        Line& part = feature.parts.emplace_back(count);
        for (Place& place : part) place = unpacker.place();
    }
    return unpacker.whole() && add_feature(shapes_, feature) && shapes_.places.size() <= layer_limits.places &&
           shapes_.texts.size() <= layer_limits.text_bytes;
}

bool LayerIntake::progress(std::string_view bytes)
{
    Unpacker unpacker{bytes};
    per_mille_ = static_cast<int>(unpacker.u16());
    return unpacker.whole() && per_mille_ <= 1000 && !raster_;
}

bool LayerIntake::end(std::string_view bytes)
{
    Unpacker unpacker{bytes};
    std::uint64_t const features = unpacker.u64(), places = unpacker.u64();
    shapes_.left_out = unpacker.u64();
    ended_ = true;
    return fields_told_ && unpacker.whole() && features == shapes_.features.size() && places == shapes_.places.size();
}

bool LayerIntake::extent(std::string_view bytes)
{
    if (raster_ || fields_told_) return false;
    Unpacker unpacker{bytes};
    RasterExtent extent;
    extent.bounds.min = unpacker.place();
    extent.bounds.max = unpacker.place();
    extent.least_zoom = static_cast<int>(unpacker.u8());
    extent.most_zoom = static_cast<int>(unpacker.u8());
    raster_ = extent;
    return unpacker.whole() && !extent.bounds.empty() && extent.bounds.min.lon_e7 <= extent.bounds.max.lon_e7 &&
           extent.least_zoom <= extent.most_zoom && extent.most_zoom <= max_tile_zoom;
}

bool LayerIntake::tile(std::string_view bytes)
{
    if (!raster_ || tile_) return false;
    Unpacker unpacker{bytes};
    RasterTile tile;
    tile.id.zoom = static_cast<int>(unpacker.u8());
    tile.id.x = unpacker.u32();
    tile.id.y = unpacker.u32();
    if (unpacker.failed() || !tile.id.valid()) return false;
    if (unpacker.left() > 0) {
        auto pixels = gunzip(unpacker.raw(unpacker.left()), tile_bytes);
        if (!pixels || pixels->size() != tile_bytes) return false;
        tile.pixels = *std::move(pixels);
    }
    tile_ = std::move(tile);
    return true;
}

std::optional<RasterTile> LayerIntake::take_tile()
{
    auto tile = std::move(tile_);
    tile_.reset();
    return tile;
}

bool LayerIntake::refused(std::string_view bytes)
{
    Unpacker unpacker{bytes};
    std::uint32_t const reason = unpacker.u8();
    std::string_view const detail = unpacker.text(layer_limits.value_bytes);
    if (!unpacker.whole() || reason > static_cast<std::uint32_t>(LayerRefusal::last)) return false;
    refusal_ = ToldRefusal{static_cast<LayerRefusal>(reason), std::string{detail}};
    return true;
}

}  // namespace cresset::maps
