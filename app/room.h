#pragma once
/// A command room opened for one shift: city pack, journal, session, desk, and the simulated city if it is an exercise.
/// Both programs open the same room; one puts windows on it.

#include "core/base/result.h"
#include "core/exercise/road_guide.h"
#include "core/journal/journal.h"
#include "core/session/desk.h"
#include "core/session/exercise_run.h"
#include "core/session/nearer_watch.h"
#include "core/session/session.h"
#include "core/session/verbs.h"
#include "maps/pack.h"
#include "maps/pack_places.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace cresset::app {

struct RoomOrder {
    std::optional<std::filesystem::path> city;        // none: that of the journal if it is known, else no map
    std::optional<std::filesystem::path> journal;     // none: in memory alone (a picture, a test)
    std::optional<std::string> drill;                 // name or file; none: live, or what the journal says
    std::optional<std::filesystem::path> takes_over;  // the journal whose shift a new one takes over
    std::uint64_t seed = 1;
    bool read_only = false;
    std::optional<std::string> at;  // read it as it was then: a time or an entry number
    bool must_be_new = false;       // refuse an existing journal
    JournalOptions journal_options;
};

/// The time of this machine. The only clock of the program.
class SystemClock : public TimeSource {
public:
    Instant now() override;
};

class Room {
public:
    /// A problem says what is wrong and what to do. A journal that another program holds opens read-only.
    static Result<std::unique_ptr<Room>> open(RoomOrder order);
    ~Room();

    Session& session() { return *session_; }
    Desk& desk() { return *desk_; }
    Verbs const& verbs() const { return verbs_; }
    Journal* journal() { return journal_.get(); }
    /// The journal's file, written or read; none if the shift is in memory alone.
    std::optional<std::filesystem::path> file() const;
    std::shared_ptr<maps::CityPack const> const& pack() const { return pack_; }
    maps::PackPlaces const* places() const { return places_.get(); }
    RoadGuide const* guide() const { return guide_.get(); }
    /// Who became free and would be somewhere sooner; null if the shift is only read.
    NearerWatch* nearer() { return nearer_.get(); }
    /// The simulated city; null if the shift is live or only read.
    ExerciseRun* exercise() { return exercise_.get(); }
    ExerciseClock& exercise_clock() { return exercise_clock_; }
    bool read_only() const { return read_only_; }
    /// Why it is read-only though that was not asked for; empty if it is not.
    std::string const& notice() const { return notice_; }

    /// The entries before the present moment, at most about that many: for the log of a shift that goes on.
    std::vector<Entry> recent(std::uint64_t most) const;
    /// True if another program writes the journal and this one follows it.
    bool follows() const { return reader_ != nullptr && !fixed_; }
    /// Entries that were written by the program that holds the journal, applied to this room's world.
    void follow();
    /// Writes what is waiting; a problem if something could not be saved.
    std::optional<Problem> close();

private:
    Room() = default;
    std::optional<Problem> open_city(RoomOrder const& order);
    std::optional<Problem> open_journal(RoomOrder const& order);
    std::optional<Problem> open_for_reading(std::filesystem::path const& file, std::optional<std::string> const& at);
    std::optional<Problem> begin(RoomOrder const& order);

    Verbs verbs_;
    Codes codes_;
    std::shared_ptr<maps::CityPack const> pack_;
    std::unique_ptr<maps::PackPlaces> places_;
    std::unique_ptr<RoadGuide> guide_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<JournalReader> reader_;
    SystemClock system_clock_;
    ExerciseClock exercise_clock_;
    World world_;
    bool is_new_ = false;
    bool read_only_ = false;
    bool fixed_ = false;  // shows one moment
    std::string notice_;
    std::string drill_text_;
    std::unique_ptr<Session> session_;
    DispatchRules rules_;
    FieldRules field_rules_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<NearerWatch> nearer_;  // before the session, which it watches, goes
    std::unique_ptr<ExerciseRun> exercise_;
};

}  // namespace cresset::app
