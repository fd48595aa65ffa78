#include "core/roads/cell_cut.h"

#include <algorithm>
#include <numeric>

namespace cresset {
namespace {

constexpr std::uint32_t unseen = UINT32_MAX;
constexpr std::array<std::array<std::int64_t, 2>, 4> directions{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
constexpr std::uint8_t source = 1;
constexpr std::uint8_t sink = 2;

}  // namespace

void CellGraph::index()
{
    first.assign(size() + 1, 0);
    for (auto const& [a, b] : edges) ++first[a + 1], ++first[b + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    ends.resize(2 * edges.size());
    std::vector<std::uint32_t> next(first.begin(), first.end());
    for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
        auto const [a, b] = edges[edge];
        ends[next[a]++] = {b, edge};
        ends[next[b]++] = {a, edge};
    }
}

/// Where the piece is not of one part: the parts are shared out, nothing is cut.
bool CellCutter::split_parts()
{
    std::size_t const n = cell_->size();
    level_.assign(n, unseen);
    std::vector<std::size_t> sizes;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (level_[start] != unseen) continue;
        auto const part = static_cast<std::uint32_t>(sizes.size());
        queue_.assign(1, start);
        level_[start] = part;
        for (std::size_t i = 0; i < queue_.size(); ++i)
            for (auto const& end : cell_->at(queue_[i]))
                if (level_[end.node] == unseen) level_[end.node] = part, queue_.push_back(end.node);
        sizes.push_back(queue_.size());
    }
    if (sizes.size() == 1) return false;
    auto const greatest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    best_.resize(n);
    for (std::uint32_t node = 0; node < n; ++node) best_[node] = level_[node] == greatest ? 0 : 1;
    return true;
}

/// How far each junction is from a source over streets that still bear flow. True if a sink is met.
bool CellCutter::find_levels()
{
    std::size_t const n = cell_->size();
    level_.assign(n, unseen);
    queue_.clear();
    for (std::uint32_t node = 0; node < n; ++node)
        if (end_of_[node] == source) level_[node] = 0, queue_.push_back(node);
    bool met = false;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
        std::uint32_t const node = queue_[i];
        for (auto const& end : cell_->at(node)) {
            if (level_[end.node] != unseen) continue;
            int const flow = cell_->edges[end.edge][0] == node ? flow_[end.edge] : -flow_[end.edge];
            if (flow >= 1) continue;
            level_[end.node] = level_[node] + 1;
            if (end_of_[end.node] == sink)
                met = true;
            else
                queue_.push_back(end.node);
        }
    }
    return met;
}

/// One more unit of flow along rising levels. False if there is no way left from that source.
bool CellCutter::push_from(std::uint32_t start)
{
    path_.clear();
    std::uint32_t node = start;
    while (end_of_[node] != sink) {
        bool on = false;
        for (std::uint32_t& i = next_[node]; i < cell_->first[node + 1]; ++i) {
            auto const& end = cell_->ends[i];
            if (level_[end.node] != level_[node] + 1) continue;
            int const flow = cell_->edges[end.edge][0] == node ? flow_[end.edge] : -flow_[end.edge];
            if (flow >= 1) continue;
            path_.push_back(i);
            node = end.node;
            on = true;
            break;
        }
        if (on) continue;
        if (path_.empty()) return false;
        auto const& end = cell_->ends[path_.back()];
        auto const& edge = cell_->edges[end.edge];
        node = edge[0] == end.node ? edge[1] : edge[0];
        ++next_[node];
        path_.pop_back();
    }
    for (std::uint32_t const i : path_) {
        auto const& end = cell_->ends[i];
        flow_[end.edge] = static_cast<std::int8_t>(flow_[end.edge] + (cell_->edges[end.edge][1] == end.node ? 1 : -1));
    }
    ++flow_sum_;
    return true;
}

/// All least cuts cut equally many; the one nearest to the sources and the one nearest to the sinks are at hand.
void CellCutter::consider(bool from_sources)
{
    std::size_t const n = cell_->size();
    side_.assign(n, 0);
    queue_.clear();
    std::uint8_t const begin = from_sources ? source : sink;
    for (std::uint32_t node = 0; node < n; ++node)
        if (end_of_[node] == begin) side_[node] = 1, queue_.push_back(node);
    for (std::size_t i = 0; i < queue_.size(); ++i) {
        std::uint32_t const node = queue_[i];
        for (auto const& end : cell_->at(node)) {
            if (side_[end.node] != 0) continue;
            int const flow = (cell_->edges[end.edge][0] == node) == from_sources ? flow_[end.edge] : -flow_[end.edge];
            if (flow < 1) side_[end.node] = 1, queue_.push_back(end.node);
        }
    }
    std::size_t const small = std::min(queue_.size(), n - queue_.size());
    // Fewest streets for what it parts.
    if (best_cut_ != SIZE_MAX && flow_sum_ * best_small_ >= best_cut_ * small) return;
    best_cut_ = flow_sum_;
    best_small_ = small;
    best_ = side_;
}

void CellCutter::try_direction(std::array<std::int64_t, 2> way)
{
    std::size_t const n = cell_->size();
    along_.clear();
    for (std::uint32_t node = 0; node < n; ++node) {
        auto const& place = cell_->places[node];
        along_.emplace_back(way[0] * place[0] + way[1] * place[1], node);
    }
    std::size_t const quarter = std::max<std::size_t>(1, n / 4);
    auto const fore = along_.begin() + static_cast<std::ptrdiff_t>(quarter);
    auto const hind = along_.end() - static_cast<std::ptrdiff_t>(quarter);
    std::nth_element(along_.begin(), fore - 1, along_.end());
    if (hind != fore) std::nth_element(fore, hind, along_.end());
    end_of_.assign(n, 0);
    for (auto one = along_.begin(); one != fore; ++one) end_of_[one->second] = source;
    for (auto one = hind; one != along_.end(); ++one) end_of_[one->second] = sink;
    flow_.assign(cell_->edges.size(), 0);
    flow_sum_ = 0;
    while (find_levels()) {
        next_.assign(cell_->first.begin(), cell_->first.end() - 1);
        for (auto one = along_.begin(); one != fore; ++one)
            while (push_from(one->second)) {
            }
    }
    consider(true);
    consider(false);
}

std::vector<std::uint8_t> const& CellCutter::cut(CellGraph const& cell)
{
    cell_ = &cell;
    best_cut_ = SIZE_MAX;
    best_small_ = 0;
    best_.assign(cell.size(), 0);
    if (cell.size() < 2 || split_parts()) return best_;
    for (auto const& way : directions) try_direction(way);
    return best_;
}

}  // namespace cresset
