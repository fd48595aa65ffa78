#pragma once
/// Names as a search sees them: one form for what people take for the same. Full width becomes half, traditional
/// Chinese simplified, accents go, capitals become small; then a name falls apart into pieces: runs of Chinese, and
/// words of letters and digits.

#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

/// "Praça 中山陸" -> "praca 中山陆". Text without a folding of its own stays.
std::string fold(std::string_view text);

struct Piece {
    std::string text;
    bool is_han = false;
    bool touches = false;  // nothing stands between it and the piece before ("G2高速")
    bool is_number() const;
    friend bool operator==(Piece const&, Piece const&) = default;
};
/// The pieces of a folded text, in order.
std::vector<Piece> pieces(std::string_view folded);

bool is_han(char32_t character);
/// The characters of well-formed UTF-8 (ill-formed bytes come out as U+FFFD).
std::u32string to_characters(std::string_view text);
std::string to_utf8(std::u32string_view characters);
/// True if any character of the text is Chinese.
bool has_han(std::string_view text);

}  // namespace cresset::maps
