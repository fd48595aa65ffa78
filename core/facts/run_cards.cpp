#include "core/facts/run_cards.h"

#include "core/facts/json_text.h"

#include <algorithm>
#include <set>

namespace cresset {

namespace {

template <typename Words>
bool names(Words const& words, std::string_view wanted)
{
    return std::find(words.begin(), words.end(), wanted) != words.end();
}
bool names(std::vector<int> const& ranks, int wanted)
{
    return std::find(ranks.begin(), ranks.end(), wanted) != ranks.end();
}

std::optional<Problem> problem_of(RunRole const& role, Codes const& codes)
{
    for (std::string const& kind : role.kinds)
        if (codes.unit_kind(kind) == nullptr)
            return Problem{fmt::format("run_cards.json: the role {} names the unit kind {}, which is not in units.json",
                                       role.code, kind)};
    if (role.kinds.empty() && role.capabilities.empty())
        return Problem{
            fmt::format("run_cards.json: the role {} asks for nothing: name a kind or a capability", role.code)};
    return {};
}

bool is_group(Codes const& codes, std::string const& group)
{
    return std::any_of(codes.types.begin(), codes.types.end(),
                       [&](TypeCode const& type) { return type.group == group; });
}

std::optional<Problem> problem_of(RunCard const& card, RunCards const& cards, Codes const& codes)
{
    auto const unknown = [&](std::string_view what, std::string_view word) {
        return Problem{
            fmt::format("run_cards.json: the card {} names the {} {}, which is not known", card.code, what, word)};
    };
    for (std::string const& type : card.types)
        if (codes.type(type) == nullptr) return unknown("type", type);
    for (std::string const& group : card.groups)
        if (!is_group(codes, group)) return unknown("group", group);
    for (int const rank : card.priorities)
        if (codes.priority(rank) == nullptr) return unknown("priority", std::to_string(rank));
    std::set<std::string> asked;
    for (RunNeed const& need : card.needs) {
        if (cards.role(need.role) == nullptr) return unknown("role", need.role);
        if (need.count < 1 || need.count > RunCards::most_of_a_role || !asked.insert(need.role).second)
            return Problem{fmt::format("run_cards.json: the card {} must ask for {} once, and for 1 to {} of it",
                                       card.code, need.role, RunCards::most_of_a_role)};
    }
    if (card.needs.empty()) return Problem{fmt::format("run_cards.json: the card {} asks for nobody", card.code)};
    return {};
}

template <typename Rows>
std::optional<Problem> doubled(Rows const& rows)
{
    std::set<std::string> seen;
    for (auto const& row : rows)
        if (!seen.insert(row.code).second)
            return Problem{fmt::format("run_cards.json: {} stands there twice", row.code)};
    return {};
}

std::optional<Problem> problem_of(RunCards const& cards, Codes const& codes)
{
    if (auto problem = doubled(cards.roles)) return problem;
    if (auto problem = doubled(cards.cards)) return problem;
    for (RunRole const& role : cards.roles)
        if (auto problem = problem_of(role, codes)) return problem;
    for (RunCard const& card : cards.cards)
        if (auto problem = problem_of(card, cards, codes)) return problem;
    return {};
}

}  // namespace

RunRole const* RunCards::role(std::string_view code) const
{
    auto const found = std::find_if(roles.begin(), roles.end(), [&](RunRole const& one) { return one.code == code; });
    return found == roles.end() ? nullptr : &*found;
}

RunCard const* RunCards::card_for(std::string_view type, std::string_view group, int priority) const
{
    for (RunCard const& card : cards) {
        bool const what =
            (card.types.empty() && card.groups.empty()) || names(card.types, type) || names(card.groups, group);
        bool const urgent = card.priorities.empty() || names(card.priorities, priority);
        if (what && urgent) return &card;
    }
    return nullptr;
}

bool can_serve_as(Unit const& unit, RunRole const& role)
{
    return (role.kinds.empty() || names(role.kinds, unit.kind)) &&
           std::all_of(role.capabilities.begin(), role.capabilities.end(),
                       [&](std::string const& one) { return names(unit.capabilities, one); });
}

Result<RunCards> read_run_cards(std::string_view text, Codes const& codes)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    RunCards cards;
    if (json.is_discarded()) return Problem{"run_cards.json is not JSON"};
    if (!read_json(json, cards))
        return Problem{"run_cards.json does not fit its form: cards, legend and roles, each with all of its members"};
    if (auto problem = problem_of(cards, codes)) return *problem;
    return cards;
}

}  // namespace cresset
