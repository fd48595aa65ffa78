#include "core/base/text.h"
#include "core/session/command_parser.h"

#include <utility>

namespace cresset {

CommandParser::Answer CommandParser::macro_or_unknown(std::string_view word)
{
    Macro const* macro = context_.macros != nullptr ? context_.macros->find(word) : nullptr;
    if (macro == nullptr) return unknown_verb(word);
    std::vector<std::string_view> const given(words_.begin() + static_cast<std::ptrdiff_t>(next_), words_.end());
    auto lines = fill_macro(*macro, given);
    if (!lines) return no(Mistake::macro_words, lines.problem());
    return RunMacro{macro->name, *std::move(lines)};
}

CommandParser::Answer CommandParser::macro()
{
    if (done()) return ShowMacro{};
    std::string const name{take()};
    bool const known = context_.macros != nullptr && context_.macros->find(name) != nullptr;
    if (peek() == "=") {
        take();
        std::string body = rest_with_tail();
        if (!body.empty()) return KeepMacro{name, std::move(body)};
        if (known) return ForgetMacro{name};
    } else if (!done()) {
        return no(Mistake::too_much, peek());
    } else if (known) {
        return ShowMacro{name};
    }
    NotUnderstood answer = no(Mistake::unknown_macro, name);
    if (context_.macros != nullptr)
        for (Macro const& one : context_.macros->all())
            if (answer.suggestions.size() < most_suggestions) answer.suggestions.push_back(one.name);
    return answer;
}

CommandParser::Answer CommandParser::show_file()
{
    if (done()) return no(Mistake::file_missing);
    std::string path{trim(line_.substr(static_cast<std::size_t>(words_[next_].data() - line_.data())))};
    Datum datum = Datum::wgs84;
    if (auto const space = path.find_last_of(" \t"); space != std::string::npos)
        if (auto const said = datum_of(lower(path.substr(space + 1)))) {
            datum = *said;
            path = trim(path.substr(0, space));
        }
    return ShowFile{path, datum};
}

CommandParser::Answer CommandParser::follow()
{
    auto const followed = units();
    if (followed.size() > 1) return no(Mistake::too_much, call_sign(context_.world, followed[1]));
    return followed.empty() ? Answer{no(Mistake::unit_missing)} : Answer{FollowUnit{followed.front()}};
}

std::string CommandParser::one_of(std::vector<std::string> const& names, Mistake mistake)
{
    std::string const typed = needed(rest_with_tail());
    std::vector<std::string> begin;
    for (std::string const& name : names) {
        if (lower(name) == lower(typed)) return name;
        if (lower(name).starts_with(lower(typed))) begin.push_back(name);
    }
    if (begin.size() == 1) return begin.front();
    fail(no(mistake, typed, begin.empty() ? names : begin));
    return {};
}

CommandParser::Answer CommandParser::layout()
{
    std::string const first = lower(peek());
    bool const save = first == "save" || first == "保存";
    bool const forget = first == "forget" || first == "删除";
    if (save || forget) take();
    if (save) return SaveLayout{needed(rest_with_tail())};
    std::string const name = one_of(context_.layouts, Mistake::unknown_layout);
    return forget ? Answer{ForgetLayout{name}} : Answer{SwitchLayout{name}};
}

CommandParser::Answer CommandParser::help()
{
    if (done()) return ShowHelp{};
    auto const word = take();
    auto const* verb = context_.verbs.find(word);
    return verb == nullptr ? Answer{unknown_verb(word)} : Answer{ShowHelp{verb->verb}};
}

}  // namespace cresset
