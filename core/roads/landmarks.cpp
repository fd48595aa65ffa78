#include "core/roads/landmarks.h"

#include "core/roads/search_labels.h"

namespace cresset {
namespace {

/// The states of the main part that lie farthest out in eight directions.
std::vector<StateNumber> at_the_edge(RoadNet const& net)
{
    RoadGraph const& graph = net.graph();
    std::int64_t const cosine = cosine_q30(graph.bounds().middle().lat_e7);
    constexpr std::array<std::array<std::int64_t, 2>, Landmarks::count> ways{
        {{0, 10}, {7, 7}, {10, 0}, {7, -7}, {0, -10}, {-7, -7}, {-10, 0}, {-7, 7}}};
    std::array<StateNumber, Landmarks::count> best{};
    best.fill(no_number);
    std::array<std::int64_t, Landmarks::count> reach{};
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        if (!net.in_main_part(arc)) continue;
        Place const end = graph.place(graph.to(arc));
        std::int64_t const east = (end.lon_e7 * cosine) >> 30U;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            std::int64_t const out = ways[i][0] * east + ways[i][1] * end.lat_e7;
            if (best[i] == no_number || out > reach[i]) best[i] = arc, reach[i] = out;
        }
    }
    std::vector<StateNumber> states;
    for (StateNumber const state : best)
        if (state != no_number) states.push_back(state);
    return states;
}

void search_all(RoadNet const& net, StateNumber start, bool backward, SearchLabels& labels)
{
    labels.start(net.state_count());
    labels.improve(start, 0, no_number, 0);
    while (!labels.empty()) {
        auto const [key, state] = labels.pop();
        if (!labels.close(state)) continue;
        for (auto const& [next, cost_ms] : backward ? net.in(state) : net.out(state))
            labels.improve(next, key + cost_ms, state, 0);
    }
}

}  // namespace

Landmarks::Landmarks(RoadNet const& net) : states_{at_the_edge(net)}, rows_(net.state_count())
{
    SearchLabels labels;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        for (bool const backward : {true, false}) {
            search_all(net, states_[i], backward, labels);
            std::size_t const column = backward ? i : count + i;
            for (StateNumber state = 0; state < rows_.size(); ++state) rows_[state][column] = labels.cost_ms(state);
        }
    }
}

}  // namespace cresset
