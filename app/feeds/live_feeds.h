#pragma once
/// All live feeds of one session: added and removed by an operator. Receivers are bound to a unit of their own each; a
/// fleet speaks for the units that have none.

#include "app/feeds/live_feed.h"

#include <QObject>
#include <memory>
#include <string>
#include <vector>

namespace cresset::app {

class LiveFeeds : public QObject {
    Q_OBJECT
public:
    /// Session and wall must outlive this.
    LiveFeeds(Session& session, TimeSource& wall, LiveFeedTimes times = {});
    ~LiveFeeds() override;

    /// Starts it. A problem says why it may not be: an address or a unit that another feed has, a unit that the
    /// simulated city drives.
    std::optional<Problem> add(FeedAddress const& address);
    /// Stops it; what it counted stands in the journal.
    void remove(std::size_t index);
    /// See LiveFeed.
    std::optional<Problem> takeIn(std::size_t index) { return feeds_.at(index)->takeIn(); }

    std::size_t size() const { return feeds_.size(); }
    LiveFeed const& at(std::size_t index) const { return *feeds_.at(index); }
    std::vector<std::string> addresses() const;
    Session const& session() const { return session_; }
    Instant now() const { return wall_.now(); }

Q_SIGNALS:
    void listChanged();
    void stateChanged();

private:
    std::optional<Problem> whyNot(FeedAddress const& address) const;
    void shareOut();
    Session& session_;
    TimeSource& wall_;
    LiveFeedTimes times_;
    std::vector<std::unique_ptr<LiveFeed>> feeds_;
};

}  // namespace cresset::app
