#include "core/journal/mentions.h"

#include "core/base/text.h"

namespace cresset {

namespace {

constexpr std::size_t hex_digits = 64;

/// What stands between `rest`'s start and the next quotation mark.
std::string_view quoted(std::string_view rest)
{
    return rest.substr(0, rest.find('"'));
}

/// Calls found(what follows the mark) for each place.
template <typename Found>
void each_after(std::string_view body, std::string_view mark, Found&& found)
{
    for (auto at = body.find(mark); at != body.npos; at = body.find(mark, at + mark.size()))
        found(body.substr(at + mark.size()));
}

}  // namespace

std::optional<TextId> text_id_of(std::string_view text)
{
    auto const parts = split(text, ':');
    if (parts.size() != 2) return {};
    auto const origin = parse_whole<std::uint16_t>(parts[0]);
    auto const number = parse_whole<std::uint32_t>(parts[1]);
    if (!origin || !number) return {};
    return TextId{*origin, *number};
}

std::vector<TextMention> texts_mentioned(std::string_view body)
{
    constexpr std::string_view between = "\",\"id\":\"";
    std::vector<TextMention> found;
    each_after(body, R"({"hmac":")", [&](std::string_view rest) {
        auto const hmac = quoted(rest);
        if (hmac.size() != hex_digits || rest.substr(hex_digits, between.size()) != between) return;
        if (auto const id = text_id_of(quoted(rest.substr(hex_digits + between.size())))) found.push_back({*id, hmac});
    });
    return found;
}

std::vector<Digest> blobs_mentioned(std::string_view body)
{
    std::vector<Digest> found;
    each_after(body, R"("digest":")", [&](std::string_view rest) {
        if (auto const digest = Digest::from_hex(quoted(rest))) found.push_back(*digest);
    });
    return found;
}

}  // namespace cresset
