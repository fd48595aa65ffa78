#include "app/ctl/feed_session.h"

#include <algorithm>
#include <system_error>

namespace cresset::app {

namespace {

template <typename Code>
void add_missing(std::vector<Code>& codes, std::vector<Code> const& more)
{
    for (Code const& one : more)
        if (std::none_of(codes.begin(), codes.end(), [&](Code const& had) { return had.code == one.code; }))
            codes.push_back(one);
}

/// What stands goes before what comes.
Codes merged_codes(Codes codes, Codes const& more)
{
    if (codes.statuses.empty()) return more;
    add_missing(codes.types, more.types);
    add_missing(codes.dispositions, more.dispositions);
    add_missing(codes.units, more.units);
    return codes;
}

}  // namespace

Result<std::unique_ptr<FeedSession>> FeedSession::open(FeedOrder const& order)
{
    std::unique_ptr<FeedSession> feed{new FeedSession};
    std::error_code error;
    bool const goes_on = std::filesystem::exists(order.journal, error);
    auto shift = goes_on ? continue_shift(order.journal) : begin_shift(order.journal, order.starts);
    if (!shift) return Problem{shift.problem()};
    feed->source_ = "feed:" + order.name;
    feed->clock_.set(std::max(order.starts, shift->world.at));
    feed->journal_ = std::move(shift->journal);
    SessionParts parts;
    parts.journal = feed->journal_.get();
    parts.clock = order.live ? static_cast<TimeSource*>(&feed->system_clock_) : &feed->clock_;
    parts.seat = feed_seat;
    parts.who = feed_person;
    feed->session_ = std::make_unique<Session>(std::move(shift->world), parts);
    if (feed->world().last == Seq{0})
        feed->begin(order);
    else
        feed->adopt(order.codes);
    return feed;
}

void FeedSession::begin(FeedOrder const& order)
{
    ShiftSetup setup;
    setup.shift.name = order.name;
    setup.shift.time_zone = order.time_zone;
    setup.codes = to_json(order.codes);
    setup.people = {PersonListed{{setup_person, {"setup", "system", {}}}},
                    PersonListed{{feed_person, {"feed", "system", {}}}}};
    set_up(*session_, setup);
}

void FeedSession::adopt(Codes const& codes)
{
    Codes const merged = merged_codes(world().codes, codes);
    if (merged == world().codes) return;
    Act adopted = act(now());
    adopted.events.emplace_back(CodesAdopted{to_json(merged)});
    session_->submit(adopted);
}

Act FeedSession::act(Instant at)
{
    clock_.set(at);
    Act act = session_->new_act(feed_seat, feed_person);
    act.source = source_;
    return act;
}

bool FeedSession::submit(Act const& act, FeedReport& report)
{
    Ticket const ticket = session_->submit(act);
    if (!ticket.refusal) return true;
    if (report.refused++ == 0) report.first_refusal = explain(*ticket.refusal);
    return false;
}

void FeedSession::count(std::string const& feed, feeds::Counters const& counts)
{
    Act said = act(now());
    said.events.emplace_back(counted(feed, counts));
    session_->submit(said);
}

std::optional<Problem> FeedSession::close()
{
    journal_->wait({world().last});
    if (auto const trouble = journal_->trouble()) return Problem{trouble->text};
    return {};
}

std::string FeedSession::digest() const
{
    return journal_->digest();
}

}  // namespace cresset::app
