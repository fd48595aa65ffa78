#pragma once
/// Rules of dispatching that are advice: run cards, the margins by which somebody is held to be nearer, the reasons to
/// choose from when another is sent than was recommended. Data of resources/codes; what a person decided by them stands
/// in the journal.

#include "core/facts/run_cards.h"

#include <map>
#include <string>
#include <vector>

namespace cresset {

struct DispatchRules {
    RunCards cards;
    std::vector<PlainCode> reasons;
    std::int64_t nearer_s = 60;  // who became free is spoken of if it would be there that much sooner
    std::int64_t equal_s = 15;   // who is later by no more is as good as the first: nobody asks why

    /// By its code, its name in either language, or its number in the list (from 1); null if it is none.
    PlainCode const* reason(std::string_view word) const;
};

/// Reads the two files, name without ".json" -> text ("run_cards", "dispatch_rules"); a problem says which does not fit
/// and why.
Result<DispatchRules> join_dispatch_rules(std::map<std::string, std::string> const& files, Codes const& codes);

}  // namespace cresset
