#pragma once
/// What waits for the journal's writer, in order: acts, and jobs that need the file between two acts. Not safe by
/// itself: the owner holds a lock.

#include "core/journal/journal.h"
#include "core/journal/journal_file.h"

#include <deque>
#include <functional>
#include <variant>

namespace cresset {

/// Runs with the file in hand. It is not tried again if it throws.
using JournalJob = std::function<void(JournalFile&)>;

class JournalQueue {
public:
    void push(ActRows act, Urgency urgency);
    void push(JournalJob job);

    bool empty() const { return waiting_.empty(); }
    /// Something must not wait for more to gather.
    bool urgent() const { return urgent_ > 0; }
    std::size_t rows() const { return rows_; }

    /// Takes acts from the front until there are enough rows or a job is next; whole acts only, one at least.
    void take_acts(std::deque<ActRows>& into, std::size_t rows);
    /// The job at the front, if there is one.
    JournalJob take_job();

private:
    struct Waiting {
        std::variant<ActRows, JournalJob> what;
        bool urgent;
    };
    void pop();

    std::deque<Waiting> waiting_;
    std::size_t urgent_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace cresset
