#pragma once
/// When a unit can stand at each junction of an escape area: by road in its own mode, with one-ways, turns and
/// restrictions; and from wherever it gets to in the area it may walk on, leaving the car or bike, at the pace of the
/// road graph for people on foot. Whole milliseconds from now, rounded up: it is there then, or before.

#include "core/roads/cordon_escape.h"
#include "core/roads/roads.h"
#include "core/roads/search_labels.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace cresset {

/// Keeps the memory of its searches. Serves one thread.
class CordonArrivals {
public:
    explicit CordonArrivals(std::shared_ptr<Roads const> roads);

    /// For each junction of the area never_ms, or the time, if that is at most `latest_ms[junction]` (below 0: never).
    std::vector<std::uint32_t> times(EscapeArea const& area, RoadPosition const& at, Mode mode,
                                     std::vector<std::int64_t> const& latest_ms);

private:
    void drive(EscapeArea const& area, RoadPosition const& at, RoadNet const& net, std::uint32_t limit_ms,
               std::vector<std::uint32_t>& times);
    void walk(EscapeArea const& area, std::uint32_t limit_ms, std::vector<std::uint32_t>& times) const;

    std::shared_ptr<Roads const> roads_;
    std::array<SearchLabels, all_modes.size()> labels_;
};

}  // namespace cresset
