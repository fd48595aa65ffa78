#pragma once
/// What a city is made from, before it is a pack: nodes, ways and relations with tags, in OpenStreetMap's sense of
/// these words (https://wiki.openstreetmap.org/wiki/Elements). The importer fills one from a file, the training city's
/// generator fills one from a seed; from here on both go the same way, so that neither has a path of its own.

#include "core/base/geo.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cresset::maps {

/// Tags of one thing, as pairs of numbers of texts in the map's pool, in the order of the source.
using Tags = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct SourceNode {
    std::int64_t id = 0;
    Place place;
    Tags tags;  // mostly empty
};

struct SourceWay {
    std::int64_t id = 0;
    std::vector<std::uint32_t> nodes;  // numbers in SourceMap::nodes; nodes that the file lacks are left out
    Tags tags;
    bool closed() const { return nodes.size() >= 4 && nodes.front() == nodes.back(); }
};

enum class MemberKind : std::uint8_t { node, way, relation };

struct SourceMember {
    MemberKind kind = MemberKind::way;
    std::uint32_t index = 0;  // number in the vector of that kind
    std::uint32_t role = 0;   // text
};

struct SourceRelation {
    std::int64_t id = 0;
    std::vector<SourceMember> members;  // members that the file lacks are left out, and `whole` says so
    bool whole = true;
    Tags tags;
};

struct SourceMap {
    std::vector<SourceNode> nodes;  // each kind in ascending order of id
    std::vector<SourceWay> ways;
    std::vector<SourceRelation> relations;
    Bounds bounds;     // of all nodes
    Bounds stated;     // what the source says that it covers; empty if it does not say
    std::string name;  // "monaco_full"; of the training city its own
    std::string name_zh;
    std::string attribution;  // shown on the map, e.g. "© OpenStreetMap contributors"
    std::string licence;      // e.g. "ODbL 1.0"
    std::string time_zone;    // IANA name if known, else empty: found from the place then

    /// The number of a text in the pool, made if it is new.
    std::uint32_t text(std::string_view words);
    std::string const& text(std::uint32_t number) const { return texts_[number]; }
    /// The number of a text if the pool has it.
    std::optional<std::uint32_t> number_of(std::string_view words) const;
    /// The value of a tag; nothing if the thing has no such tag.
    std::optional<std::string_view> tag(Tags const& tags, std::string_view key) const;
    bool has(Tags const& tags, std::string_view key, std::string_view value) const;
    void add_tag(Tags& tags, std::string_view key, std::string_view value);
    std::size_t text_count() const { return texts_.size(); }

private:
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace cresset::maps
