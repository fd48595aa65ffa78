#pragma once
/// Facts with random values, from a seed: every member is filled by its type, so that a new member is tested from the
/// day it is there.

#include "core/base/dice.h"
#include "core/facts/act.h"
#include "core/facts/json_text.h"

#include <string>
#include <variant>

namespace cresset::testing {

class FactMaker {
public:
    explicit FactMaker(std::uint64_t seed) : dice_{seed} {}
    Dice& dice() { return dice_; }

    template <typename T>
    T make()
    {
        T value{};
        fill(value);
        return value;
    }
    /// The event of that place in the variant.
    Event event(std::size_t index) { return event(index, std::make_index_sequence<std::variant_size_v<Event>>{}); }
    Event any_event() { return event(dice_.below(std::variant_size_v<Event>)); }

    /// With control characters in texts, whose escapes other writers of JSON spell otherwise.
    bool control_characters = false;

private:
    template <std::size_t... i>
    Event event(std::size_t index, std::index_sequence<i...>)
    {
        Event made;
        ((i == index ? void(made = make<std::variant_alternative_t<i, Event>>()) : void()), ...);
        return made;
    }

    void fill(bool& value) { value = dice_.chance(1, 2); }
    template <std::integral Number>
    void fill(Number& value)
    {
        using Limit = std::numeric_limits<Number>;
        switch (dice_.below(6)) {
            case 0: value = 0; break;
            case 1: value = Limit::max(); break;
            case 2: value = Limit::min(); break;
            case 3: value = static_cast<Number>(dice_.below(100)); break;
            default: value = static_cast<Number>(dice_.next());
        }
    }
    void fill(std::string& text)
    {
        static constexpr std::string_view pieces[] = {"a", "P12", "中山路", "\"",   "\\", "/",
                                                      " ", "é",   "🚓",      "\x7F", "{}", "'"};
        for (auto n = dice_.below(5); n > 0; --n) text += pieces[dice_.below(std::size(pieces))];
        if (control_characters) text += static_cast<char>(dice_.below(0x20));
    }
    void fill(Instant& at)
    {
        at = dice_.chance(1, 10)   ? earliest_instant
             : dice_.chance(1, 10) ? latest_instant
                                   : instant(dice_.range(ms(earliest_instant), ms(latest_instant)));
    }
    void fill(Place& place)
    {
        place = {static_cast<std::int32_t>(dice_.range(-900'000'000, 900'000'000)),
                 static_cast<std::int32_t>(dice_.range(-1'800'000'000, 1'800'000'000))};
        if (dice_.chance(1, 20)) place = {INT32_MIN, INT32_MAX};
        if (dice_.chance(1, 20)) place = {INT32_MAX, INT32_MIN};
    }
    template <typename Thing>
    void fill(Id<Thing>& id)
    {
        fill(id.origin), fill(id.number);
    }
    void fill(SeatId& seat) { fill(seat.value); }
    void fill(Seq& seq) { fill(seq.value); }
    void fill(ActId& act) { fill(act.seat), fill(act.number); }
    template <HasWords Enum>
    void fill(Enum& value)
    {
        value = static_cast<Enum>(dice_.below(EnumWords<Enum>::words.size()));
    }
    template <typename T>
    void fill(std::optional<T>& value)
    {
        if (dice_.chance(1, 2)) fill(value.emplace());
    }
    template <typename T>
    void fill(std::vector<T>& items)
    {
        for (auto n = dice_.below(4); n > 0; --n) fill(items.emplace_back());
    }
    template <typename T, std::size_t n>
    void fill(std::array<T, n>& items)
    {
        for (auto& item : items) fill(item);
    }
    template <HasFields T>
    void fill(T& fact)
    {
        for_each_field<T>([&](auto const& one) { fill(fact.*one.member); });
    }

    Dice dice_;
};

}  // namespace cresset::testing
