#include "core/feeds/nmea_sentence.h"

#include "core/base/text.h"
#include "core/feeds/fixed_point.h"

#include <algorithm>
#include <date/date.h>

namespace cresset::feeds {

namespace {

constexpr std::int32_t last_of_day_ms = 86'399'999;

template <typename Value>
NmeaField<Value> bad()
{
    return {{}, true};
}

std::optional<unsigned> hex_digit(char c)
{
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return {};
}

std::optional<unsigned> hex_byte(std::string_view text)
{
    if (text.size() != 2) return {};
    auto const high = hex_digit(text[0]);
    auto const low = hex_digit(text[1]);
    if (!high || !low) return {};
    return *high * 16 + *low;
}

unsigned checksum_of(std::string_view body)
{
    unsigned sum = 0;
    for (char const c : body) sum ^= static_cast<unsigned char>(c);
    return sum;
}

bool is_address(std::string_view text)
{
    return text.size() >= 3 && std::all_of(text.begin(), text.end(),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

NmeaSentence take_apart(char start, std::string_view body)
{
    NmeaSentence sentence;
    sentence.fields = split(body, ',');
    std::string_view const address = sentence.fields.front();
    sentence.fields.erase(sentence.fields.begin());
    sentence.encapsulated = start == '!';
    sentence.proprietary = start == '$' && address.starts_with('P');
    sentence.talker = address.substr(0, address.size() - 3);
    sentence.type = address.substr(address.size() - 3);
    return sentence;
}

std::optional<int> two_digits(std::string_view text)
{
    if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return {};
    return (text[0] - '0') * 10 + (text[1] - '0');
}

NmeaField<std::int32_t> days_of(std::optional<int> year, std::optional<int> month, std::optional<int> day)
{
    if (!year || !month || !day) return bad<std::int32_t>();
    date::year_month_day const ymd{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                   date::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok()) return bad<std::int32_t>();
    return {static_cast<std::int32_t>(date::sys_days{ymd}.time_since_epoch().count())};
}

/// "3113.5170" with two digits of degrees (three for a longitude) as 1e-7 degree.
std::optional<std::int64_t> angle_e7(std::string_view text, std::size_t degree_digits)
{
    if (text.size() < degree_digits + 2 || text[0] < '0') return {};
    auto const degrees = parse_fixed(text.substr(0, degree_digits), 0);
    auto const nano_minutes = parse_fixed(text.substr(degree_digits), 9);
    if (!degrees || !nano_minutes || text[degree_digits] < '0') return {};
    if (*nano_minutes < 0 || *nano_minutes >= 60'000'000'000) return {};
    return *degrees * 10'000'000 + divide_rounded(*nano_minutes, 6000);
}

std::optional<std::int64_t> signed_angle(std::string_view text, std::size_t degree_digits, std::string_view side,
                                         std::string_view sides)
{
    auto const angle = angle_e7(text, degree_digits);
    auto const limit = std::int64_t{degree_digits == 2 ? 90 : 180} * 10'000'000;
    if (!angle || *angle > limit || side.size() != 1) return {};
    if (side[0] == sides[0]) return *angle;
    if (side[0] == sides[1]) return -*angle;
    return {};
}

/// A number of `decimals` decimals, times `up`, divided by `down`; negative ones only if allowed.
NmeaField<std::int32_t> scaled(std::string_view text, int decimals, std::int64_t up, std::int64_t down)
{
    if (text.empty()) return {};
    auto const number = parse_fixed(text, decimals);
    if (!number || *number > 1'000'000'000'000 || *number < -1'000'000'000'000) return bad<std::int32_t>();
    auto const fits = to_int32(divide_rounded(*number * up, down));
    return {fits, !fits};
}

NmeaField<std::int32_t> not_negative(NmeaField<std::int32_t> field)
{
    return field.value && *field.value < 0 ? bad<std::int32_t>() : field;
}

}  // namespace

std::variant<NmeaSentence, Malformed> parse_sentence(std::string_view text)
{
    text = trim(text);
    if (text.size() < 4 || (text[0] != '$' && text[0] != '!')) return Malformed::not_a_message;
    std::size_t const star = text.rfind('*');
    if (star == std::string_view::npos) return Malformed::no_checksum;
    auto const stated = hex_byte(text.substr(star + 1));
    if (!stated) return Malformed::no_checksum;
    std::string_view const body = text.substr(1, star - 1);
    if (checksum_of(body) != *stated) return Malformed::wrong_checksum;
    if (!is_address(body.substr(0, body.find(',')))) return Malformed::not_a_message;
    return take_apart(text[0], body);
}

NmeaField<std::int32_t> nmea_time(std::string_view text)
{
    if (text.empty()) return {};
    if (text.size() < 6) return bad<std::int32_t>();
    int const hour = two_digits(text.substr(0, 2)).value_or(99);
    int const minute = two_digits(text.substr(2, 2)).value_or(99);
    int const second = two_digits(text.substr(4, 2)).value_or(99);
    auto const fraction_ms = text.size() == 6 ? 0 : parse_fixed(text.substr(6), 3).value_or(-1);
    bool const pointed = text.size() == 6 || text[6] == '.';
    if (hour > 23 || minute > 59 || second > 60 || !pointed || fraction_ms < 0) return bad<std::int32_t>();
    std::int64_t const in_day = hour * 3'600'000LL + minute * 60'000LL + second * 1000LL + fraction_ms;
    return {static_cast<std::int32_t>(std::min<std::int64_t>(in_day, last_of_day_ms))};
}

NmeaField<std::int32_t> nmea_date(std::string_view text)
{
    if (text.empty()) return {};
    if (text.size() != 6) return bad<std::int32_t>();
    auto year = two_digits(text.substr(4, 2));
    if (year) *year += *year >= 80 ? 1900 : 2000;
    return days_of(year, two_digits(text.substr(2, 2)), two_digits(text.substr(0, 2)));
}

NmeaField<std::int32_t> nmea_date(std::string_view day, std::string_view month, std::string_view year)
{
    if (day.empty() || month.empty() || year.empty()) return {};
    if (year.size() != 4) return bad<std::int32_t>();
    return days_of(parse_whole<int>(year), two_digits(month), two_digits(day));
}

NmeaField<Place> nmea_place(std::string_view lat, std::string_view north, std::string_view lon, std::string_view east)
{
    if (lat.empty() && lon.empty()) return {};
    auto const lat_e7 = signed_angle(lat, 2, north, "NS");
    auto const lon_e7 = signed_angle(lon, 3, east, "EW");
    if (!lat_e7 || !lon_e7) return bad<Place>();
    return {Place{static_cast<std::int32_t>(*lat_e7), static_cast<std::int32_t>(*lon_e7)}};
}

NmeaField<std::int32_t> nmea_knots(std::string_view text)
{
    return not_negative(scaled(text, 6, 4630, 9'000'000));
}

NmeaField<std::int32_t> nmea_kmh(std::string_view text)
{
    return not_negative(scaled(text, 6, 2500, 9'000'000));
}

NmeaField<std::int32_t> nmea_course(std::string_view text)
{
    auto const field = not_negative(scaled(text, 2, 1, 1));
    if (!field.value) return field;
    return *field.value > 36'000 ? bad<std::int32_t>() : NmeaField<std::int32_t>{*field.value % 36'000};
}

NmeaField<std::int32_t> nmea_metres(std::string_view text)
{
    return scaled(text, 3, 1, 1);
}

NmeaField<int> nmea_digit(std::string_view text)
{
    if (text.empty()) return {};
    auto const number = parse_whole<int>(text);
    if (!number || *number < 0 || *number > 99) return bad<int>();
    return {*number};
}

}  // namespace cresset::feeds
