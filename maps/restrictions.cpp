#include "maps/restrictions.h"

#include "core/base/text.h"

#include <algorithm>
#include <string_view>

namespace cresset::maps {

namespace {

struct Rule {
    bool only = false;
    ModeMask modes = wheels;
};

/// Nothing if the relation is no restriction that concerns us (of lorries, at certain hours).
std::optional<Rule> rule_of(SourceMap const& map, Tags const& tags)
{
    if (!map.has(tags, "type", "restriction")) return {};
    ModeMask const cars = mask_of(Mode::car) | mask_of(Mode::emergency_car);
    Rule rule;
    auto value = map.tag(tags, "restriction");
    if (!value) value = map.tag(tags, "restriction:motorcar"), rule.modes = cars;
    if (!value) value = map.tag(tags, "restriction:bicycle"), rule.modes = mask_of(Mode::ebike);
    if (!value || !(value->starts_with("no_") || value->starts_with("only_"))) return {};
    rule.only = value->starts_with("only_");
    for (std::string_view const except : split(map.tag(tags, "except").value_or(""), ';')) {
        ModeMask spared = 0;
        if (trim(except) == "bicycle") spared = mask_of(Mode::ebike);
        if (trim(except) == "emergency" || trim(except) == "psv") spared = mask_of(Mode::emergency_car);
        if (trim(except) == "motorcar" || trim(except) == "motor_vehicle") spared = cars;
        rule.modes = static_cast<ModeMask>(rule.modes & ~spared);
    }
    return rule.modes == 0 ? std::nullopt : std::optional{rule};
}

struct Members {
    std::vector<std::uint32_t> from, to, via_ways;  // ways; no_entry and no_exit have several
    std::vector<std::uint32_t> via_nodes;
};

Members members_of(SourceMap const& map, SourceRelation const& relation)
{
    Members members;
    for (SourceMember const& member : relation.members) {
        std::string const& role = map.text(member.role);
        bool const is_way = member.kind == MemberKind::way;
        if (is_way && role == "from") members.from.push_back(member.index);
        if (is_way && role == "to") members.to.push_back(member.index);
        if (is_way && role == "via") members.via_ways.push_back(member.index);
        if (member.kind == MemberKind::node && role == "via") members.via_nodes.push_back(member.index);
    }
    return members;
}

bool touches(Pieces::Piece const& piece, NodeTicket node)
{
    return piece.from == node || piece.to == node;
}

/// The node, of those of the piece's way, that the two ways share; nothing if there is none.
std::optional<NodeTicket> shared_node(std::span<Pieces::Piece const> a, std::span<Pieces::Piece const> b)
{
    for (Pieces::Piece const& piece : a)
        for (NodeTicket const node : {piece.from, piece.to})
            if (std::any_of(b.begin(), b.end(), [&](Pieces::Piece const& other) { return touches(other, node); }))
                return node;
    return {};
}

std::vector<StreetTicket> pieces_at(std::span<Pieces::Piece const> way, NodeTicket node)
{
    std::vector<StreetTicket> found;
    for (Pieces::Piece const& piece : way)
        if (touches(piece, node)) found.push_back(piece.street);
    return found;
}

/// The pieces of a way from one of its nodes to another, in driving order.
std::vector<StreetTicket> stretch(std::span<Pieces::Piece const> way, NodeTicket start, NodeTicket end)
{
    std::vector<StreetTicket> found;
    bool inside = false, reversed = false;
    for (Pieces::Piece const& piece : way) {
        if (!inside && (piece.from == start || piece.from == end)) inside = true, reversed = piece.from == end;
        if (inside) found.push_back(piece.street);
        if (inside && piece.to == (reversed ? start : end)) {
            if (reversed) std::reverse(found.begin(), found.end());
            return found;
        }
    }
    return {};
}

class Adder {
public:
    Adder(SourceMap const& map, Pieces const& pieces, RoadGraphBuilder& builder)
        : map_{map}, pieces_{pieces}, builder_{builder}
    {
    }
    /// False if the members do not fit together.
    bool add(SourceRelation const& relation, Rule rule) const
    {
        Members const members = members_of(map_, relation);
        bool any = false;
        for (std::uint32_t const from : members.from)
            for (std::uint32_t const to : members.to) any = add_one(members, from, to, rule) || any;
        return any;
    }

private:
    bool add_one(Members const& members, std::uint32_t from, std::uint32_t to, Rule rule) const
    {
        if (members.via_ways.size() == 1 && members.via_nodes.empty())
            return by_way(from, members.via_ways[0], to, rule);
        return members.via_ways.empty() && members.via_nodes.size() == 1 &&
               by_node(from, members.via_nodes[0], to, rule);
    }
    bool by_node(std::uint32_t from, std::uint32_t node, std::uint32_t to, Rule rule) const
    {
        auto const at = ticket_of(from, to, node);
        if (!at) return false;
        auto const first = pieces_at(pieces_.of_way(from), *at);
        auto const last = pieces_at(pieces_.of_way(to), *at);
        // A way that goes on past the node leaves open which of its two sides is meant.
        if (first.size() != 1 || last.size() != 1) return false;
        return builder_.add_restriction({rule.only, first[0], {}, at, last[0], rule.modes});
    }
    /// The node at which the two ways' pieces meet, at the place of the via node.
    std::optional<NodeTicket> ticket_of(std::uint32_t from, std::uint32_t to, std::uint32_t node) const
    {
        std::uint32_t const way = ends_at(from, node) ? from : to;
        auto const pieces = pieces_.of_way(way);
        if (pieces.empty() || !ends_at(way, node)) return {};
        return map_.ways[way].nodes.front() == node ? pieces.front().from : pieces.back().to;
    }
    bool ends_at(std::uint32_t way, std::uint32_t node) const
    {
        auto const& nodes = map_.ways[way].nodes;
        return !nodes.empty() && (nodes.front() == node || nodes.back() == node);
    }
    bool by_way(std::uint32_t from, std::uint32_t via, std::uint32_t to, Rule rule) const
    {
        auto const middle = pieces_.of_way(via);
        auto const start = shared_node(middle, pieces_.of_way(from));
        auto const end = shared_node(middle, pieces_.of_way(to));
        if (!start || !end || *start == *end) return false;
        auto const first = pieces_at(pieces_.of_way(from), *start);
        auto const last = pieces_at(pieces_.of_way(to), *end);
        auto const between = stretch(middle, *start, *end);
        if (first.size() != 1 || last.size() != 1 || between.empty()) return false;
        return builder_.add_restriction({rule.only, first[0], between, {}, last[0], rule.modes});
    }

    SourceMap const& map_;
    Pieces const& pieces_;
    RoadGraphBuilder& builder_;
};

}  // namespace

void Pieces::add(std::uint32_t way, Piece const& piece)
{
    ways_[way].push_back(piece);
    at_[piece.from].push_back(piece.street);
    at_[piece.to].push_back(piece.street);
}

std::span<Pieces::Piece const> Pieces::of_way(std::uint32_t way) const
{
    auto const found = ways_.find(way);
    return found == ways_.end() ? std::span<Piece const>{} : std::span<Piece const>{found->second};
}

std::vector<StreetTicket> const& Pieces::at(NodeTicket node) const
{
    static std::vector<StreetTicket> const no_pieces;
    auto const found = at_.find(node);
    return found == at_.end() ? no_pieces : found->second;
}

RestrictionCount add_restrictions(SourceMap const& map, Pieces const& pieces, RoadGraphBuilder& builder)
{
    RestrictionCount count;
    Adder const adder{map, pieces, builder};
    for (SourceRelation const& relation : map.relations)
        if (auto const rule = rule_of(map, relation.tags))
            ++(adder.add(relation, *rule) ? count.applied : count.left_out);
    return count;
}

}  // namespace cresset::maps
