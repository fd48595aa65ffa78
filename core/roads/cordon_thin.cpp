#include "core/roads/cordon_thin.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace cresset {

namespace {

/// The junctions that the suspect reaches past the points, kept up while points are given up.
class Flood {
public:
    Flood(EscapeArea const& area, std::vector<std::uint32_t> const& points)
        : area_{area}, closed_(area.junctions().size()), mark_(area.junctions().size())
    {
        for (std::uint32_t const point : points) closed_[point] = 1;
        for (auto const& way : area_.first_ways()) reach(way.to, 1);
        exits_ = spread(1);
    }
    std::size_t exits() const { return exits_; }
    /// Exits that open with that point.
    std::size_t opened_without(std::uint32_t point)
    {
        if (!touched_[point]) return 0;
        ++round_;
        return open(point, round_);
    }
    void give_up(std::uint32_t point)
    {
        closed_[point] = 0;
        if (touched_[point]) open(point, 1);
    }

private:
    /// By a mark of 1 for good, by any other for this question only.
    std::size_t open(std::uint32_t point, std::uint32_t mark)
    {
        char const was_closed = std::exchange(closed_[point], char{0});
        reach(point, mark);
        std::size_t const exits = spread(mark);
        closed_[point] = was_closed;
        return exits;
    }
    void reach(std::uint32_t junction, std::uint32_t mark)
    {
        if (mark == 1) touched_[junction] = 1;
        if (closed_[junction] || mark_[junction] == 1 || mark_[junction] == mark) return;
        mark_[junction] = mark;
        stack_.push_back(junction);
    }
    std::size_t spread(std::uint32_t mark)
    {
        std::size_t exits = 0;
        while (!stack_.empty()) {
            std::uint32_t const from = stack_.back();
            stack_.pop_back();
            exits += area_.junctions()[from].is_exit ? 1 : 0;
            for (auto const& way : area_.ways_out(from)) reach(way.to, mark);
        }
        return exits;
    }

    EscapeArea const& area_;
    std::vector<char> closed_;
    std::vector<std::uint32_t> mark_;                                // 1: he is there; others: of an earlier question
    std::vector<char> touched_ = std::vector<char>(closed_.size());  // he comes as far as to it
    std::vector<std::uint32_t> stack_;
    std::uint32_t round_ = 1;
    std::size_t exits_ = 0;  // open at the beginning
};

}  // namespace

std::vector<std::uint32_t> thin_points(EscapeArea const& area, std::vector<std::uint32_t> points,
                                       std::vector<std::uint32_t> const& kept, std::size_t most)
{
    if (points.size() <= most) return points;
    Flood flood{area, points};
    std::map<std::uint32_t, std::size_t> open_with;  // that point alone
    for (std::uint32_t const point : points) open_with[point] = Flood{area, {point}}.exits();
    while (points.size() > most) {
        std::pair least{std::numeric_limits<std::size_t>::max(), std::ptrdiff_t{0}};
        auto worst = points.end();
        for (auto point = points.begin(); point != points.end(); ++point) {
            if (std::find(kept.begin(), kept.end(), *point) != kept.end()) continue;
            std::pair const price{flood.opened_without(*point), -static_cast<std::ptrdiff_t>(open_with[*point])};
            if (price <= least) least = price, worst = point;
        }
        if (worst == points.end()) break;
        flood.give_up(*worst);
        points.erase(worst);
    }
    return points;
}

}  // namespace cresset
