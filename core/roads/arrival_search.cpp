#include "core/roads/arrival_search.h"

#include "core/base/check.h"

#include <algorithm>
#include <tuple>

namespace cresset {
namespace {

// In a label's "before" (here: the state after): the target lies on the next arc, in the position's own direction or in
// the other. Above all states.
constexpr StateNumber into_target = no_number - 2;

/// What the hierarchy takes, in states of the net that are searched in that time: units share what is above them, many
/// units more of it.
constexpr std::size_t looks_of_hierarchy(std::size_t comers)
{
    return 1'500 + std::min(15 * comers, 10'000 + 3 * comers);
}

}  // namespace

ArrivalSearch::ArrivalSearch(std::shared_ptr<RoadNet const> net, std::shared_ptr<RoadHierarchy const> hierarchy)
{
    use(std::move(net), std::move(hierarchy));
    first_stand_.assign(net_->graph().arc_count(), no_number);
}

void ArrivalSearch::use(std::shared_ptr<RoadNet const> net, std::shared_ptr<RoadHierarchy const> hierarchy)
{
    CRESSET_CHECK(net != nullptr && net->state_count() < into_target);
    CRESSET_CHECK(net_ == nullptr || (&net->graph() == &net_->graph() && net->mode() == net_->mode()));
    net_ = std::move(net);
    if (hierarchy == nullptr) {
        hierarchy_.reset();
        return;
    }
    CRESSET_CHECK(&hierarchy->net().graph() == &net_->graph() && hierarchy->net().mode() == net_->mode());
    if (hierarchy_)
        hierarchy_->use(std::move(hierarchy));
    else
        hierarchy_.emplace(std::move(hierarchy));
}

/// The quicker; of equally quick ones straight ahead, then whose end is nearer to the target, then the lower state.
void ArrivalSearch::offer(std::uint32_t who, Best const& best)
{
    auto const key = [](Best const& a) { return std::tuple{a.eta_ms, a.state != no_number, a.state_ms, a.state}; };
    Best& known = best_[who];
    if (key(best) >= key(known)) return;
    if (counts_[who] && known.eta_ms == never_ms) counting_.push_back(who);
    known = best;
}

/// The arcs at whose end someone can be first: the arc, and what is left of it.
template <typename Visit>
void ArrivalSearch::for_arcs_of(Comer const& comer, Visit visit) const
{
    RoadPosition const& at = comer.at;
    std::uint32_t const length = net_->graph().length_mm(at.arc);
    if (net_->allows(at.arc)) visit(at.arc, length - at.offset_mm, net_->rest_ms(at.arc, at.offset_mm));
    ArcNumber const back = twin(at.arc);
    if (at.both_ways && net_->allows(back)) visit(back, at.offset_mm, net_->rest_ms(back, length - at.offset_mm));
}

/// From the ends of arcs before the target's arc, the turn and the part of the arc up to the target remain.
template <typename Enter>
void ArrivalSearch::enter_target(RoadPosition const& at, Enter enter) const
{
    if (!net_->allows(at.arc)) return;
    std::uint32_t const rest = net_->rest_ms(at.arc, at.offset_mm);
    auto const steps = [&](StateNumber goal) {
        for (auto const& [state, cost_ms] : net_->in(goal)) enter(state, cost_ms - rest);
    };
    steps(at.arc);
    for (StateNumber const goal : net_->extra_states_of(at.arc)) steps(goal);
}

void ArrivalSearch::consider_straight(RoadPosition const& at, RoadPosition const& target, std::uint32_t who)
{
    if (at.arc != target.arc || at.offset_mm > target.offset_mm || !net_->allows(at.arc)) return;
    std::uint32_t const eta = net_->rest_ms(at.arc, at.offset_mm) - net_->rest_ms(target.arc, target.offset_mm);
    offer(who, {eta, no_number, 0, target.offset_mm - at.offset_mm});
}

void ArrivalSearch::settle(StateNumber state, std::uint32_t cost_ms)
{
    // Nobody stands with a memory of how he came: extra states are passed through only.
    if (state >= first_stand_.size()) return;
    for (std::uint32_t i = first_stand_[state]; i != no_number; i = stands_[i].next) {
        Stand const& stand = stands_[i];
        offer(stand.who, {cost_ms + stand.rest_ms, state, cost_ms, stand.rest_mm});
    }
}

/// Beyond this nothing new can be among the quickest; never_ms while too few are known.
std::uint32_t ArrivalSearch::limit_ms(std::size_t enough)
{
    if (counting_.size() < enough) return never_ms;
    auto const nth = counting_.begin() + static_cast<std::ptrdiff_t>(enough - 1);
    std::nth_element(counting_.begin(), nth, counting_.end(),
                     [&](auto a, auto b) { return best_[a].eta_ms < best_[b].eta_ms; });
    return best_[*nth].eta_ms;
}

void ArrivalSearch::take(std::span<Comer const> comers)
{
    counting_.clear();
    best_.assign(comers.size(), Best{});
    counts_.resize(comers.size());
    who_count_ = 0;
    for (std::uint32_t who = 0; who < comers.size(); ++who) {
        RoadPosition const& at = comers[who].at;
        CRESSET_CHECK(at.arc < net_->graph().arc_count());
        counts_[who] = comers[who].counts ? 1 : 0;
        who_count_ += counts_[who];
        if (street_of(at.arc) != street_of(target_.arc)) continue;
        auto const at_back = seen_back(net_->graph(), at);
        consider_straight(at, target_, who);
        if (at.both_ways) consider_straight(at_back, target_, who);
        if (target_.both_ways) consider_straight(at, target_back_, who);
        if (at.both_ways && target_.both_ways) consider_straight(at_back, target_back_, who);
    }
}

/// Puts everybody where the search of the net will come by.
void ArrivalSearch::stand(std::span<Comer const> comers)
{
    for (Stand const& stand : stands_) first_stand_[stand.arc] = no_number;
    stands_.clear();
    for (std::uint32_t who = 0; who < comers.size(); ++who)
        for_arcs_of(comers[who], [&](ArcNumber arc, std::uint32_t rest_mm, std::uint32_t rest_ms) {
            stands_.push_back({who, first_stand_[arc], arc, rest_ms, rest_mm});
            first_stand_[arc] = static_cast<std::uint32_t>(stands_.size() - 1);
        });
}

/// How far to search before the hierarchy is asked: not at all where it is clear that it is quicker.
std::size_t ArrivalSearch::most_looks(std::size_t enough) const
{
    if (!hierarchy_) return SIZE_MAX;
    std::size_t const most = looks_of_hierarchy(best_.size());
    std::size_t const all = net_->state_count();
    std::size_t const likely = enough < who_count_ ? all / who_count_ * enough : all;
    return likely > most ? 0 : most;
}

/// False if so many looks did not do.
bool ArrivalSearch::search_net(std::span<Comer const> comers, std::size_t enough, std::size_t most)
{
    stand(comers);
    labels_.start(net_->state_count());
    auto const enter = [&](StateNumber mark) {
        return [&, mark](StateNumber state, std::uint32_t ms) { labels_.improve(state, ms, mark, 0); };
    };
    enter_target(target_, enter(into_target));
    if (target_.both_ways) enter_target(target_back_, enter(into_target + 1));
    std::size_t known = SIZE_MAX;
    std::uint32_t limit = never_ms;
    while (!labels_.empty()) {
        auto const [key, state] = labels_.pop();
        if (counting_.size() != known) known = counting_.size(), limit = limit_ms(enough);
        if (key > limit) break;
        if (!labels_.close(state)) continue;
        if (looked_at_ == most) return false;
        ++looked_at_;
        settle(state, static_cast<std::uint32_t>(key));
        for (auto const& [before, cost_ms] : net_->in(state)) labels_.improve(before, key + cost_ms, state, 0);
    }
    return true;
}

void ArrivalSearch::ask_hierarchy(std::span<Comer const> comers)
{
    goals_.clear();
    auto const enter = [&](StateNumber state, std::uint32_t ms) { goals_.push_back({state, ms}); };
    enter_target(target_, enter);
    if (target_.both_ways) enter_target(target_back_, enter);
    hierarchy_->start(goals_);
    arcs_.clear();
    for (Comer const& comer : comers) {
        arcs_.push_back(comer.at.arc);
        if (comer.at.both_ways) arcs_.push_back(twin(comer.at.arc));
    }
    hierarchy_->look_at(arcs_);
    looked_at_ += hierarchy_->looked_at();
    for (std::uint32_t who = 0; who < comers.size(); ++who)
        for_arcs_of(comers[who], [&](ArcNumber arc, std::uint32_t rest_mm, std::uint32_t rest_ms) {
            std::uint32_t const ms = hierarchy_->ms_from(arc);
            if (ms < never_ms) offer(who, {ms + rest_ms, arc, ms, rest_mm});
        });
}

std::vector<Arrival> ArrivalSearch::arrivals(RoadPosition const& target, std::span<Comer const> comers,
                                             std::size_t enough)
{
    CRESSET_CHECK(target.arc < net_->graph().arc_count());
    target_ = target;
    target_back_ = seen_back(net_->graph(), target);
    looked_at_ = 0;
    take(comers);
    if (enough == 0) return {};
    std::size_t const most = most_looks(enough);
    by_hierarchy_ = most == 0 || !search_net(comers, enough, most);
    if (by_hierarchy_) ask_hierarchy(comers);
    std::uint32_t const limit = limit_ms(enough);
    std::vector<Arrival> out;
    for (std::uint32_t who = 0; who < comers.size(); ++who)
        if (best_[who].eta_ms < never_ms && best_[who].eta_ms <= limit) out.push_back({who, best_[who].eta_ms});
    std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
        return std::pair{a.eta_ms, a.who} < std::pair{b.eta_ms, b.who};
    });
    return out;
}

/// As the labels of the search would have it: the lowest of those that are on a quickest way.
StateNumber ArrivalSearch::next_on_way(StateNumber state)
{
    if (!by_hierarchy_) return labels_.before(state);
    std::uint32_t const ms = hierarchy_->ms_from(state);
    for (auto const& [next, cost_ms] : net_->out(state))
        if (std::uint64_t{hierarchy_->ms_from(next)} + cost_ms == ms) return next;
    StateNumber mark = into_target + 1;
    enter_target(target_, [&](StateNumber before, std::uint32_t rest_ms) {
        if (before == state && rest_ms == ms) mark = into_target;
    });
    return mark;
}

std::int64_t ArrivalSearch::distance_mm(std::uint32_t who)
{
    CRESSET_CHECK(who < best_.size() && best_[who].eta_ms < never_ms);
    std::int64_t sum = best_[who].rest_mm;
    if (best_[who].state == no_number) return sum;
    StateNumber state = next_on_way(best_[who].state);
    for (; state < into_target; state = next_on_way(state)) sum += net_->graph().length_mm(net_->arc_of(state));
    return sum + (state == into_target ? target_ : target_back_).offset_mm;
}

}  // namespace cresset
