#include "maps/search_text.h"

#include "core/base/text.h"
#include "maps/fold.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace cresset::maps {

namespace {

constexpr std::size_t max_token = 40;  // letters; what is longer is cut, in the index and in the question
constexpr std::size_t max_pieces = 8;
constexpr std::size_t max_query = 200;  // characters

bool ends_in_digit(std::string_view text)
{
    return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

/// Pieces as they are indexed and asked for: the 号 or 弄 behind a number says no more than the number.
std::vector<Piece> useful_pieces(std::string_view folded)
{
    std::vector<Piece> found;
    for (Piece& piece : pieces(folded)) {
        if (piece.is_han && !found.empty() && ends_in_digit(found.back().text))
            for (std::string_view const mark : {"号", "弄"})
                if (piece.text.starts_with(mark)) piece.text.erase(0, mark.size());
        if (!piece.text.empty()) found.push_back(std::move(piece));
    }
    return found;
}

std::string joined(std::vector<std::string> const& parts, std::string_view between)
{
    return fmt::format("{}", fmt::join(parts, between));
}

// --- the index side ---

/// How many whole readings are indexed of a run: long names would make too many.
std::size_t reading_limit(std::size_t characters)
{
    return characters <= 6 ? 24 : 6;
}

std::string initials_of(std::vector<std::string> const& syllables)
{
    std::string initials;
    for (std::string const& syllable : syllables) initials += syllable.substr(0, 1);
    return initials;
}

void add_suffixes(std::set<std::string>& tokens, std::vector<std::string> const& syllables)
{
    std::string full, initials;
    for (auto syllable = syllables.rbegin(); syllable != syllables.rend(); ++syllable) {
        full.insert(0, *syllable);
        initials.insert(0, *syllable, 0, 1);
        tokens.insert(full.substr(0, max_token));
        if (initials.size() > 1) tokens.insert(initials.substr(0, max_token));
    }
}

class IndexText {
public:
    explicit IndexText(Pinyin const& pinyin) : pinyin_{pinyin} {}

    void add(std::string_view name, bool is_name)
    {
        Lines lines;
        for (Piece const& piece : useful_pieces(fold(name)))
            piece.is_han ? add_han(piece.text, lines) : add_word(piece.text, lines);
        if (!is_name) return;
        keys_.insert(trimmed(lines.plain));
        for (std::string const& line : lines.read) keys_.insert(trimmed(line));
        keys_.insert(trimmed(lines.initials));
    }
    SearchText text() const
    {
        std::vector<std::string> const keys{keys_.begin(), keys_.end()};
        return {tokens_, joined(keys, "\n")};
    }

private:
    struct Lines {
        std::string plain, initials;
        std::vector<std::string> read{""};
    };
    static std::string trimmed(std::string const& line) { return std::string{trim(line)}; }

    void add_token(std::string_view token)
    {
        if (!tokens_.empty()) tokens_ += ' ';
        tokens_ += token;
    }
    void add_word(std::string const& word, Lines& lines)
    {
        add_token(std::string_view{word}.substr(0, max_token));
        for (std::string& line : lines.read) line += " " + word;
        lines.plain += " " + word;
        lines.initials += " " + word;
        auto const digit = word.find_first_of("0123456789");
        if (digit != std::string::npos && digit > 0) add_token(std::string_view{word}.substr(digit, max_token));
    }
    void add_han(std::string const& run, Lines& lines)
    {
        std::u32string const characters = to_characters(run);
        for (char32_t const c : characters) add_token(to_utf8({&c, 1}));
        auto const readings = combine(pinyin_.read(characters), reading_limit(characters.size()));
        std::set<std::string> tokens;
        for (auto const& syllables : readings) add_suffixes(tokens, syllables);
        for (std::string const& token : tokens)
            if (!token.empty()) add_token(token);
        lines.plain += " " + run;
        lines.initials += " " + initials_of(readings[0]);
        add_readings(readings, lines);
    }
    /// Every reading of the run behind every line so far, as long as they stay few; else the likeliest alone.
    static void add_readings(std::vector<std::vector<std::string>> const& readings, Lines& lines)
    {
        std::size_t const used = lines.read.size() * readings.size() <= 8 ? readings.size() : 1;
        std::vector<std::string> read;
        for (std::string const& line : lines.read)
            for (std::size_t i = 0; i < used; ++i) read.push_back(line + " " + joined(readings[i], ""));
        lines.read = std::move(read);
    }

    Pinyin const& pinyin_;
    std::string tokens_;
    std::set<std::string> keys_;
};

// --- the question's side ---

std::string phrase_of(std::string_view han)
{
    std::vector<std::string> characters;
    for (char32_t const c : to_characters(han)) characters.push_back(to_utf8({&c, 1}));
    return "\"" + joined(characters, " ") + "\"";
}

std::string prefix_of(std::string_view word)
{
    return fmt::format("\"{}\"*", word.substr(0, max_token));
}

std::string term_of_han(std::string const& run)
{
    auto const parts = crossing_parts(run);
    if (parts.size() < 2) return phrase_of(run);
    std::vector<std::string> phrases;
    phrases.reserve(parts.size());
    for (std::string const& part : parts) phrases.push_back(phrase_of(part));
    return fmt::format("({} OR ({}))", phrase_of(run), joined(phrases, " AND "));
}

/// "zsl12" may be a word, or a word and a number.
std::string term_of_word(std::string const& word)
{
    auto const digit = word.find_first_of("0123456789");
    if (digit == std::string::npos || digit == 0) return prefix_of(word);
    return fmt::format("({} OR ({} AND {}))", prefix_of(word), prefix_of(word.substr(0, digit)),
                       prefix_of(word.substr(digit)));
}

bool has_separator(std::string_view folded)
{
    return folded.find_first_of("/&@") != std::string_view::npos || folded.find("×") != std::string_view::npos;
}

std::vector<std::string> texts_of(std::vector<Piece> const& all)
{
    std::vector<std::string> texts;
    texts.reserve(all.size());
    for (Piece const& piece : all) texts.push_back(piece.text);
    return texts;
}

void cut_ending(std::string& run)
{
    for (std::string_view const ending : {"交叉路口", "十字路口", "交叉口", "交汇处", "交界处", "路口", "口"}) {
        if (!run.ends_with(ending) || run.size() <= ending.size() + 6) continue;
        run.erase(run.size() - ending.size());
        if (ending == "路口" && !run.ends_with("路") && !run.ends_with("街") && !run.ends_with("道")) run += "路";
        return;
    }
}

/// Compares without regard to the blanks between the pieces of the line.
Likeness form_likeness(std::string_view joined_form, std::string_view line)
{
    std::size_t same = 0;
    for (char const c : line) {
        if (c == ' ') continue;
        if (same == joined_form.size()) return Likeness::prefix;
        if (joined_form[same++] != c) return Likeness::rest;
    }
    return same == joined_form.size() ? Likeness::exact : Likeness::rest;
}

bool has_same_pieces(std::string_view joined_form, std::vector<std::string> const& sorted, std::string_view line)
{
    // Most lines have another length, and need not be taken apart.
    auto const blanks = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    if (line.size() - blanks != joined_form.size() || blanks + 1 != sorted.size()) return false;
    auto found = words(line);
    std::sort(found.begin(), found.end());
    return std::equal(found.begin(), found.end(), sorted.begin(), sorted.end());
}

bool ends_street(std::u32string_view text)
{
    static constexpr std::u32string_view marks = U"路街道巷弄";
    return !text.empty() && marks.find(text.back()) != std::u32string_view::npos;
}

}  // namespace

SearchText search_text(Pinyin const& pinyin, std::vector<std::string> const& names,
                       std::vector<std::string> const& sorts)
{
    IndexText index{pinyin};
    for (std::string const& name : names) index.add(name, true);
    for (std::string const& sort : sorts) index.add(sort, false);
    return index.text();
}

std::vector<std::string> crossing_parts(std::string_view han)
{
    std::string run{han};
    cut_ending(run);
    std::u32string const characters = to_characters(run);
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t i = 2; i + 2 <= characters.size(); ++i) {
        bool const joins = characters[i] == U'与' || characters[i] == U'和';
        std::u32string_view const part = std::u32string_view{characters}.substr(start, i - start);
        if (part.size() < 2 || !ends_street(part)) continue;
        parts.push_back(to_utf8(part));
        start = joins ? i + 1 : i;
        i = start + 1;
    }
    std::u32string_view const rest = std::u32string_view{characters}.substr(std::min(start, characters.size()));
    if (parts.empty() || rest.size() < 2) return {std::string{han}};
    parts.push_back(to_utf8(rest));
    return parts;
}

void Query::add_form(std::vector<std::string> form)
{
    std::string all = joined(form, "");
    std::sort(form.begin(), form.end());
    forms_.push_back({std::move(all), std::move(form)});
}

std::optional<Query> Query::read(std::string_view text)
{
    std::string const folded = fold(to_utf8(to_characters(text).substr(0, max_query)));
    std::vector<Piece> all = useful_pieces(folded);
    if (all.empty()) return {};
    if (all.size() > max_pieces) all.resize(max_pieces);
    Query query;
    query.add_form(texts_of(all));
    bool const says_and = all.size() > 2 && std::erase_if(all, [](Piece const& p) { return p.text == "and"; }) > 0;
    query.is_crossing_ = says_and || has_separator(folded);
    std::vector<std::string> terms, without_numbers, parts;
    for (Piece const& piece : all) {
        terms.push_back(piece.is_han ? term_of_han(piece.text) : term_of_word(piece.text));
        if (piece.is_number()) query.has_number_ = true;
        if (!piece.is_number()) without_numbers.push_back(terms.back());
        auto const streets = piece.is_han ? crossing_parts(piece.text) : std::vector<std::string>{piece.text};
        if (streets.size() > 1) query.is_crossing_ = true;
        parts.insert(parts.end(), streets.begin(), streets.end());
    }
    if (query.is_crossing_) query.add_form(parts);
    query.match_ = joined(terms, " AND ");
    query.match_without_numbers_ = joined(without_numbers, " AND ");
    return query;
}

Likeness Query::likeness(std::string_view keys) const
{
    Likeness best = Likeness::rest;
    for (std::string_view const line : split(keys, '\n'))
        for (Form const& form : forms_) {
            best = std::max(best, form_likeness(form.joined, line));
            if (best != Likeness::exact && has_same_pieces(form.joined, form.sorted, line)) best = Likeness::exact;
            if (best == Likeness::exact) return best;
        }
    return best;
}

}  // namespace cresset::maps
