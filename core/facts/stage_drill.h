#pragma once
/// An arrival drill by stages ("1-3-5"): from T0 on, so many units shall be at the place within one, three and five
/// minutes. Who came when, and whether each stage was kept, stands in the journal.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/listed.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cresset {

struct DrillStage {
    std::int64_t limit_s = 60;
    std::uint32_t wanted = 1;  // units at the place by then
    std::optional<bool> kept;  // once it is over
    friend bool operator==(DrillStage const&, DrillStage const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("kept", &DrillStage::kept), field("limit_s", &DrillStage::limit_s),
                          field("wanted", &DrillStage::wanted)};
    }
};

struct StageArrival {
    UnitId unit;
    Instant at{};
    friend bool operator==(StageArrival const&, StageArrival const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &StageArrival::at), field("unit", &StageArrival::unit)};
    }
};

struct StageDrill {
    Place place;
    std::uint32_t radius_mm = 50'000;  // who is so near has arrived
    std::optional<IncidentId> incident;
    Instant began_at{};                  // T0
    std::vector<DrillStage> stages;      // the shortest first
    std::vector<StageArrival> arrivals;  // each unit once, the first first
    std::optional<Instant> ended_at;
    std::optional<Seq> changed_by;
    friend bool operator==(StageDrill const&, StageDrill const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("arrivals", &StageDrill::arrivals),     field("began_at", &StageDrill::began_at),
                          field("changed_by", &StageDrill::changed_by), field("ended_at", &StageDrill::ended_at),
                          field("incident", &StageDrill::incident),     field("place", &StageDrill::place),
                          field("radius_mm", &StageDrill::radius_mm),   field("stages", &StageDrill::stages)};
    }
};

struct StageDrillBegun : Listed<StageDrillId, StageDrill> {
    static constexpr std::string_view kind = "stages.begun";
};

struct StageArrived {
    static constexpr std::string_view kind = "stages.arrived";
    StageDrillId drill;
    UnitId unit;
    Instant at{};
    friend bool operator==(StageArrived const&, StageArrived const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &StageArrived::at), field("drill", &StageArrived::drill),
                          field("unit", &StageArrived::unit)};
    }
};

struct StageJudged {
    static constexpr std::string_view kind = "stages.judged";
    StageDrillId drill;
    std::uint32_t stage = 0;  // counted from 0
    std::uint32_t arrived = 0;
    bool kept = false;
    friend bool operator==(StageJudged const&, StageJudged const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("arrived", &StageJudged::arrived), field("drill", &StageJudged::drill),
                          field("kept", &StageJudged::kept), field("stage", &StageJudged::stage)};
    }
};

/// Broken off, or done with: the last stage is judged.
struct StageDrillEnded {
    static constexpr std::string_view kind = "stages.ended";
    StageDrillId drill;
    friend bool operator==(StageDrillEnded const&, StageDrillEnded const&) = default;
    static constexpr auto fields() { return std::tuple{field("drill", &StageDrillEnded::drill)}; }
};

}  // namespace cresset
