#include "app/window/reach_tool.h"

#include "app/room.h"
#include "app/window/bring_into_view.h"
#include "widgets/command_bar.h"
#include "widgets/map_view.h"
#include "widgets/words.h"

#include <algorithm>
#include <utility>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr char const* panel_name = "reach";
constexpr Duration keeps{5'000};  // then where everybody is has changed
constexpr Duration keeps_opens{15'000};
constexpr std::size_t holes_shown = 40, holes_named = 12;

}  // namespace

ReachTool::ReachTool(ToolParts parts) : DeskTool{std::move(parts)}
{
    parts_.map.addOverlay(&layer_, true);
    parts_.map.addOverlay(&opened_layer_, true);
    connect(&panel_, &ReachPanel::lookWanted, this, [this](Place place) { parts_.map.lookAt(place, 15); });
    connect(&panel_, &ReachPanel::coverageWanted, this, &ReachTool::showCoverage);
    connect(&panel_, &ReachPanel::offWanted, this, [this] { parts_.hide(panel_name); });
    connect(&panel_, &ReachPanel::left, this, &ReachTool::off);
    connect(&parts_.hub, &DeskHub::selectionChanged, this, [this] {
        askWhatOpens();
        showWhatOpens();
    });
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (asked_.incident && changes.incidents.contains(*asked_.incident)) followCorrection();
    });
}

ReachTool::~ReachTool()
{
    parts_.map.removeOverlay(&layer_);
    parts_.map.removeOverlay(&opened_layer_);
}

std::vector<ToolPanel> ReachTool::panels()
{
    return {{panel_name, &panel_, [] { return tr("Reach"); }}};
}

bool ReachTool::take(Command const& command)
{
    if (auto const* reach = std::get_if<ShowReach>(&command)) return showReach(*reach), true;
    if (!std::holds_alternative<ShowCoverage>(command)) return false;
    if (shows_ == Shows::coverage)
        parts_.hide(panel_name);
    else
        showCoverage();
    return true;
}

std::vector<ActionRow> ReachTool::rows()
{
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "View");
    return {{menu, QT_TRANSLATE_NOOP("Actions", "Coverage: who is where in how many minutes"),
             QKeySequence{QStringLiteral("Ctrl+Shift+M")}, [this] { take(ShowCoverage{}); }},
            {menu, QT_TRANSLATE_NOOP("Actions", "How far the unit gets, or who gets to the incident"),
             QKeySequence{QStringLiteral("Ctrl+R")}, [this] {
                 ShowReach command;
                 command.unit = parts_.hub.unit();
                 if (!command.unit) command.incident = parts_.hub.incident();
                 if (!command.unit && !command.incident)
                     return parts_.hub.say(tr("select a unit or an incident first"), false);
                 showReach(command);
             }}};
}

void ReachTool::addTo(QMenu& menu, MarkKey mark, Place place)
{
    ShowReach command;
    if (mark.kind == MarkKind::unit)
        command.unit = UnitId::unpacked(mark.id);
    else if (mark.kind == MarkKind::incident)
        command.incident = IncidentId::unpacked(mark.id);
    else
        command.where = pointed_at(parts_.hub.places(), place);
    menu.addAction(command.unit ? tr("How far it gets") : tr("Who gets here in 1, 3, 5 minutes"), this,
                   [this, command] { showReach(command); });
}

std::shared_ptr<Roads const> ReachTool::roads() const
{
    auto const* guide = parts_.room.guide();
    return guide != nullptr ? guide->roads_with(parts_.hub.world().closures) : nullptr;
}

std::vector<std::uint32_t> ReachTool::limits(std::vector<Duration> const& wanted) const
{
    std::vector<std::uint32_t> ms;
    for (Duration const one : wanted) ms.push_back(static_cast<std::uint32_t>(one.count()));
    if (ms.empty())
        for (auto const minutes : parts_.hub.desk().field_rules().reach_min)
            ms.push_back(static_cast<std::uint32_t>(minutes * 60'000));
    return ms;
}

void ReachTool::showReach(ShowReach const& command)
{
    if (roads() == nullptr) return parts_.hub.say(tr("this city has no roads: nobody knows how far one gets"), false);
    if (command.unit && parts_.hub.world().fix(*command.unit) == nullptr)
        return parts_.hub.say(tr("nobody knows where that unit is"), false);
    asked_ = command;
    shows_ = Shows::reach;
    looks_ = true;
    ask();
    parts_.show(panel_name);
}

void ReachTool::showCoverage()
{
    if (roads() == nullptr) return parts_.hub.say(tr("this city has no roads: nobody knows how far one gets"), false);
    shows_ = Shows::coverage;
    ask();
    parts_.show(panel_name);
}

void ReachTool::ask()
{
    made_at_ = parts_.hub.now();
    view_.busy = true;
    if (shows_ == Shows::reach) askReach();
    if (shows_ == Shows::coverage) askCoverage();
}

void ReachTool::askReach()
{
    World const& world = parts_.hub.world();
    auto const on = roads();
    ReachQuestion question;
    question.limits_ms = limits(asked_.limits);
    Place start{};
    Mode mode = Mode::emergency_car;
    view_ = {};
    view_.busy = true;
    if (asked_.unit) {
        auto const* unit = world.units.find(*asked_.unit);
        auto const* fix = world.fix(*asked_.unit);
        if (unit == nullptr || fix == nullptr) return;
        start = fix->place;
        mode = unit->mode;
        view_.title = tr("How far %1 gets").arg(QString::fromStdString(unit->call_sign));
        view_.about = modeText(mode);
    } else {
        auto const* incident = asked_.incident ? world.incidents.find(*asked_.incident) : nullptr;
        if (incident != nullptr) start = incident->place;
        if (asked_.where) start = asked_.where->place;
        question.way = ReachWay::in;
        view_.title = incident != nullptr ? tr("From where one gets to #%1").arg(incident->number)
                                          : tr("From where one gets to %1").arg(parts_.hub.name(asked_.where->name));
        view_.about = modeText(mode);
    }
    start_ = start;
    auto const at = on->snap(start, mode);
    if (!at) return parts_.hub.say(tr("there is no road near it"), false);
    question.starts.emplace_back(*at, mode);
    panel_.setView(view_);
    work_.ask([this, on, question = std::move(question), start]() -> NewestWork::Tell {
        auto areas = areas_within(on, question);
        return [this, areas = std::move(areas), start] { takeReach(areas, start); };
    });
}

void ReachTool::takeReach(std::vector<Isochrone> areas, Place start)
{
    showView(areas);
    ReachPicture picture;
    picture.areas = std::move(areas);
    picture.starts = {start};
    layer_.setPicture(std::move(picture));
    lookAtAreas();
    parts_.map.canvas().layersChanged();
}

void ReachTool::followCorrection()
{
    auto const* incident = parts_.hub.world().incidents.find(*asked_.incident);
    if (shows_ != Shows::reach || asked_.where || incident == nullptr || incident->place == start_) return;
    parts_.hub.say(tr("the place was corrected: who gets there is worked out anew"));
    looks_ = true;
    ask();
}

/// Once after somebody asked, and only where they do not lie in the view.
void ReachTool::lookAtAreas()
{
    if (std::exchange(looks_, false)) bringIntoView(parts_.map, layer_.picture().areas);
}

void ReachTool::askCoverage()
{
    auto const on = roads();
    if (!view_.coverage) {
        view_ = {};
        view_.title = tr("Coverage now");
        view_.coverage = view_.busy = true;
        panel_.setView(view_);
    }
    work_.ask([this, on, units = free_units(parts_.hub.world(), *on), bands = limits({})]() -> NewestWork::Tell {
        auto answer = std::make_shared<CoverageAnswer const>(find_coverage(on, units, bands, true));
        return [this, on, answer = std::move(answer)] { takeCoverage(answer, on); };
    });
}

QString ReachTool::nameOf(Place place) const
{
    auto const* guide = parts_.room.guide();
    Names const names = guide != nullptr ? guide->address(place) : Names{};
    QString const name = parts_.hub.name(names);
    return name.isEmpty() ? QString::fromStdString(to_text(place)) : name;
}

void ReachTool::takeCoverage(std::shared_ptr<CoverageAnswer const> answer, std::shared_ptr<Roads const> const& on)
{
    view_.title = tr("Coverage now");
    view_.about = tr("%1 units are free").arg(answer->units.size());
    view_.holes.clear();
    ReachPicture picture;
    for (std::size_t i = 0; i < std::min(holes_shown, answer->holes.size()); ++i) {
        CoverageHole const& hole = answer->holes[i];
        bool const comes = hole.worst_ms != never_ms;
        view_.holes.push_back({i < holes_named ? nameOf(hole.middle) : QString::fromStdString(to_text(hole.middle)),
                               hole.length_mm, comes ? std::optional<std::int64_t>{hole.worst_ms} : std::nullopt,
                               hole.middle});
        if (i < holes_named) picture.notes.push_back({hole.middle, distanceText(hole.length_mm)});
    }
    for (CoverageHole const& hole : answer->holes)
        for (StreetNumber const street : hole.streets) picture.late.push_back(on->graph().line(2 * street));
    view_.move.clear();
    if (auto const mover = answer->mover()) {
        auto const left = answer->move->late_after_mm, before = answer->move->late_before_mm;
        view_.move =
            tr("best move: %1 to %2, there in %3: %4 of late streets instead of %5")
                .arg(QString::fromStdString(call_sign(parts_.hub.world(), *mover)), nameOf(answer->move->to.place),
                     etaText(answer->move->eta_ms), distanceText(left), distanceText(before));
    }
    picture.areas = answer->areas;
    showView(answer->areas);
    layer_.setPicture(std::move(picture));
    parts_.map.canvas().layersChanged();
    takeWhatOpens(std::move(answer), on);
}

void ReachTool::showView(std::vector<Isochrone> const& areas)
{
    view_.busy = false;
    view_.bands.clear();
    for (Isochrone const& one : areas) {
        std::int64_t area = 0;
        for (IsochroneArea const& part : one.areas) area += area_m2(part);
        view_.bands.push_back({one.within_ms, area});
    }
    panel_.setView(view_);
}

/// For the card: what opens where somebody is sent away.
void ReachTool::askWhatOpens()
{
    auto const incident = parts_.hub.incident();
    auto const* row = incident ? parts_.hub.world().incidents.find(*incident) : nullptr;
    auto const on = roads();
    if (row == nullptr || !row->open() || on == nullptr || parts_.hub.readOnly()) return;
    bool const young = opens_for_ == incident && parts_.hub.now() - opens_at_ < keeps_opens;
    if (young || opens_work_.isBusy() || shows_ == Shows::coverage) return;
    opens_for_ = incident;
    opens_at_ = parts_.hub.now();
    opens_work_.ask([this, on, units = free_units(parts_.hub.world(), *on), bands = limits({})]() -> NewestWork::Tell {
        auto answer = std::make_shared<CoverageAnswer const>(find_coverage(on, units, bands, false));
        return [this, on, answer = std::move(answer)] { takeWhatOpens(answer, on); };
    });
}

void ReachTool::takeWhatOpens(std::shared_ptr<CoverageAnswer const> answer, std::shared_ptr<Roads const> on)
{
    opens_ = std::move(answer);
    opens_on_ = std::move(on);
    std::map<UnitId, QString> notes;
    for (auto const& [unit, hole] : opens_->opens)
        notes[unit] = tr("opens a hole of %1").arg(distanceText(hole.length_mm));
    parts_.hub.setHoleNotes(std::move(notes));
    showWhatOpens();
}

/// Of the marked row of who may be sent, as long as it may be.
void ReachTool::showWhatOpens()
{
    auto const incident = parts_.hub.incident();
    auto const* row = incident ? parts_.hub.world().incidents.find(*incident) : nullptr;
    auto const unit = parts_.hub.unit();
    ReachPicture picture;
    if (row != nullptr && row->open() && unit && opens_ != nullptr)
        if (auto const hole = opens_->opens.find(*unit); hole != opens_->opens.end()) {
            for (StreetNumber const street : hole->second.streets)
                picture.late.push_back(opens_on_->graph().line(2 * street));
            picture.notes.push_back({hole->second.middle, parts_.hub.holeNote(*unit)});
        }
    if (picture.late.empty() && opened_layer_.picture().late.empty()) return;
    opened_layer_.setPicture(std::move(picture));
    parts_.map.canvas().layersChanged();
}

void ReachTool::everySecond()
{
    askWhatOpens();
    if (shows_ == Shows::nothing || work_.isBusy() || parts_.hub.now() - made_at_ < keeps) return;
    if (shows_ == Shows::reach && !asked_.unit) return;  // places do not move
    ask();
}

void ReachTool::off()
{
    shows_ = Shows::nothing;
    work_.cancel();
    view_ = {};
    panel_.setView(view_);
    layer_.setPicture({});
    parts_.map.canvas().layersChanged();
}

}  // namespace cresset::app
