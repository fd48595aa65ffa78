#include "core/feeds/fence_terms.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace cresset::feeds {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 4000;

/// Two numbers with a sign between ("22:00", "05-01"); nothing if it is none of those.
std::optional<std::pair<int, int>> two_numbers(std::string_view text, char between)
{
    int first = 0, second = 0;
    auto const* const end = text.data() + text.size();
    auto const [at, bad] = std::from_chars(text.data(), end, first);
    if (bad != std::errc{} || at == end || *at != between) return {};
    auto const [at_end, bad_too] = std::from_chars(at + 1, end, second);
    bool const good = bad_too == std::errc{} && at_end == end && first >= 0 && second >= 0;
    return good ? std::optional{std::pair{first, second}} : std::nullopt;
}

std::uint16_t minutes_in(Json const& properties, char const* name, std::uint16_t usual)
{
    std::string const text = text_in(properties, name);
    if (text.empty()) return usual;
    auto const time = two_numbers(text, ':');
    if (!time || time->first > 24 || time->second > 59 || time->first * 60 + time->second > 1440)
        throw NoFence{fmt::format("{} must be a time of the day (22:00)", name)};
    return static_cast<std::uint16_t>(time->first * 60 + time->second);
}

std::uint16_t year_day_in(Json const& properties, char const* name)
{
    std::string const text = text_in(properties, name);
    if (text.empty()) return 0;
    auto const day = two_numbers(text, '-');
    if (!day || day->first < 1 || day->first > 12 || day->second < 1 || day->second > 31)
        throw NoFence{fmt::format("{} must be a day of the year (05-01)", name)};
    return static_cast<std::uint16_t>(day->first * 100 + day->second);
}

std::optional<Instant> instant_in(Json const& properties, char const* name)
{
    std::string const text = text_in(properties, name);
    if (text.empty()) return {};
    auto const at = from_iso(text);
    if (!at) throw NoFence{fmt::format("{} must be a time (2026-11-22T19:02:41Z)", name)};
    return at;
}

std::uint8_t weekdays_in(Json const& properties)
{
    auto const words = words_in(properties, "days");
    if (words.empty()) return 127;
    std::uint8_t days = 0;
    for (std::string const& word : words) {
        bool const is_day = word.size() == 1 && word[0] >= '1' && word[0] <= '7';
        if (!is_day) throw NoFence{"days must be numbers from 1 (Monday) to 7"};
        days = static_cast<std::uint8_t>(days | 1 << (word[0] - '1'));
    }
    return days;
}

bool flag_in(Json const& properties, char const* name, bool usual)
{
    Json const& value = member(properties, name);
    if (value.is_null()) return usual;
    if (value.is_boolean()) return value.get<bool>();
    if (value == 0 || value == 1) return value == 1;
    throw NoFence{fmt::format("{} must be true or false", name)};
}

std::string minutes_text(int minutes)
{
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string year_day_text(int day)
{
    return fmt::format("{:02}-{:02}", day / 100, day % 100);
}

}  // namespace

Json const& member(Json const& object, char const* name)
{
    static Json const none;
    auto const found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() ? *found : none;
}

std::optional<double> number_in(Json const& properties, char const* name, double most)
{
    Json const& value = member(properties, name);
    if (value.is_null()) return {};
    if (!value.is_number() || !(value.get<double>() > 0) || value.get<double>() > most)
        throw NoFence{fmt::format("{} must be a number above 0, at most {}", name, most)};
    return value.get<double>();
}

std::vector<std::string> words_in(Json const& properties, char const* name)
{
    Json const& value = member(properties, name);
    std::vector<std::string> words;
    if (value.is_string()) {
        std::string_view rest = value.get_ref<std::string const&>();
        while (!rest.empty()) {
            auto const end = std::min(rest.find(','), rest.size());
            words.emplace_back(trim(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    } else if (value.is_array()) {
        for (Json const& one : value)
            words.push_back(one.is_string() ? one.get<std::string>() : one.is_number() ? one.dump() : "");
    } else if (value.is_number()) {
        words.push_back(value.dump());
    } else if (!value.is_null()) {
        throw NoFence{fmt::format("{} must be a list of words", name)};
    }
    return words;
}

std::string text_in(Json const& properties, char const* name)
{
    Json const& value = member(properties, name);
    if (value.is_null()) return {};
    if (value.is_number()) return value.dump();
    if (!value.is_string()) throw NoFence{fmt::format("{} must be a text", name)};
    auto text = value.get<std::string>();
    if (text.size() > longest_text) throw NoFence{fmt::format("{} is longer than {} bytes", name, longest_text)};
    return text;
}

FenceTerms terms_of(Json const& properties)
{
    FenceTerms terms;
    terms.kinds = words_in(properties, "kinds");
    terms.tags = words_in(properties, "tags");
    terms.departments = words_in(properties, "departments");
    FenceHours& hours = terms.hours;
    hours.weekdays = weekdays_in(properties);
    hours.from_min = minutes_in(properties, "from", hours.from_min);
    hours.to_min = minutes_in(properties, "to", hours.to_min);
    hours.from_day = year_day_in(properties, "season_from");
    hours.to_day = year_day_in(properties, "season_to");
    hours.starts_at = instant_in(properties, "starts_at");
    hours.ends_at = instant_in(properties, "ends_at");
    terms.then.alert = flag_in(properties, "alert", true);
    if (auto const priority = number_in(properties, "priority", lowest_fence_priority))
        terms.then.priority = static_cast<int>(*priority);
    terms.then.instruction = text_in(properties, "instruction");
    terms.camera = text_in(properties, "camera");
    Fence fence;
    fence.name.en = "any";
    fence.shape = {FenceKind::circle, {{Place{}}}, 1};
    fence.hours = hours;
    fence.then = terms.then;
    if (auto const fault = fault_of(fence)) throw NoFence{std::string{*fault}};
    return terms;
}

void add_terms(FenceTerms const& terms, Json& properties)
{
    auto const list = [&](char const* name, std::vector<std::string> const& words) {
        if (!words.empty()) properties[name] = words;
    };
    list("kinds", terms.kinds);
    list("tags", terms.tags);
    list("departments", terms.departments);
    FenceHours const& hours = terms.hours;
    if (hours.weekdays != 127) {
        Json days = Json::array();
        for (int day = 0; day < 7; ++day)
            if (hours.weekdays >> day & 1) days.push_back(day + 1);
        properties["days"] = std::move(days);
    }
    if (hours.from_min != 0) properties["from"] = minutes_text(hours.from_min);
    if (hours.to_min != 1440) properties["to"] = minutes_text(hours.to_min);
    if (hours.from_day != 0) properties["season_from"] = year_day_text(hours.from_day);
    if (hours.to_day != 0) properties["season_to"] = year_day_text(hours.to_day);
    if (hours.starts_at) properties["starts_at"] = to_iso(*hours.starts_at);
    if (hours.ends_at) properties["ends_at"] = to_iso(*hours.ends_at);
    if (!terms.then.alert) properties["alert"] = false;
    if (terms.then.priority != FenceThen{}.priority) properties["priority"] = terms.then.priority;
    if (!terms.then.instruction.empty()) properties["instruction"] = terms.then.instruction;
    if (!terms.camera.empty()) properties["camera"] = terms.camera;
}

}  // namespace cresset::feeds
