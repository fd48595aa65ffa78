#include "core/facts/codes.h"

#include "core/facts/json_text.h"

#include <algorithm>

namespace cresset {

namespace {

template <typename Rows, typename Member, typename Key>
auto const* find_by(Rows const& rows, Member member, Key const& key)
{
    auto const row = std::find_if(rows.begin(), rows.end(), [&](auto const& one) { return one.*member == key; });
    return row == rows.end() ? nullptr : &*row;
}

struct Table {
    std::string_view file;
    std::string_view field;
};
constexpr std::array tables{Table{"dispositions", "dispositions"},
                            Table{"incidents", "types"},
                            Table{"limits", "limits"},
                            Table{"priorities", "priorities"},
                            Table{"status", "statuses"},
                            Table{"timers", "timers"},
                            Table{"units", "units"}};

bool fits(std::optional<std::int64_t> first, std::optional<std::int64_t> last)
{
    if (first.value_or(0) < 0 || last.value_or(0) < 0) return false;
    return !first || !last || *last == 0 || *first <= *last;
}

std::optional<Problem> timers_fit(Codes const& codes)
{
    if (!codes.timers) return {};
    for (TimerCode const& row : *codes.timers) {
        auto const group = [&](TypeCode const& type) { return type.group == *row.group; };
        if (row.type && codes.type(*row.type) == nullptr)
            return Problem{
                fmt::format("the code table timers.json names a type that incidents.json lacks: {}", *row.type)};
        if (row.group && std::none_of(codes.types.begin(), codes.types.end(), group))
            return Problem{
                fmt::format("the code table timers.json names a group that incidents.json lacks: {}", *row.group)};
        if (!fits(row.warn_s, row.alarm_s) || !fits(row.check_warn_s, row.check_s))
            return Problem{"the code table timers.json has a warning that comes after its alarm, or a time below zero"};
    }
    return {};
}

}  // namespace

StatusCode const* Codes::status(Status wanted) const
{
    return find_by(statuses, &StatusCode::status, wanted);
}
TypeCode const* Codes::type(std::string_view code) const
{
    return find_by(types, &TypeCode::code, code);
}
PriorityCode const* Codes::priority(int rank) const
{
    return find_by(priorities, &PriorityCode::rank, rank);
}
PlainCode const* Codes::disposition(std::string_view code) const
{
    return find_by(dispositions, &PlainCode::code, code);
}
UnitKindCode const* Codes::unit_kind(std::string_view code) const
{
    return find_by(units, &UnitKindCode::code, code);
}

bool Codes::may_follow(Status from, Status to) const
{
    auto const* row = status(from);
    return row == nullptr || std::find(row->next.begin(), row->next.end(), to) != row->next.end();
}

std::string to_json(Codes const& codes)
{
    std::string text;
    write_json(text, codes);
    return text;
}

Result<Codes> read_codes(std::string_view text)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    Codes codes;
    if (json.is_discarded()) return Problem{"the code tables are not JSON"};
    if (!read_json(json, codes))
        return Problem{"the code tables do not fit: a table is missing, or has a word that is not known"};
    return codes;
}

Result<Codes> join_codes(std::map<std::string, std::string> const& files)
{
    auto joined = nlohmann::json::object();
    for (auto const& [file, name] : tables) {
        auto const found = files.find(std::string{file});
        if (found == files.end() && file == "timers") continue;  // a room may have none
        if (found == files.end()) return Problem{fmt::format("the code table {}.json is missing", file)};
        auto const json = nlohmann::json::parse(found->second, nullptr, false);
        if (json.is_discarded()) return Problem{fmt::format("the code table {}.json is not JSON", file)};
        joined[std::string{name}] = json;
    }
    Codes codes;
    for (auto const& [file, name] : tables) {
        if (!joined.contains(std::string{name})) continue;
        auto whole = nlohmann::json::parse(to_json(codes));
        whole[std::string{name}] = joined[std::string{name}];
        if (!read_json(whole, codes)) return Problem{fmt::format("the code table {}.json does not fit its form", file)};
    }
    if (auto const problem = timers_fit(codes)) return *problem;
    return codes;
}

}  // namespace cresset
