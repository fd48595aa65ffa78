#include "core/base/time.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <date/date.h>
#include <fmt/format.h>

namespace cresset {

std::string to_iso(Instant at)
{
    at = std::clamp(at, earliest_instant, latest_instant);
    auto const day = std::chrono::floor<date::days>(at.time_since_epoch());
    date::year_month_day const ymd{date::sys_days{day}};
    std::int64_t const in_day = (at.time_since_epoch() - day).count();
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(ymd.year()), unsigned(ymd.month()),
                                   unsigned(ymd.day()), in_day / 3'600'000, in_day / 60'000 % 60, in_day / 1000 % 60);
    if (in_day % 1000 != 0) text += fmt::format(".{:03}", in_day % 1000);
    return text + 'Z';
}

namespace {

/// Takes exactly `digits` digits from the front; nothing if they are not there.
std::optional<int> take(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) return {};
    int value = 0;
    for (char const c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

/// ".25" -> 250; digits past the millisecond are dropped.
std::optional<int> take_fraction_ms(std::string_view& text)
{
    if (!take(text, '.') && !take(text, ',')) return 0;
    int value = 0;
    int digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits)
        if (digits < 3) value = value * 10 + (text.front() - '0');
    if (digits == 0) return {};
    for (int i = digits; i < 3; ++i) value *= 10;
    return value;
}

/// "Z", "+08:00", "-0330", "+08" -> minutes east of Greenwich.
std::optional<int> take_offset_minutes(std::string_view& text)
{
    if (take(text, 'Z') || take(text, 'z')) return 0;
    bool const east = !text.empty() && text.front() == '+';
    if (!take(text, '+') && !take(text, '-')) return {};
    auto const hours = take(text, std::size_t{2});
    if (!hours || *hours > 14) return {};
    int minutes = 0;
    bool const colon = take(text, ':');
    if (colon || !text.empty()) {
        auto const m = take(text, std::size_t{2});
        if (!m || *m > 59) return {};
        minutes = *m;
    }
    return (east ? 1 : -1) * (*hours * 60 + minutes);
}

}  // namespace

std::optional<Instant> from_iso(std::string_view text)
{
    auto const year = take(text, std::size_t{4});
    if (!year || !take(text, '-')) return {};
    auto const month = take(text, std::size_t{2});
    if (!month || !take(text, '-')) return {};
    auto const day = take(text, std::size_t{2});
    if (!day || (!take(text, 'T') && !take(text, ' '))) return {};
    auto const hour = take(text, std::size_t{2});
    if (!hour || !take(text, ':')) return {};
    auto const minute = take(text, std::size_t{2});
    if (!minute) return {};
    std::optional<int> second = 0;
    std::optional<int> fraction = 0;
    if (take(text, ':')) {
        second = take(text, std::size_t{2});
        if (!second) return {};
        fraction = take_fraction_ms(text);
        if (!fraction) return {};
    }
    auto const offset = take_offset_minutes(text);
    if (!offset || !text.empty()) return {};
    date::year_month_day const ymd{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                   date::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok() || *hour > 23 || *minute > 59 || *second > 59) return {};
    std::int64_t const days = date::sys_days{ymd}.time_since_epoch().count();
    Instant const at = instant(((days * 24 + *hour) * 60 + *minute - *offset) * 60'000 + *second * 1000 + *fraction);
    return in_calendar(at) ? std::optional{at} : std::nullopt;
}

std::optional<Duration> parse_duration(std::string_view text)
{
    struct Suffix {
        std::string_view word;
        std::int64_t ms;
    };
    static constexpr std::array suffixes{Suffix{"ms", 1}, Suffix{"s", 1000}, Suffix{"m", 60'000},
                                         Suffix{"h", 3'600'000}, Suffix{"d", 86'400'000}};
    for (auto const& suffix : suffixes) {
        if (!text.ends_with(suffix.word)) continue;
        auto const number = parse_whole<std::int64_t>(text.substr(0, text.size() - suffix.word.size()));
        if (!number) continue;
        if (*number < 0 || *number > 3'650'000LL * 86'400'000 / suffix.ms / 1000) return {};
        return Duration{*number * suffix.ms};
    }
    return {};
}

}  // namespace cresset
