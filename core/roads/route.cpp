#include "core/roads/route.h"

#include "core/base/check.h"

#include <algorithm>
#include <cstddef>

namespace cresset {
namespace {

/// A stretch of one arc: from and to in mm along it, passed between two times.
struct Stretch {
    ArcNumber arc;
    std::uint32_t from_mm;
    std::uint32_t to_mm;
    std::uint32_t from_ms;
    std::uint32_t to_ms;
};

std::uint32_t share(std::uint64_t full, std::uint64_t part, std::uint64_t whole)
{
    return static_cast<std::uint32_t>(full * part / whole);
}

void add_point(Route& route, Place place, std::uint32_t at_ms)
{
    if (!route.line.empty() && route.line.back() == place && route.line.size() > 1) {
        route.at_ms.back() = at_ms;
        return;
    }
    route.line.push_back(place);
    route.at_ms.push_back(at_ms);
}

void draw(RoadGraph const& graph, Stretch const& stretch, Route& route)
{
    auto const points = graph.points(street_of(stretch.arc));
    auto const point = [&](std::size_t i) { return is_ahead(stretch.arc) ? points[i] : points[points.size() - 1 - i]; };
    std::uint64_t drawn_mm = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        drawn_mm += static_cast<std::uint64_t>(distance_mm(point(i - 1), point(i)));
    std::uint64_t const length = graph.length_mm(stretch.arc);
    std::uint32_t const span_mm = stretch.to_mm - stretch.from_mm;
    if (route.line.empty()) add_point(route, position_on(graph, stretch.arc, stretch.from_mm).place, stretch.from_ms);
    std::uint64_t along = 0;
    for (std::size_t i = 1; i + 1 < points.size() && drawn_mm > 0; ++i) {
        along += static_cast<std::uint64_t>(distance_mm(point(i - 1), point(i)));
        std::uint32_t const at_mm = share(along, length, drawn_mm);
        if (at_mm <= stretch.from_mm || at_mm >= stretch.to_mm) continue;
        add_point(route, point(i),
                  stretch.from_ms + share(stretch.to_ms - stretch.from_ms, at_mm - stretch.from_mm, span_mm));
    }
    Place const end =
        stretch.to_mm == length ? point(points.size() - 1) : position_on(graph, stretch.arc, stretch.to_mm).place;
    add_point(route, end, stretch.to_ms);
}

}  // namespace

void draw_route(RoadGraph const& graph, std::vector<std::uint32_t> const& arc_end_ms, Route& route)
{
    CRESSET_CHECK(!route.arcs.empty() && arc_end_ms.size() + 1 == route.arcs.size());
    route.length_mm = 0;
    route.line.clear();
    route.at_ms.clear();
    std::size_t const last = route.arcs.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        Stretch const stretch{.arc = route.arcs[i],
                              .from_mm = i == 0 ? route.start_mm : 0,
                              .to_mm = i == last ? route.end_mm : graph.length_mm(route.arcs[i]),
                              .from_ms = i == 0 ? 0 : arc_end_ms[i - 1],
                              .to_ms = i == last ? route.duration_ms : arc_end_ms[i]};
        route.length_mm += std::int64_t{stretch.to_mm} - stretch.from_mm;
        draw(graph, stretch, route);
    }
}

Place place_after(Route const& route, std::uint32_t elapsed_ms)
{
    auto const next = std::upper_bound(route.at_ms.begin(), route.at_ms.end(), elapsed_ms);
    if (next == route.at_ms.end()) return route.line.back();
    if (next == route.at_ms.begin()) return route.line.front();
    auto const i = static_cast<std::size_t>(next - route.at_ms.begin());
    return between(route.line[i - 1], route.line[i], elapsed_ms - route.at_ms[i - 1],
                   route.at_ms[i] - route.at_ms[i - 1]);
}

}  // namespace cresset
