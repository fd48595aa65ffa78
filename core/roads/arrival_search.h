#pragma once
/// Who is how far from one place: a single search backward from it over the net of one mode, that ends as soon as
/// enough is known; or, where much of the city would be searched, a few questions to the hierarchy of the net, if there
/// is one. Both find the same. For recommendations among thousands of units. One searcher serves one thread.

#include "core/roads/hierarchy_search.h"
#include "core/roads/search_labels.h"
#include "core/roads/snap_index.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cresset {

struct Arrival {
    std::uint32_t who = 0;  // the number in the list that was asked
    std::uint32_t eta_ms = 0;
    friend auto operator<=>(Arrival const&, Arrival const&) = default;
};

/// Someone who may come; those who do not count do not end the search, and are found on the way if they are near.
struct Comer {
    RoadPosition at;
    bool counts = true;
};

class ArrivalSearch {
public:
    /// A hierarchy is that of the net, with the same arcs closed.
    explicit ArrivalSearch(std::shared_ptr<RoadNet const> net, std::shared_ptr<RoadHierarchy const> hierarchy = {});

    /// From now on over another net of the same graph and mode: roads were closed or opened, or its hierarchy is ready.
    void use(std::shared_ptr<RoadNet const> net, std::shared_ptr<RoadHierarchy const> hierarchy);

    /// Sorted by eta, then by number. Holds at least the `enough` quickest who count (all of them if there are fewer
    /// with a way), and everybody who is not slower than the last of those; each exact. Nobody else.
    std::vector<Arrival> arrivals(RoadPosition const& target, std::span<Comer const> comers, std::size_t enough);
    /// Along the road that takes that long, of one whom the last call to arrivals() told; of several such roads always
    /// the same.
    std::int64_t distance_mm(std::uint32_t who);

    RoadNet const& net() const { return *net_; }
    bool has_hierarchy() const { return hierarchy_.has_value(); }
    /// States of the net or of the hierarchy that the last call looked at.
    std::size_t looked_at() const { return looked_at_; }

private:
    struct Stand {  // a comer on one arc; a list for each arc
        std::uint32_t who;
        std::uint32_t next;
        ArcNumber arc;
        std::uint32_t rest_ms;
        std::uint32_t rest_mm;
    };
    struct Best {
        std::uint32_t eta_ms = never_ms;
        StateNumber state = no_number;  // whose end is passed first; no_number: straight ahead
        std::uint32_t state_ms = 0;     // from there on
        std::uint32_t rest_mm = 0;
    };
    void take(std::span<Comer const> comers);
    void stand(std::span<Comer const> comers);
    template <typename Visit>
    void for_arcs_of(Comer const& comer, Visit visit) const;
    template <typename Enter>
    void enter_target(RoadPosition const& at, Enter enter) const;
    void consider_straight(RoadPosition const& at, RoadPosition const& target, std::uint32_t who);
    void settle(StateNumber state, std::uint32_t cost_ms);
    void offer(std::uint32_t who, Best const& best);
    std::size_t most_looks(std::size_t enough) const;
    bool search_net(std::span<Comer const> comers, std::size_t enough, std::size_t most);
    void ask_hierarchy(std::span<Comer const> comers);
    std::uint32_t limit_ms(std::size_t enough);
    StateNumber next_on_way(StateNumber state);

    std::shared_ptr<RoadNet const> net_;
    std::optional<HierarchySearch> hierarchy_;
    SearchLabels labels_;
    std::vector<std::uint32_t> first_stand_;  // of each arc; no_number between searches
    std::vector<Stand> stands_;
    std::vector<ArcNumber> arcs_;
    std::vector<Best> best_;
    std::vector<std::uint8_t> counts_;
    std::size_t who_count_ = 0;
    std::vector<std::uint32_t> counting_;  // those who count and are known
    std::vector<HierarchySearch::Goal> goals_;
    RoadPosition target_;
    RoadPosition target_back_;
    bool by_hierarchy_ = false;
    std::size_t looked_at_ = 0;
};

}  // namespace cresset
