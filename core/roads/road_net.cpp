#include "core/roads/road_net.h"

#include "core/base/check.h"
#include "core/roads/restricted_ways.h"
#include "core/roads/strong_parts.h"

#include <algorithm>
#include <numeric>

namespace cresset {
namespace {

/// Takes the steps of those numbers (sorted) out of a list, and out of the counts of who has which.
void take_out(std::vector<std::uint32_t> const& gone, std::vector<std::uint32_t>& first,
              std::vector<RoadNet::Step>& steps)
{
    if (gone.empty()) return;
    auto kept = steps.begin() + gone.front();
    for (std::size_t i = 0; i < gone.size(); ++i) {
        std::size_t const end = i + 1 < gone.size() ? gone[i + 1] : steps.size();
        kept = std::copy(steps.begin() + gone[i] + 1, steps.begin() + static_cast<std::ptrdiff_t>(end), kept);
    }
    steps.erase(kept, steps.end());
    std::uint32_t less = 0;
    for (auto one = std::upper_bound(first.begin(), first.end(), gone.front()); one != first.end(); ++one) {
        while (less < gone.size() && gone[less] < *one) ++less;
        *one -= less;
    }
}

}  // namespace

RoadNet::RoadNet(std::shared_ptr<RoadGraph const> graph, Mode mode)
    : RoadNet{std::move(graph), mode, usual_turn_costs(mode)}
{
}

RoadNet::RoadNet(std::shared_ptr<RoadGraph const> graph, Mode mode, TurnCosts costs)
    : graph_{std::move(graph)}, mode_{mode}
{
    CRESSET_CHECK(graph_ != nullptr);
    time_arcs();
    link_states(TurnPrices{*graph_, mode_, costs});
    reverse_steps();
    find_main_part();
}

void RoadNet::time_arcs()
{
    arc_ms_.resize(graph_->arc_count());
    for (ArcNumber arc = 0; arc < graph_->arc_count(); ++arc) {
        std::uint64_t const speed = graph_->speed_cm_s(arc, mode_);
        // mm / (cm/s) is tenths of a second: a hundred times that are milliseconds; rounded up, so never 0.
        if (speed != 0)
            arc_ms_[arc] = static_cast<std::uint32_t>(std::min<std::uint64_t>(
                (std::uint64_t{graph_->length_mm(arc)} * 100 + speed - 1) / speed, never_ms - 1));
    }
}

std::shared_ptr<RoadNet const> RoadNet::with_closed(std::span<ArcNumber const> arcs) const
{
    auto net = std::make_shared<RoadNet>(*this);
    std::vector<std::uint32_t> out_gone, in_gone;
    auto const forget = [](std::vector<std::uint32_t> const& first, std::vector<Step> const& steps, StateNumber state,
                           StateNumber other, std::vector<std::uint32_t>& gone) {
        for (std::uint32_t i = first[state]; i < first[state + 1]; ++i)
            if (steps[i].state == other) gone.push_back(i);
    };
    auto const close = [&](StateNumber state) {
        for (Step const& step : out(state)) {
            forget(first_out_, out_, state, step.state, out_gone);
            forget(first_in_, in_, step.state, state, in_gone);
        }
        for (Step const& step : in(state)) {
            forget(first_in_, in_, state, step.state, in_gone);
            forget(first_out_, out_, step.state, state, out_gone);
        }
    };
    for (ArcNumber const arc : arcs) {
        CRESSET_CHECK(arc < graph_->arc_count());
        close(arc);
        for (StateNumber const extra : extra_states_of(arc)) close(extra);
        net->arc_ms_[arc] = 0;
        net->main_part_[arc] = 0;
    }
    for (auto* gone : {&out_gone, &in_gone}) {
        std::sort(gone->begin(), gone->end());
        gone->erase(std::unique(gone->begin(), gone->end()), gone->end());
    }
    take_out(out_gone, net->first_out_, net->out_);
    take_out(in_gone, net->first_in_, net->in_);
    return net;
}

std::shared_ptr<RoadNet const> RoadNet::with_slowed(std::span<std::pair<ArcNumber, std::uint32_t> const> arcs) const
{
    auto net = std::make_shared<RoadNet>(*this);
    auto const add = [&](StateNumber from, StateNumber to, std::uint32_t more) {
        auto const raise = [&](Step& step, StateNumber other) {
            if (step.state == other) step.cost_ms = std::min(step.cost_ms + more, never_ms);
        };
        for (std::uint32_t i = first_out_[from]; i < first_out_[from + 1]; ++i) raise(net->out_[i], to);
        for (std::uint32_t i = first_in_[to]; i < first_in_[to + 1]; ++i) raise(net->in_[i], from);
    };
    for (auto const& [arc, percent] : arcs) {
        CRESSET_CHECK(arc < graph_->arc_count() && percent >= 1 && percent <= 99);
        if (!allows(arc)) continue;
        std::uint64_t const slow = (std::uint64_t{arc_ms_[arc]} * 100 + percent - 1) / percent;
        net->arc_ms_[arc] = static_cast<std::uint32_t>(std::min<std::uint64_t>(slow, never_ms - 1));
        std::uint32_t const more = net->arc_ms_[arc] - arc_ms_[arc];
        std::vector<StateNumber> states{arc};
        for (StateNumber const extra : extra_states_of(arc)) states.push_back(extra);
        for (StateNumber const state : states) {
            StateNumber before = UINT32_MAX;  // steps in are sorted by where they come from
            for (Step const& step : in(state))
                if (step.state != before) add(step.state, state, more), before = step.state;
        }
    }
    return net;
}

std::uint32_t RoadNet::rest_ms(ArcNumber arc, std::uint32_t offset_mm) const
{
    std::uint64_t const length = graph_->length_mm(arc);
    std::uint64_t const rest = length - std::min<std::uint64_t>(offset_mm, length);
    return static_cast<std::uint32_t>((std::uint64_t{arc_ms_[arc]} * rest + length - 1) / length);
}

std::span<StateNumber const> RoadNet::extra_states_of(ArcNumber arc) const
{
    auto const [begin, end] =
        std::equal_range(extra_by_arc_.begin(), extra_by_arc_.end(), std::pair{arc, StateNumber{0}},
                         [](auto const& a, auto const& b) { return a.first < b.first; });
    return {extra_numbers_.data() + (begin - extra_by_arc_.begin()), static_cast<std::size_t>(end - begin)};
}

void RoadNet::link_states(TurnPrices const& prices)
{
    RestrictedWays const ways{*graph_, mode_};
    auto const arcs = static_cast<StateNumber>(graph_->arc_count());
    for (auto const& memory : ways.memories()) {
        extra_by_arc_.emplace_back(memory.back(), arcs + static_cast<StateNumber>(extra_arcs_.size()));
        extra_arcs_.push_back(memory.back());
    }
    std::sort(extra_by_arc_.begin(), extra_by_arc_.end());
    for (auto const& [arc, state] : extra_by_arc_) extra_numbers_.push_back(state);

    bool const any = !ways.memories().empty();
    auto const link = [&](std::vector<ArcNumber> const& way, bool is_free) {
        ArcNumber const arc = way.back();
        if (allows(arc)) {
            for (ArcNumber const next : graph_->arcs_out(graph_->to(arc))) {
                if (!allows(next) || (!is_free && ways.forbids(way, next))) continue;
                std::uint32_t const memory = !is_free && any ? ways.memory_after(way, next) : no_number;
                std::uint64_t const cost = std::uint64_t{prices.price_ms(arc, next)} + arc_ms_[next];
                out_.push_back({memory == no_number ? next : arcs + memory,
                                static_cast<std::uint32_t>(std::min<std::uint64_t>(cost, never_ms))});
            }
            std::sort(out_.begin() + first_out_.back(), out_.end());
        }
        first_out_.push_back(static_cast<std::uint32_t>(out_.size()));
    };
    first_out_.reserve(arcs + extra_arcs_.size() + 1);
    std::vector<ArcNumber> plain(1);
    for (ArcNumber arc = 0; arc < arcs; ++arc) {
        plain[0] = arc;
        link(plain, !ways.concerns(arc));
    }
    for (auto const& memory : ways.memories()) link(memory, false);
}

void RoadNet::reverse_steps()
{
    first_in_.assign(first_out_.size(), 0);
    for (Step const& step : out_) ++first_in_[step.state + 1];
    std::partial_sum(first_in_.begin(), first_in_.end(), first_in_.begin());
    in_.resize(out_.size());
    auto next = first_in_;
    for (StateNumber state = 0; state < state_count(); ++state)
        for (Step const& step : out(state)) in_[next[step.state]++] = {state, step.cost_ms};
}

void RoadNet::find_main_part()
{
    auto const part_of = strong_parts(*this);
    std::vector<std::uint32_t> sizes(state_count() + 1);
    for (StateNumber state = 0; state < graph_->arc_count(); ++state)
        if (allows(state)) ++sizes[part_of[state]];
    auto const main = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    main_part_.resize(graph_->arc_count());
    for (ArcNumber arc = 0; arc < graph_->arc_count(); ++arc) main_part_[arc] = allows(arc) && part_of[arc] == main;
}

}  // namespace cresset
