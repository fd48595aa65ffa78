#pragma once
/// The road graph as one mode can move in it: states and steps with their cost, so that a plain search over it obeys
/// one-ways, turn costs and restrictions. State k < arc_count is "at the end of arc k"; further states are "at the end
/// of an arc, having come by the way of a restriction over several arcs". A step's cost is the turn and the whole arc
/// that follows, at least 1 ms. Immutable; shared by threads.

#include "core/roads/road_graph.h"
#include "core/roads/turn_costs.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cresset {

using StateNumber = std::uint32_t;

/// No way takes longer: about 12 days. Sums that reach it count as no way.
inline constexpr std::uint32_t never_ms = 1U << 30U;

class RoadNet {
public:
    struct Step {
        StateNumber state;  // where it leads, or where it comes from
        std::uint32_t cost_ms;
        friend auto operator<=>(Step const&, Step const&) = default;
    };

    RoadNet(std::shared_ptr<RoadGraph const> graph, Mode mode);
    RoadNet(std::shared_ptr<RoadGraph const> graph, Mode mode, TurnCosts costs);

    /// The same net without those arcs (a closed street is two of them): nobody enters, leaves or stands on them. Made
    /// in a few milliseconds; landmarks of the open net serve it, too, as ways only grow longer. What is the main part
    /// is not judged anew.
    std::shared_ptr<RoadNet const> with_closed(std::span<ArcNumber const> arcs) const;

    /// The same net where those arcs take a hundred percent of the usual time and more: of each its speed in percent of
    /// what is usual, 1 to 99. Landmarks of the open net serve it, too.
    std::shared_ptr<RoadNet const> with_slowed(std::span<std::pair<ArcNumber, std::uint32_t> const> arcs) const;

    RoadGraph const& graph() const { return *graph_; }
    Mode mode() const { return mode_; }
    std::size_t state_count() const { return first_out_.size() - 1; }
    std::size_t step_count() const { return out_.size(); }
    ArcNumber arc_of(StateNumber state) const
    {
        return state < graph_->arc_count() ? state : extra_arcs_[state - graph_->arc_count()];
    }
    /// The states at the end of this arc beside the plain one.
    std::span<StateNumber const> extra_states_of(ArcNumber arc) const;

    /// Steps onward, by number of their state.
    std::span<Step const> out(StateNumber state) const { return span_of(first_out_, out_, state); }
    /// Steps that lead here, by number of the state they come from.
    std::span<Step const> in(StateNumber state) const { return span_of(first_in_, in_, state); }

    /// The time for the whole arc; 0 if the mode may not use it.
    std::uint32_t arc_ms(ArcNumber arc) const { return arc_ms_[arc]; }
    bool allows(ArcNumber arc) const { return arc_ms_[arc] != 0; }
    /// The time from `offset_mm` on the arc to its end, rounded up; arc_ms at 0.
    std::uint32_t rest_ms(ArcNumber arc, std::uint32_t offset_mm) const;
    /// True if the arc belongs to the largest part of the network where one gets from everywhere to everywhere.
    bool in_main_part(ArcNumber arc) const { return main_part_[arc] != 0; }

private:
    static std::span<Step const> span_of(std::vector<std::uint32_t> const& first, std::vector<Step> const& steps,
                                         StateNumber state)
    {
        return {steps.data() + first[state], steps.data() + first[state + 1]};
    }
    void time_arcs();
    void link_states(TurnPrices const& prices);
    void reverse_steps();
    void find_main_part();

    std::shared_ptr<RoadGraph const> graph_;
    Mode mode_;
    std::vector<std::uint32_t> arc_ms_;
    std::vector<ArcNumber> extra_arcs_;
    std::vector<std::pair<ArcNumber, StateNumber>> extra_by_arc_;
    std::vector<StateNumber> extra_numbers_;
    std::vector<std::uint32_t> first_out_{0};
    std::vector<Step> out_;
    std::vector<std::uint32_t> first_in_{0};
    std::vector<Step> in_;
    std::vector<std::uint8_t> main_part_;
};

}  // namespace cresset
