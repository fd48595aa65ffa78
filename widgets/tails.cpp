#include "widgets/tails.h"

namespace cresset::widgets {

void Tails::take(std::vector<UnitMark> const& marks, Instant now)
{
    if (now < last_) units_.clear();
    last_ = now;
    for (auto const& mark : marks) {
        auto& points = units_[mark.id];
        while (!points.empty() && now - points.front().at > reach_) points.pop_front();
        if (points.empty() || distance_mm(points.back().place, mark.place) >= step_mm)
            points.push_back({mark.place, now});
        if (points.size() > longest) points.pop_front();
    }
}

std::vector<Place> Tails::of(UnitMark const& mark) const
{
    auto const points = units_.find(mark.id);
    if (points == units_.end() || points->second.size() < 2) return {};
    std::vector<Place> tail;
    for (auto const& point : points->second) tail.push_back(point.place);
    tail.push_back(mark.place);
    return tail;
}

}  // namespace cresset::widgets
