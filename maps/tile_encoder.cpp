#include "maps/tile_encoder.h"

#include "maps/protozero_checks.h"  // before protozero

#include <algorithm>
#include <protozero/pbf_writer.hpp>
#include <tuple>
#include <unordered_map>

namespace cresset::maps {

namespace {

using Piece = TileEncoder::Piece;

// Fields of MVT 2.1's messages.
constexpr protozero::pbf_tag_type tile_layer = 3;
constexpr protozero::pbf_tag_type layer_name = 1, layer_feature = 2, layer_key = 3, layer_value = 4, layer_extent = 5,
                                  layer_version = 15;
constexpr protozero::pbf_tag_type feature_tags = 2, feature_type = 3, feature_geometry = 4;
constexpr std::uint32_t move_to = 1, line_to = 2, close_path = 7;

/// Geometry as commands with zigzag steps from point to point.
class Pen {
public:
    void points(std::vector<TileLine> const& parts)
    {
        std::size_t count = 0;
        for (auto const& part : parts) count += part.size();
        command(move_to, count);
        for (auto const& part : parts)
            for (auto const at : part) step(at);
    }

    void line(TileLine const& line, bool closed)
    {
        command(move_to, 1);
        step(line.front());
        command(line_to, line.size() - 1);
        for (std::size_t i = 1; i < line.size(); ++i) step(line[i]);
        if (closed) command(close_path, 1);
    }

    std::vector<std::uint32_t> const& commands() const { return commands_; }

private:
    void command(std::uint32_t id, std::size_t count)
    {
        commands_.push_back(id | static_cast<std::uint32_t>(count << 3U));
    }
    void step(TilePoint to)
    {
        commands_.push_back(protozero::encode_zigzag32(to.x - at_.x));
        commands_.push_back(protozero::encode_zigzag32(to.y - at_.y));
        at_ = to;
    }

    TilePoint at_{0, 0};
    std::vector<std::uint32_t> commands_;
};

std::vector<std::uint32_t> geometry(Piece const& piece)
{
    Pen pen;
    if (piece.kind == TileGeometry::point)
        pen.points(piece.parts);
    else
        for (auto const& part : piece.parts) pen.line(part, piece.kind == TileGeometry::polygon);
    return pen.commands();
}

/// The table of keys or values of one layer: numbers of the pool, in the order of their first use.
class Used {
public:
    std::uint32_t place(std::uint32_t number)
    {
        auto const [found, is_new] = places_.try_emplace(number, static_cast<std::uint32_t>(order_.size()));
        if (is_new) order_.push_back(number);
        return found->second;
    }
    std::vector<std::uint32_t> const& order() const { return order_; }

private:
    std::unordered_map<std::uint32_t, std::uint32_t> places_;
    std::vector<std::uint32_t> order_;
};

std::vector<std::uint32_t> tags(AttributePool const& pool, std::uint32_t set, Used& keys, Used& values)
{
    std::vector<std::uint32_t> result;
    for (auto const& pair : pool.set(set)) {
        result.push_back(keys.place(pair.key));
        result.push_back(values.place(pair.value));
    }
    return result;
}

std::uint32_t type_number(TileGeometry kind)
{
    return kind == TileGeometry::point ? 1 : kind == TileGeometry::line ? 2 : 3;
}

void write_layer(std::string_view name, std::vector<Piece> const& pieces, AttributePool const& pool, std::string& bytes)
{
    Used keys, values;
    protozero::pbf_writer tile{bytes};
    protozero::pbf_writer layer{tile, tile_layer};
    layer.add_uint32(layer_version, 2);
    layer.add_string(layer_name, name.data(), name.size());
    for (auto const& piece : pieces) {
        protozero::pbf_writer feature{layer, layer_feature};
        auto const numbers = tags(pool, piece.attributes, keys, values);
        auto const commands = geometry(piece);
        feature.add_packed_uint32(feature_tags, numbers.begin(), numbers.end());
        feature.add_enum(feature_type, static_cast<std::int32_t>(type_number(piece.kind)));
        feature.add_packed_uint32(feature_geometry, commands.begin(), commands.end());
    }
    for (auto const key : keys.order()) layer.add_string(layer_key, pool.key(key));
    for (auto const value : values.order()) layer.add_message(layer_value, pool.value(value));
    layer.add_uint32(layer_extent, static_cast<std::uint32_t>(tile_extent));
}

bool same_feature(Piece const& a, Piece const& b)
{
    return a.kind != TileGeometry::point && a.kind == b.kind && a.order == b.order && a.attributes == b.attributes;
}

std::vector<Piece> combined(std::vector<Piece> pieces)
{
    std::vector<Piece> result;
    for (auto& piece : pieces) {
        if (!result.empty() && same_feature(result.back(), piece))
            std::move(piece.parts.begin(), piece.parts.end(), std::back_inserter(result.back().parts));
        else
            result.push_back(std::move(piece));
    }
    return result;
}

std::vector<Piece> ordered(std::vector<Piece> pieces, bool combine)
{
    auto const by_order = [](Piece const& a, Piece const& b) { return a.order < b.order; };
    auto const by_all = [](Piece const& a, Piece const& b) {
        return std::tuple{a.order, a.kind, a.attributes} < std::tuple{b.order, b.kind, b.attributes};
    };
    if (!combine) {
        std::stable_sort(pieces.begin(), pieces.end(), by_order);
        return pieces;
    }
    std::stable_sort(pieces.begin(), pieces.end(), by_all);
    return combined(std::move(pieces));
}

}  // namespace

bool TileEncoder::empty() const
{
    return std::all_of(layers_.begin(), layers_.end(), [](auto const& pieces) { return pieces.empty(); });
}

std::string TileEncoder::bytes()
{
    std::string bytes;
    for (std::size_t i = 0; i < layers_.size(); ++i)
        if (!layers_[i].empty()) write_layer(layer_names[i], ordered(std::move(layers_[i]), combine_), pool_, bytes);
    return bytes;
}

}  // namespace cresset::maps
