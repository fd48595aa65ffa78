#include "core/journal/queue.h"

namespace cresset {

void JournalQueue::push(ActRows act, Urgency urgency)
{
    rows_ += act.rows.size();
    urgent_ += urgency == Urgency::at_once ? 1 : 0;
    waiting_.push_back({std::move(act), urgency == Urgency::at_once});
}

void JournalQueue::push(JournalJob job)
{
    ++urgent_;
    waiting_.push_back({std::move(job), true});
}

void JournalQueue::pop()
{
    urgent_ -= waiting_.front().urgent ? 1 : 0;
    waiting_.pop_front();
}

void JournalQueue::take_acts(std::deque<ActRows>& into, std::size_t rows)
{
    for (std::size_t taken = 0; !waiting_.empty() && taken < rows;) {
        auto* const act = std::get_if<ActRows>(&waiting_.front().what);
        if (!act) return;
        taken += act->rows.size();
        rows_ -= act->rows.size();
        into.push_back(std::move(*act));
        pop();
    }
}

JournalJob JournalQueue::take_job()
{
    auto* const found = waiting_.empty() ? nullptr : std::get_if<JournalJob>(&waiting_.front().what);
    if (!found) return {};
    auto job = std::move(*found);
    pop();
    return job;
}

}  // namespace cresset
