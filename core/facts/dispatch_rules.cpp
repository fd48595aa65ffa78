#include "core/facts/dispatch_rules.h"

#include "core/base/text.h"
#include "core/facts/json_text.h"

#include <set>

namespace cresset {

namespace {

/// dispatch_rules.json as it stands.
struct Margins {
    std::int64_t equal_s = 0;
    std::int64_t nearer_s = 0;
    std::vector<PlainCode> reasons;
    static constexpr auto fields()
    {
        return std::tuple{field("equal_s", &Margins::equal_s), field("nearer_s", &Margins::nearer_s),
                          field("reasons", &Margins::reasons)};
    }
};

std::optional<Problem> problem_of(Margins const& margins)
{
    if (margins.nearer_s < 1 || margins.equal_s < 0)
        return Problem{"dispatch_rules.json: nearer_s must be 1 or more, equal_s 0 or more"};
    std::set<std::string> seen;
    for (PlainCode const& reason : margins.reasons)
        if (reason.code.empty() || !seen.insert(lower(reason.code)).second)
            return Problem{
                fmt::format("dispatch_rules.json: the reason \"{}\" has no code or stands there twice", reason.code)};
    return {};
}

}  // namespace

PlainCode const* DispatchRules::reason(std::string_view word) const
{
    std::string const wanted = lower(trim(word));
    for (PlainCode const& one : reasons)
        if (wanted == lower(one.code) || wanted == lower(one.name.en) || wanted == lower(one.name.zh)) return &one;
    auto const number = parse_whole<std::size_t>(wanted);
    return number && *number >= 1 && *number <= reasons.size() ? &reasons[*number - 1] : nullptr;
}

Result<DispatchRules> join_dispatch_rules(std::map<std::string, std::string> const& files, Codes const& codes)
{
    for (char const* name : {"run_cards", "dispatch_rules"})
        if (!files.contains(name)) return Problem{fmt::format("the table {}.json is missing", name)};
    auto cards = read_run_cards(files.at("run_cards"), codes);
    if (!cards) return Problem{cards.problem()};
    auto const json = nlohmann::json::parse(files.at("dispatch_rules"), nullptr, false);
    Margins margins;
    if (json.is_discarded() || !read_json(json, margins))
        return Problem{"dispatch_rules.json does not fit its form: equal_s, nearer_s and reasons"};
    if (auto problem = problem_of(margins)) return *problem;
    return DispatchRules{*std::move(cards), std::move(margins.reasons), margins.nearer_s, margins.equal_s};
}

}  // namespace cresset
