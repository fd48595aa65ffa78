#pragma once
/// Checks a whole journal: every row against its chain, the order of places and times, the texts and blobs that rows
/// mention, the world it began with, the snapshots, and the heads that were signed off (a cut tail shows only there).

#include "core/journal/reader.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

struct Broken {
    Seq seq;           // the first entry that is broken; 0: what stands before the first
    std::string text;  // "entry 17 was changed after it was written"
};

struct VerifyReport {
    std::uint64_t entries = 0;
    std::string digest;  // "COUNT:HEX", computed anew; up to the broken entry
    std::optional<Broken> broken;
    std::uint64_t texts = 0, texts_erased = 0;
    std::uint64_t blobs = 0, blobs_thinned = 0;
    std::uint64_t snapshots = 0;
    std::uint64_t heads_checked = 0;
    std::vector<std::string> notes;  // what is odd, but breaks no promise
    bool stopped = false;            // somebody asked it to stop: what came after was not looked at
    bool whole() const { return !broken && !stopped; }
};

/// Told now and then how many of the entries are checked; false to stop.
using VerifyProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

/// `head`: a digest that somebody kept elsewhere; the journal must have had it when it had that many entries.
VerifyReport verify(JournalReader const& journal, std::optional<SignedHead> const& head = {},
                    VerifyProgress const& progress = {});

}  // namespace cresset
