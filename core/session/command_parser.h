#pragma once
/// One line of the command line being read, word by word, against the verbs, units, incidents and places that there
/// are. command_units.cpp reads what is about units, command_incidents.cpp what is about incidents, calls and places,
/// command_geometry.cpp what geometry decides, command_desk.cpp what is about the desk.

#include "core/session/command.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset {

class CommandParser {
public:
    using Answer = std::variant<Command, NotUnderstood>;

    CommandParser(std::string_view line, CommandContext const& context);
    Answer run();

private:
    static constexpr std::size_t most_suggestions = 5;

    static NotUnderstood no(Mistake mistake, std::string_view word = {}, std::vector<std::string> suggestions = {});
    void fail(NotUnderstood answer);
    bool done() const { return next_ >= words_.size(); }
    std::string_view peek() const { return done() ? std::string_view{} : words_[next_]; }
    std::string_view take() { return words_[next_++]; }
    /// The rest of the head as it stands.
    std::string rest();
    std::string rest_with_tail();
    std::string needed(std::string text);
    Answer nothing_more(Command command);
    /// A verb by its word, or "d.p12.1023" split at its dots.
    Verb const* find_verb(std::string_view word);
    NotUnderstood unknown_verb(std::string_view word) const;
    Answer of(std::string const& verb);
    /// True if a call sign, a code or a name may be meant by what was typed.
    static bool similar(std::string_view candidate, std::string_view typed);

    // --- units: who is meant, and what is done with them ---

    /// "p7" for "P07".
    std::optional<UnitId> padded_unit_of(std::string_view word) const;
    /// By its call sign, or by a short form of it that can mean no other: "p1" is nobody where there are P01 and P10.
    std::optional<UnitId> unit_of(std::string_view word) const;
    NotUnderstood unknown_unit(std::string_view word) const;
    /// All the rest are units; none typed: the one selected.
    std::vector<UnitId> units();
    /// "10m", "10分钟": if the last word is a length of time it is taken.
    std::optional<Duration> last_duration();
    static std::optional<Duration> duration_of(std::string_view word);
    static std::optional<Status> status_of(std::string const& verb);
    Answer snooze();
    Answer shelve();
    bool is_card(std::string_view word) const;
    /// Units and an incident in any order; what is not named is what is selected.
    struct Sending {
        std::vector<UnitId> units;
        IncidentId incident;
        bool card = false;  // whoever the run card proposes
    };
    std::optional<Sending> sending(bool with_card);
    Answer send_units();
    Answer stack(bool onto);
    Answer explain_dispatch();
    Answer next();
    Answer swap();

    // --- incidents, calls and places ---

    std::optional<IncidentId> incident_of(std::string_view word) const;
    static bool looks_like_incident(std::string_view word);
    NotUnderstood unknown_incident(std::string_view word) const;
    /// The next word if it is a number, else the one selected.
    IncidentId incident();
    Answer close();
    /// Suggests those that may be meant, or all.
    NotUnderstood unknown_disposition(std::string_view typed, std::vector<PlainCode const*> const& meant) const;
    FoundPlace place(std::string const& typed);
    Answer move();
    static bool is_priority(std::string_view word);
    TypeCode const* type_of(std::string_view word) const;
    NotUnderstood unknown_type(std::string_view word) const;
    Answer new_call();
    Answer hazard();
    Answer drone();
    Answer note();
    // --- what geometry decides: what is near, reach, fences, cordons, closures (command_geometry.cpp) ---

    Answer near();
    static std::optional<std::int64_t> distance_of(std::string_view word);
    void choose_kinds(LookNear& command, std::string_view word);
    static std::optional<Duration> travel_time_of(std::string_view word);
    static std::optional<Mode> mode_of(std::string_view word);
    /// The last word if it is a mode: "foot", "e-bike", "car".
    std::optional<Mode> last_mode();
    Answer cordon();
    Answer sighting();
    Answer close_road();
    Answer stages();
    Answer reach();
    Answer turns();
    std::vector<Duration> reach_limits(std::string_view word) const;
    Answer fences();

    // --- the desk itself: macros, files, views, layouts, help ---

    Answer macro_or_unknown(std::string_view word);
    /// "macro", "macro NAME", "macro NAME = LINE && LINE", "macro NAME =".
    Answer macro();
    /// The whole line but a datum at its end: paths have spaces and semicolons.
    Answer show_file();
    Answer follow();
    /// By its whole name, or by a beginning that only one has.
    std::string one_of(std::vector<std::string> const& names, Mistake mistake);
    std::string view() { return one_of(context_.views, Mistake::unknown_view); }
    /// "layout NAME", "layout save NAME", "layout forget NAME".
    Answer layout();
    Answer help();

    CommandContext const& context_;
    std::vector<std::string_view> words_;
    std::string_view line_, tail_;
    std::size_t next_ = 0;
    std::optional<NotUnderstood> failed_;
};

}  // namespace cresset
