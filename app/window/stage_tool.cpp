#include "app/window/stage_tool.h"

#include "app/room.h"
#include "app/window/bring_into_view.h"
#include "core/session/reach_desk.h"
#include "widgets/map_view.h"

namespace cresset::app {

using namespace widgets;

namespace {
constexpr char const* panel_name = "stages";
constexpr Duration just_begun{5000};  // an older one does not move the map
}  // namespace

StageTool::StageTool(ToolParts parts) : DeskTool{std::move(parts)}, panel_{parts_.hub}
{
    parts_.map.addOverlay(&layer_, true);
    connect(&panel_, &StagePanel::endWanted, this, [this] { parts_.hub.act(EndStages{}); });
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.drills) refresh();
    });
}

StageTool::~StageTool()
{
    parts_.map.removeOverlay(&layer_);
}

std::vector<ToolPanel> StageTool::panels()
{
    return {{panel_name, &panel_, [] { return tr("Arrival drill"); }}};
}

void StageTool::addTo(QMenu& menu, MarkKey mark, Place place)
{
    if (mark.kind == MarkKind::unit) return;
    BeginStages command;
    if (mark.kind == MarkKind::incident) command.incident = IncidentId::unpacked(mark.id);
    menu.addAction(tr("Arrival drill here: T0 now"), this, [this, command, place]() mutable {
        command.where = pointed_at(parts_.hub.places(), place);
        parts_.hub.act(command);
    });
}

/// The one that runs, else the one that was begun last.
std::optional<StageDrillId> StageTool::newest() const
{
    std::optional<StageDrillId> found;
    for (auto const& [id, drill] : parts_.hub.world().stage_drills)
        if (!drill.ended_at || !found || parts_.hub.world().stage_drills.find(*found)->ended_at) found = id;
    return found;
}

void StageTool::refresh()
{
    auto const id = newest();
    auto const* drill = id ? parts_.hub.world().stage_drills.find(*id) : nullptr;
    if (drill == nullptr) {
        panel_.setDrill({}, {});
        layer_.setPicture({});
        shown_ = drawn_ = {};
        return parts_.map.canvas().layersChanged();
    }
    QString where;
    auto const* incident = drill->incident ? parts_.hub.world().incidents.find(*drill->incident) : nullptr;
    if (incident != nullptr) where = QStringLiteral("#%1").arg(incident->number);
    panel_.setDrill(where, *drill);
    if (drill->ended_at && drawn_ == id) {
        layer_.setPicture({});
        drawn_.reset();
        parts_.map.canvas().layersChanged();
    }
    if (drill->ended_at || shown_ == id) return;
    shown_ = id;
    parts_.hide("reach");  // two kinds of rings over each other say nothing
    parts_.show(panel_name);
    drawRings(*drill);
}

/// From where one is there in time: by road, as emergency cars go.
void StageTool::drawRings(StageDrill const& drill)
{
    auto const* guide = parts_.room.guide();
    if (guide == nullptr) return;
    auto const on = guide->roads_with(parts_.hub.world().closures);
    auto const at = on->snap(drill.place, Mode::emergency_car);
    if (!at) return;
    ReachQuestion question;
    question.way = ReachWay::in;
    question.starts.emplace_back(*at, Mode::emergency_car);
    for (DrillStage const& stage : drill.stages)
        question.limits_ms.push_back(static_cast<std::uint32_t>(stage.limit_s * 1000));
    bool const is_ours = shown_->origin == parts_.hub.session().seat().value;
    bool const looks = is_ours && parts_.hub.now() - drill.began_at < just_begun;
    work_.ask(
        [this, on, question = std::move(question), place = drill.place, id = *shown_, looks]() -> NewestWork::Tell {
            auto areas = areas_within(on, question);
            return [this, areas = std::move(areas), place, id, looks] {
                auto const* now = parts_.hub.world().stage_drills.find(id);
                if (now == nullptr || now->ended_at) return;
                ReachPicture picture;
                picture.areas = areas;
                picture.starts = {place};
                layer_.setPicture(std::move(picture));
                drawn_ = id;
                parts_.map.canvas().layersChanged();
                if (looks) bringIntoView(parts_.map, areas);
            };
        });
}

void StageTool::everySecond()
{
    auto const id = newest();
    auto const* drill = id ? parts_.hub.world().stage_drills.find(*id) : nullptr;
    if (drill != nullptr && !drill->ended_at) refresh();
}

}  // namespace cresset::app
