#include "core/feeds/fixed_point.h"

namespace cresset::feeds {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::int64_t> parse_fixed(std::string_view text, int decimals)
{
    bool const negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    std::size_t whole = 0;
    for (; whole < text.size() && is_digit(text[whole]); ++whole) {
        if (whole == 9) return {};
        value = value * 10 + (text[whole] - '0');
    }
    std::string_view fraction = text.substr(whole);
    if (fraction.starts_with('.')) fraction.remove_prefix(1);
    if (whole + fraction.size() == 0) return {};
    for (char const c : fraction)
        if (!is_digit(c)) return {};
    for (int i = 0; i < decimals; ++i) {
        auto const place = static_cast<std::size_t>(i);
        value = value * 10 + (place < fraction.size() ? fraction[place] - '0' : 0);
    }
    auto const next = static_cast<std::size_t>(decimals);
    if (next < fraction.size() && fraction[next] >= '5') ++value;
    return negative ? -value : value;
}

}  // namespace cresset::feeds
