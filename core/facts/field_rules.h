#pragma once
/// Numbers that cordons, reach and arrival drills are worked out with; data of resources/codes/field_rules.json. What a
/// person decided by them stands in the journal.

#include "core/base/result.h"
#include "core/facts/fields.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cresset {

struct CordonRules {
    std::uint32_t car_percent = 100;  // of the road's speed for cars
    std::uint32_t ebike_mm_s = 8'000;
    std::uint32_t foot_mm_s = 3'000;
    std::uint32_t grids = 3;         // of the rule of thumb
    std::uint32_t officers = 10;     // of the rule of thumb
    std::uint32_t open_points = 12;  // at most, of a cordon that cannot seal
    std::uint32_t radius_m = 2'000;
    friend bool operator==(CordonRules const&, CordonRules const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{
            field("car_percent", &CordonRules::car_percent), field("ebike_mm_s", &CordonRules::ebike_mm_s),
            field("foot_mm_s", &CordonRules::foot_mm_s),     field("grids", &CordonRules::grids),
            field("officers", &CordonRules::officers),       field("open_points", &CordonRules::open_points),
            field("radius_m", &CordonRules::radius_m)};
    }
};

/// So many units at the place within so many seconds of T0.
struct StageRule {
    std::int64_t limit_s = 60;
    std::uint32_t wanted = 1;
    friend bool operator==(StageRule const&, StageRule const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("limit_s", &StageRule::limit_s), field("wanted", &StageRule::wanted)};
    }
};

struct FieldRules {
    CordonRules cordon;
    std::vector<std::int64_t> reach_min{1, 3, 5};  // the rings of reach and coverage
    std::uint32_t stage_radius_m = 50;             // who is so near has arrived
    std::vector<StageRule> stages{{60, 1}, {180, 2}, {300, 3}};
    friend bool operator==(FieldRules const&, FieldRules const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("cordon", &FieldRules::cordon), field("reach_min", &FieldRules::reach_min),
                          field("stage_radius_m", &FieldRules::stage_radius_m), field("stages", &FieldRules::stages)};
    }
};

Result<FieldRules> read_field_rules(std::string_view json);

}  // namespace cresset
