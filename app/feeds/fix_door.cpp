#include "app/feeds/fix_door.h"

#include "core/facts/sweep.h"

#include <algorithm>

namespace cresset::app {

namespace {

Unit new_unit(std::string call_sign, Instant now)
{
    Unit unit;
    unit.call_sign = std::move(call_sign);
    unit.kind = "car";
    unit.status_since = now;
    return unit;
}

Sweep sweep_of(std::vector<UnitFix>& fixes)
{
    std::sort(fixes.begin(), fixes.end(), [](UnitFix const& a, UnitFix const& b) { return a.unit < b.unit; });
    Sweep sweep;
    sweep.count = static_cast<std::uint32_t>(fixes.size());
    sweep.bytes = pack_sweep(fixes);
    return sweep;
}

}  // namespace

FixDoor::FixDoor(Session& session, std::string source) : session_{session}, source_{std::move(source)} {}

Act FixDoor::act()
{
    Act act = session_.new_act(feed_seat, feed_person);
    act.source = source_;
    return act;
}

bool FixDoor::submit(Act const& act)
{
    Ticket const ticket = session_.submit(act);
    if (!ticket.refusal) return true;
    if (refused_++ == 0) first_refusal_ = explain(*ticket.refusal);
    return false;
}

std::optional<Refusal> FixDoor::enlist(std::vector<std::string> const& call_signs, std::vector<UnitId>& units)
{
    Act listing = act();
    std::vector<UnitId> found;
    for (std::string const& call_sign : call_signs) {
        auto unit = find_unit(session_.world(), call_sign);
        if (!unit) {
            unit = session_.next_id<UnitId>(listing);
            listing.events.emplace_back(UnitListed{{*unit, new_unit(call_sign, session_.now())}});
        }
        found.push_back(*unit);
    }
    if (!listing.events.empty() && !session_.world().people.contains(feed_person))
        listing.events.emplace_back(PersonListed{{feed_person, {"feed", "system", {}}}});
    if (!listing.events.empty())
        if (auto ticket = session_.submit(listing); ticket.refusal) return std::move(ticket.refusal);
    units = std::move(found);
    return {};
}

bool FixDoor::submit(std::vector<UnitFix> fixes)
{
    Act swept = act();
    swept.events.emplace_back(sweep_of(fixes));
    return submit(swept);
}

void FixDoor::say(std::string const& feed, feeds::Counters const& counts)
{
    Act said = act();
    said.events.emplace_back(counted(feed, counts));
    submit(said);
}

feeds::Counters FixDoor::counters(feeds::Counters const& lines) const
{
    feeds::Counters all = intake_.counters();
    all.received = lines.received;
    all.read = lines.read;
    all.not_read = lines.not_read;
    all.unknown_type = lines.unknown_type;
    all.malformed_by_reason = lines.malformed_by_reason;
    return all;
}

FeedCounted counted(std::string const& feed, feeds::Counters const& counts)
{
    FeedCounted counted;
    counted.feed = feed;
    counted.received = counts.received;
    counted.accepted = counts.accepted;
    counted.duplicate = counts.duplicate;
    counted.late = counts.late;
    counted.doubtful = counts.doubtful;
    counted.malformed = counts.malformed();
    counted.unauthorised = counts.unauthorised;
    counted.unread = counts.not_read + counts.unknown_type;
    return counted;
}

}  // namespace cresset::app
