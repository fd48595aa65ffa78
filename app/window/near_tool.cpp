#include "app/window/near_tool.h"

#include "app/room.h"
#include "app/window/bring_into_view.h"
#include "widgets/command_bar.h"
#include "widgets/cordon_layer.h"
#include "widgets/map_view.h"
#include "widgets/words.h"

#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr char const* panel_name = "near";
constexpr std::size_t city_things = 60;  // of the gazetteer, the nearest
constexpr std::size_t marked = 40;       // on the map
constexpr std::size_t named = 4;         // in a sentence

}  // namespace

NearTool::NearTool(ToolParts parts) : DeskTool{std::move(parts)}, panel_{parts_.hub}
{
    parts_.map.addOverlay(&layer_, false);
    connect(&panel_, &NearPanel::lookWanted, this, [this](Place place) { parts_.map.lookAt(place); });
    connect(&panel_, &NearPanel::kindsChosen, this, [this](std::vector<NearKind> const& kinds) {
        if (!question_) return;
        question_->kinds = kinds;
        refresh();
    });
    connect(&panel_, &NearPanel::left, this, [this] {
        question_.reset();
        layer_.clear();
        parts_.map.canvas().layersChanged();
    });
    connect(&parts_.command, &CommandBar::nearRequested, this, &NearTool::look);
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (question_ && question_->around && changes.incidents.contains(*question_->around)) correct();
    });
}

NearTool::~NearTool()
{
    parts_.map.removeOverlay(&layer_);
}

std::vector<ToolPanel> NearTool::panels()
{
    return {{panel_name, &panel_, [] { return tr("Near"); }}};
}

void NearTool::look(LookNear const& wanted)
{
    auto const* incident = parts_.hub.world().incidents.find(wanted.incident);
    if (incident == nullptr) return;
    if (wanted.within && parts_.room.guide() == nullptr)
        return parts_.hub.say(tr("this city has no roads: ask by distance, near 800m"), false);
    question_ = NearQuestion{incident->place, wanted.radius_m, wanted.within, wanted.kinds, wanted.incident};
    around_.clear();
    begin();
}

void NearTool::lookAround(Place place, QString const& name)
{
    question_ = NearQuestion{place, LookNear{}.radius_m, {}, {}, {}};
    around_ = name;
    begin();
}

void NearTool::begin()
{
    panel_.setKinds(question_->kinds);
    things_ = find();
    show({});
    parts_.show(panel_name);
    lookAtIt();
    parts_.hub.say(tr("%1 found: %2").arg(things_.size()).arg(titleText()));
}

/// Once after somebody asked: the map shows all of the ring, or all that was found in time.
void NearTool::lookAtIt()
{
    Bounds bounds;
    bounds.add(question_->at);
    if (question_->within)
        for (NearThing const& one : things_) bounds.add(one.place);
    else
        for (Place const place : circleLine(question_->at, static_cast<std::uint32_t>(question_->radius_m * 1000)))
            bounds.add(place);
    bringIntoView(parts_.map, bounds);
}

std::vector<NearThing> NearTool::cityThings() const
{
    std::vector<NearThing> found;
    auto const& pack = parts_.room.pack();
    if (!pack || !pack->info().has_gazetteer) return found;
    for (NearKind const kind : {NearKind::hospital, NearKind::school}) {
        if (!question_->wants(kind)) continue;
        maps::NearOptions options;
        options.radius_mm = std::min<std::int64_t>(farthest_m(*question_), 50'000) * 1000;
        options.kinds = {std::string{word_of(kind)}};
        options.limit = city_things;
        for (maps::Hit const& hit : pack->near(question_->at, options))
            found.push_back(
                {kind,
                 0,
                 hit.place,
                 {hit.name_en.empty() ? hit.name : hit.name_en, hit.name_zh.empty() ? hit.name : hit.name_zh},
                 0,
                 {}});
    }
    return found;
}

std::vector<NearThing> NearTool::find() const
{
    auto const* guide = parts_.room.guide();
    auto const roads = guide != nullptr ? guide->roads_with(parts_.hub.world().closures) : nullptr;
    return find_near(parts_.hub.world(), roads.get(), cityThings(), *question_);
}

void NearTool::refresh()
{
    if (!question_) return;
    things_ = find();
    show(changed_);
}

void NearTool::everySecond()
{
    refresh();
}

/// The place was corrected: all of it anew, and what is different now.
void NearTool::correct()
{
    auto const* incident = parts_.hub.world().incidents.find(*question_->around);
    if (incident == nullptr || incident->place == question_->at) return;
    question_->at = incident->place;
    auto const before = std::exchange(things_, find());
    QString const changed = changeText(change_of(before, things_));
    show(changed);
    if (!changed.isEmpty()) parts_.hub.say(changed);
}

QString NearTool::changeText(NearChange const& change) const
{
    auto const names = [&](std::vector<NearThing> const& things) {
        QStringList list;
        for (NearThing const& one : things) {
            if (static_cast<std::size_t>(list.size()) == named) {
                list << QStringLiteral("…");
                break;
            }
            list << (parts_.hub.name(one.name).isEmpty() ? nearKindText(one.kind) : parts_.hub.name(one.name));
        }
        return list.join(QStringLiteral(", "));
    };
    QStringList parts;
    if (!change.came.empty()) parts << tr("%1 near now: %2").arg(change.came.size()).arg(names(change.came));
    if (!change.went.empty()) parts << tr("%1 no longer: %2").arg(change.went.size()).arg(names(change.went));
    return parts.isEmpty() ? QString{} : tr("the place was corrected · %1").arg(parts.join(QStringLiteral(" · ")));
}

QString NearTool::titleText() const
{
    auto const* incident = question_->around ? parts_.hub.world().incidents.find(*question_->around) : nullptr;
    QString const where = incident != nullptr ? QStringLiteral("#%1").arg(incident->number) : around_;
    if (question_->within) return tr("within %1 min of %2").arg(question_->within->count() / 60'000).arg(where);
    return tr("within %1 m of %2").arg(question_->radius_m).arg(where);
}

void NearTool::show(QString const& changed)
{
    changed_ = changed;
    panel_.setThings(titleText(), changed, things_);
    PreviewMark mark;
    if (!question_->within)
        mark.lines.push_back(circleLine(question_->at, static_cast<std::uint32_t>(question_->radius_m * 1000)));
    for (std::size_t i = 0; i < std::min(marked, things_.size()); ++i) {
        NearThing const& one = things_[i];
        bool const has_mark = one.id != 0 && one.kind != NearKind::hazard;  // drawn by the layer of its own
        if (has_mark) continue;
        mark.points.push_back(one.place);
        mark.names.emplace_back(one.place, parts_.hub.name(one.name));
    }
    layer_.setMark(std::move(mark));
    parts_.map.canvas().layersChanged();
}

}  // namespace cresset::app
