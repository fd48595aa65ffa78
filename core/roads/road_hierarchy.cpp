#include "core/roads/road_hierarchy.h"

#include "core/base/check.h"
#include "core/roads/hierarchy_builder.h"
#include "core/roads/hierarchy_closer.h"

namespace cresset {

RoadHierarchy::RoadHierarchy(std::shared_ptr<RoadNet const> net)
    : plan_{HierarchyBuilder{std::move(net)}.build()}, own_bits_(plan_->state_of.size() / 64 + 1)
{
}

std::shared_ptr<RoadHierarchy const> RoadHierarchy::with_closed(std::span<ArcNumber const> arcs) const
{
    auto less = std::make_shared<RoadHierarchy>(*this);
    HierarchyCloser closer{*less};
    for (ArcNumber const arc : arcs) {
        CRESSET_CHECK(arc < net().graph().arc_count());
        closer.close(arc);
        for (StateNumber const extra : net().extra_states_of(arc)) closer.close(extra);
    }
    return less;
}

}  // namespace cresset
