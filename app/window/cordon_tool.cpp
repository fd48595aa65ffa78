#include "app/window/cordon_tool.h"

#include "app/room.h"
#include "widgets/command_bar.h"
#include "widgets/map_view.h"
#include "widgets/words.h"

#include <algorithm>
#include <utility>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr Duration plan_lives{5'000};  // then where everybody is has changed
constexpr std::size_t leaks_drawn = 8;
constexpr char const* panel_name = "cordon";

QString nameOf(StreetName const& name, bool chinese)
{
    std::string const& text =
        chinese ? (name.name_zh.empty() ? name.name : name.name_zh) : (name.name_en.empty() ? name.name : name.name_en);
    return QString::fromStdString(text);
}

QString pointLabel(std::size_t number, QString const& call_sign, std::int64_t margin_ms)
{
    return QStringLiteral("%1 %2 %3%4")
        .arg(number + 1)
        .arg(call_sign, margin_ms < 0 ? QStringLiteral("−") : QStringLiteral("+"), etaText(std::abs(margin_ms)));
}

}  // namespace

/// Keeps what it knows of the roads between orders.
struct CordonTool::Finder {
    std::shared_ptr<Roads const> roads;
    std::optional<CordonPlanner> planner;

    /// `standing`: a cordon that shall follow, with the fewest changes of orders.
    Result<CordonPlan> find(std::shared_ptr<Roads const> const& on, CordonOrder const& order,
                            std::optional<Cordon> const& standing)
    {
        if (roads != on) roads = on, planner.emplace(on);
        if (!standing) return planner->plan(order);
        std::optional<CordonPlan> best;
        Problem problem;
        for (CordonOrder const& one : following_orders(order, *standing)) {
            auto plan = planner->plan(one);
            if (!plan)
                problem = Problem{plan.problem()};
            else if (!best || is_better(*plan, *best, &*standing))
                best = *std::move(plan);
        }
        if (!best) return problem;
        return *std::move(best);
    }
};

CordonTool::CordonTool(ToolParts parts) : DeskTool{std::move(parts)}, finder_{std::make_shared<Finder>()}
{
    parts_.map.addOverlay(&layer_, false);
    connectPanel();
    connect(&parts_.map, &MapView::handleDropped, this, &CordonTool::drop);
    connect(&parts_.map, &MapView::handlePulled, this, [this](MarkKey mark, Place place) {
        if (auto const post = CordonLayer::postOf(mark)) layer_.setPulled(post, place);
    });
    connect(&parts_.map, &MapView::groundClicked, this, [this](MarkKey mark) {
        if (auto const post = CordonLayer::postOf(mark)) panel_.choosePost(*post);
    });
    connect(&parts_.hub, &DeskHub::selectionChanged, this, [this] {
        if (!wish_) refresh();
    });
    connect(&parts_.hub, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.cordons || !changes.incidents.empty()) follow(), refresh();
    });
}

CordonTool::~CordonTool()
{
    parts_.map.removeOverlay(&layer_);
}

std::vector<ToolPanel> CordonTool::panels()
{
    return {{panel_name, &panel_, [] { return tr("Cordon"); }}};
}

void CordonTool::connectPanel()
{
    connect(&panel_, &CordonPanel::setWanted, this, &CordonTool::set);
    connect(&panel_, &CordonPanel::left, this, &CordonTool::end);
    connect(&panel_, &CordonPanel::planWanted, this, [this] {
        if (auto const incident = shown()) begin({*incident});
    });
    connect(&panel_, &CordonPanel::liftWanted, this, [this] {
        if (auto const incident = shown()) parts_.hub.act(LiftCordon{*incident});
    });
    connect(&panel_, &CordonPanel::modeChosen, this,
            [this](Mode mode) { change([&](CordonWish& wish) { wish.mode = mode; }); });
    connect(&panel_, &CordonPanel::radiusChosen, this,
            [this](std::uint32_t metres) { change([&](CordonWish& wish) { wish.radius_m = metres; }); });
    connect(&panel_, &CordonPanel::openPointsChosen, this,
            [this](std::uint32_t most) { change([&](CordonWish& wish) { wish.open_points = most; }); });
    connect(&panel_, &CordonPanel::leaveOut, this,
            [this](UnitId unit) { change([&](CordonWish& wish) { wish.left_out.insert(unit); }); });
    connect(&panel_, &CordonPanel::takeAllAgain, this,
            [this] { change([](CordonWish& wish) { wish.left_out.clear(), wish.forced.clear(); }); });
    connect(&panel_, &CordonPanel::lookWanted, this, &CordonTool::look);
    connect(&panel_, &CordonPanel::postToggled, this, [this](std::size_t post) {
        auto const incident = shown();
        auto const id = incident ? cordon_of(parts_.hub.world(), *incident) : std::nullopt;
        if (!id || wish_ || !parts_.hub.mayAct()) return;
        auto const& posts = parts_.hub.world().cordons.find(*id)->posts;
        if (post < posts.size()) parts_.hub.desk().close_post(*id, post, !posts[post].closed_at);
    });
}

bool CordonTool::take(Command const& command)
{
    auto const* wanted = std::get_if<PlanCordon>(&command);
    if (wanted != nullptr) begin(*wanted);
    return wanted != nullptr;
}

std::vector<ActionRow> CordonTool::rows()
{
    return {{QT_TRANSLATE_NOOP("Actions", "Act"), QT_TRANSLATE_NOOP("Actions", "Plan a cordon"),
             QKeySequence{QStringLiteral("Ctrl+Shift+B")}, [this] {
                 auto const incident = parts_.hub.incident();
                 if (!incident) return parts_.hub.say(tr("select an incident first"), false);
                 begin({*incident});
             }}};
}

void CordonTool::addTo(QMenu& menu, MarkKey mark, Place place)
{
    if (mark.kind == MarkKind::incident) {
        menu.addAction(tr("Plan a cordon"), this, [this, id = IncidentId::unpacked(mark.id)] { begin({id}); });
        return;
    }
    if (mark.kind == MarkKind::unit) return;
    auto const post = CordonLayer::postOf(mark);
    if (post && answer_ && *post < answer_->plan.posts.size())
        menu.addAction(tr("Leave %1 out").arg(callSigns({answer_->plan.posts[*post].unit})), this,
                       [this, unit = answer_->plan.posts[*post].unit] {
                           change([&](CordonWish& wish) { wish.left_out.insert(unit); });
                       });
    auto const incident = parts_.hub.incident();
    auto const* row = incident ? parts_.hub.world().incidents.find(*incident) : nullptr;
    if (row == nullptr || !row->open()) return;
    menu.addAction(tr("Suspect of #%1 seen here").arg(row->number), this, [this, id = *incident, place] {
        parts_.hub.act(SightSuspect{id, pointed_at(parts_.hub.places(), place), Duration{0}, {}});
    });
}

std::shared_ptr<Roads const> CordonTool::roads() const
{
    auto const* guide = parts_.room.guide();
    return guide != nullptr ? guide->roads_with(parts_.hub.world().closures) : nullptr;
}

Cordon const* CordonTool::standing(IncidentId incident) const
{
    auto const id = cordon_of(parts_.hub.world(), incident);
    return id ? parts_.hub.world().cordons.find(*id) : nullptr;
}

void CordonTool::begin(PlanCordon const& command)
{
    auto const* incident = parts_.hub.world().incidents.find(command.incident);
    if (incident == nullptr || !incident->open())
        return parts_.hub.say(tr("a cordon is planned around an open incident"), false);
    if (roads() == nullptr) return parts_.hub.say(tr("this city has no roads: a cordon needs them"), false);
    auto wish = usual_wish(parts_.hub.world(), command.incident, parts_.hub.desk().field_rules());
    if (command.mode) wish.mode = *command.mode;
    if (command.radius_m)
        wish.radius_m = static_cast<std::uint32_t>(std::clamp<std::int64_t>(*command.radius_m, 200, 20'000));
    if (parts_.hub.incident() != command.incident) parts_.hub.selectIncident(command.incident);
    wish_ = std::move(wish);
    answer_.reset();
    problem_.clear();
    plan();
    parts_.show(panel_name);
    panel_.setFocus();
    looks_ = true;
}

/// Where it was asked for, the map goes there once: to the points, and where he gets out.
void CordonTool::lookAtPlan()
{
    if (!std::exchange(looks_, false) || !answer_) return;
    Bounds bounds;
    bounds.add(answer_->order.seen);
    for (PlannedPost const& post : answer_->plan.posts) bounds.add(post.place);
    for (std::size_t i = 0; i < std::min(leaks_drawn, answer_->plan.leaks.size()); ++i)
        bounds.add(answer_->plan.leaks[i].place);
    parts_.map.canvas().fitTo(bounds);
}

/// What is there stays until the answer comes.
void CordonTool::plan()
{
    if (!wish_) return;
    Instant const now = parts_.hub.now();
    auto const* before = standing(wish_->incident);
    spoken_ = false;
    auto order = cordon_order(parts_.hub.world(), *wish_, now, parts_.hub.desk().field_rules());
    auto task = [this, finder = finder_, on = roads(), order = std::move(order), now,
                 standing = before != nullptr ? std::optional{*before} : std::nullopt]() -> NewestWork::Tell {
        auto plan = finder->find(on, order, standing);
        if (!plan) return [this, problem = plan.problem()] { take(nullptr, problemText(problem)); };
        auto answer = std::make_shared<Answer>(Answer{*std::move(plan), order, now, on});
        return [this, answer = std::move(answer)] { take(answer, {}); };
    };
    work_.ask(std::move(task));
    refresh();
}

void CordonTool::take(std::shared_ptr<Answer const> answer, QString const& problem)
{
    answer_ = std::move(answer);
    problem_ = problem;
    refresh();
    say();
    lookAtPlan();
}

void CordonTool::change(std::function<void(CordonWish&)> const& by)
{
    if (!wish_) return;
    auto const before = *wish_;
    by(*wish_);
    if (!(*wish_ == before)) plan();
}

void CordonTool::drop(MarkKey mark, Place place)
{
    auto const post = CordonLayer::postOf(mark);
    if (!post) return;
    layer_.setPulled({});
    if (!wish_ || !answer_ || *post >= answer_->plan.posts.size()) return;
    Place const from = answer_->plan.posts[*post].place;
    change([&](CordonWish& wish) {
        std::erase(wish.forced, from);
        wish.forced.push_back(place);
    });
}

void CordonTool::set()
{
    if (!wish_ || !answer_ || !parts_.hub.mayAct()) return;
    auto const id = cordon_of(parts_.hub.world(), wish_->incident);
    Cordon const row =
        cordon_row(answer_->plan, answer_->order, wish_->incident, answer_->planned_at, answer_->roads->graph());
    auto const ticket = parts_.hub.desk().set_cordon(row, id);
    if (ticket.refusal) return parts_.hub.say(refusalText(*ticket.refusal, parts_.hub), false);
    wish_.reset();
    answer_.reset();
    work_.cancel();
    parts_.hub.say(tr("cordon set: %1 units are sent; Ctrl+Z takes it back").arg(row.posts.size()));
    refresh();
}

/// Closed by hand: nothing was set, and nothing stays.
void CordonTool::end()
{
    if (!wish_) return;
    wish_.reset();
    answer_.reset();
    work_.cancel();
    refresh();
}

/// A suspect who was seen since his cordon was set, or elsewhere than was thought: the next one is planned, once for
/// each sighting. One that is being planned goes where he is.
void CordonTool::follow()
{
    if (wish_) return replanWhereSeen();
    if (parts_.hub.readOnly()) return;
    for (auto const& [id, cordon] : parts_.hub.world().cordons) {
        auto const* incident = parts_.hub.world().incidents.find(cordon.incident);
        if (incident == nullptr || !is_behind(cordon, *incident)) continue;
        LastSeen const seen = last_seen(*incident);
        if (std::exchange(followed_[cordon.incident], seen) == seen) continue;
        return begin({cordon.incident});
    }
}

void CordonTool::replanWhereSeen()
{
    auto const* incident = parts_.hub.world().incidents.find(wish_->incident);
    if (incident == nullptr || !answer_ || last_seen(*incident).place == answer_->order.seen || work_.isBusy()) return;
    parts_.hub.say(tr("he was last seen elsewhere: the cordon is planned anew"));
    looks_ = true;
    plan();
}

void CordonTool::everySecond()
{
    if (wish_ && parts_.hub.world().incidents.find(wish_->incident) == nullptr) end();
    bool const old = answer_ && parts_.hub.now() - answer_->planned_at >= plan_lives;
    if (wish_ && old && !work_.isBusy()) {
        plan();
        spoken_ = true;  // the same again, with everybody where they are by now
    } else if (wish_ || !parts_.hub.world().cordons.empty()) {
        refresh();
    }
}

std::optional<IncidentId> CordonTool::shown() const
{
    if (wish_) return wish_->incident;
    auto const incident = parts_.hub.incident();
    if (incident && standing(*incident) != nullptr) return incident;
    return {};
}

void CordonTool::refresh()
{
    auto const incident = shown();
    panel_.setView(incident ? viewOf(*incident) : CordonView{});
    std::vector<CordonPicture> pictures;
    for (auto const& [id, cordon] : parts_.hub.world().cordons)
        if (!wish_ || cordon.incident != wish_->incident) pictures.push_back(pictureOf(cordon));
    if (wish_ && answer_) pictures.push_back(pictureOfPlan());
    layer_.setPictures(std::move(pictures));
    parts_.map.canvas().layersChanged();
}

void CordonTool::say()
{
    if (std::exchange(spoken_, true)) return;
    if (!problem_.isEmpty()) return parts_.hub.say(problem_, false);
    CordonPlan const& plan = answer_->plan;
    QString const points = tr("%1 points").arg(plan.posts.size());
    if (plan.sealed) return parts_.hub.say(tr("sealed by %1: Enter sets it, Esc leaves it").arg(points));
    parts_.hub.say(tr("not sealed by %1: Enter sets it, Esc leaves it").arg(points), false);
}

void CordonTool::look(std::size_t row, bool leak)
{
    auto const incident = shown();
    if (!incident) return;
    auto const* cordon = standing(*incident);
    if (wish_ && answer_) {
        auto const& plan = answer_->plan;
        if (leak ? row < plan.leaks.size() : row < plan.posts.size())
            parts_.map.lookAt(leak ? plan.leaks[row].place : plan.posts[row].place);
    } else if (cordon != nullptr && (leak ? row < cordon->leaks.size() : row < cordon->posts.size())) {
        parts_.map.lookAt(leak ? cordon->leaks[row].place : cordon->posts[row].place);
    }
}

QString CordonTool::callSigns(std::vector<UnitId> const& units) const
{
    constexpr std::size_t most = 8;
    QStringList names;
    for (UnitId const unit : units) {
        if (static_cast<std::size_t>(names.size()) == most) return names.join(QLatin1Char(' ')) + QStringLiteral(" …");
        names << QString::fromStdString(call_sign(parts_.hub.world(), unit));
    }
    return names.join(QLatin1Char(' '));
}

QString CordonTool::thumbText(CordonPlan const& plan) const
{
    if (plan.sealed || plan.grids.empty()) return {};
    QStringList grids;
    for (auto const& grid : plan.grids)
        if (auto const* row = parts_.hub.world().grids.find(grid.id)) grids << QString::fromStdString(row->code);
    return tr("by the rule of thumb: grids %1; %2").arg(grids.join(QLatin1Char(' ')), callSigns(plan.officers));
}

CordonView CordonTool::viewOf(IncidentId incident) const
{
    CordonView view;
    auto const* row = parts_.hub.world().incidents.find(incident);
    if (row == nullptr) return view;
    view.title = QStringLiteral("#%1 %2").arg(row->number).arg(typeText(row->type, parts_.hub));
    auto const seen = last_seen(*row);
    view.seen = tr("suspect seen %1, %2 ago").arg(parts_.hub.clock(seen.at), ageText(parts_.hub.now() - seen.at));
    auto const* cordon = standing(incident);
    view.planned = wish_.has_value();
    if (wish_)
        addPlan(view);
    else if (cordon != nullptr)
        addStanding(view, *cordon);
    return view;
}

void CordonTool::addPlan(CordonView& view) const
{
    view.busy = work_.isBusy();
    view.problem = problem_;
    view.mode = wish_->mode;
    view.radius_m = wish_->radius_m;
    view.open_points = wish_->open_points;
    view.left_out = callSigns({wish_->left_out.begin(), wish_->left_out.end()});
    if (!answer_) return;
    CordonPlan const& plan = answer_->plan;
    auto const names = answer_->roads->graph().names();
    bool const chinese = parts_.hub.chinese();
    view.sealed = plan.sealed;
    view.ends_at_map = plan.ends_at_map;
    view.exits = static_cast<std::uint32_t>(plan.exits);
    view.exits_closed = static_cast<std::uint32_t>(plan.exits_closed);
    for (PlannedPost const& post : plan.posts)
        view.posts.push_back({post.unit, nameOf(names[post.street], chinese), callSigns({post.unit}), post.eta_ms,
                              post.suspect_ms, false});
    for (PlannedLeak const& leak : plan.leaks)
        view.leaks.push_back({nameOf(names[leak.street], chinese), leak.first_ms, leak.place});
    view.chasers = callSigns(plan.chasers);
    view.thumb = thumbText(plan);
}

void CordonTool::addStanding(CordonView& view, Cordon const& cordon) const
{
    Duration const since = parts_.hub.now() - cordon.set_at;
    view.mode = cordon.mode;
    view.radius_m = cordon.radius_mm / 1000;
    view.sealed = cordon.sealed;
    view.exits = cordon.exits;
    view.exits_closed = cordon.exits_closed;
    view.closed_percent = cordon.closed_percent();
    auto const* incident = parts_.hub.world().incidents.find(cordon.incident);
    view.moved_on = incident != nullptr && is_behind(cordon, *incident);
    for (CordonPost const& post : cordon.posts)
        view.posts.push_back({post.unit, parts_.hub.name(post.street), callSigns({post.unit}),
                              std::max<std::int64_t>(0, post.eta_ms - since.count()), post.suspect_ms - since.count(),
                              post.closed_at.has_value()});
    for (CordonLeak const& leak : cordon.leaks)
        view.leaks.push_back({parts_.hub.name(leak.street), leak.first_ms - since.count(), leak.place});
    view.chasers = callSigns(cordon.chasers);
}

CordonPicture CordonTool::pictureOfPlan() const
{
    CordonPicture picture;
    picture.planned = true;
    picture.seen = answer_->order.seen;
    picture.radius_mm = answer_->order.ring.radius_mm;
    CordonPlan const& plan = answer_->plan;
    for (std::size_t i = 0; i < plan.posts.size(); ++i)
        picture.posts.push_back(
            {plan.posts[i].place, pointLabel(i, callSigns({plan.posts[i].unit}), plan.posts[i].margin_ms), false});
    for (std::size_t i = 0; i < std::min(leaks_drawn, plan.leaks.size()); ++i)
        picture.leaks.push_back({plan.leaks[i].place, etaText(std::max<std::int64_t>(0, plan.leaks[i].first_ms))});
    if (plan.area == nullptr) return picture;
    Duration const since = parts_.hub.now() - answer_->planned_at + Duration{answer_->order.since_seen_ms};
    auto const at_ms = static_cast<std::uint32_t>(std::clamp<std::int64_t>(since.count(), 0, 86'400'000));
    for (EscapeStretch const& stretch : plan.area->stretches()) {
        if (stretch.enter_ms >= at_ms) break;  // they stand by the time of entering
        if (Line line = drawn_at(plan.area->graph(), stretch, at_ms); line.size() > 1)
            picture.run.push_back(std::move(line));
    }
    return picture;
}

CordonPicture CordonTool::pictureOf(Cordon const& cordon) const
{
    CordonPicture picture;
    picture.seen = cordon.seen;
    picture.radius_mm = cordon.radius_mm;
    for (std::size_t i = 0; i < cordon.posts.size(); ++i) {
        auto const& post = cordon.posts[i];
        QString const label = post.closed_at ? QStringLiteral("%1 %2").arg(i + 1).arg(callSigns({post.unit}))
                                             : pointLabel(i, callSigns({post.unit}), post.margin_ms());
        picture.posts.push_back({post.place, label, post.closed_at.has_value()});
    }
    for (std::size_t i = 0; i < std::min(leaks_drawn, cordon.leaks.size()); ++i)
        picture.leaks.push_back({cordon.leaks[i].place, parts_.hub.name(cordon.leaks[i].street)});
    return picture;
}

}  // namespace cresset::app
