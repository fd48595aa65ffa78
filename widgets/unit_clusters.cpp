#include "widgets/unit_clusters.h"

#include "widgets/theme.h"

#include <QStringList>
#include <algorithm>
#include <map>

namespace cresset::widgets {
namespace {

/// A cell of the ground at this zoom, counted from the world's corner.
using Cell = std::pair<qint64, qint64>;

struct Gathered {
    qint64 x = 0, y = 0;  ///< sums of pixels from the world's corner
    std::vector<UnitOnScreen> units;

    void add(Gathered const& other)
    {
        x += other.x, y += other.y;
        units.insert(units.end(), other.units.begin(), other.units.end());
    }
    qint64 middleX() const { return x / static_cast<qint64>(units.size()); }
    qint64 middleY() const { return y / static_cast<qint64>(units.size()); }
};

/// Neighbours whose middles are closer than a sign is wide become one, in the order of their cells.
std::vector<Gathered> joined(std::map<Cell, Gathered> cells, qint64 reach)
{
    std::vector<Gathered> groups;
    for (auto& [cell, gathered] : cells) {
        auto const near = std::ranges::find_if(groups, [&](Gathered const& other) {
            qint64 const dx = other.middleX() - gathered.middleX(), dy = other.middleY() - gathered.middleY();
            return dx * dx + dy * dy < reach * reach;
        });
        if (near == groups.end())
            groups.push_back(std::move(gathered));
        else
            near->add(gathered);
    }
    return groups;
}

UnitCluster clusterOf(Gathered const& group, std::vector<UnitMark> const& marks, Viewport const& view)
{
    UnitCluster cluster;
    cluster.at = {static_cast<int>(group.middleX() - view.left()), static_cast<int>(group.middleY() - view.top())};
    for (auto const& unit : group.units) {
        cluster.members.push_back(unit.index);
        ++cluster.by_status.at(static_cast<std::size_t>(marks[unit.index].status));
    }
    return cluster;
}

}  // namespace

ClusteredUnits clusterUnits(std::span<UnitOnScreen const> units, std::vector<UnitMark> const& marks,
                            Viewport const& view, std::span<std::size_t const> apart)
{
    auto const reach = static_cast<qint64>(cluster_reach * view.dpr());
    ClusteredUnits result;
    std::map<Cell, Gathered> cells;
    for (auto const& unit : units) {
        if (marks[unit.index].status == MarkStatus::distress || std::ranges::binary_search(apart, unit.index)) {
            result.alone.push_back(unit);
            continue;
        }
        qint64 const x = unit.at.x() + view.left(), y = unit.at.y() + view.top();
        cells[{x / reach, y / reach}].add({x, y, {unit}});
    }
    for (auto const& group : joined(std::move(cells), reach)) {
        if (group.units.size() < fewest_in_cluster)
            result.alone.insert(result.alone.end(), group.units.begin(), group.units.end());
        else
            result.clusters.push_back(clusterOf(group, marks, view));
    }
    std::ranges::stable_sort(result.alone, {}, [](UnitOnScreen const& unit) { return unit.at.y(); });
    return result;
}

QString countsText(std::array<int, 8> const& by_status)
{
    QStringList parts;
    for (std::size_t i = 0; i < by_status.size(); ++i)
        if (by_status[i] > 0)
            parts.append(QStringLiteral("%1%2").arg(letterOf(static_cast<MarkStatus>(i))).arg(by_status[i]));
    return parts.join(QLatin1Char(' '));
}

}  // namespace cresset::widgets
