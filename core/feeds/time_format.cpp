#include "core/feeds/time_format.h"

#include "core/base/text.h"
#include "core/base/time_zone.h"

#include <array>

namespace cresset::feeds {

namespace {

constexpr std::string_view known_letters = "YymdHIMSpfz";

/// Reads a text from its front; once something did not fit, `good` stays false.
struct Front {
    std::string_view text;
    LocalTime local;
    std::optional<int> offset_minutes;
    std::optional<bool> afternoon;
    bool good = true;

    bool has_digit() const { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

    /// At least one digit and at most `most`.
    int digits(int most)
    {
        int value = 0;
        good = good && has_digit();
        for (int i = 0; i < most && has_digit(); ++i, text.remove_prefix(1)) value = value * 10 + (text.front() - '0');
        return value;
    }
    int between(int low, int high, int most)
    {
        int const value = digits(most);
        good = good && value >= low && value <= high;
        return value;
    }
    void literal(char wanted)
    {
        good = good && text.starts_with(wanted);
        if (good) text.remove_prefix(1);
    }
    void half_of_day()
    {
        std::string const word = lower(text.substr(0, 2));
        good = good && (word == "am" || word == "pm");
        afternoon = word == "pm";
        if (good) text.remove_prefix(2);
    }
    void fraction()
    {
        good = good && has_digit();
        int scale = 100;
        for (; has_digit(); text.remove_prefix(1), scale /= 10) local.millisecond += (text.front() - '0') * scale;
    }
    void offset()
    {
        if (text.starts_with('Z')) {
            offset_minutes = 0;
            return text.remove_prefix(1);
        }
        bool const west = text.starts_with('-');
        good = good && (west || text.starts_with('+'));
        if (!good) return;
        text.remove_prefix(1);
        int const hours = between(0, 23, 2);
        if (text.starts_with(':')) text.remove_prefix(1);
        int const minutes = hours * 60 + (has_digit() ? between(0, 59, 2) : 0);
        offset_minutes = west ? -minutes : minutes;
    }
    void take(char letter)
    {
        switch (letter) {
            case 'Y': local.year = between(1900, 9999, 4); return;
            case 'y': local.year = 2000 + between(0, 99, 2); return;
            case 'm': local.month = between(1, 12, 2); return;
            case 'd': local.day = between(1, 31, 2); return;
            case 'H': local.hour = between(0, 23, 2); return;
            case 'I': local.hour = between(1, 12, 2) % 12; return;
            case 'M': local.minute = between(0, 59, 2); return;
            case 'S': local.second = between(0, 59, 2); return;
            case 'p': return half_of_day();
            case 'f': return fraction();
            case 'z': return offset();
            default: good = false;
        }
    }
};

std::optional<Instant> parse_formatted(std::string_view text, std::string_view format, std::string_view zone)
{
    Front front;
    front.text = text;
    for (std::size_t i = 0; i < format.size() && front.good; ++i) {
        if (format[i] == '%' && i + 1 < format.size())
            front.take(format[++i]);
        else
            front.literal(format[i]);
    }
    if (!front.good || !front.text.empty()) return {};
    if (front.afternoon == true) front.local.hour = front.local.hour % 12 + 12;
    if (!front.offset_minutes) return from_local(front.local, zone);
    auto const as_utc = from_local(front.local, "UTC");
    if (!as_utc) return {};
    return *as_utc - Duration{*front.offset_minutes * 60'000};
}

std::optional<Instant> parse_iso(std::string_view text, std::string_view zone)
{
    if (auto const at = from_iso(text)) return at;
    constexpr std::array<std::string_view, 8> forms{"%Y-%m-%dT%H:%M:%S",    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f",
                                                    "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M",    "%Y-%m-%d %H:%M",
                                                    "%Y-%m-%d %H:%M:%S%z",  "%Y-%m-%d"};
    for (auto const form : forms)
        if (auto const at = parse_formatted(text, form, zone)) return at;
    return {};
}

std::optional<Instant> parse_epoch(std::string_view text, std::int64_t unit_ms)
{
    auto const number = parse_whole<std::int64_t>(text);
    constexpr std::int64_t year_9999_ms = 253'402'300'799'999;
    if (!number || *number < 0 || *number > year_9999_ms / unit_ms) return {};
    return instant(*number * unit_ms);
}

}  // namespace

bool is_time_format(std::string_view format)
{
    if (format == "iso" || format == "epoch_s" || format == "epoch_ms") return true;
    bool has_field = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') continue;
        if (++i == format.size() || known_letters.find(format[i]) == std::string_view::npos) return false;
        has_field = true;
    }
    return has_field;
}

std::optional<Instant> parse_time(std::string_view text, std::string_view format, std::string_view zone)
{
    text = trim(text);
    if (format == "iso") return parse_iso(text, zone);
    if (format == "epoch_s") return parse_epoch(text, 1000);
    if (format == "epoch_ms") return parse_epoch(text, 1);
    return parse_formatted(text, format, zone);
}

}  // namespace cresset::feeds
