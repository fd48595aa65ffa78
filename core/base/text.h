#pragma once
/// Small text tools: UTF-8 everywhere, strict numbers, no locale.

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// Without blanks (ASCII and the ideographic space U+3000) at both ends.
std::string_view trim(std::string_view text);
/// Parts between separators; "a,,b" has three. An empty text has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
/// Words between blanks; none are empty.
std::vector<std::string_view> words(std::string_view text);
/// ASCII letters made small; other bytes as they are.
std::string lower(std::string_view text);
/// True if every byte belongs to well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view text);
/// The same text with every ill-formed byte replaced by U+FFFD: for what comes from outside and must not be lost.
std::string to_valid_utf8(std::string_view text);

/// The whole text as a number, or nothing: no blanks, no '+', no rest.
template <typename Number>
std::optional<Number> parse_whole(std::string_view text)
{
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return {};
    return value;
}
/// The same for a decimal fraction ("41.5", "-8", "1e-3"); infinities and NaN are refused.
std::optional<double> parse_real(std::string_view text);

std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);

}  // namespace cresset
