#pragma once
/// Facts as compact bytes for snapshots: fields in their listed order, whole numbers as variable-length integers. The
/// reader answers false on anything that does not fit; it never reads past its end nor allocates more than it was
/// given. It reads every form that was ever written: a field says since which form it is there.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/table.h"
#include "core/base/time.h"
#include "core/facts/fields.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cresset {

/// As it is written now; 1: before units had timers and overrides reasons; 2: before fences and cordons.
constexpr unsigned archive_form = 3;

class ArchiveWriter {
public:
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
        bytes_ += static_cast<char>(value);
    }
    void signed_number(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void text(std::string_view text)
    {
        number(text.size());
        bytes_ += text;
    }

    template <std::integral Number>
    void operator()(Number value)
    {
        if constexpr (std::is_signed_v<Number>)
            signed_number(value);
        else
            number(value);
    }
    void operator()(std::string const& value) { text(value); }
    void operator()(Instant at) { signed_number(ms(at)); }
    void operator()(Duration length) { signed_number(length.count()); }
    void operator()(Place place) { signed_number(place.lat_e7), signed_number(place.lon_e7); }
    template <typename Thing>
    void operator()(Id<Thing> id)
    {
        number(id.origin), number(id.number);
    }
    void operator()(SeatId seat) { number(seat.value); }
    void operator()(Seq seq) { number(seq.value); }
    void operator()(ActId act) { number(act.seat.value), number(act.number); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(Enum value) { number(static_cast<std::uint64_t>(value)); }
    template <typename T>
    void operator()(std::optional<T> const& value)
    {
        number(value ? 1 : 0);
        if (value) (*this)(*value);
    }
    template <typename T>
    void operator()(std::vector<T> const& items)
    {
        number(items.size());
        for (auto const& item : items) (*this)(item);
    }
    template <typename T, std::size_t n>
    void operator()(std::array<T, n> const& items)
    {
        for (auto const& item : items) (*this)(item);
    }
    template <HasFields T>
    void operator()(T const& fact)
    {
        for_each_field<T>([&](auto const& one) { (*this)(fact.*one.member); });
    }

    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class ArchiveReader {
public:
    explicit ArchiveReader(std::string_view bytes, unsigned form = archive_form) : rest_{bytes}, form_{form} {}

    bool number(std::uint64_t& value)
    {
        value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) return false;
            auto const byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }
    bool signed_number(std::int64_t& value)
    {
        std::uint64_t raw = 0;
        if (!number(raw)) return false;
        value = static_cast<std::int64_t>(raw >> 1U) ^ -static_cast<std::int64_t>(raw & 1U);
        return true;
    }
    bool at_end() const { return rest_.empty(); }
    std::size_t left() const { return rest_.size(); }

    template <std::integral Number>
    bool operator()(Number& value)
    {
        if constexpr (std::is_signed_v<Number>) {
            std::int64_t wide = 0;
            if (!signed_number(wide) || !std::in_range<Number>(wide)) return false;
            value = static_cast<Number>(wide);
        } else {
            std::uint64_t wide = 0;
            if (!number(wide)) return false;
            if constexpr (std::same_as<Number, bool>) {
                value = wide != 0;
            } else {
                if (!std::in_range<Number>(wide)) return false;
                value = static_cast<Number>(wide);
            }
        }
        return true;
    }
    bool operator()(std::string& value)
    {
        std::uint64_t size = 0;
        if (!number(size) || size > rest_.size()) return false;
        value.assign(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return true;
    }
    bool operator()(Instant& at)
    {
        std::int64_t value = 0;
        return signed_number(value) && (at = instant(value), in_calendar(at));
    }
    bool operator()(Duration& length)
    {
        std::int64_t value = 0;
        return signed_number(value) && (length = Duration{value}, in_calendar(Instant{length}));
    }
    bool operator()(Place& place) { return (*this)(place.lat_e7) && (*this)(place.lon_e7); }
    template <typename Thing>
    bool operator()(Id<Thing>& id)
    {
        return (*this)(id.origin) && (*this)(id.number);
    }
    bool operator()(SeatId& seat) { return (*this)(seat.value); }
    bool operator()(Seq& seq) { return (*this)(seq.value); }
    bool operator()(ActId& act) { return (*this)(act.seat.value) && (*this)(act.number); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    bool operator()(Enum& value)
    {
        std::uint64_t raw = 0;
        if (!number(raw)) return false;
        if constexpr (HasWords<Enum>)
            if (raw >= EnumWords<Enum>::words.size()) return false;
        value = static_cast<Enum>(raw);
        return true;
    }
    template <typename T>
    bool operator()(std::optional<T>& value)
    {
        std::uint64_t there = 0;
        if (!number(there) || there > 1) return false;
        value.reset();
        return there == 0 || (*this)(value.emplace());
    }
    template <typename T>
    bool operator()(std::vector<T>& items)
    {
        std::uint64_t size = 0;
        if (!number(size) || size > rest_.size()) return false;  // an item has at least one byte
        items.clear();
        items.reserve(std::min<std::size_t>(size, rest_.size() / sizeof(T) + 1));
        for (std::uint64_t i = 0; i < size; ++i)
            if (!(*this)(items.emplace_back())) return false;
        return true;
    }
    template <typename T, std::size_t n>
    bool operator()(std::array<T, n>& items)
    {
        for (auto& item : items)
            if (!(*this)(item)) return false;
        return true;
    }
    template <HasFields T>
    bool operator()(T& fact)
    {
        bool fits = true;
        for_each_field<T>([&](auto const& one) {
            if (one.since <= form_) fits = fits && (*this)(fact.*one.member);
        });
        return fits;
    }

private:
    std::string_view rest_;
    unsigned form_;
};

}  // namespace cresset
