#pragma once
/// The code tables: statuses with their legal transitions, incident types, priorities, dispositions, unit kinds,
/// limits. They are data (resources/codes/*.json), adopted into the journal when a shift opens, because decisions
/// depend on them.

#include "core/base/result.h"
#include "core/facts/names.h"
#include "core/facts/status.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

struct StatusCode {
    Status status = Status::available;
    std::string letter;  // "A"
    Names name;
    std::vector<Status> next;          // what may follow
    std::optional<Status> usual_next;  // what one key does
    std::int64_t warn_s = 0;           // time in status; 0: no limit
    std::int64_t alarm_s = 0;
    friend bool operator==(StatusCode const&, StatusCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alarm_s", &StatusCode::alarm_s), field("letter", &StatusCode::letter),
                          field("name", &StatusCode::name),       field("next", &StatusCode::next),
                          field("status", &StatusCode::status),   field("usual_next", &StatusCode::usual_next),
                          field("warn_s", &StatusCode::warn_s)};
    }
};

struct TypeCode {
    std::string code;  // "robbery"
    Names name;
    std::string group;  // types of one group may be the same event reported twice
    int priority = 3;
    std::string glyph;               // icon in resources/icons
    std::vector<std::string> needs;  // capabilities
    std::vector<std::string> words;  // what callers say, in both languages: proposes the type
    friend bool operator==(TypeCode const&, TypeCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &TypeCode::code),   field("glyph", &TypeCode::glyph),
                          field("group", &TypeCode::group), field("name", &TypeCode::name),
                          field("needs", &TypeCode::needs), field("priority", &TypeCode::priority),
                          field("words", &TypeCode::words)};
    }
};

struct PriorityCode {
    int rank = 3;
    Names name;
    std::int64_t hold_s = 0;     // longest wait for the first unit
    std::int64_t process_s = 0;  // from answer to first unit notified
    friend bool operator==(PriorityCode const&, PriorityCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hold_s", &PriorityCode::hold_s), field("name", &PriorityCode::name),
                          field("process_s", &PriorityCode::process_s), field("rank", &PriorityCode::rank)};
    }
};

/// How long a unit may be in a status (two stages), and how long it may go without word (a welfare check, announced
/// beforehand). A row of a type goes before one of its group, that before one of the status alone; what a row leaves
/// out is as in the next, and the time in status at last as in the table of statuses. 0: no limit.
struct TimerCode {
    std::optional<std::int64_t> alarm_s, check_s, check_warn_s;
    std::optional<std::string> group;
    Status status = Status::available;
    std::optional<std::string> type;
    std::optional<std::int64_t> warn_s;
    friend bool operator==(TimerCode const&, TimerCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alarm_s", &TimerCode::alarm_s),
                          field("check_s", &TimerCode::check_s),
                          field("check_warn_s", &TimerCode::check_warn_s),
                          field("group", &TimerCode::group),
                          field("status", &TimerCode::status),
                          field("type", &TimerCode::type),
                          field("warn_s", &TimerCode::warn_s)};
    }
};

struct PlainCode {
    std::string code;
    Names name;
    friend bool operator==(PlainCode const&, PlainCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &PlainCode::code), field("name", &PlainCode::name)};
    }
};

struct UnitKindCode {
    std::string code;  // "car"
    Names name;
    std::string mode;  // word of Mode
    std::string glyph;
    friend bool operator==(UnitKindCode const&, UnitKindCode const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("code", &UnitKindCode::code), field("glyph", &UnitKindCode::glyph),
                          field("mode", &UnitKindCode::mode), field("name", &UnitKindCode::name)};
    }
};

/// Figures that decide something; names and units in resources/codes/limits.json.
struct Limits {
    std::int64_t acknowledge_s = 60;
    std::int64_t duplicate_radius_m = 300;
    std::int64_t duplicate_window_s = 1800;
    std::int64_t fix_lost_s = 120;
    std::int64_t fix_stale_s = 30;
    std::int64_t hazard_radius_m = 100;
    std::int64_t preview_units = 5;
    friend bool operator==(Limits const&, Limits const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("acknowledge_s", &Limits::acknowledge_s),
                          field("duplicate_radius_m", &Limits::duplicate_radius_m),
                          field("duplicate_window_s", &Limits::duplicate_window_s),
                          field("fix_lost_s", &Limits::fix_lost_s),
                          field("fix_stale_s", &Limits::fix_stale_s),
                          field("hazard_radius_m", &Limits::hazard_radius_m),
                          field("preview_units", &Limits::preview_units)};
    }
};

struct Codes {
    std::vector<PlainCode> dispositions;
    Limits limits;
    std::vector<PriorityCode> priorities;
    std::vector<StatusCode> statuses;
    std::optional<std::vector<TimerCode>> timers;  // journals of before there were timers have none
    std::vector<TypeCode> types;
    std::vector<UnitKindCode> units;
    friend bool operator==(Codes const&, Codes const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("dispositions", &Codes::dispositions),
                          field("limits", &Codes::limits),
                          field("priorities", &Codes::priorities),
                          field("statuses", &Codes::statuses),
                          field("timers", &Codes::timers, 2),
                          field("types", &Codes::types),
                          field("units", &Codes::units)};
    }

    StatusCode const* status(Status status) const;
    TypeCode const* type(std::string_view code) const;
    PriorityCode const* priority(int rank) const;
    PlainCode const* disposition(std::string_view code) const;
    UnitKindCode const* unit_kind(std::string_view code) const;
    bool may_follow(Status from, Status to) const;
};

/// One text of all tables, canonical.
std::string to_json(Codes const& codes);
/// Reads such a text; a problem if a table is missing or a word unknown.
Result<Codes> read_codes(std::string_view json);
/// Reads the tables from their files: name without ".json" -> text ("status", "incidents", "priorities",
/// "dispositions", "units", "limits", and "timers" if there are any).
Result<Codes> join_codes(std::map<std::string, std::string> const& files);

}  // namespace cresset
