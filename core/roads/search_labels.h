#pragma once
/// What a search knows of each state, and the queue of those to look at: memory of one searcher, used again by the next
/// search without being cleared (a label of an older search counts as none). Not shared by threads.

#include "core/roads/road_net.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace cresset {

class SearchLabels {
public:
    /// Forgets everything in no time; room for that many states.
    void start(std::size_t states)
    {
        if (labels_.size() < states) labels_.resize(states);
        if (++search_ == 0) {
            std::fill(labels_.begin(), labels_.end(), Label{});
            search_ = 1;
        }
        queue_.clear();
    }
    bool has(StateNumber state) const { return labels_[state].search == search_; }
    std::uint32_t cost_ms(StateNumber state) const { return has(state) ? labels_[state].cost_ms : never_ms; }
    /// The state before (after, in a search backward) on the best way; no_number at its beginning.
    StateNumber before(StateNumber state) const { return labels_[state].before; }

    /// Takes the better way to a state, and of equally good ones that from the lowest state: so the way does not depend
    /// on the order of searching. `ahead_ms`: what is at least still to come.
    void improve(StateNumber state, std::uint64_t cost_ms, StateNumber before, std::uint32_t ahead_ms)
    {
        Label& label = labels_[state];
        if (cost_ms >= never_ms) return;
        auto const cost = static_cast<std::uint32_t>(cost_ms);
        if (label.search != search_ || cost < label.cost_ms) {
            label = {search_, cost, before, false};
            push(std::uint64_t{cost} + ahead_ms, state);
        } else if (cost == label.cost_ms && before < label.before) {
            label.before = before;
        }
    }

    bool empty() const { return queue_.empty(); }
    std::uint64_t lowest_key() const { return queue_.front() >> 32U; }
    /// True the first time: later entries of the same state in the queue are stale, as the best comes first.
    bool close(StateNumber state)
    {
        bool const first = !labels_[state].closed;
        labels_[state].closed = true;
        return first;
    }
    struct Next {
        std::uint64_t key;
        StateNumber state;
    };
    Next pop()
    {
        std::uint64_t const top = queue_.front();
        std::uint64_t const last = queue_.back();
        queue_.pop_back();
        if (!queue_.empty()) sink(last);
        return {top >> 32U, static_cast<StateNumber>(top)};
    }

private:
    struct Label {
        std::uint32_t search = 0;
        std::uint32_t cost_ms = 0;
        StateNumber before = no_number;
        bool closed = false;
    };
    // A heap of four children a node: fewer cache lines than one of two.
    void push(std::uint64_t key, StateNumber state)
    {
        std::uint64_t const entry = (key << 32U) | state;
        std::size_t at = queue_.size();
        queue_.push_back(entry);
        for (; at > 0 && queue_[(at - 1) / 4] > entry; at = (at - 1) / 4) queue_[at] = queue_[(at - 1) / 4];
        queue_[at] = entry;
    }
    void sink(std::uint64_t entry)
    {
        std::size_t at = 0;
        for (std::size_t child = 1; child < queue_.size(); child = 4 * at + 1) {
            auto const end = std::min(child + 4, queue_.size());
            for (std::size_t other = child + 1; other < end; ++other)
                if (queue_[other] < queue_[child]) child = other;
            if (queue_[child] >= entry) break;
            queue_[at] = queue_[child];
            at = child;
        }
        queue_[at] = entry;
    }

    std::uint32_t search_ = 0;
    std::vector<Label> labels_;
    std::vector<std::uint64_t> queue_;
};

}  // namespace cresset
