#include "core/roads/strong_parts.h"

#include "core/roads/road_net.h"

#include <algorithm>

namespace cresset {
namespace {

class Tarjan {
public:
    explicit Tarjan(RoadNet const& net)
        : net_{net}, seen_(net.state_count(), 0), low_(net.state_count(), 0), part_(net.state_count(), no_number)
    {
    }
    std::vector<std::uint32_t> run()
    {
        for (StateNumber root = 0; root < net_.state_count(); ++root)
            if (seen_[root] == 0) walk_from(root);
        return std::move(part_);
    }

private:
    struct Visit {
        StateNumber state;
        std::uint32_t next_step;
    };
    void enter(StateNumber state)
    {
        seen_[state] = low_[state] = ++count_;
        open_.push_back(state);
        visits_.push_back({state, 0});
    }
    void walk_from(StateNumber root)
    {
        enter(root);
        while (!visits_.empty()) {
            auto& [state, next_step] = visits_.back();
            auto const steps = net_.out(state);
            if (next_step == steps.size())
                leave(state);
            else
                look_at(state, steps[next_step++].state);
        }
    }
    void look_at(StateNumber state, StateNumber next)
    {
        if (seen_[next] == 0)
            enter(next);
        else if (part_[next] == no_number)
            low_[state] = std::min(low_[state], seen_[next]);
    }
    void leave(StateNumber state)
    {
        if (low_[state] == seen_[state]) close_part(state);
        visits_.pop_back();
        if (!visits_.empty()) {
            StateNumber const parent = visits_.back().state;
            low_[parent] = std::min(low_[parent], low_[state]);
        }
    }
    void close_part(StateNumber root)
    {
        StateNumber state = no_number;
        do {
            state = open_.back();
            open_.pop_back();
            part_[state] = parts_;
        } while (state != root);
        ++parts_;
    }

    RoadNet const& net_;
    std::uint32_t count_ = 0;
    std::uint32_t parts_ = 0;
    std::vector<std::uint32_t> seen_;
    std::vector<std::uint32_t> low_;
    std::vector<std::uint32_t> part_;
    std::vector<StateNumber> open_;
    std::vector<Visit> visits_;
};

}  // namespace

std::vector<std::uint32_t> strong_parts(RoadNet const& net)
{
    return Tarjan{net}.run();
}

}  // namespace cresset
