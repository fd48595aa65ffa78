#pragma once
/// Sorts numbers by remembering which of all possible ones are there. Not shared by threads.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cresset {

/// Takes numbers in any order and gives them out by size: quicker than sorting where there are many.
class NumberSet {
public:
    explicit NumberSet(std::size_t most) : words_((most + 63) / 64) {}
    void put(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }
    bool has(std::uint32_t number) const { return (words_[number / 64] >> (number % 64) & 1U) != 0; }
    template <typename Visit>
    void take_all(Visit visit)
    {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = std::exchange(words_[i], 0); word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(64 * i) + static_cast<std::uint32_t>(std::countr_zero(word)));
    }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace cresset
