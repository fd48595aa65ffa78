#include "maps/osm_reader.h"

#include "core/base/text.h"
#include "maps/pbf_blobs.h"
#include "maps/protozero_checks.h"  // before protozero

#include <algorithm>
#include <fmt/format.h>
#include <osmium/handler.hpp>
#include <osmium/io/any_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <tuple>
#include <type_traits>

namespace cresset::maps {

namespace {

/// Things in the order of the file, with the ids of what they refer to, and their versions.
struct Raw {
    struct Reference {
        MemberKind kind = MemberKind::way;
        std::int64_t id = 0;
        std::uint32_t role = 0;
    };
    SourceMap map;
    std::vector<std::uint32_t> node_versions, way_versions, relation_versions;
    std::vector<std::size_t> way_begins{0}, relation_begins{0};
    std::vector<std::int64_t> way_nodes;
    std::vector<Reference> relation_members;
};

bool is_number(osmium::Location location)
{
    return location.is_defined() && location.valid();
}

class Collector {
public:
    explicit Collector(Raw& raw) : raw_{raw} {}

    void take(osmium::OSMObject const& object)
    {
        if (object.deleted()) return;
        switch (object.type()) {
            case osmium::item_type::node: return node(static_cast<osmium::Node const&>(object));
            case osmium::item_type::way: return way(static_cast<osmium::Way const&>(object));
            case osmium::item_type::relation: return relation(static_cast<osmium::Relation const&>(object));
            default: return;
        }
    }

private:
    void node(osmium::Node const& node)
    {
        if (!is_number(node.location())) return;
        Place const place{node.location().y(), node.location().x()};
        raw_.map.nodes.push_back({node.id(), place, tags(node)});
        raw_.node_versions.push_back(node.version());
    }

    void way(osmium::Way const& way)
    {
        raw_.map.ways.push_back({way.id(), {}, tags(way)});
        raw_.way_versions.push_back(way.version());
        for (auto const& node : way.nodes()) raw_.way_nodes.push_back(node.ref());
        raw_.way_begins.push_back(raw_.way_nodes.size());
    }

    void relation(osmium::Relation const& relation)
    {
        raw_.map.relations.push_back({relation.id(), {}, true, tags(relation)});
        raw_.relation_versions.push_back(relation.version());
        for (auto const& member : relation.members()) add(member);
        raw_.relation_begins.push_back(raw_.relation_members.size());
    }

    void add(osmium::RelationMember const& member)
    {
        auto const kind = member.type() == osmium::item_type::node  ? MemberKind::node
                          : member.type() == osmium::item_type::way ? MemberKind::way
                                                                    : MemberKind::relation;
        raw_.relation_members.push_back({kind, member.ref(), text(member.role())});
    }

    Tags tags(osmium::OSMObject const& object)
    {
        Tags result;
        result.reserve(object.tags().size());
        for (auto const& tag : object.tags()) {
            auto const key = text(tag.key());
            result.emplace_back(key, text(tag.value()));
        }
        return result;
    }

    std::uint32_t text(std::string_view words) { return raw_.map.text(is_utf8(words) ? words : to_valid_utf8(words)); }

    Raw& raw_;
};

/// Numbers of the things to keep, in ascending order of id: of each id the newest version, of these the last.
template <typename Thing>
std::vector<std::uint32_t> kept(std::vector<Thing> const& things, std::vector<std::uint32_t> const& versions)
{
    std::vector<std::uint32_t> order(things.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    auto const rank = [&](std::uint32_t i) { return std::tuple{things[i].id, versions[i], i}; };
    auto const earlier = [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); };
    if (!std::is_sorted(order.begin(), order.end(), earlier)) std::sort(order.begin(), order.end(), earlier);
    std::vector<std::uint32_t> result;
    result.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i + 1 == order.size() || things[order[i]].id != things[order[i + 1]].id) result.push_back(order[i]);
    return result;
}

template <typename Thing>
std::vector<Thing> taken(std::vector<Thing>& things, std::vector<std::uint32_t> const& order)
{
    if (order.size() == things.size() && std::is_sorted(order.begin(), order.end())) return std::move(things);
    std::vector<Thing> result;
    result.reserve(order.size());
    for (auto const i : order) result.push_back(std::move(things[i]));
    return result;
}

/// The number of the thing with that id in a vector sorted by id. Neighbours are often asked for one after the other.
template <typename Thing>
class Finder {
public:
    explicit Finder(std::vector<Thing> const& things) : things_{things} {}

    std::optional<std::uint32_t> find(std::int64_t id)
    {
        if (last_ + 1 < things_.size() && things_[last_ + 1].id == id) return static_cast<std::uint32_t>(++last_);
        auto const found = std::lower_bound(things_.begin(), things_.end(), id,
                                            [](Thing const& thing, std::int64_t wanted) { return thing.id < wanted; });
        if (found == things_.end() || found->id != id) return {};
        last_ = static_cast<std::size_t>(found - things_.begin());
        return static_cast<std::uint32_t>(last_);
    }

private:
    std::vector<Thing> const& things_;
    std::size_t last_ = 0;
};

void link_ways(Raw& raw)
{
    auto const order = kept(raw.map.ways, raw.way_versions);
    Finder nodes{raw.map.nodes};
    for (auto const w : order) {
        auto& way = raw.map.ways[w];
        way.nodes.reserve(raw.way_begins[w + 1] - raw.way_begins[w]);
        for (auto i = raw.way_begins[w]; i < raw.way_begins[w + 1]; ++i)
            if (auto const node = nodes.find(raw.way_nodes[i])) way.nodes.push_back(*node);
    }
    raw.map.ways = taken(raw.map.ways, order);
}

void link_relations(Raw& raw)
{
    auto const order = kept(raw.map.relations, raw.relation_versions);
    auto const begins = std::move(raw.relation_begins);
    raw.map.relations = taken(raw.map.relations, order);
    Finder nodes{raw.map.nodes};
    Finder ways{raw.map.ways};
    Finder relations{raw.map.relations};
    auto const find = [&](Raw::Reference const& wanted) {
        if (wanted.kind == MemberKind::node) return nodes.find(wanted.id);
        if (wanted.kind == MemberKind::way) return ways.find(wanted.id);
        return relations.find(wanted.id);
    };
    for (std::size_t r = 0; r < order.size(); ++r) {
        auto& relation = raw.map.relations[r];
        for (auto i = begins[order[r]]; i < begins[order[r] + 1]; ++i) {
            auto const& wanted = raw.relation_members[i];
            if (auto const index = find(wanted))
                relation.members.push_back({wanted.kind, *index, wanted.role});
            else
                relation.whole = false;
        }
    }
}

SourceMap linked(Raw raw)
{
    raw.map.nodes = taken(raw.map.nodes, kept(raw.map.nodes, raw.node_versions));
    link_ways(raw);
    link_relations(raw);
    for (auto const& node : raw.map.nodes) raw.map.bounds.add(node.place);
    return std::move(raw.map);
}

Bounds stated_bounds(osmium::io::Header const& header)
{
    Bounds result;
    for (auto const& box : header.boxes()) {
        if (!is_number(box.bottom_left()) || !is_number(box.top_right())) continue;
        result.add({box.bottom_left().y(), box.bottom_left().x()});
        result.add({box.top_right().y(), box.top_right().x()});
    }
    return result;
}

/// False if it was stopped.
bool read_all(osmium::io::Reader& reader, Raw& raw, Progress const& progress)
{
    Collector collector{raw};
    raw.map.stated = stated_bounds(reader.header());
    while (auto const buffer = reader.read()) {
        for (auto const& object : buffer.select<osmium::OSMObject>()) collector.take(object);
        auto const whole = std::max<std::size_t>(reader.file_size(), 1);
        auto const part = std::min<std::size_t>(reader.offset() * 1000 / whole, 1000);
        if (progress && !progress("reading", static_cast<int>(part))) return false;
    }
    reader.close();
    return true;
}

/// "monaco_full.osm.pbf" is "monaco_full".
std::string name_of(std::filesystem::path const& file)
{
    std::string const name = file.filename().string();
    return name.substr(0, name.find(".osm"));
}

std::optional<std::string> osmium_format(std::filesystem::path const& file)
{
    std::string const name = lower(file.filename().string());
    for (auto const* format : {"osm.pbf", "osm", "osm.gz", "osm.bz2"})
        if (name.ends_with(std::string{"."} + format)) return format;
    if (name.ends_with(".pbf")) return "osm.pbf";
    return {};
}

Problem cannot_read(std::filesystem::path const& file, std::string_view why)
{
    return {fmt::format("{} cannot be read: {}", file.string(), to_valid_utf8(why))};
}

Result<SourceMap> finished(std::filesystem::path const& file, Raw raw)
{
    if (raw.map.nodes.empty()) return cannot_read(file, "it has no nodes");
    if (raw.map.ways.empty()) return cannot_read(file, "it has no ways; the file may be cut short");
    SourceMap map = linked(std::move(raw));
    auto const joined =
        std::any_of(map.ways.begin(), map.ways.end(), [](auto const& way) { return way.nodes.size() > 1; });
    if (!joined) return cannot_read(file, "the nodes of its ways are not in the file; take a complete extract");
    map.name = name_of(file);
    map.attribution = "© OpenStreetMap contributors";
    map.licence = "ODbL 1.0";
    return map;
}

}  // namespace

Result<SourceMap> read_osm(std::filesystem::path const& file, Progress const& progress)
{
    auto const format = osmium_format(file);
    if (!format) return cannot_read(file, "give a file that ends with .osm.pbf, .osm, .osm.gz or .osm.bz2");
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return cannot_read(file, "there is no such file");
    try {
        if (auto const fault = *format == "osm.pbf" ? fault_of_blobs(file) : std::string{}; !fault.empty())
            return cannot_read(file, fault);
        Raw raw;
        osmium::io::Reader reader{osmium::io::File{file.string(), *format}, osmium::osm_entity_bits::nwr};
        if (!read_all(reader, raw, progress)) return Problem{std::string{stopped_text}};
        return finished(file, std::move(raw));
    } catch (std::bad_alloc const&) {
        return cannot_read(file, "it does not fit into memory");
    } catch (std::exception const& reason) {
        return cannot_read(file, reason.what());
    }
}

}  // namespace cresset::maps
