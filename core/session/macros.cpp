#include "core/session/macros.h"

#include "core/base/text.h"
#include "core/facts/json_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

constexpr std::string_view between = "&&";

std::vector<std::string> lines_of(std::string_view body)
{
    std::vector<std::string> lines;
    while (true) {
        auto const end = body.find(between);
        auto const line = trim(body.substr(0, end));
        if (!line.empty()) lines.emplace_back(line);
        if (end == std::string_view::npos) return lines;
        body.remove_prefix(end + between.size());
    }
}

/// Begins like a word that is no number and no sign of the grammar.
bool can_be_named(std::string_view name)
{
    if (name.empty() || name.size() > 40 || !is_utf8(name)) return false;
    return name.find_first_of(" .;=$@#&?\t") == std::string_view::npos && !(name[0] >= '0' && name[0] <= '9');
}

bool is_hole(std::string_view text, std::size_t at)
{
    return text[at] == '$' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
}
bool is_all(std::string_view text, std::size_t at)
{
    return text.substr(at).starts_with("$*");
}

bool takes_all(Macro const& macro)
{
    return std::any_of(macro.lines.begin(), macro.lines.end(),
                       [](std::string const& line) { return line.find("$*") != std::string::npos; });
}

std::string joined(std::span<std::string_view const> words)
{
    std::string text;
    for (auto const word : words) text += (text.empty() ? "" : " ") + std::string{word};
    return text;
}

std::string filled(std::string_view line, std::span<std::string_view const> words)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (is_hole(line, i))
            text += words[static_cast<std::size_t>(line[++i] - '1')];
        else if (is_all(line, i))
            text += joined(words), ++i;
        else
            text += line[i];
    }
    return text;
}

}  // namespace

std::size_t Macro::holes() const
{
    std::size_t highest = 0;
    for (std::string const& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            if (is_hole(line, i)) highest = std::max(highest, static_cast<std::size_t>(line[i + 1] - '0'));
    return highest;
}

std::string Macro::body() const
{
    std::string text;
    for (std::string const& line : lines) text += (text.empty() ? "" : " && ") + line;
    return text;
}

Macros Macros::read(std::string_view text, Verbs const& verbs)
{
    Macros macros;
    auto const json = nlohmann::json::parse(text, nullptr, false);
    std::vector<Macro> stored;
    if (json.is_discarded() || !read_json(json, stored)) return macros;
    for (Macro const& one : stored) static_cast<void>(macros.keep(one.name, one.body(), verbs));
    return macros;
}

std::string Macros::text() const
{
    std::string text;
    write_json(text, macros_);
    return text;
}

std::optional<Problem> Macros::keep(std::string_view name, std::string_view body, Verbs const& verbs)
{
    if (!can_be_named(name))
        return Problem{fmt::format("{} cannot name a macro: take a word of letters, without blanks or signs", name)};
    if (verbs.find(name) != nullptr) return Problem{fmt::format("{} is a verb: give the macro another name", name)};
    Macro macro{std::string{name}, lines_of(body)};
    if (macro.lines.empty() || macro.lines.size() > most_lines)
        return Problem{fmt::format("a macro has 1 to {} lines: write && between them", most_lines)};
    for (std::string const& line : macro.lines) {
        auto const first = words(line).front();
        Verb const* verb = verbs.find(first.substr(0, first.find('.')));
        if (verb == nullptr || verb->verb == "macro")
            return Problem{fmt::format("\"{}\" begins with no verb: a macro is made of lines as one types them", line)};
    }
    auto const place = std::lower_bound(macros_.begin(), macros_.end(), macro.name,
                                        [](Macro const& a, std::string const& b) { return a.name < b; });
    bool const known = place != macros_.end() && place->name == macro.name;
    if (!known && macros_.size() >= most) return Problem{fmt::format("{} macros are kept: forget one first", most)};
    if (known)
        *place = std::move(macro);
    else
        macros_.insert(place, std::move(macro));
    return {};
}

bool Macros::forget(std::string_view name)
{
    return std::erase_if(macros_, [&](Macro const& macro) { return macro.name == name; }) > 0;
}

Macro const* Macros::find(std::string_view name) const
{
    auto const found =
        std::find_if(macros_.begin(), macros_.end(), [&](Macro const& macro) { return macro.name == name; });
    return found == macros_.end() ? nullptr : &*found;
}

Result<std::vector<std::string>> fill_macro(Macro const& macro, std::span<std::string_view const> words)
{
    auto const needed = macro.holes();
    bool const fits = words.size() == needed || (words.size() > needed && takes_all(macro));
    if (!fits) return Problem{fmt::format("{} takes {} words: {}", macro.name, needed, macro.body())};
    std::vector<std::string> lines;
    for (std::string const& line : macro.lines) lines.push_back(filled(line, words));
    return lines;
}

}  // namespace cresset
