#pragma once
/// A road net made ready for many questions: its states in an order of rank, and beside its steps such that stand for
/// whole ways over states of lower rank, so that a fastest way climbs in rank, then descends (contraction hierarchies:
/// Geisberger et al. 2008; the order and all possible steps once, their cost when it is known: customizable, Dibbelt,
/// Strasser and Wagner 2014). Takes about 5 us an arc to make and 180 bytes an arc. Never changes; shared by threads.
/// HierarchySearch asks it.

#include "core/roads/road_net.h"

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace cresset {

class RoadHierarchy {
public:
    using Rank = std::uint32_t;
    /// A step to or from a state of higher rank.
    struct Link {
        Rank other;
        std::uint32_t ms;  // never_ms: no way
    };

    explicit RoadHierarchy(std::shared_ptr<RoadNet const> net);

    /// The same without those arcs, as RoadNet::with_closed. Only the links that led over them are judged anew, so it
    /// takes a millisecond or so for a street of a real city.
    std::shared_ptr<RoadHierarchy const> with_closed(std::span<ArcNumber const> arcs) const;

    /// The net with all its arcs, closed ones too.
    RoadNet const& net() const { return *plan_->net; }
    /// False as well for arcs that are closed.
    bool allows(ArcNumber arc) const { return net().allows(arc) && !is_closed(rank(arc)); }

    std::size_t state_count() const { return plan_->nodes.size() - 1; }
    std::size_t link_count() const { return plan_->up.size() + plan_->down.size(); }
    Rank rank(StateNumber state) const { return plan_->rank_of[state]; }
    StateNumber state(Rank rank) const { return plan_->state_of[rank]; }
    /// The lowest rank above from which all links of this one's can be reached by going on so; no_number at the top.
    Rank above(Rank rank) const { return plan_->nodes[rank].above; }
    /// To states of higher rank, lowest first.
    std::span<Link const> up(Rank rank) const { return has_own(rank) ? own_.at(rank).up : plan_->ups(rank); }
    /// Those of them that fastest ways need; all of them where arcs are closed.
    std::span<Link const> needed_up(Rank rank) const { return own_.empty() ? plan_->needed_ups(rank) : up(rank); }
    /// From states of higher rank, lowest first.
    std::span<Link const> down(Rank rank) const { return has_own(rank) ? own_.at(rank).down : plan_->downs(rank); }
    bool is_closed(Rank rank) const { return has_own(rank) && own_.at(rank).closed; }

    /// Has the memory fetched from which above(), or needed_up(), will soon be read: most of the time of a search is
    /// waiting for it.
    void fetch_above(Rank rank) const { __builtin_prefetch(&plan_->nodes[rank]); }
    void fetch_needed_up(Rank rank) const
    {
        auto const links = needed_up(rank);
        __builtin_prefetch(links.data());
        if (links.size() > 8) __builtin_prefetch(&links[8]);
    }

private:
    friend class HierarchyBuilder;
    friend class HierarchyCloser;

    struct Node {  // together, as a search reads both
        Rank above;
        std::uint32_t needed_up;  // the first of its links; those of the next follow
        std::uint32_t up;
        std::uint32_t down;
    };
    using Links = std::vector<Link>;
    /// The links that lower ranks have with each, lowest first.
    struct Below {
        struct Place {
            Rank low;            // whose link it is
            std::uint32_t link;  // its number
        };
        std::vector<std::uint32_t> first;
        std::vector<Place> places;
        std::span<Place const> of(Rank rank) const
        {
            return {places.data() + first[rank], places.data() + first[rank + 1]};
        }
    };
    /// What stays the same whatever is closed.
    struct Plan {
        std::shared_ptr<RoadNet const> net;
        std::vector<Rank> rank_of;
        std::vector<StateNumber> state_of;
        std::vector<Node> nodes;  // and one more
        Links up;
        Links down;
        Links needed_up;
        Below below_up;    // the links up that lead to each
        Below below_down;  // the links down that come from each

        std::span<Link const> needed_ups(Rank rank) const
        {
            return {needed_up.data() + nodes[rank].needed_up, needed_up.data() + nodes[rank + 1].needed_up};
        }
        std::span<Link const> ups(Rank rank) const
        {
            return {up.data() + nodes[rank].up, up.data() + nodes[rank + 1].up};
        }
        std::span<Link const> downs(Rank rank) const
        {
            return {down.data() + nodes[rank].down, down.data() + nodes[rank + 1].down};
        }
    };
    /// Links of a state that are not those of the plan.
    struct Own {
        std::vector<Link> up;
        std::vector<Link> down;
        bool closed = false;
    };

    bool has_own(Rank rank) const { return !own_.empty() && (own_bits_[rank / 64] >> (rank % 64) & 1U) != 0; }

    std::shared_ptr<Plan const> plan_;
    std::vector<std::uint64_t> own_bits_;
    std::unordered_map<Rank, Own> own_;
};

}  // namespace cresset
