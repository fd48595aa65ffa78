#include "maps/vector_tile.h"

#include "maps/protozero_checks.h"  // before protozero

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <protozero/pbf_reader.hpp>

namespace cresset::maps {
namespace {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
using protozero::tag_and_type;

constexpr std::size_t largest_tile = 64u << 20;
constexpr std::size_t most_layers = 1000;
constexpr std::uint32_t largest_extent = 1u << 20;
constexpr std::int64_t farthest = 1 << 28;

/// Stops the decoding of the whole tile; turned into a Problem at the door.
struct Broken {
    std::string text;
};

/// A feature that is left out while the tile is still good.
struct LeftOut {};

constexpr auto bytes_of = pbf_wire_type::length_delimited;
constexpr auto varint = pbf_wire_type::varint;

TileValue decode_value(pbf_reader message)
{
    std::optional<TileValue> value;
    while (message.next()) {
        switch (message.tag_and_type()) {
            case tag_and_type(1, bytes_of): value = message.get_string(); break;
            case tag_and_type(2, pbf_wire_type::fixed32): value = double{message.get_float()}; break;
            case tag_and_type(3, pbf_wire_type::fixed64): value = message.get_double(); break;
            case tag_and_type(4, varint): value = message.get_int64(); break;
            case tag_and_type(5, varint): value = message.get_uint64(); break;
            case tag_and_type(6, varint): value = message.get_sint64(); break;
            // get_bool() looks at a byte before it knows that there is one.
            case tag_and_type(7, varint): value = message.get_uint64() != 0; break;
            default: throw Broken{"a value has a kind that the specification does not know"};
        }
    }
    if (!value) throw Broken{"a value is empty"};
    return *std::move(value);
}

/// Walks the commands of one geometry. Every count is compared with what is left before a point is made.
class GeometryReader {
public:
    using Numbers = protozero::iterator_range<pbf_reader::const_uint32_iterator>;

    GeometryReader(Numbers numbers, TileGeometry kind, TileLayer& layer)
        : next_{numbers.begin()}, end_{numbers.end()}, kind_{kind}, layer_{layer}
    {
    }

    void read()
    {
        while (next_ != end_) command(*next_++);
        end_part();
    }

private:
    void command(std::uint32_t word)
    {
        std::uint32_t const count = word >> 3;
        switch (word & 7) {
            case 1: return move_to(count);
            case 2: return line_to(count);
            case 7: return close(count);
            default: throw Broken{"a geometry has an unknown command"};
        }
    }

    void move_to(std::uint32_t count)
    {
        if (count == 0) throw Broken{"a geometry moves to no point"};
        if (kind_ != TileGeometry::point && count != 1) throw Broken{"a line begins at more than one point"};
        for (std::uint32_t i = 0; i < count; ++i) {
            end_part();
            point();
        }
    }

    void line_to(std::uint32_t count)
    {
        if (kind_ == TileGeometry::point || !open_) throw Broken{"a line goes on that has not begun"};
        if (count == 0) throw Broken{"a line goes on to no point"};
        for (std::uint32_t i = 0; i < count; ++i) point();
    }

    void close(std::uint32_t count)
    {
        bool const allowed = kind_ == TileGeometry::polygon || (kind_ == TileGeometry::line && layer_.version == 1);
        if (!allowed || !open_) throw Broken{"a ring is closed that has not begun"};
        if (count != 1 && kind_ == TileGeometry::polygon) throw Broken{"a ring is closed more or less than once"};
        if (kind_ == TileGeometry::line) layer_.points.push_back(layer_.points[begin_]);
        end_part();
    }

    void point()
    {
        if (!open_) begin_ = layer_.points.size();
        open_ = true;
        x_ = std::clamp(x_ + number(), -farthest, farthest);
        y_ = std::clamp(y_ + number(), -farthest, farthest);
        layer_.points.push_back({static_cast<std::int32_t>(x_), static_cast<std::int32_t>(y_)});
    }

    std::int64_t number()
    {
        if (next_ == end_) throw Broken{"a geometry ends in the middle of a command"};
        return protozero::decode_zigzag32(*next_++);
    }

    void end_part()
    {
        if (open_) layer_.part_ends.push_back(static_cast<std::uint32_t>(layer_.points.size()));
        open_ = false;
    }

    pbf_reader::const_uint32_iterator next_, end_;
    TileGeometry kind_;
    TileLayer& layer_;
    std::int64_t x_ = 0, y_ = 0;
    std::size_t begin_ = 0;
    bool open_ = false;
};

struct RawFeature {
    std::uint64_t id = 0;
    std::uint64_t type = 0;
    std::optional<GeometryReader::Numbers> tags, geometry;
    bool doubled = false;
};

RawFeature split_feature(pbf_reader message)
{
    RawFeature raw;
    while (message.next()) {
        switch (message.tag_and_type()) {
            case tag_and_type(1, varint): raw.id = message.get_uint64(); break;
            case tag_and_type(2, bytes_of):
                raw.doubled = raw.doubled || raw.tags;
                raw.tags = message.get_packed_uint32();
                break;
            case tag_and_type(3, varint): raw.type = message.get_uint64(); break;
            case tag_and_type(4, bytes_of):
                raw.doubled = raw.doubled || raw.geometry;
                raw.geometry = message.get_packed_uint32();
                break;
            default:
                if (message.tag() <= 4) throw Broken{"a feature's field is of the wrong kind"};
                message.skip();
        }
    }
    return raw;
}

void read_tags(RawFeature const& raw, TileLayer& layer)
{
    if (!raw.tags) return;
    std::size_t const before = layer.tags.size();
    for (std::uint32_t const index : *raw.tags) {
        bool const is_key = (layer.tags.size() - before) % 2 == 0;
        if (index >= (is_key ? layer.keys.size() : layer.values.size()))
            throw Broken{"a feature names a key or value that the layer does not have"};
        layer.tags.push_back(index);
    }
    if ((layer.tags.size() - before) % 2 != 0) throw LeftOut{};
}

void read_feature(pbf_reader message, TileLayer& layer)
{
    RawFeature const raw = split_feature(message);
    if (raw.doubled || !raw.geometry || raw.type > 3) throw LeftOut{};
    TileFeature feature;
    feature.id = raw.id;
    feature.geometry = static_cast<TileGeometry>(raw.type);
    feature.first_tag = static_cast<std::uint32_t>(layer.tags.size());
    feature.first_part = static_cast<std::uint32_t>(layer.part_ends.size());
    read_tags(raw, layer);
    if (feature.geometry == TileGeometry::unknown) throw LeftOut{};
    GeometryReader{*raw.geometry, feature.geometry, layer}.read();
    feature.end_tag = static_cast<std::uint32_t>(layer.tags.size());
    feature.end_part = static_cast<std::uint32_t>(layer.part_ends.size());
    if (feature.first_part == feature.end_part) throw LeftOut{};
    layer.features.push_back(feature);
}

/// True if the feature was taken; otherwise the layer is as it was before.
bool try_feature(pbf_reader message, TileLayer& layer)
{
    auto const tags = layer.tags.size();
    auto const parts = layer.part_ends.size();
    auto const points = layer.points.size();
    try {
        read_feature(message, layer);
        return true;
    } catch (LeftOut const&) {
        layer.tags.resize(tags);
        layer.part_ends.resize(parts);
        layer.points.resize(points);
        return false;
    }
}

struct RawLayer {
    TileLayer layer;
    std::vector<protozero::data_view> features;
    bool has_name = false, has_version = false;
};

RawLayer split_layer(pbf_reader message)
{
    RawLayer raw;
    while (message.next()) {
        switch (message.tag_and_type()) {
            case tag_and_type(1, bytes_of):
                raw.layer.name = message.get_string();
                raw.has_name = true;
                break;
            case tag_and_type(2, bytes_of): raw.features.push_back(message.get_view()); break;
            case tag_and_type(3, bytes_of): raw.layer.keys.push_back(message.get_string()); break;
            case tag_and_type(4, bytes_of): raw.layer.values.push_back(decode_value(message.get_message())); break;
            case tag_and_type(5, varint): raw.layer.extent = message.get_uint32(); break;
            case tag_and_type(15, varint):
                raw.layer.version = message.get_uint32();
                raw.has_version = true;
                break;
            default:
                if (message.tag() <= 5 || message.tag() == 15) throw Broken{"a layer's field is of the wrong kind"};
                message.skip();
        }
    }
    return raw;
}

void check_layer(RawLayer const& raw)
{
    if (!raw.has_name || raw.layer.name.empty()) throw Broken{"a layer has no name"};
    if (!raw.has_version) throw Broken{"a layer does not say its version"};
    if (raw.layer.version < 1 || raw.layer.version > 2)
        throw Broken{fmt::format("a layer has version {}; 1 and 2 can be read", raw.layer.version)};
    if (raw.layer.extent == 0 || raw.layer.extent > largest_extent) throw Broken{"a layer has an impossible extent"};
}

void read_layer(pbf_reader message, VectorTile& tile)
{
    RawLayer raw = split_layer(message);
    check_layer(raw);
    if (tile.layer(raw.layer.name) != nullptr) {  // the first of two of one name counts
        tile.features_left_out += static_cast<std::uint32_t>(raw.features.size());
        return;
    }
    if (tile.layers.size() == most_layers) throw Broken{"there are more layers than any map has"};
    raw.layer.features.reserve(raw.features.size());
    for (auto const& view : raw.features)
        if (!try_feature(pbf_reader{view}, raw.layer)) ++tile.features_left_out;
    tile.layers.push_back(std::move(raw.layer));
}

VectorTile decode_or_throw(std::string_view bytes)
{
    VectorTile tile;
    pbf_reader message{bytes.data(), bytes.size()};
    while (message.next()) {
        if (message.tag_and_type() == tag_and_type(3, bytes_of))
            read_layer(message.get_message(), tile);
        else if (message.tag() == 3)
            throw Broken{"a layer is of the wrong kind"};
        else
            message.skip();
    }
    return tile;
}

}  // namespace

std::span<TilePoint const> TileLayer::part(std::uint32_t index) const
{
    std::uint32_t const begin = index == 0 ? 0 : part_ends[index - 1];
    return std::span{points}.subspan(begin, part_ends[index] - begin);
}

TileValue const* TileLayer::value(TileFeature const& feature, std::string_view key) const
{
    for (std::uint32_t i = feature.first_tag; i < feature.end_tag; i += 2)
        if (keys[tags[i]] == key) return &values[tags[i + 1]];
    return nullptr;
}

std::string_view TileLayer::text(TileFeature const& feature, std::string_view key) const
{
    auto const* found = value(feature, key);
    auto const* text = found ? std::get_if<std::string>(found) : nullptr;
    return text ? std::string_view{*text} : std::string_view{};
}

namespace {

std::int64_t whole(double real, std::int64_t otherwise)
{
    return std::abs(real) < 9e15 ? static_cast<std::int64_t>(real) : otherwise;  // false for NaN, too
}

}  // namespace

std::int64_t TileLayer::number(TileFeature const& feature, std::string_view key, std::int64_t otherwise) const
{
    auto const* found = value(feature, key);
    if (!found) return otherwise;
    if (auto const* real = std::get_if<double>(found)) return whole(*real, otherwise);
    if (auto const* number = std::get_if<std::int64_t>(found)) return *number;
    if (auto const* number = std::get_if<std::uint64_t>(found))
        return static_cast<std::int64_t>(std::min<std::uint64_t>(*number, INT64_MAX));
    if (auto const* yes = std::get_if<bool>(found)) return *yes ? 1 : 0;
    return otherwise;
}

TileLayer const* VectorTile::layer(std::string_view name) const
{
    auto const found = std::ranges::find(layers, name, &TileLayer::name);
    return found == layers.end() ? nullptr : &*found;
}

Result<VectorTile> decode_vector_tile(std::string_view bytes)
{
    if (bytes.size() > largest_tile)
        return Problem{fmt::format("a tile of {} bytes is larger than {} allowed", bytes.size(), largest_tile)};
    try {
        return decode_or_throw(bytes);
    } catch (Broken const& broken) {
        return Problem{"the vector tile is damaged: " + broken.text};
    } catch (protozero::exception const& error) {
        return Problem{std::string{"the vector tile is damaged: "} + error.what()};
    }
}

bool is_outer_ring(std::span<TilePoint const> ring)
{
    double twice = 0;  // up to 2^57 a term: exact enough for the sign of anything that covers a pixel
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        twice += static_cast<double>(ring[before].x) * ring[i].y - static_cast<double>(ring[i].x) * ring[before].y;
    return twice > 0;
}

}  // namespace cresset::maps
