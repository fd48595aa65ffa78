#include "maps/coastline.h"

#include "maps/tile_clip.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <tuple>

namespace cresset::maps {

namespace {

/// Coastlines put together as far as they share ends.
struct Chains {
    std::vector<TileLine> open;
    std::vector<TileLine> rings;
};

bool closes(TileLine const& line)
{
    return line.size() > 3 && line.front() == line.back();
}

std::tuple<std::int32_t, std::int32_t> key(TilePoint at)
{
    return {at.x, at.y};
}

/// Follows each line to the one that begins where it ends; the first of several counts.
class Chainer {
public:
    explicit Chainer(std::vector<TileLine> const& lines) : lines_{lines}, used_(lines.size(), false)
    {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].size() < 2) continue;
            starts_.emplace(key(lines[i].front()), i);
            ends_.emplace(key(lines[i].back()), i);
        }
    }

    Chains chains()
    {
        Chains result;
        for (bool const anywhere : {false, true})  // first from where nothing leads to, then the rings
            for (std::size_t i = 0; i < lines_.size(); ++i)
                if (!used_[i] && lines_[i].size() > 1 && (anywhere || !ends_.contains(key(lines_[i].front()))))
                    keep(walk(i), result);
        return result;
    }

private:
    TileLine walk(std::size_t line)
    {
        TileLine result{lines_[line].front()};
        for (std::optional<std::size_t> at = line; at; at = next(result.back())) {
            used_[*at] = true;
            result.insert(result.end(), lines_[*at].begin() + 1, lines_[*at].end());
            if (result.front() == result.back()) break;
        }
        return result;
    }

    std::optional<std::size_t> next(TilePoint at) const
    {
        auto const [begin, end] = starts_.equal_range(key(at));
        auto const found = std::find_if(begin, end, [&](auto const& start) { return !used_[start.second]; });
        if (found == end) return {};
        return found->second;
    }

    static void keep(TileLine chain, Chains& result)
    {
        if (closes(chain))
            result.rings.push_back(std::move(chain));
        else if (chain.front() != chain.back())
            result.open.push_back(std::move(chain));
    }

    std::vector<TileLine> const& lines_;
    std::vector<bool> used_;
    std::multimap<std::tuple<std::int32_t, std::int32_t>, std::size_t> starts_, ends_;
};

std::int64_t squared(TilePoint a, TilePoint b)
{
    std::int64_t const dx = b.x - a.x, dy = b.y - a.y;
    return dx * dx + dy * dy;
}

/// Where a line that ends here goes on to the edge of the box: straight over the nearest side of the whole.
struct WayOut {
    std::int32_t distance = 0;  // to that side; negative beyond it
    TilePoint edge;
};

WayOut way_out(TilePoint at, TileBox const& whole, TileBox const& box)
{
    std::array<WayOut, 4> const ways{{{at.x - whole.min.x, {box.min.x, at.y}},
                                      {whole.max.x - at.x, {box.max.x, at.y}},
                                      {at.y - whole.min.y, {at.x, box.min.y}},
                                      {whole.max.y - at.y, {at.x, box.max.y}}}};
    return *std::min_element(ways.begin(), ways.end(),
                             [](WayOut const& a, WayOut const& b) { return a.distance < b.distance; });
}

bool is_on_edge(TilePoint at, TileBox const& box)
{
    return at.x == box.min.x || at.x == box.max.x || at.y == box.min.y || at.y == box.max.y;
}

bool on_same_side(TilePoint a, TilePoint b, TileBox const& box)
{
    return (a.x == b.x && (a.x == box.min.x || a.x == box.max.x)) ||
           (a.y == b.y && (a.y == box.min.y || a.y == box.max.y));
}

/// Such a piece parts no land from water.
bool runs_along_edge(TileLine const& piece, TileBox const& box)
{
    for (std::size_t i = 0; i + 1 < piece.size(); ++i)
        if (!on_same_side(piece[i], piece[i + 1], box)) return false;
    return true;
}

/// Cuts chains to the box: pieces that run from edge to edge, or that end inside where the coast is broken.
Chains cut(Chains chains, TileBox const& box)
{
    Chains result;
    for (auto const& line : chains.open)
        for (auto& piece : clip_line(line, box)) result.open.push_back(std::move(piece));
    for (auto& ring : chains.rings) {
        if (box.contains(box_of(ring))) {
            result.rings.push_back(std::move(ring));
            continue;
        }
        // Begun outside of the box, no piece is cut in two where the ring begins.
        auto const outside = std::find_if(ring.begin(), ring.end(), [&](TilePoint at) { return !box.contains(at); });
        ring.pop_back();
        std::rotate(ring.begin(), outside, ring.end());
        ring.push_back(ring.front());
        for (auto& piece : clip_line(ring, box)) result.open.push_back(std::move(piece));
    }
    std::erase_if(result.open, [&](TileLine const& piece) { return runs_along_edge(piece, box); });
    return result;
}

/// Mends open ends: the nearest first, an end is joined with a beginning, or drawn on to the edge of the box.
class Mender {
public:
    Mender(CoastInput const& coast, Chains& chains) : coast_{coast}, chains_{chains} {}

    /// Answers the number of ends that could not be mended.
    std::size_t mend()
    {
        for (auto mend = best(); mend; mend = best()) apply(*mend);
        return loose();
    }
    std::size_t loose() const
    {
        auto const& open = chains_.open;
        return static_cast<std::size_t>(
            std::count_if(open.begin(), open.end(), [&](auto const& line) { return is_loose(line); }));
    }
    std::size_t joined() const { return joined_; }
    bool is_loose(TileLine const& line) const
    {
        return !is_on_edge(line.front(), coast_.box) || !is_on_edge(line.back(), coast_.box);
    }

private:
    struct Mend {
        std::int64_t distance = 0;
        std::size_t end_of = SIZE_MAX;    // this piece goes on
        std::size_t begin_of = SIZE_MAX;  // in this one; SIZE_MAX: to the edge, either of them alone
    };

    std::optional<Mend> best() const
    {
        std::optional<Mend> result;
        auto const offer = [&](Mend const& mend, std::int32_t reach) {
            if (mend.distance > std::int64_t{reach} * reach) return;
            if (!result || mend.distance < result->distance) result = mend;
        };
        auto const& open = chains_.open;
        for (std::size_t i = 0; i < open.size(); ++i) {
            auto const begin = open[i].front(), end = open[i].back();
            if (!is_on_edge(begin, coast_.box)) offer({reach(begin), SIZE_MAX, i}, coast_.max_reach);
            if (is_on_edge(end, coast_.box)) continue;
            offer({reach(end), i, SIZE_MAX}, coast_.max_reach);
            for (std::size_t k = 0; k < open.size(); ++k)
                if (!is_on_edge(open[k].front(), coast_.box) && may_join(i, k))
                    offer({squared(end, open[k].front()), i, k}, coast_.max_gap);
        }
        return result;
    }

    /// The square of the way to the edge of the whole.
    std::int64_t reach(TilePoint at) const
    {
        std::int64_t const distance = std::max(way_out(at, coast_.whole, coast_.box).distance, 0);
        return distance * distance;
    }

    /// A piece closes on itself only if that leaves most of a ring as it was.
    bool may_join(std::size_t end_of, std::size_t begin_of) const
    {
        auto const& line = chains_.open[end_of];
        if (end_of != begin_of) return true;
        return line.size() > 3 && length({line.front(), line.back()}) * 4 < length(line);
    }

    void apply(Mend const& mend)
    {
        auto& open = chains_.open;
        if (mend.end_of == SIZE_MAX) {
            auto& line = open[mend.begin_of];
            line.insert(line.begin(), way_out(line.front(), coast_.whole, coast_.box).edge);
        } else if (mend.begin_of == SIZE_MAX) {
            auto& line = open[mend.end_of];
            line.push_back(way_out(line.back(), coast_.whole, coast_.box).edge);
        } else {
            ++joined_;
            join(mend.end_of, mend.begin_of);
        }
    }

    void join(std::size_t end_of, std::size_t begin_of)
    {
        auto& open = chains_.open;
        if (end_of == begin_of) {
            open[end_of].push_back(open[end_of].front());
            chains_.rings.push_back(std::move(open[end_of]));
        } else {
            open[end_of].insert(open[end_of].end(), open[begin_of].begin(), open[begin_of].end());
        }
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(begin_of));
    }

    CoastInput const& coast_;
    Chains& chains_;
    std::size_t joined_ = 0;
};

/// How far along the edge a point lies, clockwise on the screen from the north-west corner.
std::int64_t along(TilePoint at, TileBox const& box)
{
    std::int64_t const width = std::int64_t{box.max.x} - box.min.x, height = std::int64_t{box.max.y} - box.min.y;
    if (at.y == box.min.y) return at.x - box.min.x;
    if (at.x == box.max.x) return width + at.y - box.min.y;
    if (at.y == box.max.y) return width + height + box.max.x - at.x;
    return 2 * width + height + box.max.y - at.y;
}

/// Pieces from edge to edge, closed into rings with the water inside: from where a piece leaves the box, clockwise
/// along the edge to the next beginning.
class Closer {
public:
    Closer(std::vector<TileLine> const& pieces, TileBox const& box)
        : pieces_{pieces}, box_{box}, used_(pieces.size(), false)
    {
        std::int64_t const width = std::int64_t{box.max.x} - box.min.x, height = std::int64_t{box.max.y} - box.min.y;
        whole_ = 2 * (width + height);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            stops_.push_back({along(pieces[i].front(), box), 1, i});
            stops_.push_back({along(pieces[i].back(), box), 0, i});
        }
        auto const corners = {box.min, TilePoint{box.max.x, box.min.y}, box.max, TilePoint{box.min.x, box.max.y}};
        for (auto const corner : corners) corners_.emplace_back(along(corner, box), corner);
        std::sort(stops_.begin(), stops_.end());
    }

    std::vector<TileLine> rings()
    {
        std::vector<TileLine> result;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (used_[i]) continue;
            if (auto ring = close(i))
                result.push_back(*std::move(ring));
            else
                ++broken_;
        }
        return result;
    }
    std::size_t broken() const { return broken_; }

private:
    struct Stop {
        std::int64_t at = 0;
        int begins = 0;
        std::size_t piece = 0;
        friend auto operator<=>(Stop const&, Stop const&) = default;
    };

    std::optional<TileLine> close(std::size_t first)
    {
        TileLine ring;
        std::size_t piece = first;
        do {
            used_[piece] = true;
            ring.insert(ring.end(), pieces_[piece].begin(), pieces_[piece].end());
            auto const next = after(piece);
            if (!next) return {};
            go_round(ring, along(pieces_[piece].back(), box_), along(pieces_[*next].front(), box_));
            if (*next != first && used_[*next]) return {};
            piece = *next;
        } while (piece != first);
        return ring;
    }

    /// The piece that begins next on the edge; nothing if another one ends before, which no sound coast does.
    std::optional<std::size_t> after(std::size_t piece) const
    {
        auto const self = std::find(stops_.begin(), stops_.end(), Stop{along(pieces_[piece].back(), box_), 0, piece});
        auto const next = self + 1 == stops_.end() ? stops_.begin() : self + 1;
        if (next->begins == 0) return {};
        return next->piece;
    }

    void go_round(TileLine& ring, std::int64_t from, std::int64_t to) const
    {
        if (to < from) to += whole_;
        for (int const round : {0, 1})
            for (auto const& [at, corner] : corners_)
                if (auto const place = at + round * whole_; place > from && place < to) ring.push_back(corner);
    }

    std::vector<TileLine> const& pieces_;
    TileBox box_;
    std::vector<bool> used_;
    std::vector<Stop> stops_;
    std::vector<std::pair<std::int64_t, TilePoint>> corners_;
    std::int64_t whole_ = 0;
    std::size_t broken_ = 0;
};

TileLine opened(TileLine ring)
{
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

TileLine whole_box(TileBox const& box)
{
    return {box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}};
}

/// A point of the ring that is not on the other one's corners decides in which one it lies.
bool lies_in(TileLine const& ring, TileLine const& outer)
{
    if (!box_of(outer).contains(box_of(ring))) return false;
    auto const found = std::find_if(ring.begin(), ring.end(), [&](TilePoint at) {
        return std::find(outer.begin(), outer.end(), at) == outer.end();
    });
    return ring_contains(outer, found == ring.end() ? ring.front() : *found);
}

/// Share of the sure land (per mille) that a polygon covers.
std::size_t drowned(std::vector<TileLine> const& polygon, std::vector<TilePoint> const& on_land)
{
    auto const box = box_of(polygon.front());
    std::size_t count = 0;
    for (auto const at : on_land) {
        if (!box.contains(at)) continue;
        auto const around =
            std::count_if(polygon.begin(), polygon.end(), [&](auto const& ring) { return ring_contains(ring, at); });
        if (around % 2 == 1) ++count;
    }
    return on_land.empty() ? 0 : count * 1000 / on_land.size();
}

constexpr std::size_t most_drowned = 30;  // per mille: quays, dykes and jetties lie seaward of their coastline

constexpr std::size_t most_loose = 300;  // pieces: mending costs their number to the third power

std::string near_text(TilePoint at)
{
    return to_text(from_grid(at));
}

/// Outer rings of water and, in the smallest that holds it, each island.
std::vector<std::vector<TileLine>> with_islands(std::vector<TileLine> outer, std::vector<TileLine> islands)
{
    auto const larger = [](TileLine const& a, TileLine const& b) {
        return std::abs(doubled_area(a)) > std::abs(doubled_area(b));
    };
    std::stable_sort(outer.begin(), outer.end(), larger);
    std::stable_sort(islands.begin(), islands.end(), larger);
    std::vector<std::vector<TileLine>> result;
    result.reserve(outer.size());
    for (auto& ring : outer) result.push_back({std::move(ring)});
    for (auto& island : islands)
        for (auto polygon = result.rbegin(); polygon != result.rend(); ++polygon)
            if (lies_in(island, polygon->front())) {
                polygon->push_back(std::move(island));
                break;
            }
    return result;
}

/// Loose ends that could not be mended: short ones are left out, long ones spoil the whole.
bool drop_loose(Chains& chains, Mender const& mender, Sea& sea)
{
    double whole = 0, loose = 0;
    TilePoint at;
    for (auto const& line : chains.open) {
        whole += length(line);
        if (mender.is_loose(line)) loose += length(line), at = line.front();
    }
    for (auto const& ring : chains.rings) whole += length(ring);
    if (loose == 0) return true;
    std::erase_if(chains.open, [&](TileLine const& line) { return mender.is_loose(line); });
    bool const small = loose * 20 < whole;
    sea.notes.push_back(fmt::format("the coastline near {} does not close: {}", near_text(at),
                                    small ? "this part of it is left out" : "no sea is drawn"));
    return small;
}

void drop_drowning(CoastInput const& coast, Sea& sea)
{
    std::erase_if(sea.polygons, [&](auto const& polygon) {
        bool const drowns = drowned(polygon, coast.on_land) > most_drowned;
        if (drowns)
            sea.notes.push_back(
                fmt::format("the coastline near {} would put streets under water: no sea is drawn there",
                            near_text(polygon.front().front())));
        return drowns;
    });
}

}  // namespace

Sea sea_of(CoastInput const& coast)
{
    Sea sea;
    Chains chains = cut(Chainer{coast.lines}.chains(), coast.box);
    if (chains.open.empty() && chains.rings.empty()) return sea;
    Mender mender{coast, chains};
    if (mender.loose() > most_loose) return {{}, {"the coastline is in too many pieces: no sea is drawn"}};
    auto const loose = mender.mend();
    if (mender.joined() > 0)
        sea.notes.push_back(fmt::format("gaps in the coastline that were closed: {}", mender.joined()));
    if (loose > 0 && !drop_loose(chains, mender, sea)) return sea;
    Closer closer{chains.open, coast.box};
    std::vector<TileLine> outer, islands;
    for (auto& ring : closer.rings()) outer.push_back(opened(std::move(ring)));
    if (closer.broken() > 0) {
        sea.notes.push_back("the coastline does not part land from water at the edge of the map: no sea is drawn");
        return sea;
    }
    for (auto& ring : chains.rings) {
        auto plain = opened(std::move(ring));
        (doubled_area(plain) > 0 ? outer : islands).push_back(std::move(plain));
    }
    if (outer.empty() && !islands.empty()) outer.push_back(whole_box(coast.box));
    std::erase_if(outer, [](TileLine const& ring) { return doubled_area(ring) <= 0; });
    sea.polygons = with_islands(std::move(outer), std::move(islands));
    drop_drowning(coast, sea);
    return sea;
}

}  // namespace cresset::maps
