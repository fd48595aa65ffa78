#include "maps/pinyin.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "maps/fold.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace cresset::maps {

namespace {

icu::Transliterator const& icu_reader()
{
    static std::unique_ptr<icu::Transliterator> const made = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> t{icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("Han-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, error)};
        CRESSET_CHECK(U_SUCCESS(error) && t != nullptr);
        return t;
    }();
    return *made;
}

std::string read_by_icu(char32_t character)
{
    icu::UnicodeString text{static_cast<UChar32>(character)};
    icu_reader().transliterate(text);
    std::string read;
    text.toUTF8String(read);
    std::erase_if(read, [](char c) { return c < 'a' || c > 'z'; });
    return read;
}

void put_first(Readings& readings, std::string_view first)
{
    auto const found = std::find(readings.begin(), readings.end(), first);
    if (found != readings.end()) readings.erase(found);
    readings.insert(readings.begin(), std::string{first});
}

}  // namespace

Result<Pinyin> Pinyin::open(std::filesystem::path const& dictionary)
{
    std::ifstream file{dictionary};
    if (!file) return Problem{fmt::format("{}: cannot be opened", dictionary.string())};
    Pinyin pinyin;
    bool head = true;  // YAML up to the line "..."
    for (std::string line; std::getline(file, line);) {
        if (head)
            head = line != "...";
        else
            pinyin.add_line(line);
    }
    pinyin.finish();
    if (!pinyin.has_phrases()) return Problem{fmt::format("{}: holds no phrases", dictionary.string())};
    return pinyin;
}

void Pinyin::add_line(std::string_view line)
{
    auto const parts = split(trim(line), '\t');
    if (parts.size() < 2 || parts[0].starts_with('#')) return;
    std::int64_t const weight = parts.size() > 2 ? parse_whole<std::int64_t>(parts[2]).value_or(0) : 0;
    std::u32string const characters = to_characters(parts[0]);
    if (words(parts[1]).size() != characters.size()) return;
    if (characters.size() == 1) return add_character(characters[0], parts[1], weight);
    Phrase& phrase = phrases_[characters];
    if (weight > phrase.weight) phrase = {std::string{parts[1]}, weight};
    longest_ = std::max(longest_, characters.size());
}

void Pinyin::add_character(char32_t character, std::string_view syllable, std::int64_t weight)
{
    characters_[character].emplace_back(weight, std::string{syllable});
}

void Pinyin::finish()
{
    for (auto& [character, readings] : characters_)
        std::stable_sort(readings.begin(), readings.end(), [](auto const& a, auto const& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
}

std::size_t Pinyin::longest_phrase(std::u32string_view text, Phrase const*& phrase) const
{
    for (std::size_t length = std::min(longest_, text.size()); length >= 2; --length) {
        auto const found = phrases_.find(std::u32string{text.substr(0, length)});
        if (found == phrases_.end()) continue;
        phrase = &found->second;
        return length;
    }
    return 1;
}

Readings Pinyin::readings_of(char32_t character) const
{
    Readings readings;
    if (auto const found = characters_.find(character); found != characters_.end())
        for (auto const& [weight, syllable] : found->second)
            if (std::find(readings.begin(), readings.end(), syllable) == readings.end()) readings.push_back(syllable);
    if (readings.empty()) readings.push_back(read_by_icu(character));
    return readings;
}

std::vector<Readings> Pinyin::read(std::u32string_view han) const
{
    std::vector<Readings> result;
    while (!han.empty()) {
        Phrase const* phrase = nullptr;
        std::size_t const length = longest_phrase(han, phrase);
        for (std::size_t i = 0; i < length; ++i) result.push_back(readings_of(han[i]));
        if (phrase != nullptr) {
            auto const syllables = words(phrase->syllables);
            for (std::size_t i = 0; i < length; ++i) put_first(result[result.size() - length + i], syllables[i]);
        }
        han.remove_prefix(length);
    }
    return result;
}

std::vector<std::vector<std::string>> combine(std::vector<Readings> const& characters, std::size_t limit)
{
    std::vector<std::vector<std::string>> all{{}};
    for (Readings const& readings : characters) all[0].push_back(readings.at(0));
    // Each round changes one more character, so that what is likelier comes first and a limit cuts the unlikely.
    std::vector<std::size_t> last_changed{0};
    for (std::size_t from = 0; from < all.size(); ++from)
        for (std::size_t i = last_changed[from]; i < characters.size(); ++i)
            for (std::size_t other = 1; other < characters[i].size(); ++other) {
                if (all.size() >= limit) return all;
                all.push_back(all[from]);
                all.back()[i] = characters[i][other];
                last_changed.push_back(i + 1);
            }
    return all;
}

}  // namespace cresset::maps
