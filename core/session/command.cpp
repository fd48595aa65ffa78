#include "core/session/command.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/facts/refusal.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace cresset {

namespace {

struct Sentence {
    Mistake mistake;
    std::string_view text;
};
constexpr std::array sentences{
    Sentence{Mistake::empty, "type a verb, or ? for help"},
    Sentence{Mistake::unknown_verb, "\"{0}\" is no verb"},
    Sentence{Mistake::unknown_unit, "there is no unit \"{0}\""},
    Sentence{Mistake::unknown_incident, "there is no incident \"{0}\""},
    Sentence{Mistake::unknown_type, "\"{0}\" is no incident type"},
    Sentence{Mistake::unknown_place, "no place is called \"{0}\""},
    Sentence{Mistake::unknown_disposition, "\"{0}\" is no disposition"},
    Sentence{Mistake::unknown_drone, "there is no drone \"{0}\""},
    Sentence{Mistake::unknown_view, "no view is kept as \"{0}\": keep NAME keeps this one"},
    Sentence{Mistake::unknown_macro, "no macro is kept as \"{0}\": macro NAME = LINE && LINE keeps one"},
    Sentence{Mistake::macro_words, "{0}"},
    Sentence{Mistake::unknown_layout, "no layout is called \"{0}\": layout save NAME keeps this one"},
    Sentence{Mistake::unit_missing, "which unit?"},
    Sentence{Mistake::incident_missing, "which incident? select one or type its number"},
    Sentence{Mistake::type_missing, "what has happened? type an incident type"},
    Sentence{Mistake::place_missing, "where? type a place or @latitude,longitude"},
    Sentence{Mistake::file_missing, "which file? type its path, and gcj02 or bd09 behind it if it is in one of them"},
    Sentence{Mistake::text_missing, "the text is missing"},
    Sentence{Mistake::disposition_missing, "how did it end? type a disposition"},
    Sentence{Mistake::too_much, "\"{0}\" is too much here"},
    Sentence{Mistake::reason_missing, "why? type a number of the list or a few words"},
    Sentence{Mistake::second_unit_missing, "which unit goes in its place?"},
};

constexpr std::size_t most_suggestions = 5;
/// What stands for the units of the run card: "d 1023 card".
constexpr std::array<std::string_view, 3> card_words{"card", "ya", "预案"};

using Answer = std::variant<Command, NotUnderstood>;

/// True if a call sign, a code or a name may be meant by what was typed.
bool similar(std::string_view candidate, std::string_view typed)
{
    return !typed.empty() && lower(candidate).find(lower(typed)) != std::string::npos;
}

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

/// One line being read, word by word.
class Parser {
public:
    Parser(std::string_view line, CommandContext const& context) : context_{context}, line_{line}
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

    Answer run()
    {
        if (words_.empty()) return no(Mistake::empty);
        std::string_view const word = take();
        Verb const* verb = find_verb(word);
        if (verb == nullptr) return macro_or_unknown(word);
        Answer answer = of(verb->verb);
        if (failed_) return *failed_;
        return answer;
    }

private:
    static NotUnderstood no(Mistake mistake, std::string_view word = {}, std::vector<std::string> suggestions = {})
    {
        return {mistake, std::string{word}, std::move(suggestions)};
    }
    void fail(NotUnderstood answer)
    {
        if (!failed_) failed_ = std::move(answer);
    }

    bool done() const { return next_ >= words_.size(); }
    std::string_view peek() const { return done() ? std::string_view{} : words_[next_]; }
    std::string_view take() { return words_[next_++]; }
    /// The rest of the head as it stands.
    std::string rest()
    {
        if (done()) return {};
        auto const* begin = words_[next_].data();
        auto const* end = words_.back().data() + words_.back().size();
        next_ = words_.size();
        return std::string{begin, end};
    }
    std::string rest_with_tail()
    {
        std::string text = rest();
        if (!tail_.empty()) text += (text.empty() ? "" : "; ") + std::string{tail_};
        return text;
    }

    /// A verb by its word, or "d.p12.1023" split at its dots.
    Verb const* find_verb(std::string_view word)
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

    NotUnderstood unknown_verb(std::string_view word) const
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

    Answer macro_or_unknown(std::string_view word)
    {
        Macro const* macro = context_.macros != nullptr ? context_.macros->find(word) : nullptr;
        if (macro == nullptr) return unknown_verb(word);
        std::vector<std::string_view> const given(words_.begin() + static_cast<std::ptrdiff_t>(next_), words_.end());
        auto lines = fill_macro(*macro, given);
        if (!lines) return no(Mistake::macro_words, lines.problem());
        return RunMacro{macro->name, *std::move(lines)};
    }
    /// "macro", "macro NAME", "macro NAME = LINE && LINE", "macro NAME =".
    Answer macro()
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

    Answer of(std::string const& verb)
    {
        if (verb == "new") return new_call();
        if (verb == "dispatch") return send_units();
        if (verb == "why") return explain_dispatch();
        if (verb == "stack") return stack<StackIncident>();
        if (verb == "unstack") return stack<UnstackIncident>();
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
        return no(Mistake::unknown_verb, verb);
    }

    static std::optional<Status> status_of(std::string const& verb)
    {
        Status status{};
        if (verb == "dispatched" || !from_word(verb, status)) return {};
        return status;
    }

    Answer nothing_more(Command command)
    {
        if (!done()) return no(Mistake::too_much, peek());
        return command;
    }
    std::string needed(std::string text)
    {
        if (text.empty()) fail(no(Mistake::text_missing));
        return text;
    }

    /// The whole line but a datum at its end: paths have spaces and semicolons.
    Answer show_file()
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

    // --- units ---

    /// "p7" for "P07".
    std::optional<UnitId> padded_unit_of(std::string_view word) const
    {
        auto const digits = word.find_first_of("0123456789");
        if (word.size() < 2 || word.back() < '0' || word.back() > '9') return {};
        return find_unit(context_.world, fmt::format("{}0{}", word.substr(0, digits), word.substr(digits)));
    }
    /// By its call sign, or by a short form of it that can mean no other: "p1" is nobody where there are P01 and P10.
    std::optional<UnitId> unit_of(std::string_view word) const
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
    NotUnderstood unknown_unit(std::string_view word) const
    {
        NotUnderstood answer = no(Mistake::unknown_unit, word);
        for (auto const& [id, unit] : context_.world.units)
            if (answer.suggestions.size() < most_suggestions && similar(unit.call_sign, word))
                answer.suggestions.push_back(unit.call_sign);
        return answer;
    }
    /// All the rest are units; none typed: the one selected.
    std::vector<UnitId> units()
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

    /// "10m", "10分钟": if the last word is a length of time it is taken.
    std::optional<Duration> last_duration()
    {
        if (done()) return {};
        auto const length = duration_of(words_.back());
        if (length) words_.pop_back();
        return length;
    }
    static std::optional<Duration> duration_of(std::string_view word)
    {
        struct Suffix {
            std::string_view text;
            std::int64_t seconds;
        };
        for (auto const& [suffix, seconds] :
             {Suffix{"分钟", 60}, Suffix{"分", 60}, Suffix{"小时", 3600}, Suffix{"秒", 1}})
            if (word.ends_with(suffix)) {
                auto const number = parse_whole<std::int64_t>(word.substr(0, word.size() - suffix.size()));
                if (!number || *number <= 0 || *number > 100'000) return {};
                return Duration{*number * seconds * 1000};
            }
        auto const length = parse_duration(word);
        return length && *length > Duration{0} ? length : std::nullopt;
    }

    Answer snooze()
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

    Answer shelve()
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

    // --- incidents ---

    std::optional<IncidentId> incident_of(std::string_view word) const
    {
        if (word.starts_with('#')) word.remove_prefix(1);
        auto const number = parse_whole<std::uint32_t>(word);
        return number ? find_incident(context_.world, *number) : std::nullopt;
    }
    static bool looks_like_incident(std::string_view word)
    {
        return word.starts_with('#') || (word.size() >= 3 && parse_whole<std::uint32_t>(word));
    }
    NotUnderstood unknown_incident(std::string_view word) const
    {
        NotUnderstood answer = no(Mistake::unknown_incident, word);
        for (auto const& [id, incident] : context_.world.incidents)
            if (incident.open() && answer.suggestions.size() < most_suggestions)
                answer.suggestions.push_back(fmt::format("{}", incident.number));
        return answer;
    }
    /// The next word if it is a number, else the one selected.
    IncidentId incident()
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

    bool is_card(std::string_view word) const
    {
        return std::find(card_words.begin(), card_words.end(), lower(word)) != card_words.end() &&
               !find_unit(context_.world, word);
    }

    /// Units and an incident in any order; what is not named is what is selected.
    struct Sending {
        std::vector<UnitId> units;
        IncidentId incident;
        bool card = false;  // whoever the run card proposes
    };
    std::optional<Sending> sending(bool with_card)
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

    Answer send_units()
    {
        auto found = sending(true);
        if (!found) return *failed_;
        if (found->card) return SendCard{found->incident, std::string{tail_}};
        return SendUnits{std::move(found->units), found->incident, std::string{tail_}};
    }
    template <typename What>
    Answer stack()
    {
        auto found = sending(false);
        if (!found) return *failed_;
        return What{std::move(found->units), found->incident};
    }

    Answer explain_dispatch()
    {
        IncidentId const which = incident();
        ExplainDispatch command{which, rest_with_tail()};
        if (!command.reason.empty()) return command;
        NotUnderstood answer = no(Mistake::reason_missing);
        for (PlainCode const& reason : context_.reasons) answer.suggestions.push_back(reason.code);
        return answer;
    }

    Answer next()
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

    Answer swap()
    {
        if (done()) return no(Mistake::unit_missing);
        auto const named = units();
        if (failed_) return *failed_;
        if (named.size() < 2) return no(Mistake::second_unit_missing);
        if (named.size() > 2) return no(Mistake::too_much, call_sign(context_.world, named[2]));
        return SwapUnits{named[0], named[1]};
    }

    Answer close()
    {
        IncidentId const which = incident();
        if (failed_) return *failed_;
        std::string const typed = lower(rest());
        if (typed.empty()) return missing_disposition(Mistake::disposition_missing, typed);
        for (PlainCode const& code : context_.world.codes.dispositions)
            if (typed == lower(code.code) || typed == lower(code.name.en) || typed == code.name.zh)
                return CloseIncident{which, code.code};
        auto const begun = beginning([&](PlainCode const& code) {
            return lower(code.code).starts_with(typed) || code.name.zh.starts_with(typed);
        });
        auto const meant =
            begun.empty() ? beginning([&](PlainCode const& code) { return lower(code.name.en).starts_with(typed); })
                          : begun;
        if (meant.size() != 1) return missing_disposition(Mistake::unknown_disposition, typed);
        return CloseIncident{which, meant.front()->code};
    }
    template <typename Begins>
    std::vector<PlainCode const*> beginning(Begins begins) const
    {
        std::vector<PlainCode const*> found;
        for (PlainCode const& code : context_.world.codes.dispositions)
            if (begins(code)) found.push_back(&code);
        return found;
    }
    NotUnderstood missing_disposition(Mistake mistake, std::string_view typed) const
    {
        NotUnderstood answer = no(mistake, typed);
        for (PlainCode const& code : context_.world.codes.dispositions)
            answer.suggestions.push_back(code.name.in(context_.chinese));
        return answer;
    }

    // --- places ---

    FoundPlace place(std::string const& typed)
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

    Answer move()
    {
        IncidentId const which = incident();
        return MoveIncident{which, place(rest_with_tail())};
    }

    static bool is_priority(std::string_view word)
    {
        return word.size() == 2 && (word[0] == 'p' || word[0] == 'P') && word[1] >= '1' && word[1] <= '9';
    }

    TypeCode const* type_of(std::string_view word) const
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
    NotUnderstood unknown_type(std::string_view word) const
    {
        NotUnderstood answer = no(Mistake::unknown_type, word);
        for (TypeCode const& type : context_.world.codes.types)
            if (answer.suggestions.size() < most_suggestions &&
                (similar(type.code, word) || similar(type.name.zh, word)))
                answer.suggestions.push_back(type.code);
        return answer;
    }

    Answer new_call()
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

    Answer hazard()
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

    Answer drone()
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

    Answer note()
    {
        IncidentId const which = incident();
        return AddNote{which, needed(rest_with_tail())};
    }

    Answer near()
    {
        LookNear command;
        command.incident = incident();
        while (!done() && !failed_) {
            auto const word = take();
            if (auto const metres = distance_of(word))
                command.radius_m = *metres;
            else
                choose_kinds(command, word);
        }
        return command;
    }
    static std::optional<std::int64_t> distance_of(std::string_view word)
    {
        std::int64_t factor = 1;
        if (word.ends_with("km"))
            factor = 1000, word.remove_suffix(2);
        else if (word.ends_with('m'))
            word.remove_suffix(1);
        auto const number = parse_whole<std::int64_t>(word);
        if (!number || *number <= 0 || *number > 100'000) return {};
        return *number * factor;
    }
    void choose_kinds(LookNear& command, std::string_view word)
    {
        command.cameras = command.units = command.drones = false;
        for (auto const kind : split(word, ',')) {
            if (kind.starts_with("cam"))
                command.cameras = true;
            else if (kind.starts_with("unit"))
                command.units = true;
            else if (kind.starts_with("drone"))
                command.drones = true;
            else
                fail(no(Mistake::too_much, kind, {"cam", "unit", "drone"}));
        }
    }

    Answer follow()
    {
        auto const followed = units();
        if (followed.size() > 1) return no(Mistake::too_much, call_sign(context_.world, followed[1]));
        return followed.empty() ? Answer{no(Mistake::unit_missing)} : Answer{FollowUnit{followed.front()}};
    }

    /// By its whole name, or by a beginning that only one has.
    std::string one_of(std::vector<std::string> const& names, Mistake mistake)
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
    std::string view() { return one_of(context_.views, Mistake::unknown_view); }

    /// "layout NAME", "layout save NAME", "layout forget NAME".
    Answer layout()
    {
        std::string const first = lower(peek());
        bool const save = first == "save" || first == "保存";
        bool const forget = first == "forget" || first == "删除";
        if (save || forget) take();
        if (save) return SaveLayout{needed(rest_with_tail())};
        std::string const name = one_of(context_.layouts, Mistake::unknown_layout);
        return forget ? Answer{ForgetLayout{name}} : Answer{SwitchLayout{name}};
    }

    Answer help()
    {
        if (done()) return ShowHelp{};
        auto const word = take();
        auto const* verb = context_.verbs.find(word);
        return verb == nullptr ? Answer{unknown_verb(word)} : Answer{ShowHelp{verb->verb}};
    }

    CommandContext const& context_;
    std::vector<std::string_view> words_;
    std::string_view line_, tail_;
    std::size_t next_ = 0;
    std::optional<NotUnderstood> failed_;
};

}  // namespace

std::string_view english(Mistake mistake)
{
    auto const& sentence = sentences[static_cast<std::size_t>(mistake)];
    CRESSET_CHECK(sentence.mistake == mistake);
    return sentence.text;
}

std::string explain(NotUnderstood const& answer)
{
    return fill(english(answer.mistake), {answer.word});
}

std::variant<Command, NotUnderstood> parse_command(std::string_view line, CommandContext const& context)
{
    if (line.size() > 4000 || !is_utf8(line)) return NotUnderstood{Mistake::too_much, {}, {}};
    return Parser{line, context}.run();
}

}  // namespace cresset
