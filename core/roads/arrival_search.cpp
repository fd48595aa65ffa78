#include "core/roads/arrival_search.h"

#include "core/base/check.h"

#include <algorithm>

namespace cresset {
namespace {

// In a label's "before" (here: the state after): the target lies on the next arc, in the position's own direction or in
// the other. Above all states.
constexpr StateNumber into_target = no_number - 2;

}  // namespace

ArrivalSearch::ArrivalSearch(std::shared_ptr<RoadNet const> net) : net_{std::move(net)}
{
    CRESSET_CHECK(net_ != nullptr && net_->state_count() < into_target);
    first_stand_.assign(net_->graph().arc_count(), no_number);
}

void ArrivalSearch::offer(std::uint32_t who, Best const& best)
{
    Best& known = best_[who];
    if (best.eta_ms >= known.eta_ms) return;
    known = best;
}

void ArrivalSearch::stand(std::uint32_t who, RoadPosition const& at)
{
    if (!net_->allows(at.arc)) return;
    if (first_stand_[at.arc] == no_number) used_arcs_.push_back(at.arc);
    stands_.push_back({who, first_stand_[at.arc], net_->rest_ms(at.arc, at.offset_mm),
                       net_->graph().length_mm(at.arc) - at.offset_mm});
    first_stand_[at.arc] = static_cast<std::uint32_t>(stands_.size() - 1);
}

/// From the ends of arcs before the target's arc, the turn and the part of the arc up to the target remain.
void ArrivalSearch::enter_target(RoadPosition const& at)
{
    if (!net_->allows(at.arc)) return;
    std::uint32_t const rest = net_->rest_ms(at.arc, at.offset_mm);
    StateNumber const mark = into_target + (at.arc == target_.arc ? 0 : 1);
    auto const enter = [&](StateNumber goal) {
        for (auto const& [state, cost_ms] : net_->in(goal)) labels_.improve(state, cost_ms - rest, mark, 0);
    };
    enter(at.arc);
    for (StateNumber const goal : net_->extra_states_of(at.arc)) enter(goal);
}

void ArrivalSearch::consider_straight(RoadPosition const& at, RoadPosition const& target, std::uint32_t who)
{
    if (at.arc != target.arc || at.offset_mm > target.offset_mm || !net_->allows(at.arc)) return;
    std::uint32_t const eta = net_->rest_ms(at.arc, at.offset_mm) - net_->rest_ms(target.arc, target.offset_mm);
    offer(who, {eta, no_number, target.offset_mm - at.offset_mm});
}

void ArrivalSearch::settle(StateNumber state, std::uint32_t cost_ms)
{
    // Nobody stands with a memory of how he came: extra states are passed through only.
    if (state >= first_stand_.size()) return;
    for (std::uint32_t i = first_stand_[state]; i != no_number; i = stands_[i].next) {
        Stand const& stand = stands_[i];
        std::uint32_t const before = best_[stand.who].eta_ms;
        offer(stand.who, {cost_ms + stand.rest_ms, state, stand.rest_mm});
        if (counts_[stand.who] && before == never_ms) counting_.push_back(stand.who);
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

std::int64_t ArrivalSearch::distance_from(Best const& best) const
{
    std::int64_t sum = best.rest_mm;
    if (best.state == no_number) return sum;
    StateNumber state = labels_.before(best.state);
    for (; state < into_target; state = labels_.before(state)) sum += net_->graph().length_mm(net_->arc_of(state));
    std::uint32_t const length = net_->graph().length_mm(target_.arc);
    return sum + (state == into_target ? target_.offset_mm : length - target_.offset_mm);
}

std::vector<Arrival> ArrivalSearch::arrivals(RoadPosition const& target, std::span<Comer const> comers,
                                             std::size_t enough)
{
    RoadGraph const& graph = net_->graph();
    CRESSET_CHECK(target.arc < graph.arc_count());
    target_ = target;
    auto const target_back = seen_back(graph, target);
    labels_.start(net_->state_count());
    stands_.clear();
    counting_.clear();
    best_.assign(comers.size(), Best{});
    counts_.resize(comers.size());
    looked_at_ = 0;
    for (std::uint32_t who = 0; who < comers.size(); ++who) {
        RoadPosition const& at = comers[who].at;
        CRESSET_CHECK(at.arc < graph.arc_count());
        counts_[who] = comers[who].counts ? 1 : 0;
        auto const at_back = seen_back(graph, at);
        stand(who, at);
        if (at.both_ways) stand(who, at_back);
        consider_straight(at, target, who);
        if (at.both_ways) consider_straight(at_back, target, who);
        if (target.both_ways) consider_straight(at, target_back, who);
        if (at.both_ways && target.both_ways) consider_straight(at_back, target_back, who);
        if (counts_[who] && best_[who].eta_ms != never_ms) counting_.push_back(who);
    }
    enter_target(target);
    if (target.both_ways) enter_target(target_back);

    std::size_t known = SIZE_MAX;
    std::uint32_t limit = never_ms;
    while (enough > 0 && !labels_.empty()) {
        auto const [key, state] = labels_.pop();
        if (counting_.size() != known) known = counting_.size(), limit = limit_ms(enough);
        if (key > limit) break;
        if (!labels_.close(state)) continue;
        ++looked_at_;
        settle(state, static_cast<std::uint32_t>(key));
        for (auto const& [before, cost_ms] : net_->in(state)) labels_.improve(before, key + cost_ms, state, 0);
    }
    limit = enough > 0 ? limit_ms(enough) : 0;
    std::vector<Arrival> out;
    for (std::uint32_t who = 0; who < comers.size(); ++who)
        if (best_[who].eta_ms < never_ms && best_[who].eta_ms <= limit)
            out.push_back({who, best_[who].eta_ms, distance_from(best_[who])});
    std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
        return std::pair{a.eta_ms, a.who} < std::pair{b.eta_ms, b.who};
    });
    for (ArcNumber const arc : used_arcs_) first_stand_[arc] = no_number;
    used_arcs_.clear();
    return out;
}

}  // namespace cresset
