#pragma once
/// The one canonical JSON form of facts, and its reader. Canonical: no white space; keys in alphabetical order; absent
/// optionals left out, and empty lists that facts did not have from the beginning; numbers whole; places as
/// [lat_e7,lon_e7]; lines as one flat list, the first place whole and then differences; times in ms since 1970; ids as
/// "origin:number"; strings in UTF-8 with only ", \ and control characters escaped. So equal facts are equal bytes, and
/// SQLite's json functions can query them.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/table.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/facts/fields.h"

#include <concepts>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace cresset {

void write_json_string(std::string& out, std::string_view text);

inline void write_json(std::string& out, std::string const& text)
{
    write_json_string(out, text);
}
inline void write_json(std::string& out, bool value)
{
    out += value ? "true" : "false";
}
template <std::integral Number>
void write_json(std::string& out, Number value)
{
    fmt::format_to(std::back_inserter(out), "{}", value);
}
inline void write_json(std::string& out, Instant at)
{
    write_json(out, ms(at));
}
inline void write_json(std::string& out, Duration length)
{
    write_json(out, length.count());
}
inline void write_json(std::string& out, Place place)
{
    fmt::format_to(std::back_inserter(out), "[{},{}]", place.lat_e7, place.lon_e7);
}
void write_json(std::string& out, Line const& line);
template <typename Thing>
void write_json(std::string& out, Id<Thing> id)
{
    fmt::format_to(std::back_inserter(out), "\"{}:{}\"", id.origin, id.number);
}
inline void write_json(std::string& out, SeatId seat)
{
    write_json(out, seat.value);
}
inline void write_json(std::string& out, Seq seq)
{
    write_json(out, seq.value);
}
inline void write_json(std::string& out, ActId act)
{
    fmt::format_to(std::back_inserter(out), "\"{}:{}\"", act.seat.value, act.number);
}
template <HasWords Enum>
void write_json(std::string& out, Enum value)
{
    write_json_string(out, word_of(value));
}
template <HasFields T>
void write_json(std::string& out, T const& fact);
template <typename T>
void write_json(std::string& out, std::vector<T> const& items);
template <typename T, std::size_t n>
void write_json(std::string& out, std::array<T, n> const& items);

/// An optional inside an array (a stamp that is not there yet) is null.
template <typename T>
void write_json(std::string& out, std::optional<T> const& value)
{
    if (value)
        write_json(out, *value);
    else
        out += "null";
}

namespace json_detail {

template <typename Items>
void write_items(std::string& out, Items const& items)
{
    out += '[';
    bool first = true;
    for (auto const& item : items) {
        if (!first) out += ',';
        first = false;
        write_json(out, item);
    }
    out += ']';
}

template <typename T>
constexpr bool is_optional = false;
template <typename T>
constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
constexpr bool is_list = false;
template <typename T>
constexpr bool is_list<std::vector<T>> = true;

}  // namespace json_detail

template <typename T>
void write_json(std::string& out, std::vector<T> const& items)
{
    json_detail::write_items(out, items);
}
template <typename T, std::size_t n>
void write_json(std::string& out, std::array<T, n> const& items)
{
    json_detail::write_items(out, items);
}

template <HasFields T>
void write_json(std::string& out, T const& fact)
{
    static_assert(fields_are_sorted<T>(), "list the fields in alphabetical order");
    out += '{';
    bool first = true;
    for_each_field<T>([&](auto const& one) {
        auto const& value = fact.*one.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (json_detail::is_optional<Value>)
            if (!value) return;
        if constexpr (json_detail::is_list<Value>)
            if (one.since > 1 && value.empty()) return;
        if (!first) out += ',';
        first = false;
        write_json_string(out, one.name);
        out += ':';
        write_json(out, value);
    });
    out += '}';
}

// Readers answer false where the JSON does not fit: wrong kind, out of range, unknown word.

inline bool read_json(nlohmann::json const& json, std::string& text)
{
    return json.is_string() && (text = json.get_ref<std::string const&>(), is_utf8(text));
}
inline bool read_json(nlohmann::json const& json, bool& value)
{
    return json.is_boolean() && (value = json.get<bool>(), true);
}
template <std::integral Number>
bool read_json(nlohmann::json const& json, Number& value)
{
    if (json.is_number_unsigned()) {
        auto const wide = json.get<std::uint64_t>();
        if (!std::in_range<Number>(wide)) return false;
        value = static_cast<Number>(wide);
        return true;
    }
    if (!json.is_number_integer()) return false;
    auto const wide = json.get<std::int64_t>();
    if (!std::in_range<Number>(wide)) return false;
    value = static_cast<Number>(wide);
    return true;
}
bool read_json(nlohmann::json const& json, Instant& at);
bool read_json(nlohmann::json const& json, Duration& length);
bool read_json(nlohmann::json const& json, Place& place);
bool read_json(nlohmann::json const& json, Line& line);
bool read_json(nlohmann::json const& json, SeatId& seat);
bool read_json(nlohmann::json const& json, Seq& seq);
bool read_json(nlohmann::json const& json, ActId& act);
/// "12:345" -> 12, 345
bool read_pair(nlohmann::json const& json, std::uint16_t& origin, std::uint32_t& number);
template <typename Thing>
bool read_json(nlohmann::json const& json, Id<Thing>& id)
{
    return read_pair(json, id.origin, id.number);
}
template <HasWords Enum>
bool read_json(nlohmann::json const& json, Enum& value)
{
    return json.is_string() && from_word(json.get_ref<std::string const&>(), value);
}
template <HasFields T>
bool read_json(nlohmann::json const& json, T& fact);
template <typename T>
bool read_json(nlohmann::json const& json, std::vector<T>& items);
template <typename T, std::size_t n>
bool read_json(nlohmann::json const& json, std::array<T, n>& items);
template <typename T>
bool read_json(nlohmann::json const& json, std::optional<T>& value)
{
    if (json.is_null()) return value.reset(), true;
    return read_json(json, value.emplace());
}

template <typename T>
bool read_json(nlohmann::json const& json, std::vector<T>& items)
{
    if (!json.is_array()) return false;
    items.clear();
    items.reserve(json.size());
    for (auto const& item : json)
        if (!read_json(item, items.emplace_back())) return false;
    return true;
}
template <typename T, std::size_t n>
bool read_json(nlohmann::json const& json, std::array<T, n>& items)
{
    if (!json.is_array() || json.size() != n) return false;
    for (std::size_t i = 0; i < n; ++i)
        if (!read_json(json[i], items[i])) return false;
    return true;
}

template <typename Value>
constexpr bool may_be_absent(unsigned since)
{
    return json_detail::is_optional<Value> || (json_detail::is_list<Value> && since > 1);
}

/// Every field must be there (optionals and lists that came later may be absent) and none that the fact does not have.
template <HasFields T>
bool read_json(nlohmann::json const& json, T& fact)
{
    if (!json.is_object()) return false;
    std::size_t known = 0;
    bool fits = true;
    for_each_field<T>([&](auto const& one) {
        auto& value = fact.*one.member;
        auto const found = json.find(one.name);
        if (found == json.end())
            fits = fits && may_be_absent<std::remove_cvref_t<decltype(value)>>(one.since);
        else
            ++known, fits = fits && read_json(*found, value);
    });
    return fits && known == json.size();
}

}  // namespace cresset
