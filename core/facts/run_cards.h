#pragma once
/// Run cards: how many units of which role a type of incident asks for (response plans; 出警预案, 警力编成). They are
/// data (resources/codes/run_cards.json) and advice: what is sent stands in the journal, whatever the card asked for.

#include "core/base/result.h"
#include "core/facts/codes.h"
#include "core/facts/unit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// A word of the file and where it comes from.
struct RunTerm {
    std::string source;
    std::string term;
    friend bool operator==(RunTerm const&, RunTerm const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("source", &RunTerm::source), field("term", &RunTerm::term)};
    }
};

/// What a unit can be sent as: of one of these kinds (any, if none is named) and with all of these capabilities.
struct RunRole {
    std::string code;
    Names name;
    std::vector<std::string> kinds;
    std::vector<std::string> capabilities;
    friend bool operator==(RunRole const&, RunRole const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("capabilities", &RunRole::capabilities), field("code", &RunRole::code),
                          field("kinds", &RunRole::kinds), field("name", &RunRole::name)};
    }
};

struct RunNeed {
    std::string role;
    std::uint32_t count = 1;
    friend bool operator==(RunNeed const&, RunNeed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("count", &RunNeed::count), field("role", &RunNeed::role)};
    }
};

/// For these types or groups of types (any, if none is named) at these priorities (any, if none is named).
struct RunCard {
    std::string code;
    std::vector<std::string> types, groups;
    std::vector<int> priorities;
    std::vector<RunNeed> needs;
    friend bool operator==(RunCard const&, RunCard const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &RunCard::code), field("groups", &RunCard::groups),
                          field("needs", &RunCard::needs), field("priorities", &RunCard::priorities),
                          field("types", &RunCard::types)};
    }
};

struct RunCards {
    static constexpr std::uint32_t most_of_a_role = 20;
    std::vector<RunCard> cards;
    std::vector<RunTerm> legend;
    std::vector<RunRole> roles;
    friend bool operator==(RunCards const&, RunCards const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("cards", &RunCards::cards), field("legend", &RunCards::legend),
                          field("roles", &RunCards::roles)};
    }

    RunRole const* role(std::string_view code) const;
    /// The first of the file that fits; null if none does.
    RunCard const* card_for(std::string_view type, std::string_view group, int priority) const;
};

bool can_serve_as(Unit const& unit, RunRole const& role);

/// Reads the file; a problem names the card and what does not fit. Types, groups and kinds are looked up in the codes.
Result<RunCards> read_run_cards(std::string_view json, Codes const& codes);

}  // namespace cresset
