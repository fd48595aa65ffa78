#include "core/session/command_parser.h"

#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace cresset {

namespace {

/// How many letters must be put in, taken out or changed to make one of the other (Levenshtein's distance, in bytes).
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}
/// A short word with two slips is another word.
std::size_t most_slips(std::string_view word)
{
    return word.size() < 4 ? 0 : word.size() < 7 ? 1 : 2;
}

}  // namespace

bool CommandParser::similar(std::string_view candidate, std::string_view typed)
{
    return !typed.empty() && lower(candidate).find(lower(typed)) != std::string::npos;
}

CommandParser::CommandParser(std::string_view line, CommandContext const& context) : context_{context}, line_{line}
{
    std::string_view head = line;
    if (auto const semicolon = line.find(';'); semicolon != std::string_view::npos) {
        head = line.substr(0, semicolon);
        tail_ = trim(line.substr(semicolon + 1));
    } else if (auto const wide = line.find("；"); wide != std::string_view::npos) {
        head = line.substr(0, wide);
        tail_ = trim(line.substr(wide + std::string_view{"；"}.size()));
    }
    words_ = words(head);
}

CommandParser::Answer CommandParser::run()
{
    if (words_.empty()) return no(Mistake::empty);
    std::string_view const word = take();
    Verb const* verb = find_verb(word);
    if (verb == nullptr) return macro_or_unknown(word);
    Answer answer = of(verb->verb);
    if (failed_) return *failed_;
    return answer;
}

NotUnderstood CommandParser::no(Mistake mistake, std::string_view word, std::vector<std::string> suggestions)
{
    return {mistake, std::string{word}, std::move(suggestions)};
}

void CommandParser::fail(NotUnderstood answer)
{
    if (!failed_) failed_ = std::move(answer);
}

std::string CommandParser::rest()
{
    if (done()) return {};
    auto const* begin = words_[next_].data();
    auto const* end = words_.back().data() + words_.back().size();
    next_ = words_.size();
    return std::string{begin, end};
}

std::string CommandParser::rest_with_tail()
{
    std::string text = rest();
    if (!tail_.empty()) text += (text.empty() ? "" : "; ") + std::string{tail_};
    return text;
}

std::string CommandParser::needed(std::string text)
{
    if (text.empty()) fail(no(Mistake::text_missing));
    return text;
}

CommandParser::Answer CommandParser::nothing_more(Command command)
{
    if (!done()) return no(Mistake::too_much, peek());
    return command;
}

Verb const* CommandParser::find_verb(std::string_view word)
{
    if (auto const* verb = context_.verbs.find(word)) return verb;
    auto const dot = word.find('.');
    if (dot == std::string_view::npos) return nullptr;
    auto const* verb = context_.verbs.find(word.substr(0, dot));
    if (verb == nullptr) return nullptr;
    std::vector<std::string_view> parts;
    for (auto const part : split(word.substr(dot + 1), '.'))
        if (!part.empty()) parts.push_back(part);
    words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(next_), parts.begin(), parts.end());
    return verb;
}

NotUnderstood CommandParser::unknown_verb(std::string_view word) const
{
    NotUnderstood answer = no(Mistake::unknown_verb, word);
    auto const offer = [&](std::string const& one) {
        auto& list = answer.suggestions;
        if (list.size() < most_suggestions && std::find(list.begin(), list.end(), one) == list.end())
            list.push_back(one);
    };
    for (std::size_t far = 1; far <= most_slips(word); ++far)
        for (Verb const& verb : context_.verbs.all())
            for (std::string const& one : verb.words)
                if (slips(lower(one), lower(word)) == far) offer(one);
    if (!answer.suggestions.empty()) return answer;
    for (Verb const* verb : context_.verbs.beginning(word.substr(0, 1))) offer(verb->words.front());
    return answer;
}

CommandParser::Answer CommandParser::of(std::string const& verb)
{
    if (verb == "new") return new_call();
    if (verb == "dispatch") return send_units();
    if (verb == "why") return explain_dispatch();
    if (verb == "stack") return stack(true);
    if (verb == "unstack") return stack(false);
    if (verb == "next") return next();
    if (verb == "swap") return swap();
    if (auto const status = status_of(verb)) return SetStatus{units(), *status, std::string{tail_}};
    if (verb == "release") return ReleaseUnits{units()};
    if (verb == "distress") return SetDistress{units(), true};
    if (verb == "cancel_distress") return SetDistress{units(), false};
    if (verb == "close") return close();
    if (verb == "reopen") return ReopenIncident{incident()};
    if (verb == "fix") return move();
    if (verb == "link") return LinkIncident{incident(), incident()};
    if (verb == "note") return note();
    if (verb == "hazard") return hazard();
    if (verb == "drone") return drone();
    if (verb == "acknowledge") return nothing_more(AcknowledgeAlerts{});
    if (verb == "contact") return ContactUnits{units()};
    if (verb == "snooze") return snooze();
    if (verb == "shelve") return shelve();
    if (verb == "silence") return nothing_more(SilenceAlarms{});
    if (verb == "macro") return macro();
    if (verb == "log") return LogLine{needed(rest_with_tail())};
    if (verb == "undo") return nothing_more(Undo{});
    if (verb == "redo") return nothing_more(Redo{});
    if (verb == "find") return FindText{needed(rest_with_tail())};
    if (verb == "near") return near();
    if (verb == "help") return help();
    if (verb == "follow") return follow();
    if (verb == "view") return LookAtView{view()};
    if (verb == "keep_view") return KeepView{needed(rest_with_tail())};
    if (verb == "forget_view") return ForgetView{view()};
    if (verb == "layer") return show_file();
    if (verb == "layout") return layout();
    if (verb == "cordon") return cordon();
    if (verb == "sighting") return sighting();
    if (verb == "lift_cordon") return LiftCordon{incident()};
    if (verb == "close_road") return close_road();
    if (verb == "open_road") return OpenRoad{place(rest_with_tail())};
    if (verb == "stages") return stages();
    if (verb == "reach") return reach();
    if (verb == "turns") return turns();
    if (verb == "coverage") return nothing_more(ShowCoverage{});
    if (verb == "fence") return fences();
    return no(Mistake::unknown_verb, verb);
}

}  // namespace cresset
