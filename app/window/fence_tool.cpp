#include "app/window/fence_tool.h"

#include "app/room.h"
#include "widgets/advice.h"
#include "widgets/command_bar.h"
#include "widgets/fence_words.h"
#include "widgets/map_view.h"
#include "widgets/words.h"
#include "widgets/world_marks.h"

#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr std::size_t most_in_menu = 3;

}  // namespace

FenceTool::FenceTool(ToolParts parts)
    : DeskTool{std::move(parts)},
      panel_{parts_.hub},
      form_{parts_.hub},
      snap_{parts_.hub.world(), parts_.room.guide() != nullptr ? &parts_.room.guide()->roads() : nullptr},
      files_{parts_.hub, &parts_.map}
{
    parts_.map.addLayer(QStringLiteral("fences"), &layer_);
    parts_.map.addOverlay(&draft_layer_, false);
    parts_.map.addTexts([this](MarkKey mark) {
        return mark.kind == MarkKind::fence ? fenceText(FenceId::unpacked(mark.id), parts_.hub) : QString{};
    });
    parts_.map.canvas().installEventFilter(this);
    connectPanel();
    connectMap();
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        bool const moves = changes.positions && std::ranges::any_of(parts_.hub.world().fences, [](auto const& row) {
                               return row.second.carrier.has_value();
                           });
        if (changes.everything || changes.fences || changes.alerts || moves) refresh();
    });
    refresh();
}

FenceTool::~FenceTool()
{
    parts_.map.removeOverlay(&layer_);
    parts_.map.removeOverlay(&draft_layer_);
}

std::vector<ToolPanel> FenceTool::panels()
{
    return {{"fences", &panel_, [] { return tr("Fences"); }}, {"fence", &form_, [] { return tr("Fence"); }}};
}

void FenceTool::setTheme(Theme const& theme)
{
    panel_.setTheme(theme);
}

std::vector<ActionRow> FenceTool::rows()
{
    return {{"View", QT_TRANSLATE_NOOP("Actions", "Fences"), QKeySequence{QStringLiteral("Ctrl+Shift+W")}, [this] {
                 parts_.show("fences");
                 panel_.setFocus();
             }}};
}

bool FenceTool::take(Command const& command)
{
    auto const* show = std::get_if<ShowFences>(&command);
    if (show == nullptr) return false;
    parts_.show("fences");
    panel_.setFocus();
    if (show->fence) lookAt(*show->fence);
    return true;
}

void FenceTool::addTo(QMenu& menu, MarkKey mark, Place place)
{
    World const& world = parts_.hub.world();
    std::vector<FenceId> here;
    if (mark.kind == MarkKind::fence) here.push_back(FenceId::unpacked(mark.id));
    for (std::uint64_t const id : layer_.around(place))
        if (here.size() < most_in_menu && FenceId::unpacked(id) != (here.empty() ? FenceId{} : here.front()))
            here.push_back(FenceId::unpacked(id));
    for (FenceId const id : here) {
        auto const* fence = world.fences.find(id);
        if (fence == nullptr) continue;
        auto* one = menu.addMenu(tr("Fence: %1").arg(parts_.hub.name(fence->name)));
        one->addAction(tr("Show in the list"), this, [this, id] {
            parts_.show("fences");
            choose(id);
        });
        one->addAction(tr("Change"), this, [this, id] { change(id); });
        one->addAction(tr("Remove"), this, [this, id] { remove(id); });
    }
    if (mark.kind == MarkKind::unit) {
        auto const unit = UnitId::unpacked(mark.id);
        menu.addAction(tr("Draw a fence around it"), this, [this, unit] {
            parts_.hub.selectUnit(unit);
            draw(SketchKind::around_unit);
        });
    } else if (mark.kind == MarkKind::none || mark.kind == MarkKind::fence) {
        addSketches(*menu.addMenu(tr("Draw a fence")), [this](SketchKind kind) { draw(kind); });
    }
}

void FenceTool::connectPanel()
{
    connect(&panel_, &FencePanel::chosenChanged, this, [this] {
        layer_.setChosen(panel_.chosen() ? std::optional{panel_.chosen()->packed()} : std::nullopt);
        parts_.map.canvas().layersChanged();
    });
    connect(&panel_, &FencePanel::lookRequested, this, &FenceTool::lookAt);
    connect(&panel_, &FencePanel::changeRequested, this, &FenceTool::change);
    connect(&panel_, &FencePanel::removeRequested, this, &FenceTool::remove);
    connect(&panel_, &FencePanel::drawRequested, this, &FenceTool::draw);
    connect(&panel_, &FencePanel::importRequested, this, [this] { files_.askImport(panel_); });
    connect(&panel_, &FencePanel::exportRequested, this, [this] { files_.askExport(panel_); });
    connect(&form_, &FenceForm::saved, this, &FenceTool::save);
    connect(&form_, &FenceForm::left, this, &FenceTool::leaveChange);
    connect(&form_, &FenceForm::hidden, this, &FenceTool::leaveChange);
}

void FenceTool::refresh()
{
    if (changing_ && !parts_.hub.world().fences.contains(*changing_)) leaveChange();  // taken away, or undone
    bool const changed = layer_.setMarks(fenceMarks(parts_.hub));
    if (changing_ && !pulled_) showInHand();
    if (changed) parts_.map.canvas().layersChanged();
}

void FenceTool::everySecond()
{
    refresh();
    panel_.refresh();
}

void FenceTool::choose(std::optional<FenceId> fence)
{
    panel_.choose(fence);
    layer_.setChosen(fence ? std::optional{fence->packed()} : std::nullopt);
    parts_.map.canvas().layersChanged();
}

void FenceTool::lookAt(FenceId fence)
{
    choose(fence);
    Bounds const bounds = layer_.boundsOf(fence.packed());
    if (bounds.empty()) return parts_.hub.say(tr("the fence has no place yet: its unit has sent none"), false);
    parts_.map.follow({});
    parts_.map.canvas().fitTo(bounds);
}

void FenceTool::remove(FenceId id)
{
    auto const* fence = parts_.hub.world().fences.find(id);
    if (fence == nullptr || !parts_.hub.mayAct()) return;
    QString const name = parts_.hub.name(fence->name);
    told(parts_.hub.desk().remove_fence(id), tr("fence removed: %1 · undo brings it back").arg(name));
}

bool FenceTool::told(Ticket const& ticket, QString const& done)
{
    if (!ticket.refusal) return parts_.hub.say(done), true;
    parts_.hub.refuse(refusalText(*ticket.refusal, parts_.hub), adviceOf(english(ticket.refusal->reason)));
    return false;
}

/// The fence is seen, and its camera with it; what the fence proposes to say stands in the line, if nothing else does.
void FenceTool::alarmLooked(Alert const& alert)
{
    World const& world = parts_.hub.world();
    auto const* fence = alert.fence ? world.fences.find(*alert.fence) : nullptr;
    if (fence == nullptr) return;
    choose(*alert.fence);
    Bounds bounds = layer_.boundsOf(alert.fence->packed());
    if (auto const* camera = fence->then.camera ? world.cameras.find(*fence->then.camera) : nullptr) {
        bounds.add(camera->place);
        parts_.map.markFound(camera->place, QStringLiteral("%1 · %2").arg(QString::fromStdString(camera->code),
                                                                          parts_.hub.name(camera->name)));
    }
    if (auto const* fix = alert.unit ? world.fix(*alert.unit) : nullptr) bounds.add(fix->place);
    if (!bounds.empty()) parts_.map.canvas().fitTo(bounds);
    if (fence->then.instruction.empty()) return;
    auto const* unit = alert.unit ? world.units.find(*alert.unit) : nullptr;
    std::string line = "log ";
    if (unit != nullptr && unit->incident) line = "note " + number_text(world, *unit->incident) + " ";
    parts_.command.propose(QString::fromStdString(line + fence->then.instruction));
}

FenceTool::Snapped FenceTool::snapped(Place place) const
{
    if (alt_ || (sketch_ && sketch_->kind() == SketchKind::region)) return {place, false};
    bool const measures = sketch_ && sketch_->isMeasuring();
    auto const found = measures ? std::nullopt : snap_.near(place, parts_.map.canvas().view(), changing_);
    return {found.value_or(place), found.has_value()};
}

}  // namespace cresset::app
