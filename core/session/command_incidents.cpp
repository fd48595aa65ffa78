#include "core/base/text.h"
#include "core/session/command_parser.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

template <typename Begins>
std::vector<PlainCode const*> endings(World const& world, Begins begins)
{
    std::vector<PlainCode const*> found;
    for (PlainCode const& code : world.codes.dispositions)
        if (begins(code)) found.push_back(&code);
    return found;
}

}  // namespace

std::optional<IncidentId> CommandParser::incident_of(std::string_view word) const
{
    if (word.starts_with('#')) word.remove_prefix(1);
    auto const number = parse_whole<std::uint32_t>(word);
    return number ? find_incident(context_.world, *number) : std::nullopt;
}

bool CommandParser::looks_like_incident(std::string_view word)
{
    return word.starts_with('#') || (word.size() >= 3 && parse_whole<std::uint32_t>(word));
}

NotUnderstood CommandParser::unknown_incident(std::string_view word) const
{
    NotUnderstood answer = no(Mistake::unknown_incident, word);
    for (auto const& [id, incident] : context_.world.incidents)
        if (incident.open() && answer.suggestions.size() < most_suggestions)
            answer.suggestions.push_back(fmt::format("{}", incident.number));
    return answer;
}

IncidentId CommandParser::incident()
{
    if (looks_like_incident(peek())) {
        auto const word = take();
        if (auto const found = incident_of(word)) return *found;
        fail(unknown_incident(word));
        return {};
    }
    if (context_.incident) return *context_.incident;
    fail(no(Mistake::incident_missing));
    return {};
}

CommandParser::Answer CommandParser::close()
{
    IncidentId const which = incident();
    if (failed_) return *failed_;
    std::string const typed = lower(rest());
    if (typed.empty()) return no(Mistake::disposition_missing);
    auto const& all = context_.world.codes.dispositions;
    if (auto const number = parse_whole<std::size_t>(typed); number && *number >= 1 && *number <= all.size())
        return CloseIncident{which, all[*number - 1].code};
    for (PlainCode const& code : context_.world.codes.dispositions)
        if (typed == lower(code.code) || typed == lower(code.name.en) || typed == code.name.zh)
            return CloseIncident{which, code.code};
    auto const begun = endings(context_.world, [&](PlainCode const& code) {
        return lower(code.code).starts_with(typed) || code.name.zh.starts_with(typed);
    });
    auto const meant =
        begun.empty()
            ? endings(context_.world, [&](PlainCode const& code) { return lower(code.name.en).starts_with(typed); })
            : begun;
    if (meant.size() != 1) return unknown_disposition(typed, meant);
    return CloseIncident{which, meant.front()->code};
}

NotUnderstood CommandParser::unknown_disposition(std::string_view typed,
                                                 std::vector<PlainCode const*> const& meant) const
{
    NotUnderstood answer = no(Mistake::unknown_disposition, typed);
    for (PlainCode const* code : meant) answer.suggestions.push_back(code->name.in(context_.chinese));
    if (!meant.empty()) return answer;
    for (PlainCode const& code : context_.world.codes.dispositions)
        answer.suggestions.push_back(code.name.in(context_.chinese));
    return answer;
}

FoundPlace CommandParser::place(std::string const& typed)
{
    if (typed.empty()) {
        fail(no(Mistake::place_missing));
        return {};
    }
    if (typed.starts_with('@')) {
        if (auto const exact = parse_place(std::string_view{typed}.substr(1)))
            return pointed_at(context_.places, *exact);
    }
    if (context_.places != nullptr) {
        auto const found = context_.places->find_places(typed, most_suggestions, context_.looking_at);
        if (!found.empty()) return found.front();
    }
    fail(no(Mistake::unknown_place, typed));
    return {};
}

CommandParser::Answer CommandParser::move()
{
    IncidentId const which = incident();
    return MoveIncident{which, place(rest_with_tail())};
}

bool CommandParser::is_priority(std::string_view word)
{
    return word.size() == 2 && (word[0] == 'p' || word[0] == 'P') && word[1] >= '1' && word[1] <= '9';
}

TypeCode const* CommandParser::type_of(std::string_view word) const
{
    std::string const typed = lower(word);
    auto const& types = context_.world.codes.types;
    for (TypeCode const& type : types)
        if (typed == lower(type.code) || typed == lower(type.name.en) || typed == type.name.zh) return &type;
    TypeCode const* only = nullptr;
    for (TypeCode const& type : types) {
        bool const begins = lower(type.code).starts_with(typed) || type.name.zh.starts_with(typed);
        bool const says = std::any_of(type.words.begin(), type.words.end(),
                                      [&](std::string const& one) { return lower(one) == typed; });
        if (!begins && !says) continue;
        if (only != nullptr) return nullptr;
        only = &type;
    }
    return only;
}

NotUnderstood CommandParser::unknown_type(std::string_view word) const
{
    NotUnderstood answer = no(Mistake::unknown_type, word);
    for (TypeCode const& type : context_.world.codes.types)
        if (answer.suggestions.size() < most_suggestions && (similar(type.code, word) || similar(type.name.zh, word)))
            answer.suggestions.push_back(type.code);
    return answer;
}

CommandParser::Answer CommandParser::new_call()
{
    if (done()) return no(Mistake::type_missing);
    auto const word = take();
    TypeCode const* type = type_of(word);
    if (type == nullptr) return unknown_type(word);
    NewCall call;
    call.type = type->code;
    call.priority = type->priority;
    call.narrative = std::string{tail_};
    std::vector<std::string_view> kept;
    for (std::size_t i = next_; i < words_.size(); ++i) {
        if (is_priority(words_[i]))
            call.priority = words_[i][1] - '0';
        else
            kept.push_back(words_[i]);
    }
    std::string where;
    for (auto const part : kept) where += (where.empty() ? "" : " ") + std::string{part};
    call.where = place(where);
    return call;
}

CommandParser::Answer CommandParser::hazard()
{
    std::string const where = rest();
    std::string_view text = tail_;
    AddHazard command;
    if (auto const semicolon = text.rfind(';'); semicolon != std::string_view::npos) {
        command.lasts = parse_duration(trim(text.substr(semicolon + 1)));
        if (command.lasts) text = trim(text.substr(0, semicolon));
    }
    command.where = place(where);
    command.text = needed(std::string{text});
    return command;
}

CommandParser::Answer CommandParser::drone()
{
    if (done()) return no(Mistake::unknown_drone);
    auto const word = take();
    SendDrone command;
    bool known = false;
    for (auto const& [id, row] : context_.world.drones)
        if (lower(row.call_sign) == lower(word)) command.drone = id, known = true;
    if (!known) return no(Mistake::unknown_drone, word);
    if (lower(peek()) == "home") return command;
    if (peek().starts_with('@')) {
        command.target = place(rest()).place;
        return command;
    }
    command.incident = incident();
    if (auto const* row = context_.world.incidents.find(*command.incident)) command.target = row->place;
    return command;
}

CommandParser::Answer CommandParser::note()
{
    IncidentId const which = incident();
    return AddNote{which, needed(rest_with_tail())};
}

}  // namespace cresset
