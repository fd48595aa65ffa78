#pragma once
/// A live receiver: keeps its link open (and opens it again after growing pauses), reads what comes, and lets the fixes
/// of its unit into the session. The first device that speaks is bound to the unit, unless the address names one; what
/// any other says is put into quarantine and counted. A fleet speaks for many units of the room, by their call signs
/// (fleet_roster.h); what one read brought of them is one sweep.
///
/// Fixes are judged by the time of the machine, at which they were received. In an exercise they are written as old as
/// they are, by the clock of the exercise.

#include "app/feeds/fix_door.h"
#include "app/feeds/fleet_roster.h"
#include "app/feeds/line_source.h"
#include "app/feeds/make_link.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace cresset::app {

enum class FeedState : std::uint8_t {
    connecting,  // no line that makes sense came yet
    live,
    silent,  // open, but nothing came that makes sense for a while
    lost,    // closed; tried again after a pause
};
std::string_view english(FeedState state);

struct LiveFeedTimes {
    using Length = std::chrono::milliseconds;
    Length connect{5'000};         // patience with a connection
    Length complete{400};          // nothing came for so long: what NMEA said of one moment is complete
    Length silent{10'000};         // from live to silent
    Length dead{60'000};           // a connection that is silent for so long is opened anew
    Length first_pause{1'000};     // before the next try; doubled each time
    Length longest_pause{30'000};  // until something came
};

class LiveFeed : public QObject {
    Q_OBJECT
public:
    /// `wall` is the time of the machine. Session and wall must outlive this.
    LiveFeed(FeedAddress address, Session& session, TimeSource& wall, LiveFeedTimes times = {},
             LinkMaker maker = make_link);
    ~LiveFeed() override;

    /// Lists the unit if it is not there, then opens the link. A problem if that may not be.
    std::optional<Problem> start();
    /// Takes what has arrived, closes, and says in the journal what was counted.
    void stop();

    FeedAddress const& address() const { return address_; }
    FeedState state() const { return state_; }
    Loss loss() const { return loss_; }
    /// Of the receiver; nothing of a fleet.
    std::optional<UnitId> unit() const { return unit_; }
    /// The call signs for which a fleet spoke that are no units of the room.
    std::vector<std::string> strangers() const;
    /// Lists them as units of the room, in one act: the next that is said of them moves them.
    std::optional<Problem> takeIn();
    /// Units that other feeds drive: a fleet does not speak for them.
    void withhold(std::set<UnitId> units);
    feeds::Counters counters() const;
    feeds::Bindings const& bindings() const { return door_.intake().bindings(); }
    std::uint64_t refused() const { return door_.refused() + failed_; }
    /// Why the first one was; empty if none was.
    std::string first_refusal() const { return failed_ > 0 ? failure_ : door_.first_refusal(); }
    /// The UDP port that is listened to; 0 if none.
    quint16 port() const;
    /// When the last fix was taken, by the time of the machine.
    std::optional<Instant> last_fix() const { return last_fix_; }
    /// What gpsd complained of last; empty if nothing.
    std::string last_error() const;
    /// Pause before the next try, as it stands.
    std::chrono::milliseconds pause() const { return pause_; }

Q_SIGNALS:
    /// Of the state. Counters are asked for when they are shown.
    void stateChanged();

private:
    /// Senders that are told apart, beyond which nothing is read of others.
    static constexpr std::size_t most_senders = 16;
    static constexpr std::size_t most_strangers = 256;

    std::optional<Problem> enlist(std::vector<std::string> const& call_signs, std::vector<UnitId>& units);
    void connectLink();
    void open();
    void onOpened();
    void onReceived(QString const& sender, QByteArray const& bytes, bool whole);
    void onLocated(feeds::Reading const& reading);
    void onLost(Loss loss);
    void onSilence();
    void set(FeedState state, Loss loss = Loss::none);
    /// One sender, whose bytes come in order; datagrams may be anybody's.
    bool is_stream() const { return address_.way != FeedWay::udp; }
    bool mayBeHeard(std::string const& sender) const;
    LineSource& sourceOf(std::string const& sender);
    /// Reads, and takes what was read, from one sender or from all.
    template <typename Read>
    void readFrom(std::string const& sender, LineSource& source, Read read);
    template <typename Read>
    void readFromAll(Read read);
    void noticeLife();
    void take(feeds::Reading reading, std::string const& sender);
    void bindReceiver(feeds::Reading& reading, std::string const& sender);
    void bindOfFleet(std::string const& call_sign);
    void gather(UnitFix fix, Instant received);
    void submitGathered();

    FeedAddress address_;
    Session& session_;
    TimeSource& wall_;
    LiveFeedTimes times_;
    FixDoor door_;
    LinkMaker make_link_;
    std::unique_ptr<FeedLink> link_;
    feeds::Counters places_;  // that came as places, without lines
    std::map<std::string, LineSource> sources_;
    FeedState state_ = FeedState::connecting;
    Loss loss_ = Loss::none;
    std::optional<UnitId> unit_;
    bool bound_ = false;
    std::optional<FleetRoster> roster_;  // of a fleet
    unsigned edition_ = 0;               // of the roster by which these are bound
    std::unordered_set<std::string> fleet_;
    std::map<std::string, std::string> strangers_;  // by their call signs in small letters
    std::vector<UnitFix> gathered_;
    std::unordered_set<UnitId> units_gathered_;
    Instant last_received_{};
    bool running_ = false;
    std::optional<Instant> last_fix_;
    std::uint64_t understood_ = 0;
    std::uint64_t failed_ = 0;
    std::string failure_;
    std::chrono::milliseconds pause_;
    QTimer again_, complete_, silence_;
};

}  // namespace cresset::app
