#include "app/feeds/live_feed.h"

#include "core/base/text.h"
#include "core/store/error.h"

#include <QHostAddress>
#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace cresset::app {

namespace {

constexpr char const* only_sender = "receiver";  // the device of a connection that names none

std::string normal(std::string const& host)
{
    QHostAddress const address{QString::fromStdString(host)};
    return address.isNull() ? host : address.toString().toStdString();
}

}  // namespace

std::string_view english(FeedState state)
{
    switch (state) {
        case FeedState::connecting: return "connecting";
        case FeedState::live: return "live";
        case FeedState::silent: return "silent";
        case FeedState::lost: return "lost";
    }
    return "";
}

LiveFeed::LiveFeed(FeedAddress address, Session& session, TimeSource& wall, LiveFeedTimes times, LinkMaker maker)
    : address_{std::move(address)},
      session_{session},
      wall_{wall},
      times_{times},
      door_{session, "feed:" + source_text(address_)},
      make_link_{std::move(maker)},
      pause_{times.first_pause}
{
    if (address_.kind == FeedKind::fleet) roster_.emplace(session, address_.call_sign);
    for (QTimer* timer : {&again_, &complete_, &silence_}) timer->setSingleShot(true);
    complete_.setInterval(times_.complete);
    connect(&again_, &QTimer::timeout, this, &LiveFeed::open);
    connect(&complete_, &QTimer::timeout, this,
            [this] { readFromAll([](LineSource& source, auto& readings) { source.pause(readings); }); });
    connect(&silence_, &QTimer::timeout, this, &LiveFeed::onSilence);
}

LiveFeed::~LiveFeed()
{
    blockSignals(true);  // who listens may be half gone
    try {
        stop();
    } catch (StoreError const&) {  // the journal itself says what the disk did
        running_ = false;
    }
}

std::optional<Problem> LiveFeed::enlist(std::vector<std::string> const& call_signs, std::vector<UnitId>& units)
{
    try {
        if (auto const refusal = door_.enlist(call_signs, units)) return Problem{explain(*refusal)};
    } catch (StoreError const& error) {
        return Problem{error.what()};
    }
    return {};
}

std::vector<std::string> LiveFeed::strangers() const
{
    std::vector<std::string> names;
    for (auto const& [key, name] : strangers_)
        if (!find_unit(session_.world(), name)) names.push_back(name);
    return names;
}

std::optional<Problem> LiveFeed::takeIn()
{
    std::vector<UnitId> units;
    auto problem = enlist(strangers(), units);
    if (!problem) strangers_.clear();
    return problem;
}

void LiveFeed::connectLink()
{
    link_ = make_link_(address_, times_.connect);
    connect(link_.get(), &FeedLink::opened, this, &LiveFeed::onOpened);
    connect(link_.get(), &FeedLink::received, this, &LiveFeed::onReceived);
    connect(link_.get(), &FeedLink::located, this, &LiveFeed::onLocated);
    connect(link_.get(), &FeedLink::lost, this, &LiveFeed::onLost);
}

std::optional<Problem> LiveFeed::start()
{
    if (running_) return {};
    if (address_.way == FeedWay::udp && address_.host == "localhost") address_.host = "127.0.0.1";
    if (address_.way == FeedWay::udp && !address_.host.empty() &&
        QHostAddress{QString::fromStdString(address_.host)}.isNull())
        return Problem{
            fmt::format("\"{}\" is no address: over UDP give the sender's as figures, or none", address_.host)};
    if (!roster_) {
        std::vector<UnitId> units;
        if (auto problem = enlist({address_.call_sign}, units)) return problem;
        unit_ = units.front();
    }
    running_ = true;
    connectLink();
    open();
    return {};
}

void LiveFeed::stop()
{
    if (!running_) return;
    link_->drain();
    readFromAll([](LineSource& source, auto& readings) { source.end(readings); });
    running_ = false;
    link_->close();
    for (QTimer* timer : {&again_, &complete_, &silence_}) timer->stop();
    feeds::Counters const counts = counters();
    if (counts.received + counts.readings > 0) door_.say(source_text(address_), counts);
    set(FeedState::lost);
}

quint16 LiveFeed::port() const
{
    auto const* udp = qobject_cast<UdpLink const*>(link_.get());
    return udp == nullptr ? quint16{0} : udp->port();
}

void LiveFeed::open()
{
    link_->open();
}

void LiveFeed::onOpened()
{
    set(FeedState::connecting);
    silence_.start(times_.silent);
}

void LiveFeed::onLost(Loss loss)
{
    readFromAll([](LineSource& source, auto& readings) { source.end(readings); });
    silence_.stop();
    complete_.stop();
    again_.start(pause_);
    pause_ = std::min(2 * pause_, times_.longest_pause);
    set(FeedState::lost, loss);
}

void LiveFeed::onSilence()
{
    bool const first = state_ != FeedState::silent;
    set(FeedState::silent);
    if (address_.way == FeedWay::udp) return;
    if (first) return silence_.start(std::max(times_.dead - times_.silent, LiveFeedTimes::Length{1}));
    // The other side may be gone without a word.
    link_->close();
    onLost(Loss::nothing_came);
}

void LiveFeed::set(FeedState state, Loss loss)
{
    if (state == state_ && loss == loss_) return;
    state_ = state;
    loss_ = loss;
    Q_EMIT stateChanged();
}

bool LiveFeed::mayBeHeard(std::string const& sender) const
{
    if (is_stream()) return true;
    if (!address_.host.empty() && normal(sender) != normal(address_.host)) return false;
    return roster_ || sources_.contains(sender) || sources_.size() < most_senders;
}

LineSource& LiveFeed::sourceOf(std::string const& sender)
{
    // A line of a fleet is whole, and says of whom it is.
    std::string const device = is_stream() || roster_ ? only_sender : sender;
    return sources_.try_emplace(roster_ ? device : sender, address_.kind, device).first->second;
}

void LiveFeed::onReceived(QString const& from, QByteArray const& bytes, bool whole)
{
    std::string const sender = is_stream() ? std::string{only_sender} : from.toStdString();
    if (!mayBeHeard(sender)) {
        feeds::Reading claim;
        claim.device = sender;
        door_.judge(claim, wall_.now());
        return;
    }
    readFrom(sender, sourceOf(sender), [&](LineSource& source, auto& readings) {
        source.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, readings);
        if (whole && !bytes.endsWith('\n')) source.feed("\n", readings);
    });
    complete_.start();
    noticeLife();
}

void LiveFeed::onLocated(feeds::Reading const& reading)
{
    places_.count_read();
    take(reading, only_sender);
    submitGathered();
    noticeLife();
}

template <typename Read>
void LiveFeed::readFrom(std::string const& sender, LineSource& source, Read read)
{
    std::vector<feeds::Reading> readings;
    read(source, readings);
    for (feeds::Reading& reading : readings) take(std::move(reading), sender);
    submitGathered();
}

template <typename Read>
void LiveFeed::readFromAll(Read read)
{
    for (auto& [sender, source] : sources_) readFrom(sender, source, read);
}

/// Garbage is no sign of life.
void LiveFeed::noticeLife()
{
    std::uint64_t const now = understood(counters());
    if (now == understood_) return;
    understood_ = now;
    pause_ = times_.first_pause;
    silence_.start(times_.silent);
    set(FeedState::live);
}

void LiveFeed::bindReceiver(feeds::Reading& reading, std::string const& sender)
{
    bool const is_the_one =
        address_.kind != FeedKind::gpsd || address_.device.empty() || reading.device == address_.device;
    // Two senders may both have a /dev/ttyUSB0.
    if (address_.way == FeedWay::udp && reading.device != sender) reading.device = sender + " " + reading.device;
    if (bound_ || !is_the_one) return;
    door_.bind(reading.device, *unit_);
    bound_ = true;
}

void LiveFeed::bindOfFleet(std::string const& call_sign)
{
    if (roster_->edition() != edition_) {
        for (std::string const& bound : fleet_) door_.unbind(bound);
        fleet_.clear();
        edition_ = roster_->edition();
    }
    if (fleet_.contains(call_sign)) return;
    auto const unit = roster_->unit_of(call_sign);
    bool const may_be_taken_in = address_.call_sign == every_unit && is_call_sign(call_sign);
    if (!unit && may_be_taken_in && strangers_.size() < most_strangers) strangers_.emplace(lower(call_sign), call_sign);
    if (!unit) return;
    door_.bind(call_sign, *unit);
    fleet_.insert(call_sign);
}

void LiveFeed::withhold(std::set<UnitId> units)
{
    if (roster_) roster_->withhold(std::move(units));
}

void LiveFeed::take(feeds::Reading reading, std::string const& sender)
{
    if (roster_)
        bindOfFleet(reading.device);
    else
        bindReceiver(reading, sender);
    Instant const received = wall_.now();
    if (auto const fix = door_.judge(reading, received)) gather(*fix, received);
}

void LiveFeed::gather(UnitFix fix, Instant received)
{
    if (session_.world().shift.exercise) fix.fix.at = session_.now() - std::max(received - fix.fix.at, Duration{0});
    if (!units_gathered_.insert(fix.unit).second) {
        submitGathered();
        units_gathered_.insert(fix.unit);
    }
    gathered_.push_back(fix);
    last_received_ = received;
}

void LiveFeed::submitGathered()
{
    if (gathered_.empty()) return;
    units_gathered_.clear();
    try {
        if (door_.submit(std::exchange(gathered_, {}))) last_fix_ = last_received_;
    } catch (StoreError const& error) {
        if (failed_++ == 0) failure_ = error.what();
    }
}

feeds::Counters LiveFeed::counters() const
{
    feeds::Counters lines = places_;
    for (auto const& [sender, source] : sources_) add_lines(lines, source.counters());
    return door_.counters(lines);
}

std::string LiveFeed::last_error() const
{
    for (auto const& [sender, source] : sources_)
        if (auto error = source.last_error(); !error.empty()) return error;
    return {};
}

}  // namespace cresset::app
