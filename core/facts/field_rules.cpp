#include "core/facts/field_rules.h"

#include "core/facts/json_text.h"

namespace cresset {

namespace {

bool rises(auto const& list, auto value)
{
    std::int64_t before = 0;
    for (auto const& one : list) {
        if (value(one) <= before) return false;
        before = value(one);
    }
    return !list.empty();
}

std::optional<Problem> problem_of(FieldRules const& rules)
{
    auto const& cordon = rules.cordon;
    if (cordon.radius_m < 100 || cordon.radius_m > 20'000)
        return Problem{"field_rules.json: the radius of a cordon must be 100 to 20000 m"};
    if (cordon.foot_mm_s == 0 || cordon.ebike_mm_s == 0 || cordon.car_percent == 0)
        return Problem{"field_rules.json: whoever flees has a speed above 0"};
    if (!rises(rules.stages, [](StageRule const& one) { return one.limit_s; }))
        return Problem{"field_rules.json: the stages of a drill must have rising limits"};
    for (StageRule const& stage : rules.stages)
        if (stage.wanted == 0) return Problem{"field_rules.json: a stage wants one unit at least"};
    if (rules.stage_radius_m == 0) return Problem{"field_rules.json: stage_radius_m must be above 0"};
    if (!rises(rules.reach_min, [](std::int64_t one) { return one; }) || rules.reach_min.back() > 120)
        return Problem{"field_rules.json: reach_min must rise, up to 120 minutes"};
    return {};
}

}  // namespace

Result<FieldRules> read_field_rules(std::string_view text)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    FieldRules rules;
    if (json.is_discarded() || !read_json(json, rules))
        return Problem{"field_rules.json does not fit its form: cordon, reach_min, stage_radius_m and stages"};
    if (auto problem = problem_of(rules)) return *problem;
    return rules;
}

}  // namespace cresset
