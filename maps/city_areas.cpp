#include "maps/city_areas.h"

#include <algorithm>
#include <map>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

struct Seat {
    P at;
    int district;
};

constexpr int old_town = 0, north = 1, south = 2, harbour = 3, west = 4;

/// Where the stations stand, in metres from the middle of the city.
std::vector<Seat> seats()
{
    return {{{-600, 250}, old_town}, {{150, -250}, old_town}, {{-1900, 1700}, north},  {{900, 2100}, north},
            {{-500, 4300}, north},   {{2600, 4000}, north},   {{2600, -600}, harbour}, {{4700, 2000}, harbour},
            {{5300, -900}, harbour}, {{-1200, -2200}, south}, {{1500, -2100}, south},  {{-1800, -4000}, south},
            {{2600, -4100}, south},  {{-3600, -900}, west},   {{-5000, 900}, west},    {{-7300, 3300}, west},
            {{-5600, -4600}, west},  {{6300, 2800}, harbour}};
}

/// Water, strips and corridors belong to whoever lies along most of their edge.
void adopt(Mesh const& mesh, std::vector<int>& grid_of_face, std::vector<bool> const& is_sea)
{
    for (bool again = true; again;) {
        again = false;
        auto next = grid_of_face;
        for (int face = 1; face < mesh.face_count(); ++face) {
            if (grid_of_face[ix(face)] >= 0 || is_sea[ix(face)]) continue;
            std::map<int, double> beside;
            for (int h : mesh.loop(face)) {
                int const grid = grid_of_face[ix(mesh.half(h ^ 1).face)];
                if (grid >= 0) beside[grid] += distance(mesh.from_place(h), mesh.place(mesh.to(h)));
            }
            auto const most = std::max_element(beside.begin(), beside.end(),
                                               [](auto const& a, auto const& b) { return a.second < b.second; });
            if (most == beside.end()) continue;
            next[ix(face)] = most->first;
            again = true;
        }
        grid_of_face = next;
    }
}

}  // namespace

Areas make_areas(Town const& town, Names& names)
{
    Areas areas;
    areas.districts = {{"望江区", "Wangjiang District"},
                       {"北渡区", "Beidu District"},
                       {"南屏区", "Nanping District"},
                       {"东港区", "Donggang District"},
                       {"西塘区", "Xitang District"}};
    for (auto const& seat : seats()) areas.police.push_back({names.stem(), seat.at, seat.district});
    Mesh const& mesh = town.mesh;
    areas.grid_of_face = town.superblocks;
    std::vector<bool> is_sea;
    is_sea.reserve(ix(mesh.face_count()));
    for (int face = 0; face < mesh.face_count(); ++face)
        is_sea.push_back(face == 0 || town.ground(face) == Ground::sea || town.ground(face) == Ground::outside);
    std::vector<double> weight(ix(town.superblock_count), 0);
    areas.middle_of_grid.assign(ix(town.superblock_count), {});
    for (int face = 1; face < mesh.face_count(); ++face) {
        int const grid = areas.grid_of_face[ix(face)];
        if (grid < 0) continue;
        Path const ring = mesh.ring(face);
        double const area = ring_area(ring);
        areas.middle_of_grid[ix(grid)] = areas.middle_of_grid[ix(grid)] + ring_middle(ring) * area;
        weight[ix(grid)] += area;
    }
    for (int grid = 0; grid < town.superblock_count; ++grid) {
        P& middle = areas.middle_of_grid[ix(grid)];
        middle = middle * (1 / std::max(1.0, weight[ix(grid)]));
        int best = 0;
        for (int i = 1; i < static_cast<int>(areas.police.size()); ++i)
            if (distance(areas.police[ix(i)].station, middle) < distance(areas.police[ix(best)].station, middle))
                best = i;
        areas.police_of_grid.push_back(best);
    }
    adopt(mesh, areas.grid_of_face, is_sea);
    return areas;
}

}  // namespace cresset::maps::city
