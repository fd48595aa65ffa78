#pragma once
/// The attributes of map features, each set of them kept once and known by a number: equal sets have equal numbers, so
/// that features can be merged by them. Values are kept as MVT writes them.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace cresset::maps {

using AttributeValue = std::variant<std::string_view, std::int64_t, double>;
using Attributes = std::vector<std::pair<std::string_view, AttributeValue>>;

class AttributePool {
public:
    struct Pair {
        std::uint32_t key = 0;
        std::uint32_t value = 0;
    };

    /// The number of the set; attributes with an empty text are left out.
    std::uint32_t add(Attributes const& attributes);
    /// The set with one attribute more.
    std::uint32_t with(std::uint32_t set, std::string_view key, AttributeValue const& value);
    std::vector<Pair> const& set(std::uint32_t number) const { return sets_[number]; }
    std::string const& key(std::uint32_t number) const { return keys_[number]; }
    /// An MVT message `Value`.
    std::string const& value(std::uint32_t number) const { return values_[number]; }

private:
    using Numbers = std::unordered_map<std::string, std::uint32_t>;
    std::uint32_t add(std::vector<Pair> pairs);
    Pair pair(std::string_view key, AttributeValue const& value);
    static std::uint32_t number(Numbers& numbers, std::vector<std::string>& texts, std::string text);

    Numbers key_numbers_, value_numbers_, set_numbers_;
    std::vector<std::string> keys_, values_;
    std::vector<std::vector<Pair>> sets_;
};

}  // namespace cresset::maps
