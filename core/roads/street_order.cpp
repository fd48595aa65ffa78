#include "core/roads/street_order.h"

#include "core/roads/cell_cut.h"

#include <algorithm>

namespace cresset {
namespace {

class Dissection {
public:
    explicit Dissection(RoadNet const& net) : net_{net}, graph_{net.graph()}, local_(graph_.node_count(), no_number)
    {
        cosine_ = cosine_q30(graph_.bounds().middle().lat_e7);
    }

    std::vector<StreetNumber> run()
    {
        for (NodeNumber node = 0; node < graph_.node_count(); ++node) {
            bool used = false;
            for (ArcNumber const arc : graph_.arcs_out(node)) used = used || usable(arc);
            if (used) nodes_.push_back(node);
        }
        std::vector<Range> open{{0, nodes_.size()}};
        while (!open.empty()) {
            Range const range = open.back();
            open.pop_back();
            std::size_t const middle = part(range);
            if (middle == range.begin || middle == range.end) continue;
            open.push_back({range.begin, middle});
            open.push_back({middle, range.end});
        }
        std::reverse(order_.begin(), order_.end());
        return std::move(order_);
    }

private:
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    bool usable(ArcNumber arc) const { return net_.allows(arc) || net_.allows(twin(arc)); }

    void take(Range range)
    {
        cell_.places.clear();
        cell_.edges.clear();
        streets_.clear();
        for (std::size_t i = range.begin; i < range.end; ++i)
            local_[nodes_[i]] = static_cast<std::uint32_t>(i - range.begin);
        for (std::size_t i = range.begin; i < range.end; ++i) {
            Place const place = graph_.place(nodes_[i]);
            cell_.places.push_back({static_cast<std::int32_t>((place.lon_e7 * cosine_) >> 30U), place.lat_e7});
            for (ArcNumber const arc : graph_.arcs_out(nodes_[i])) {
                std::uint32_t const other = local_[graph_.to(arc)];
                if (other == no_number || !is_ahead(arc) || !usable(arc)) continue;
                if (graph_.from(arc) == graph_.to(arc)) {
                    if (range.end - range.begin == 1) order_.push_back(street_of(arc));
                    continue;
                }
                cell_.edges.push_back({static_cast<std::uint32_t>(i - range.begin), other});
                streets_.push_back(street_of(arc));
            }
        }
        for (std::size_t i = range.begin; i < range.end; ++i) local_[nodes_[i]] = no_number;
        cell_.index();
    }

    /// Puts the streets of the cut down and one side before the other; where the second begins.
    std::size_t part(Range range)
    {
        take(range);
        if (range.end - range.begin < 2) return range.begin;
        auto const& side = cutter_.cut(cell_);
        for (std::size_t i = 0; i < streets_.size(); ++i)
            if (side[cell_.edges[i][0]] != side[cell_.edges[i][1]]) order_.push_back(streets_[i]);
        moved_.clear();
        std::size_t middle = range.begin;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            NodeNumber const node = nodes_[i];
            if (side[i - range.begin] == 0)
                nodes_[middle++] = node;
            else
                moved_.push_back(node);
        }
        std::copy(moved_.begin(), moved_.end(), nodes_.begin() + static_cast<std::ptrdiff_t>(middle));
        return middle;
    }

    RoadNet const& net_;
    RoadGraph const& graph_;
    std::int64_t cosine_ = 0;
    std::vector<NodeNumber> nodes_;
    std::vector<NodeNumber> moved_;
    std::vector<std::uint32_t> local_;
    CellGraph cell_;
    std::vector<StreetNumber> streets_;  // of the edges of the cell
    CellCutter cutter_;
    std::vector<StreetNumber> order_;  // the greatest cut first
};

}  // namespace

std::vector<StreetNumber> street_order(RoadNet const& net)
{
    return Dissection{net}.run();
}

}  // namespace cresset
