#pragma once
/// Who is how far from one place: a single search backward from it over the net of one mode, that ends as soon as
/// enough is known. For recommendations among thousands of units. One searcher serves one thread.

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
    std::int64_t distance_mm = 0;  // along the road that takes eta_ms
    friend auto operator<=>(Arrival const&, Arrival const&) = default;
};

/// Someone who may come; those who do not count do not end the search, and are found on the way if they are near.
struct Comer {
    RoadPosition at;
    bool counts = true;
};

class ArrivalSearch {
public:
    explicit ArrivalSearch(std::shared_ptr<RoadNet const> net);

    /// Sorted by eta, then by number. Holds at least the `enough` quickest who count (all of them if there are fewer
    /// with a way), and everybody who is not slower than the last of those; each exact. Nobody else.
    std::vector<Arrival> arrivals(RoadPosition const& target, std::span<Comer const> comers, std::size_t enough);

    RoadNet const& net() const { return *net_; }
    std::size_t looked_at() const { return looked_at_; }

private:
    struct Stand {  // a comer on one arc; a list for each arc
        std::uint32_t who;
        std::uint32_t next;
        std::uint32_t rest_ms;
        std::uint32_t rest_mm;
    };
    struct Best {
        std::uint32_t eta_ms = never_ms;
        StateNumber state = no_number;  // whose end is passed first; no_number: straight ahead
        std::uint32_t rest_mm = 0;
    };
    void stand(std::uint32_t who, RoadPosition const& at);
    void enter_target(RoadPosition const& at);
    void consider_straight(RoadPosition const& at, RoadPosition const& target, std::uint32_t who);
    void settle(StateNumber state, std::uint32_t cost_ms);
    void offer(std::uint32_t who, Best const& best);
    std::uint32_t limit_ms(std::size_t enough);
    std::int64_t distance_from(Best const& best) const;

    std::shared_ptr<RoadNet const> net_;
    SearchLabels labels_;
    std::vector<std::uint32_t> first_stand_;  // of each arc; no_number between searches
    std::vector<Stand> stands_;
    std::vector<ArcNumber> used_arcs_;
    std::vector<Best> best_;
    std::vector<std::uint8_t> counts_;
    std::vector<std::uint32_t> counting_;  // etas of those who count and are known
    std::vector<std::pair<StateNumber, std::int64_t>> first_mm_;
    RoadPosition target_;
    std::size_t looked_at_ = 0;
};

}  // namespace cresset
