#pragma once
/// How Chinese names are read: pinyin without tones, by the longest phrase that is known (长安 is chang an, not zhang
/// an), every other reading of a polyphone beside it. Phrases come from a dictionary in Rime's form (Debian's
/// rime-data-pinyin-simp: "phrase TAB syllables TAB weight"); what it does not know is read by ICU.

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cresset::maps {

/// The readings of one character, the likeliest first; none are equal.
using Readings = std::vector<std::string>;

class Pinyin {
public:
    /// Knows no phrases: ICU reads everything.
    Pinyin() = default;
    /// A problem if the file is missing or holds no phrases.
    static Result<Pinyin> open(std::filesystem::path const& dictionary);

    /// One entry a character of a run of Chinese.
    std::vector<Readings> read(std::u32string_view han) const;
    bool has_phrases() const { return !phrases_.empty(); }

private:
    struct Phrase {
        std::string syllables;  // "chang an"
        std::int64_t weight = -1;
    };
    void add_line(std::string_view line);
    void add_character(char32_t character, std::string_view syllable, std::int64_t weight);
    void finish();
    std::size_t longest_phrase(std::u32string_view text, Phrase const*& phrase) const;
    Readings readings_of(char32_t character) const;

    std::unordered_map<std::u32string, Phrase> phrases_;  // looked up only, never walked
    std::map<char32_t, std::vector<std::pair<std::int64_t, std::string>>> characters_;
    std::size_t longest_ = 0;
};

/// Whole readings of a name from those of its characters: the likeliest first, at most `limit`.
std::vector<std::vector<std::string>> combine(std::vector<Readings> const& characters, std::size_t limit);

}  // namespace cresset::maps
