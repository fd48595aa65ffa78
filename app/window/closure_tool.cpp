#include "app/window/closure_tool.h"

#include "app/room.h"
#include "widgets/command_bar.h"
#include "widgets/map_view.h"

namespace cresset::app {

using namespace widgets;

ClosureTool::ClosureTool(ToolParts parts) : DeskTool{std::move(parts)}
{
    parts_.map.addOverlay(&layer_, false);
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.closures) refresh();
    });
    refresh();
}

ClosureTool::~ClosureTool()
{
    parts_.map.removeOverlay(&layer_);
}

void ClosureTool::refresh()
{
    auto const* guide = parts_.room.guide();
    std::vector<ClosureMark> marks;
    for (auto const& [id, closure] : parts_.hub.world().closures) {
        ClosureMark mark;
        mark.place = closure.place;
        mark.speed_percent = closure.speed_percent;
        if (closure.until) mark.label = tr("until %1").arg(parts_.hub.clock(*closure.until));
        if (guide != nullptr)
            if (auto const at = guide->closed_street(closure.place)) {
                mark.street = guide->roads().graph().line(at->arc);
                mark.place = at->place;
            }
        marks.push_back(std::move(mark));
    }
    layer_.setMarks(std::move(marks));
    parts_.map.canvas().layersChanged();
}

void ClosureTool::addTo(QMenu& menu, MarkKey mark, Place place)
{
    if (mark.kind == MarkKind::unit || mark.kind == MarkKind::incident) return;
    QString const at = QString::fromStdString(to_text(place));
    menu.addAction(tr("Close this street"), this,
                   [this, at] { parts_.command.begin(QStringLiteral("block @%1").arg(at)); });
    if (!parts_.hub.world().closures.empty())
        menu.addAction(tr("Open this street again"), this,
                       [this, place] { parts_.hub.act(OpenRoad{pointed_at(parts_.hub.places(), place)}); });
}

}  // namespace cresset::app
