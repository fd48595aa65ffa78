#include "maps/fold.h"

#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace cresset::maps {

namespace {

/// ICU says that a Transliterator may be shared as long as nobody changes it.
icu::Transliterator const& folding()
{
    static std::unique_ptr<icu::Transliterator> const made = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> t{icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("NFKC; Hant-Hans; Latin-ASCII; Lower"), UTRANS_FORWARD, error)};
        CRESSET_CHECK(U_SUCCESS(error) && t != nullptr);
        return t;
    }();
    return *made;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

enum class Sort { gap, word, han };

Sort sort_of(char32_t c)
{
    if (is_han(c)) return Sort::han;
    return u_isalnum(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK ? Sort::word
                                                                                                           : Sort::gap;
}

}  // namespace

std::string fold(std::string_view text)
{
    if (is_ascii(text)) return lower(text);
    icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    folding().transliterate(folded);
    std::string result;
    folded.toUTF8String(result);
    return result;
}

bool Piece::is_number() const
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Piece> pieces(std::string_view folded)
{
    std::vector<Piece> found;
    Sort last = Sort::gap;
    for (char32_t const c : to_characters(folded)) {
        Sort const sort = sort_of(c);
        if (c == U'\'' && last == Sort::word) continue;  // "children's" is one word
        if (sort != Sort::gap) {
            if (sort != last) found.push_back({{}, sort == Sort::han, last != Sort::gap});
            found.back().text += to_utf8({&c, 1});
        }
        last = sort;
    }
    return found;
}

bool is_han(char32_t character)
{
    return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_IDEOGRAPHIC) != 0;
}

std::u32string to_characters(std::string_view text)
{
    std::u32string characters;
    auto const* const bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto const size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, size, c);
        characters += static_cast<char32_t>(c);
    }
    return characters;
}

std::string to_utf8(std::u32string_view characters)
{
    std::string text;
    for (char32_t const c : characters) {
        char bytes[4];
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
        text.append(bytes, static_cast<std::size_t>(length));
    }
    return text;
}

bool has_han(std::string_view text)
{
    if (is_ascii(text)) return false;
    std::u32string const characters = to_characters(text);
    return std::any_of(characters.begin(), characters.end(), is_han);
}

}  // namespace cresset::maps
