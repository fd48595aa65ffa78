#include "app/feeds/live_feeds.h"

#include "core/exercise/fleet.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::app {

LiveFeeds::LiveFeeds(Session& session, TimeSource& wall, LiveFeedTimes times)
    : session_{session}, wall_{wall}, times_{times}
{
}

LiveFeeds::~LiveFeeds() = default;

std::optional<Problem> LiveFeeds::whyNot(FeedAddress const& address) const
{
    auto const has = [&](auto const& test) {
        return std::any_of(feeds_.begin(), feeds_.end(), [&](auto const& feed) { return test(feed->address()); });
    };
    auto const known = find_unit(session_.world(), address.call_sign);
    if (has([&](FeedAddress const& one) {
            return one.way == FeedWay::udp && address.way == FeedWay::udp && one.port == address.port;
        }))
        return Problem{fmt::format("another feed listens at UDP port {} already", address.port)};
    if (address.way == FeedWay::serial &&
        has([&](FeedAddress const& one) { return one.way == FeedWay::serial && one.device == address.device; }))
        return Problem{fmt::format("another feed reads {} already", address.device)};
    auto const own = std::find_if(feeds_.begin(), feeds_.end(),
                                  [](auto const& feed) { return feed->address().way == FeedWay::system; });
    if (address.way == FeedWay::system && own != feeds_.end())
        return Problem{fmt::format("{} is this computer already: remove that feed first", (*own)->address().call_sign)};
    if (has([&](FeedAddress const& one) { return source_text(one) == source_text(address); }))
        return Problem{fmt::format("{} is a feed already", source_text(address))};
    if (std::any_of(feeds_.begin(), feeds_.end(), [&](auto const& feed) { return known && feed->unit() == known; }))
        return Problem{fmt::format("{} has a feed already: remove that first", address.call_sign)};
    if (session_.world().shift.exercise && known && known->origin == simulated_origin)
        return Problem{fmt::format("{} is driven by the simulated city: give the receiver a call sign of its own",
                                   address.call_sign)};
    if (address.kind == FeedKind::fleet && address.call_sign != every_unit && !known)
        return Problem{
            fmt::format("{} is no unit of this room: write * for all units, or list it first", address.call_sign)};
    return {};
}

void LiveFeeds::shareOut()
{
    std::set<UnitId> receivers;
    for (auto const& feed : feeds_)
        if (auto const unit = feed->unit()) receivers.insert(*unit);
    for (auto const& feed : feeds_) feed->withhold(receivers);
}

std::optional<Problem> LiveFeeds::add(FeedAddress const& address)
{
    if (auto problem = whyNot(address)) return problem;
    auto feed = std::make_unique<LiveFeed>(address, session_, wall_, times_);
    connect(feed.get(), &LiveFeed::stateChanged, this, &LiveFeeds::stateChanged);
    if (auto problem = feed->start()) return problem;
    feeds_.push_back(std::move(feed));
    shareOut();
    Q_EMIT listChanged();
    return {};
}

void LiveFeeds::remove(std::size_t index)
{
    if (index >= feeds_.size()) return;
    auto const feed = std::move(feeds_[index]);
    feeds_.erase(feeds_.begin() + static_cast<std::ptrdiff_t>(index));
    feed->stop();
    shareOut();
    Q_EMIT listChanged();
}

std::vector<std::string> LiveFeeds::addresses() const
{
    std::vector<std::string> all;
    for (auto const& feed : feeds_) all.push_back(to_text(feed->address()));
    return all;
}

}  // namespace cresset::app
