#pragma once
/// Opening, continuing and handing over a shift: which world a journal begins with, and what its first act says.

#include "core/base/result.h"
#include "core/journal/journal.h"
#include "core/session/session.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

/// The seat that sets a shift up (what is listed at its beginning), and who does.
constexpr SeatId setup_seat{0};
constexpr PersonId setup_person{0, 1};

/// A journal with the world that it stands for.
struct OpenShift {
    std::unique_ptr<Journal> journal;
    World world;
};

/// A new file. With `parent`, its shift takes over that one's units, sites and open incidents, and their texts.
Result<OpenShift> begin_shift(std::filesystem::path const& file, Instant at, JournalOptions options = {},
                              std::optional<std::filesystem::path> const& parent = {});
/// Goes on with a file where it ended.
Result<OpenShift> continue_shift(std::filesystem::path const& file, JournalOptions options = {});

/// What a shift stands on, said in its first act.
struct ShiftSetup {
    ShiftOpened shift;
    std::string codes;          // to_json(Codes)
    std::string drill;          // text of the drill file; empty if none
    std::vector<Event> city;    // departments, stations, grids, cameras of the pack
    std::vector<Event> people;  // PersonListed
};

/// Submits the first act (of a shift that took over another, only what is new: what stands already is left out).
Ticket set_up(Session& session, ShiftSetup const& setup);

}  // namespace cresset
