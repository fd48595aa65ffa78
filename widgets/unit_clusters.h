#pragma once
/// Units that stand so close together on the screen that their symbols would lie over each other, as one sign with
/// counts. Which belong together hangs on the ground and the zoom alone: moving the map changes nothing.

#include "widgets/marks.h"
#include "widgets/viewport.h"

#include <QPoint>
#include <array>
#include <span>
#include <vector>

namespace cresset::widgets {

struct UnitOnScreen {
    std::size_t index;  ///< of its mark
    QPoint at;
};

struct UnitCluster {
    QPoint at;  ///< the middle of its members
    std::vector<std::size_t> members;
    std::array<int, 8> by_status{};  ///< how many of each MarkStatus
};

struct ClusteredUnits {
    std::vector<UnitCluster> clusters;
    std::vector<UnitOnScreen> alone;  ///< from the north to the south
};

constexpr std::size_t fewest_in_cluster = 4;
constexpr int cluster_reach = 34;  ///< pixels at one device pixel a pixel; clusters stand at least so far apart

/// Who is in distress stays alone, and whom `apart` (by index, sorted) names.
ClusteredUnits clusterUnits(std::span<UnitOnScreen const> units, std::vector<UnitMark> const& marks,
                            Viewport const& view, std::span<std::size_t const> apart = {});

/// "A6 E2": the letters of look.md with their counts.
QString countsText(std::array<int, 8> const& by_status);

}  // namespace cresset::widgets
