#include "core/base/text.h"
#include "core/session/command_parser.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace cresset {

namespace {

/// What stands for the units of the run card: "d 1023 card".
constexpr std::array<std::string_view, 3> card_words{"card", "ya", "预案"};

}  // namespace

std::optional<UnitId> CommandParser::padded_unit_of(std::string_view word) const
{
    auto const digits = word.find_first_of("0123456789");
    if (word.size() < 2 || word.back() < '0' || word.back() > '9') return {};
    return find_unit(context_.world, fmt::format("{}0{}", word.substr(0, digits), word.substr(digits)));
}

std::optional<UnitId> CommandParser::unit_of(std::string_view word) const
{
    if (auto const exact = find_unit(context_.world, word)) return exact;
    std::optional<UnitId> only = padded_unit_of(word);
    for (auto const& [id, unit] : context_.world.units) {
        if (!lower(unit.call_sign).starts_with(lower(word))) continue;
        if (only) return {};
        only = id;
    }
    return only;
}

NotUnderstood CommandParser::unknown_unit(std::string_view word) const
{
    NotUnderstood answer = no(Mistake::unknown_unit, word);
    for (auto const& [id, unit] : context_.world.units)
        if (answer.suggestions.size() < most_suggestions && similar(unit.call_sign, word))
            answer.suggestions.push_back(unit.call_sign);
    return answer;
}

std::vector<UnitId> CommandParser::units()
{
    std::vector<UnitId> found;
    while (!done()) {
        auto const word = take();
        auto const unit = unit_of(word);
        if (!unit) {
            fail(unknown_unit(word));
            return found;
        }
        if (std::find(found.begin(), found.end(), *unit) == found.end()) found.push_back(*unit);
    }
    if (found.empty() && context_.unit) found.push_back(*context_.unit);
    if (found.empty()) fail(no(Mistake::unit_missing));
    return found;
}

std::optional<Duration> CommandParser::last_duration()
{
    if (done()) return {};
    auto const length = duration_of(words_.back());
    if (length) words_.pop_back();
    return length;
}

std::optional<Duration> CommandParser::duration_of(std::string_view word)
{
    struct Suffix {
        std::string_view text;
        std::int64_t seconds;
    };
    for (auto const& [suffix, seconds] : {Suffix{"分钟", 60}, Suffix{"分", 60}, Suffix{"小时", 3600}, Suffix{"秒", 1}})
        if (word.ends_with(suffix)) {
            auto const number = parse_whole<std::int64_t>(word.substr(0, word.size() - suffix.size()));
            if (!number || *number <= 0 || *number > 100'000) return {};
            return Duration{*number * seconds * 1000};
        }
    auto const length = parse_duration(word);
    return length && *length > Duration{0} ? length : std::nullopt;
}

std::optional<Status> CommandParser::status_of(std::string const& verb)
{
    Status status{};
    if (verb == "dispatched" || !from_word(verb, status)) return {};
    return status;
}

CommandParser::Answer CommandParser::snooze()
{
    SnoozeTimers command;
    if (!done() && (lower(words_.back()) == "off" || words_.back() == "关")) {
        words_.pop_back();
        command.lasts.reset();
    } else if (auto const length = last_duration()) {
        command.lasts = length;
    }
    command.units = units();
    return command;
}

CommandParser::Answer CommandParser::shelve()
{
    ShelveAlarms command;
    if (auto const length = last_duration()) command.lasts = *length;
    while (!done()) {
        auto const word = take();
        if (auto const unit = unit_of(word))
            command.units.push_back(*unit);
        else if (auto const found = incident_of(word))
            command.incidents.push_back(*found);
        else
            return looks_like_incident(word) ? unknown_incident(word) : unknown_unit(word);
    }
    return command;
}

bool CommandParser::is_card(std::string_view word) const
{
    return std::find(card_words.begin(), card_words.end(), lower(word)) != card_words.end() &&
           !find_unit(context_.world, word);
}

std::optional<CommandParser::Sending> CommandParser::sending(bool with_card)
{
    Sending found;
    bool named = false;
    while (!done() && !failed_) {
        auto const word = take();
        if (with_card && is_card(word)) {
            found.card = true;
        } else if (auto const unit = unit_of(word)) {
            if (std::find(found.units.begin(), found.units.end(), *unit) == found.units.end())
                found.units.push_back(*unit);
        } else if (auto const incident = incident_of(word); incident && !named) {
            found.incident = *incident;
            named = true;
        } else {
            fail(looks_like_incident(word) ? unknown_incident(word) : unknown_unit(word));
        }
    }
    if (found.card && !found.units.empty()) fail(no(Mistake::too_much, call_sign(context_.world, found.units[0])));
    if (found.units.empty() && context_.unit && !found.card) found.units.push_back(*context_.unit);
    if (found.units.empty() && !found.card) fail(no(Mistake::unit_missing));
    if (!named && !context_.incident) fail(no(Mistake::incident_missing));
    if (!named && context_.incident) found.incident = *context_.incident;
    return failed_ ? std::nullopt : std::optional{found};
}

CommandParser::Answer CommandParser::send_units()
{
    auto found = sending(true);
    if (!found) return *failed_;
    if (found->card) return SendCard{found->incident, std::string{tail_}};
    return SendUnits{std::move(found->units), found->incident, std::string{tail_}};
}

CommandParser::Answer CommandParser::stack(bool onto)
{
    auto found = sending(false);
    if (!found) return *failed_;
    return onto ? Answer{StackIncident{std::move(found->units), found->incident}}
                : Answer{UnstackIncident{std::move(found->units), found->incident}};
}

CommandParser::Answer CommandParser::explain_dispatch()
{
    IncidentId const which = incident();
    ExplainDispatch command{which, rest_with_tail()};
    if (!command.reason.empty()) return command;
    NotUnderstood answer = no(Mistake::reason_missing);
    for (PlainCode const& reason : context_.reasons) answer.suggestions.push_back(reason.code);
    return answer;
}

CommandParser::Answer CommandParser::next()
{
    if (!done()) {
        auto const named = units();
        if (failed_) return *failed_;
        return named.size() > 1 ? Answer{no(Mistake::too_much, call_sign(context_.world, named[1]))}
                                : Answer{TakeNext{named.front()}};
    }
    auto const* selected = context_.unit ? context_.world.units.find(*context_.unit) : nullptr;
    bool const waits = selected != nullptr && selected->status == Status::available && !selected->stack.empty();
    return TakeNext{waits ? context_.unit : std::nullopt};
}

CommandParser::Answer CommandParser::swap()
{
    if (done()) return no(Mistake::unit_missing);
    auto const named = units();
    if (failed_) return *failed_;
    if (named.size() < 2) return no(Mistake::second_unit_missing);
    if (named.size() > 2) return no(Mistake::too_much, call_sign(context_.world, named[2]));
    return SwapUnits{named[0], named[1]};
}

}  // namespace cresset
