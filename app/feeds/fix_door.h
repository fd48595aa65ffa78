#pragma once
/// The one road by which fixes of receivers come into a session, from a file as from a live link: devices are bound to
/// units (listed if they are not there yet), readings are judged, every fix that is taken is a sweep by the feed seat.

#include "core/facts/event.h"
#include "core/feeds/fix_intake.h"
#include "core/session/session.h"

#include <string>
#include <utility>
#include <vector>

namespace cresset::app {

inline constexpr SeatId feed_seat{800};
inline constexpr PersonId feed_person{800, 1};

class FixDoor {
public:
    /// `source` stands in the journal beside every act ("feed:car.nmea"). The session must outlive this.
    FixDoor(Session& session, std::string source);

    /// The units of these call signs in their order; those that are not there yet are listed, in one act. A refusal
    /// says why that may not be, and then there are no units.
    std::optional<Refusal> enlist(std::vector<std::string> const& call_signs, std::vector<UnitId>& units);
    /// From now on this device speaks for that unit.
    void bind(std::string const& device, UnitId unit) { intake_.bindings().bind(device, unit); }
    void unbind(std::string const& device) { intake_.bindings().unbind(device); }

    /// The fix of a bound unit, if it is new and possible. Every reading is counted once.
    std::optional<UnitFix> judge(feeds::Reading const& reading, Instant received_at)
    {
        return intake_.take(reading, received_at);
    }
    /// One sweep; of one unit there may be one fix only. False if it was refused: counted, and the first reason kept.
    bool submit(std::vector<UnitFix> fixes);
    /// Says in the journal what was counted.
    void say(std::string const& feed, feeds::Counters const& counts);

    feeds::FixIntake const& intake() const { return intake_; }
    /// Of the readings by the intake, of the lines by their reader.
    feeds::Counters counters(feeds::Counters const& lines) const;
    std::uint64_t refused() const { return refused_; }
    std::string const& first_refusal() const { return first_refusal_; }

private:
    Act act();
    bool submit(Act const& act);

    Session& session_;
    std::string source_;
    feeds::FixIntake intake_{feeds::Bindings{}};
    std::uint64_t refused_ = 0;
    std::string first_refusal_;
};

/// What a feed counted, as an entry has it.
FeedCounted counted(std::string const& feed, feeds::Counters const& counts);

}  // namespace cresset::app
