#include "app/window/turn_tool.h"

#include "app/room.h"
#include "app/window/bring_into_view.h"
#include "core/roads/turn_list.h"
#include "core/world/posts.h"
#include "widgets/command_bar.h"
#include "widgets/map_view.h"
#include "widgets/words.h"

#include <utility>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr char const* panel_name = "turns";

}  // namespace

TurnTool::TurnTool(ToolParts parts) : DeskTool{std::move(parts)}
{
    parts_.map.addOverlay(&layer_, false);
    connect(&panel_, &TurnPanel::lookWanted, this, [this](Place place) { parts_.map.lookAt(place); });
    connect(&panel_, &TurnPanel::left, this, &TurnTool::off);
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        bool const new_way =
            asked_ && (changes.everything || changes.closures || changes.units.contains(asked_->unit) ||
                       (asked_->incident && changes.incidents.contains(*asked_->incident)));
        if (new_way) from_.reset();
    });
}

TurnTool::~TurnTool()
{
    parts_.map.removeOverlay(&layer_);
}

std::vector<ToolPanel> TurnTool::panels()
{
    return {{panel_name, &panel_, [] { return tr("Way"); }}};
}

bool TurnTool::take(Command const& command)
{
    auto const* wanted = std::get_if<ShowTurns>(&command);
    if (wanted != nullptr) show(*wanted);
    return wanted != nullptr;
}

void TurnTool::addTo(QMenu& menu, MarkKey mark, Place /*place*/)
{
    if (mark.kind != MarkKind::unit) return;
    menu.addAction(tr("Its way in words"), this, [this, unit = UnitId::unpacked(mark.id)] { show({unit, {}, {}}); });
}

std::shared_ptr<Roads const> TurnTool::roads() const
{
    auto const* guide = parts_.room.guide();
    return guide != nullptr ? guide->roads_with(parts_.hub.world().closures) : nullptr;
}

/// What was asked for; else where the unit is sent, or the incident in hand.
std::optional<TurnTool::Goal> TurnTool::goal() const
{
    World const& world = parts_.hub.world();
    auto const to_incident = [&](IncidentId id) -> std::optional<Goal> {
        auto const* incident = world.incidents.find(id);
        if (incident == nullptr) return {};
        return Goal{incident->place, QStringLiteral("#%1").arg(incident->number)};
    };
    if (asked_->where) return Goal{asked_->where->place, parts_.hub.name(asked_->where->name)};
    if (asked_->incident) return to_incident(*asked_->incident);
    auto const* unit = world.units.find(asked_->unit);
    if (unit != nullptr && unit->incident) {
        auto to = to_incident(*unit->incident);
        if (auto const place = destination_of(world, asked_->unit); to && place) to->place = *place;
        return to;
    }
    return parts_.hub.incident() ? to_incident(*parts_.hub.incident()) : std::nullopt;
}

void TurnTool::show(ShowTurns const& command)
{
    World const& world = parts_.hub.world();
    if (roads() == nullptr) return parts_.hub.say(tr("this city has no roads: no way can be told"), false);
    if (world.fix(command.unit) == nullptr) return parts_.hub.say(tr("nobody knows where that unit is"), false);
    asked_ = command;
    if (!goal()) {
        asked_.reset();
        return parts_.hub.say(tr("it is sent nowhere: say where to, turns P03 1023"), false);
    }
    // The way stays to where it was asked for, whatever is chosen later.
    bool const follows = !command.where && !command.incident;
    auto const* unit = world.units.find(command.unit);
    if (follows && !unit->incident) asked_->incident = parts_.hub.incident();
    find();
    auto const to = asked_ ? goal() : std::nullopt;
    if (!to) return;
    parts_.hub.say(QStringLiteral("%1: %2").arg(view_.title, view_.about), !view_.steps.empty());
    parts_.show(panel_name);
    Bounds bounds;
    bounds.add(to->place);
    for (TurnView::Step const& step : view_.steps) bounds.add(step.at);
    bringIntoView(parts_.map, bounds);
}

void TurnTool::find()
{
    World const& world = parts_.hub.world();
    auto const* fix = world.fix(asked_->unit);
    auto const* unit = world.units.find(asked_->unit);
    auto const to = goal();
    if (fix == nullptr || unit == nullptr || !to) return off();
    from_ = fix->place;
    view_ = {};
    view_.title = tr("%1 to %2").arg(QString::fromStdString(unit->call_sign), to->name);
    PreviewMark mark;
    auto const on = roads();
    auto const start = on->snap(fix->place, unit->mode), end = on->snap(to->place, unit->mode);
    auto const route = start && end ? on->route_search(unit->mode).fastest(*start, *end) : std::nullopt;
    view_.about = route ? QStringLiteral("%1 · %2 · %3")
                              .arg(distanceText(route->length_mm), etaText(route->duration_ms), modeText(unit->mode))
                        : tr("there is no way by road");
    if (route) {
        for (TurnStep const& step : turn_list(on->graph(), *route)) {
            std::string const words =
                parts_.hub.chinese() ? in_chinese(step, on->graph()) : in_english(step, on->graph());
            view_.steps.push_back({QString::fromStdString(words), step.start_ms, step.at});
        }
        mark.lines.push_back(route->line);
    }
    panel_.setView(view_);
    layer_.setMark(std::move(mark));
    parts_.map.canvas().layersChanged();
}

void TurnTool::everySecond()
{
    if (!asked_) return;
    auto const* fix = parts_.hub.world().fix(asked_->unit);
    if (fix == nullptr || from_ != fix->place) find();
}

void TurnTool::off()
{
    asked_.reset();
    from_.reset();
    view_ = {};
    panel_.setView(view_);
    layer_.clear();
    parts_.map.canvas().layersChanged();
}

}  // namespace cresset::app
