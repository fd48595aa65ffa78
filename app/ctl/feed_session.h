#pragma once
/// A journal that is fed from a file or by live receivers: its clock follows the file, or the machine; everything goes
/// through the session's one door.

#include "app/feeds/fix_door.h"
#include "app/room.h"
#include "core/base/result.h"
#include "core/facts/codes.h"
#include "core/feeds/counters.h"
#include "core/session/exercise_run.h"
#include "core/session/session.h"
#include "core/session/shift.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cresset::app {

/// What became of a file.
struct FeedReport {
    feeds::Counters counts;
    std::vector<std::string> problems;  // in words, the first hundred
    std::uint64_t known_before = 0;     // incidents that the journal had already
    std::uint64_t refused = 0;          // acts
    std::string first_refusal;
};

struct FeedOrder {
    std::filesystem::path journal;
    std::string name;  // of the file
    std::string time_zone;
    Instant starts{};
    Codes codes;        // adopted where the journal lacks them
    bool live = false;  // the time is the machine's
};

class FeedSession {
public:
    /// A new journal, or one that goes on. A problem if another program writes it.
    static Result<std::unique_ptr<FeedSession>> open(FeedOrder const& order);

    World const& world() const { return session_->world(); }
    Session& session() { return *session_; }
    Instant now() const { return session_->now(); }

    /// What stands in the journal beside every act.
    std::string const& source() const { return source_; }
    /// The file has come to `at`.
    void come_to(Instant at) { clock_.set(at); }
    /// An act of the feed, written when the file has come to `at`.
    Act act(Instant at);
    /// Counts a refusal.
    bool submit(Act const& act, FeedReport& report);
    /// Says in the journal what was counted.
    void count(std::string const& feed, feeds::Counters const& counts);
    /// Everything is on the disk, or the problem.
    std::optional<Problem> close();
    std::string digest() const;

private:
    FeedSession() = default;
    void begin(FeedOrder const& order);
    void adopt(Codes const& codes);

    std::string source_;
    ExerciseClock clock_;
    SystemClock system_clock_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Session> session_;
};

}  // namespace cresset::app
