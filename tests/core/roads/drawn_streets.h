#pragma once
/// Streets drawn in ASCII, turned into a road graph. Letters and digits are junctions; '-' and '|' are streets both
/// ways, '>' '<' '^' 'v' anywhere in a street make it one-way; '+' is a bend; '=' and '"' are footways (across, down),
/// '~' and ':' a motorway (across, down). A street passes straight over a '#' and does not join what it crosses there.
///
///     A---B---C
///     |   |
///     D-->E
///
/// One character is 50 m across or down. Because of 'v', a junction cannot be called v.

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/roads/road_graph_builder.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

class DrawnStreets {
public:
    static constexpr std::int64_t step_mm = 50'000;
    static constexpr Place origin{300'000'000, 1'220'000'000};
    static constexpr Speeds road_speeds{1500, 1000, 500, 140};
    static constexpr Speeds foot_speeds{0, 0, 0, 140};
    static constexpr Speeds motorway_speeds{3000, 2500, 0, 0};

    explicit DrawnStreets(std::string_view drawing)
    {
        for (std::string_view const row : split(drawing, '\n')) rows_.emplace_back(row);
        for (int y = 0; y < static_cast<int>(rows_.size()); ++y)
            for (int x = 0; x < static_cast<int>(rows_[static_cast<std::size_t>(y)].size()); ++x)
                if (is_junction(at({x, y}))) add_junction({x, y});
        for (auto const& [name, spot] : spots_)
            for (Spot const way : {Spot{1, 0}, Spot{0, 1}, Spot{-1, 0}, Spot{0, -1}}) follow(name, spot, way);
    }

    RoadGraphBuilder& builder() { return builder_; }
    NodeTicket node(char name) const { return nodes_.at(name); }
    StreetTicket street(char a, char b) const
    {
        auto const found = streets_.find({a, b});
        return found != streets_.end() ? found->second : streets_.at({b, a});
    }
    /// streets({'A', 'B', 'C'}): no turn at B from AB into BC; longer ways likewise.
    bool restrict(std::string_view way, bool only = false, ModeMask modes = wheels)
    {
        NewRestriction restriction{.only = only, .from = street(way[0], way[1]), .to = {}, .modes = modes};
        for (std::size_t i = 1; i + 2 < way.size(); ++i) restriction.via.push_back(street(way[i], way[i + 1]));
        restriction.at_node = node(way[1]);
        restriction.to = street(way[way.size() - 2], way.back());
        return builder_.add_restriction(restriction);
    }
    /// The graph; after that no more streets or restrictions.
    std::shared_ptr<RoadGraph const> graph()
    {
        if (!graph_) graph_ = std::make_shared<RoadGraph const>(builder_.build());
        return graph_;
    }

    Place place(char name) const { return place_of(spots_.at(name)); }
    /// A place by column and row of the drawing.
    static Place place_at(int x, int y) { return place_of({x, y}); }
    /// The arc from one junction to the next, if a street joins them.
    std::optional<ArcNumber> arc(char a, char b)
    {
        auto const from = *graph()->node_near(place(a));
        auto const to = *graph()->node_near(place(b));
        for (ArcNumber const out : graph()->arcs_out(from))
            if (graph()->to(out) == to) return out;
        return {};
    }
    /// "ABC" for a way over three junctions.
    std::string text(std::vector<ArcNumber> const& arcs)
    {
        std::string out;
        for (ArcNumber const each : arcs) {
            if (out.empty()) out += name_at(graph()->from(each));
            out += name_at(graph()->to(each));
        }
        return out;
    }
    char name_at(NodeNumber node)
    {
        for (auto const& [name, spot] : spots_)
            if (place_of(spot) == graph()->place(node)) return name;
        return '?';
    }

private:
    struct Spot {
        int x;
        int y;
        friend auto operator<=>(Spot const&, Spot const&) = default;
    };
    static Spot moved_by(Spot a, Spot way) { return {a.x + way.x, a.y + way.y}; }
    static Place place_of(Spot spot) { return moved(origin, spot.x * step_mm, -spot.y * step_mm); }
    static bool is_junction(char c)
    {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z' && c != 'v') || (c >= '0' && c <= '9');
    }
    char at(Spot spot) const
    {
        if (spot.y < 0 || spot.x < 0 || spot.y >= static_cast<int>(rows_.size())) return ' ';
        auto const& row = rows_[static_cast<std::size_t>(spot.y)];
        return spot.x < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(spot.x)] : ' ';
    }
    void add_junction(Spot spot)
    {
        char const name = at(spot);
        CRESSET_CHECK(!spots_.contains(name));
        spots_.emplace(name, spot);
        nodes_.emplace(name, builder_.add_node(place_of(spot)));
    }
    static bool runs(char c, Spot way)
    {
        std::string_view const allowed = way.x != 0 ? "-<>=~+#" : "|^v\":+#";
        return allowed.find(c) != std::string_view::npos;
    }
    /// Walks from a junction to the next; each street is added from the end with the lower name.
    void follow(char start, Spot spot, Spot way)
    {
        std::string marks;
        Line between;
        Spot here = moved_by(spot, way);
        for (; runs(at(here), way); here = moved_by(here, way)) {
            if (at(here) != '+') {
                marks += at(here);
                continue;
            }
            between.push_back(place_of(here));
            Spot const left{way.y, -way.x};
            Spot const right{-way.y, way.x};
            if (runs(at(moved_by(here, left)), left) && at(moved_by(here, left)) != '#')
                way = left;
            else if (runs(at(moved_by(here, right)), right) && at(moved_by(here, right)) != '#')
                way = right;
        }
        if (marks.empty() || !is_junction(at(here)) || start > at(here)) return;
        if (streets_.contains({start, at(here)})) return;
        add(start, at(here), std::move(between), marks, way);
    }
    void add(char from, char to, Line between, std::string_view marks, Spot way)
    {
        auto const has = [&](std::string_view any) { return marks.find_first_of(any) != std::string_view::npos; };
        bool const foot = has("=\"");
        bool const motorway = has("~:");
        Speeds const speeds = foot ? foot_speeds : motorway ? motorway_speeds : road_speeds;
        bool const one_way = has("<>^v");
        bool const along = has(way.x > 0 ? ">" : way.x < 0 ? "<" : way.y > 0 ? "v" : "^");
        Speeds const against{0, 0, 0, speeds[index_of(Mode::foot)]};
        streets_.emplace(std::pair{from, to},
                         builder_.add_street({.from = nodes_.at(from),
                                              .to = nodes_.at(to),
                                              .between = std::move(between),
                                              .road_class = foot       ? RoadClass::footway
                                                            : motorway ? RoadClass::motorway
                                                                       : RoadClass::residential,
                                              .flags = has("#") ? road_flag::bridge : RoadFlags{0},
                                              .name = builder_.add_name({std::string{from, to}, "", ""}),
                                              .ahead = one_way && !along ? against : speeds,
                                              .back = one_way && along ? against : speeds}));
    }

    std::vector<std::string> rows_;
    RoadGraphBuilder builder_;
    std::map<char, Spot> spots_;
    std::map<char, NodeTicket> nodes_;
    std::map<std::pair<char, char>, StreetTicket> streets_;
    std::shared_ptr<RoadGraph const> graph_;
};

}  // namespace cresset
