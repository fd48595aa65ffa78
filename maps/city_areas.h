#pragma once
/// Who is responsible where: patrol grids (the superblocks), sub-districts around the police stations, districts above
/// them.

#include "maps/city_names.h"
#include "maps/city_streets.h"

#include <string>
#include <vector>

namespace cresset::maps::city {

struct PoliceArea {  // a sub-district with its station
    Name name;       // 青溪 / Qingxi
    P station;       // about where it stands
    int district = 0;
};

struct AreaRing {  // halves of the mesh, the area on their left
    std::vector<int> halves;
};

struct Areas {
    std::vector<Name> districts;
    std::vector<PoliceArea> police;
    std::vector<int> grid_of_face;  // -1: no ground of the city (sea)
    std::vector<int> police_of_grid;
    std::vector<P> middle_of_grid;
    int grid_count() const { return static_cast<int>(police_of_grid.size()); }
    int police_of_face(int face) const
    {
        int const grid = grid_of_face[static_cast<std::size_t>(face)];
        return grid < 0 ? -1 : police_of_grid[static_cast<std::size_t>(grid)];
    }
    int district_of_face(int face) const
    {
        int const area = police_of_face(face);
        return area < 0 ? -1 : police[static_cast<std::size_t>(area)].district;
    }
};

Areas make_areas(Town const& town, Names& names);

/// The rings around all faces for which `inside` says so.
template <typename Inside>
std::vector<AreaRing> rings_around(Mesh const& mesh, Inside inside)
{
    std::vector<bool> seen(mesh.halves.size(), false);
    std::vector<AreaRing> rings;
    auto const is_edge = [&](int h) { return inside(mesh.half(h).face) && !inside(mesh.half(h ^ 1).face); };
    for (int first = 0; first < static_cast<int>(mesh.halves.size()); ++first) {
        if (seen[static_cast<std::size_t>(first)] || !is_edge(first)) continue;
        AreaRing ring;
        for (int h = first; !seen[static_cast<std::size_t>(h)];) {
            seen[static_cast<std::size_t>(h)] = true;
            ring.halves.push_back(h);
            int next = mesh.half(h).next;
            while (!is_edge(next)) next = mesh.half(next ^ 1).next;
            h = next;
        }
        rings.push_back(ring);
    }
    return rings;
}

}  // namespace cresset::maps::city
