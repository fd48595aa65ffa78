#include "core/roads/triangulation.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cresset;

namespace {

/// Whole and Delaunay: every triangle goes round counter-clockwise, twins agree, the whole frame is covered, and no
/// vertex beyond an edge lies within the circle of the triangle (by plain real numbers, with room for their rounding).
void check_sound(Triangulation const& mesh)
{
    std::int64_t area = 0;
    for (EdgeNumber edge = 0; edge < mesh.edge_count(); ++edge) {
        auto const a = mesh.point(mesh.start(edge)), b = mesh.point(mesh.end(edge));
        auto const c = mesh.point(mesh.start(Triangulation::before(edge)));
        if (edge % 3 == 0) {
            REQUIRE(turn_of(a, b, c) > 0);
            area += turn_of(a, b, c) / 2;
        }
        EdgeNumber const twin = mesh.twin(edge);
        if (twin == Triangulation::none) continue;
        REQUIRE(mesh.twin(twin) == edge);
        REQUIRE(mesh.start(twin) == mesh.end(edge));
        auto const d = mesh.point(mesh.start(Triangulation::before(twin)));
        auto const angle = [](PlanePoint at, PlanePoint p, PlanePoint q) {
            auto const px = static_cast<long double>(p.x - at.x), py = static_cast<long double>(p.y - at.y);
            auto const qx = static_cast<long double>(q.x - at.x), qy = static_cast<long double>(q.y - at.y);
            return std::atan2(px * qy - py * qx, px * qx + py * qy);
        };
        REQUIRE(angle(c, a, b) + angle(d, b, a) <= 3.14159265358979323846L + 1e-9L);
    }
    REQUIRE(std::abs(area - 4 * Triangulation::farthest * Triangulation::farthest) <=
            static_cast<std::int64_t>(mesh.edge_count()));
}

}  // namespace

TEST_CASE("a point that is already there is not put in again")
{
    Triangulation mesh;
    auto const one = mesh.add({100, 100});
    CHECK(mesh.add({100, 100}) == one);
    CHECK(mesh.add({105, 100}, 5) == one);
    CHECK(mesh.add({106, 100}, 5) != one);
    check_sound(mesh);
}

TEST_CASE("points on one line and on one circle are triangulated")
{
    Triangulation mesh;
    for (int i = -50; i <= 50; ++i) mesh.add({i * 1000, 0});
    for (int i = -50; i <= 50; ++i)
        for (int j = -5; j <= 5; ++j) mesh.add({i * 1000, j * 1000});
    CHECK(mesh.vertex_count() == 4 + 101 * 11);
    check_sound(mesh);
}

TEST_CASE("thrown points are triangulated whether they lie near or far")
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Triangulation mesh;
        Dice dice{seed};
        std::int64_t const spread = seed % 2 == 0 ? 40 : Triangulation::farthest - 1;
        for (int i = 0; i < 1500; ++i) mesh.add({dice.range(-spread, spread), dice.range(-spread, spread)});
        check_sound(mesh);
        auto const leaving = mesh.leaving_edges();
        for (VertexNumber vertex = 0; vertex < mesh.vertex_count(); ++vertex)
            REQUIRE(mesh.start(leaving[vertex]) == vertex);
    }
}
