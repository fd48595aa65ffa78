#include "core/roads/turn_list.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace cresset {

namespace {

constexpr std::array<std::string_view, 8> winds_en{"north", "north-east", "east", "south-east",
                                                   "south", "south-west", "west", "north-west"};
constexpr std::array<std::string_view, 8> winds_zh{"北", "东北", "东", "东南", "南", "西南", "西", "西北"};
constexpr std::array<std::string_view, 9> turns_en{"",
                                                   "straight on into",
                                                   "bear left into",
                                                   "turn left into",
                                                   "turn sharp left into",
                                                   "bear right into",
                                                   "turn right into",
                                                   "turn sharp right into",
                                                   "turn back into"};
constexpr std::array<std::string_view, 9> turns_zh{
    "", "直行进入", "向左前方转入", "向左转入", "向左后方转入", "向右前方转入", "向右转入", "向右后方转入", "掉头进入"};

std::size_t wind(int heading_deg)
{
    return static_cast<std::size_t>((heading_deg * 2 + 45) / 90 % 8);
}

/// From -180 to 179.
int difference(int before, int after)
{
    return (after - before + 540) % 360 - 180;
}

std::string distance(std::int64_t length_mm, char const* metres, char const* kilometres)
{
    std::int64_t const m = (length_mm + 500) / 1000;
    if (m < 1000) return fmt::format("{}{}", m, metres);
    return fmt::format("{:.1f}{}", static_cast<double>(m) / 1000, kilometres);
}

/// The direction of an arc where it begins, or where it ends; points that lie on each other say nothing.
int direction(RoadGraph const& graph, ArcNumber arc, bool at_end)
{
    Line line = graph.line(arc);
    std::size_t i = at_end ? line.size() - 1 : 1;
    while (line[i - 1] == line[i] && (at_end ? i > 1 : i + 1 < line.size())) i += at_end ? std::size_t(-1) : 1;
    return bearing_deg(line[i - 1], line[i]);
}

}  // namespace

Turn turn_of(int degrees_right)
{
    int const much = std::abs(degrees_right);
    bool const left = degrees_right < 0;
    if (much > 165) return Turn::back;
    if (much > 120) return left ? Turn::sharp_left : Turn::sharp_right;
    if (much > 60) return left ? Turn::left : Turn::right;
    if (much > 20) return left ? Turn::slight_left : Turn::slight_right;
    return Turn::straight;
}

std::vector<TurnStep> turn_list(RoadGraph const& graph, Route const& route)
{
    std::vector<TurnStep> steps;
    std::size_t point = 0;
    for (std::size_t i = 0; i < route.arcs.size(); ++i) {
        ArcNumber const arc = route.arcs[i];
        Place const start = i == 0 ? route.line.front() : graph.place(graph.from(arc));
        while (i > 0 && point + 1 < route.line.size() && route.line[point] != start) ++point;
        int const heading = i == 0 ? bearing_deg(route.line[0], route.line[1]) : direction(graph, arc, false);
        Turn const turn =
            i == 0 ? Turn::depart : turn_of(difference(direction(graph, route.arcs[i - 1], true), heading));
        bool const goes_on = !steps.empty() && steps.back().name == graph.name_number(arc) &&
                             (turn == Turn::straight || turn == Turn::slight_left || turn == Turn::slight_right);
        if (!goes_on) steps.push_back({turn, heading, graph.name_number(arc), start, 0, route.at_ms[point]});
        std::uint32_t const from = i == 0 ? route.start_mm : 0;
        std::uint32_t const to = i + 1 == route.arcs.size() ? route.end_mm : graph.length_mm(arc);
        steps.back().length_mm += std::int64_t{to} - from;
    }
    return steps;
}

std::string in_english(TurnStep const& step, RoadGraph const& graph)
{
    StreetName const& its = graph.names()[step.name];
    std::string const& name = its.name_en.empty() ? its.name : its.name_en;
    std::string const street = name.empty() ? "a street without a name" : name;
    std::string const far = distance(step.length_mm, " m", " km");
    if (step.turn == Turn::depart) return fmt::format("go {} on {}, {}", winds_en[wind(step.heading_deg)], street, far);
    return fmt::format("{} {}, {}", turns_en[static_cast<std::size_t>(step.turn)], street, far);
}

std::string in_chinese(TurnStep const& step, RoadGraph const& graph)
{
    StreetName const& its = graph.names()[step.name];
    std::string const& name = its.name_zh.empty() ? its.name : its.name_zh;
    std::string const street = name.empty() ? "无名道路" : name;
    std::string const far = distance(step.length_mm, " 米", " 公里");
    if (step.turn == Turn::depart) return fmt::format("沿{}向{}行驶 {}", street, winds_zh[wind(step.heading_deg)], far);
    return fmt::format("{}{}，行驶 {}", turns_zh[static_cast<std::size_t>(step.turn)], street, far);
}

}  // namespace cresset
