#include "core/roads/isochrone.h"

#include "core/base/check.h"
#include "core/roads/ring_trimmer.h"

#include <algorithm>

namespace cresset {
namespace {

/// Later than that a node must lie outside.
std::uint32_t late_after_ms(std::uint32_t limit_ms)
{
    return limit_ms + limit_ms / 10;
}

/// Twice the area of a ring in squares of 1e-7 degree, positive if it goes round counter-clockwise.
__int128 twice_e14(Line const& ring)
{
    __int128 sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        auto const east = [&](Place place) { return std::int64_t{place.lon_e7} - ring[0].lon_e7; };
        auto const north = [&](Place place) { return std::int64_t{place.lat_e7} - ring[0].lat_e7; };
        sum += east(ring[i]) * north(ring[i + 1]) - east(ring[i + 1]) * north(ring[i]);
    }
    return sum;
}

}  // namespace

std::int64_t area_m2(IsochroneArea const& area)
{
    if (area.outer.empty()) return 0;
    __int128 twice = twice_e14(area.outer);
    for (Line const& hole : area.holes) twice += twice_e14(hole);  // they go round the other way
    // (11.11951 mm)^2 = 123.6434 mm2 for a square of 1e-7 degree at the equator.
    __int128 const mm2 = twice / 2 * 1'236'434 / 10'000 * cosine_q30(area.outer.front().lat_e7) / (1 << 30);
    return static_cast<std::int64_t>(mm2 / 1'000'000);
}

IsochroneDrawer::IsochroneDrawer(std::shared_ptr<RoadNet const> net, std::shared_ptr<StreetMesh const> mesh)
    : net_{std::move(net)}, mesh_{std::move(mesh)}
{
    CRESSET_CHECK(net_ != nullptr && mesh_ != nullptr);
    trimmer_ = std::make_unique<RingTrimmer>(*mesh_);
    seen_.resize(mesh_->vertex_count());
    ms_.resize(mesh_->vertex_count());
    inside_.resize(mesh_->vertex_count());
    area_of_.resize(mesh_->vertex_count());
    crossed_.resize(mesh_->triangles().edge_count());
}

IsochroneDrawer::~IsochroneDrawer() = default;

void IsochroneDrawer::touch(VertexNumber vertex, std::uint32_t ms)
{
    if (seen_[vertex] != draw_) {
        seen_[vertex] = draw_;
        ms_[vertex] = ms;
        touched_.push_back(vertex);
    }
    ms_[vertex] = std::min(ms_[vertex], ms);
}

void IsochroneDrawer::time_vertices(Reach const& reach)
{
    ++draw_;
    touched_.clear();
    for (ReachedNode const& row : reach.nodes)
        if (VertexNumber const vertex = mesh_->vertex_of(row.node); vertex != no_number) touch(vertex, row.ms);
    for (ReachedPart const& part : reach.parts) {
        std::uint32_t const length = net_->graph().length_mm(part.arc);
        for (auto const& [ahead_mm, vertex] : mesh_->samples(street_of(part.arc))) {
            std::uint32_t const offset = is_ahead(part.arc) ? ahead_mm : length - ahead_mm;
            if (offset >= part.start_mm && offset <= part.end_mm)
                touch(vertex, part_ms(*net_, reach.way, part, offset));
        }
    }
}

/// Round the triangles between within and without, the inside on the left, through the middle of each edge.
IsochroneDrawer::Ring IsochroneDrawer::trace(EdgeNumber first)
{
    Triangulation const& mesh = mesh_->triangles();
    Ring ring{first, 0, {}};
    EdgeNumber edge = first;
    do {
        crossed_[edge] = trace_;
        ring.line.push_back(between(mesh_->place(mesh.start(edge)), mesh_->place(mesh.end(edge)), 1, 2));
        bool const inside = is_inside(mesh.start(Triangulation::before(edge)));
        edge = mesh.twin(inside ? Triangulation::next(edge) : Triangulation::before(edge));
    } while (edge != first);
    PlanePoint const origin = mesh_->on_plane(ring.line.front());
    PlanePoint last = origin;
    for (Place const place : ring.line) {
        PlanePoint const here = mesh_->on_plane(place);
        ring.twice_area += turn_of(origin, last, here);
        last = here;
    }
    return ring;
}

void IsochroneDrawer::find_rim()
{
    Triangulation const& mesh = mesh_->triangles();
    rim_.clear();
    for (VertexNumber const vertex : touched_) {
        if (!is_inside(vertex)) continue;
        EdgeNumber const first = mesh_->leaving_edge(vertex);
        EdgeNumber edge = first;
        bool inner = true;
        do {
            inner = is_inside(mesh.end(edge));
            edge = mesh.twin(Triangulation::before(edge));
        } while (inner && edge != first);
        if (!inner) rim_.push_back(vertex);
    }
}

/// What is mended afterwards only takes from the rim: it serves the second tracing as well.
void IsochroneDrawer::trace_all()
{
    Triangulation const& mesh = mesh_->triangles();
    ++trace_;
    rings_.clear();
    for (VertexNumber const vertex : rim_) {
        if (!is_inside(vertex)) continue;
        EdgeNumber const first = mesh_->leaving_edge(vertex);
        EdgeNumber edge = first;
        do {
            if (!is_inside(mesh.end(edge)) && crossed_[edge] != trace_) rings_.push_back(trace(edge));
            edge = mesh.twin(Triangulation::before(edge));
        } while (edge != first);
    }
}

/// Puts what hangs together with the vertex on the other side, unless something in it keeps it there.
template <typename Keeps>
bool IsochroneDrawer::turn_over(VertexNumber start, bool inside, Keeps keeps)
{
    Triangulation const& mesh = mesh_->triangles();
    auto const put = [&](VertexNumber vertex, bool in) { inside_[vertex] = in ? pass_ : pass_ - 1; };
    flood_.assign(1, start);
    put(start, !inside);
    bool keep = keeps(start);
    for (std::size_t i = 0; i < flood_.size() && !keep; ++i) {
        EdgeNumber const first = mesh_->leaving_edge(flood_[i]);
        EdgeNumber edge = first;
        do {
            VertexNumber const next = mesh.end(edge);
            if (is_inside(next) == inside) {
                flood_.push_back(next);
                put(next, !inside);
                keep = keep || keeps(next);
            }
            edge = mesh.twin(Triangulation::before(edge));
        } while (edge != first);
    }
    if (keep)
        for (VertexNumber const vertex : flood_) put(vertex, inside);
    return !keep;
}

/// Fills holes that are too small and takes islands away that are, where no node forbids it. True if any.
bool IsochroneDrawer::mend_small_rings(std::uint32_t limit_ms)
{
    Triangulation const& mesh = mesh_->triangles();
    std::int64_t const least = mesh_->twice_area(least_ring_m2);
    bool any = false;
    for (Ring const& ring : rings_) {
        if (ring.twice_area >= 0 || -ring.twice_area >= least || is_inside(mesh.end(ring.first))) continue;
        bool const filled = turn_over(mesh.end(ring.first), false, [&](VertexNumber vertex) {
            return mesh_->is_node(vertex) && ms_of(vertex) > late_after_ms(limit_ms);
        });
        // Those that no search reached are to be walked round, too.
        if (!filled) continue;
        any = true;
        for (VertexNumber const vertex : flood_)
            if (seen_[vertex] != draw_) seen_[vertex] = draw_, ms_[vertex] = never_ms, touched_.push_back(vertex);
    }
    for (Ring const& ring : rings_) {
        if (ring.twice_area < 0 || ring.twice_area >= least || !is_inside(mesh.start(ring.first))) continue;
        any |= turn_over(mesh.start(ring.first), true,
                         [&](VertexNumber vertex) { return mesh_->is_node(vertex) && ms_of(vertex) <= limit_ms; });
    }
    return any;
}

/// The number of its area for every vertex inside: those that hang together.
void IsochroneDrawer::mark_areas()
{
    Triangulation const& mesh = mesh_->triangles();
    for (VertexNumber const vertex : touched_) area_of_[vertex] = no_number;
    std::uint32_t area = 0;
    for (Ring const& ring : rings_) {
        if (ring.twice_area < 0) continue;
        flood_.assign(1, mesh.start(ring.first));
        area_of_[flood_[0]] = area;
        while (!flood_.empty()) {
            VertexNumber const vertex = flood_.back();
            flood_.pop_back();
            EdgeNumber const first = mesh_->leaving_edge(vertex);
            EdgeNumber edge = first;
            do {
                VertexNumber const next = mesh.end(edge);
                if (is_inside(next) && area_of_[next] == no_number) {
                    area_of_[next] = area;
                    flood_.push_back(next);
                }
                edge = mesh.twin(Triangulation::before(edge));
            } while (edge != first);
        }
        ++area;
    }
}

Isochrone IsochroneDrawer::assemble(std::uint32_t limit_ms)
{
    std::vector<Line*> lines;
    for (Ring& ring : rings_) lines.push_back(&ring.line);
    trimmer_->trim(lines, [&](VertexNumber vertex) {
        std::uint32_t const ms = ms_of(vertex);
        return ms <= limit_ms || ms > late_after_ms(limit_ms);
    });
    mark_areas();
    Isochrone out{limit_ms, {}};
    for (Ring& ring : rings_)
        if (ring.twice_area >= 0) out.areas.push_back({std::move(ring.line), {}});
    for (Ring& ring : rings_)
        if (ring.twice_area < 0)
            out.areas[area_of_[mesh_->triangles().start(ring.first)]].holes.push_back(std::move(ring.line));
    return out;
}

std::vector<Isochrone> IsochroneDrawer::draw(Reach const& reach, std::span<std::uint32_t const> limits_ms)
{
    time_vertices(reach);
    std::vector<Isochrone> out;
    for (std::uint32_t const limit : limits_ms) {
        CRESSET_CHECK(limit <= reach.limit_ms);
        pass_ += 2;  // the number before it says: outside
        for (VertexNumber const vertex : touched_)
            if (ms_[vertex] <= limit) inside_[vertex] = pass_;
        find_rim();
        trace_all();
        if (mend_small_rings(limit)) trace_all();
        out.push_back(assemble(limit));
    }
    return out;
}

}  // namespace cresset
