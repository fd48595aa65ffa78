#pragma once
/// A fact names its members once, in `static constexpr auto fields()`, and everything that walks facts (canonical JSON,
/// snapshots, comparison of texts) follows from that list. Names are listed in alphabetical order, which is their order
/// in the canonical form; fields_are_sorted() checks it when the program is compiled.

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace cresset {

template <typename Struct, typename Member>
struct Field {
    std::string_view name;
    Member Struct::*member;
    unsigned since;  ///< the first form of snapshots (archive.h) that has it
};

template <typename Struct, typename Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member, unsigned since = 1)
{
    return {name, member, since};
}

template <typename T>
concept HasFields = requires
{
    T::fields();
};

template <HasFields T, typename Visit>
constexpr void for_each_field(Visit&& visit)
{
    std::apply([&](auto const&... one) { (visit(one), ...); }, T::fields());
}

template <HasFields T>
consteval bool fields_are_sorted()
{
    std::string_view last;
    bool sorted = true;
    for_each_field<T>([&](auto const& one) {
        sorted = sorted && last < one.name;
        last = one.name;
    });
    return sorted;
}

/// The words of an enum, in the order of its values: specialise with `static constexpr std::array words{...}`.
template <typename Enum>
struct EnumWords;

template <typename Enum>
concept HasWords = requires
{
    EnumWords<Enum>::words;
};

template <HasWords Enum>
constexpr std::string_view word_of(Enum value)
{
    return EnumWords<Enum>::words[static_cast<std::size_t>(value)];
}

/// The value of a word; nothing if there is none of that name.
template <HasWords Enum>
constexpr bool from_word(std::string_view word, Enum& value)
{
    for (std::size_t i = 0; i < EnumWords<Enum>::words.size(); ++i)
        if (EnumWords<Enum>::words[i] == word) return value = static_cast<Enum>(i), true;
    return false;
}

}  // namespace cresset
