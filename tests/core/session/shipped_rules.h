#pragma once
/// The shipped run cards and reasons, and run cards of a test's own.

#include "core/facts/dispatch_rules.h"
#include "tests/core/session/command_room.h"

namespace cresset::testing {

inline DispatchRules const& shipped_rules()
{
    static DispatchRules const rules = [] {
        std::map<std::string, std::string> files;
        for (char const* name : {"run_cards", "dispatch_rules"})
            files[name] = file_text(std::string{SOURCE_DIR "/resources/codes/"} + name + ".json");
        auto joined = join_dispatch_rules(files, shipped_codes());
        REQUIRE(joined);
        return *std::move(joined);
    }();
    return rules;
}

/// One card for everything: so many cars, so many of who is armed, so many with a dog.
inline DispatchRules one_card(std::uint32_t cars, std::uint32_t armed, std::uint32_t dogs)
{
    DispatchRules rules = shipped_rules();
    rules.cards.roles = {{"car", {"car", "车"}, {"car"}, {}},
                         {"armed", {"armed", "武装"}, {}, {"armed"}},
                         {"dog", {"dog", "警犬"}, {}, {"dog"}}};
    RunCard card;
    card.code = "all";
    if (cars > 0) card.needs.push_back({"car", cars});
    if (armed > 0) card.needs.push_back({"armed", armed});
    if (dogs > 0) card.needs.push_back({"dog", dogs});
    rules.cards.cards = {card};
    return rules;
}

}  // namespace cresset::testing
