#pragma once
/// Open incidents that a call still being typed may be the same as, each with a whole-number score: how alike, 0..100.
///
///     up to 40  nearness    40 on the spot, 0 at limits.duplicate_radius_m; 0 if nobody knows yet where the call is
///     up to 20  age         20 if reported now, 0 at limits.duplicate_window_s
///     25 or 15  type        25 for the same type, 15 for another of its group; 0 if it is not known yet
///     up to 15  words       5 for each word that both callers said, three at most; of a place that is not known yet,
///                           each word that stands in the other's address too
///
/// Parts are rounded down. Beyond the radius or the window nothing is offered, nor what is closed, nor what is linked
/// to another incident already (that other one is). Where the place is not known, only what shares the type, the group
/// or a word.

#include "core/world/world.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// What is known of the call so far.
struct CallSoFar {
    std::optional<Place> place;
    std::string_view type;  // code; empty if it is not known yet
    std::string_view text;
    std::string_view unknown_place{};  // as it is typed, while nobody knows where that is: compared as words
};

struct LikelyDuplicate {
    IncidentId incident;
    int score = 0;
    std::optional<std::int64_t> distance_mm;  // nothing if the call has no place yet
    Duration age{};
    friend bool operator==(LikelyDuplicate const&, LikelyDuplicate const&) = default;
};

/// What the caller of an incident said. It stands outside the world (it can be erased); asked only for what is near and
/// recent. May be empty: then nobody said anything.
using WhatWasSaid = std::function<std::string(Incident const&)>;

/// Best first; the nearer first among equals, then the lower id.
std::vector<LikelyDuplicate> likely_duplicates(World const& world, Instant now, CallSoFar const& call,
                                               WhatWasSaid const& said, std::size_t limit);

/// Words that can be compared: runs of letters and digits, three at least, made small; of Chinese, which has no blanks,
/// every two ideographs that stand together. Words that everybody says ("the", "有人") are left out.
std::set<std::string> telling_words(std::string_view text);

}  // namespace cresset
