#pragma once
/// A line of the command line, understood: a verb with everything it speaks of found. Never a guess: an unknown word is
/// an answer with suggestions. Parsing changes nothing, so the same parser draws the ghost on the map while one types.

#include "core/base/datum.h"
#include "core/session/macros.h"
#include "core/session/near_kind.h"
#include "core/session/place_finder.h"
#include "core/session/verbs.h"
#include "core/world/world.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset {

struct NewCall {
    std::string type;
    int priority = 3;
    FoundPlace where;
    std::string narrative;
};
struct SendUnits {
    std::vector<UnitId> units;
    IncidentId incident;
    std::string reason;
};
/// Whoever is proposed for the seats of its run card that are open.
struct SendCard {
    IncidentId incident;
    std::string reason;
};
/// Why the last who was sent there and was not recommended was sent: a reason of the list, or in own words.
struct ExplainDispatch {
    IncidentId incident;
    std::string reason;
};
/// The incident waits for these units, each takes it when it is free.
struct StackIncident {
    std::vector<UnitId> units;
    IncidentId incident;
};
struct UnstackIncident {
    std::vector<UnitId> units;
    IncidentId incident;
};
/// A unit that is free is sent to what waits for it first; none named: the one that is free the longest.
struct TakeNext {
    std::optional<UnitId> unit;
};
/// Who is under way is recalled, the other goes in its place.
struct SwapUnits {
    UnitId out, in;
};
struct SetStatus {
    std::vector<UnitId> units;
    Status status = Status::available;
    std::string reason;
};
struct ReleaseUnits {
    std::vector<UnitId> units;
};
struct SetDistress {
    std::vector<UnitId> units;
    bool on = true;
};
struct CloseIncident {
    IncidentId incident;
    std::string disposition;
};
struct ReopenIncident {
    IncidentId incident;
};
struct MoveIncident {
    IncidentId incident;
    FoundPlace where;
};
struct LinkIncident {
    IncidentId incident, duplicate_of;
};
struct AddNote {
    IncidentId incident;
    std::string text;
};
struct AddHazard {
    FoundPlace where;
    std::string text;
    std::optional<Duration> lasts;
};
struct SendDrone {
    DroneId drone;
    std::optional<IncidentId> incident;
    std::optional<Place> target;
};
struct AcknowledgeAlerts {};
/// Spoken to, all well: the timers begin anew.
struct ContactUnits {
    std::vector<UnitId> units;
};
struct SnoozeTimers {
    std::vector<UnitId> units;
    std::optional<Duration> lasts = default_snooze;  // none: as long as the unit has its status
    static constexpr Duration default_snooze{10 * 60'000};
};
/// Of these units and incidents; of none named, all that stand but distress.
struct ShelveAlarms {
    std::vector<UnitId> units;
    std::vector<IncidentId> incidents;
    Duration lasts = default_shelving;
    static constexpr Duration default_shelving{15 * 60'000};
};
/// What sounds now is quiet; its sign stays.
struct SilenceAlarms {};
/// Lines under one word (core/session/macros.h).
struct RunMacro {
    std::string name;
    std::vector<std::string> lines;  // with what was typed in their holes
};
struct KeepMacro {
    std::string name, body;
};
struct ForgetMacro {
    std::string name;
};
struct ShowMacro {
    std::string name;  // empty: all
};
struct LogLine {
    std::string text;
};
struct Undo {};
struct Redo {};
struct FindText {
    std::string text;
};
struct LookNear {
    IncidentId incident;
    std::int64_t radius_m = 800;
    std::optional<Duration> within;  // by travel time in place of the distance
    std::vector<NearKind> kinds{};   // none: all
    bool wants(NearKind kind) const { return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end(); }
};
/// Where a suspect can still be held, shown before anyone is sent.
struct PlanCordon {
    IncidentId incident;
    std::optional<Mode> mode{};              // none: as he was seen last, else on foot
    std::optional<std::int64_t> radius_m{};  // none: the usual ring
};
/// The suspect was seen there, so long ago.
struct SightSuspect {
    IncidentId incident;
    FoundPlace where;
    Duration ago{0};
    std::optional<Mode> mode{};
};
struct LiftCordon {
    IncidentId incident;
};
/// A street is closed, or slowed down to a share of its speed.
struct CloseRoad {
    FoundPlace where;
    std::int32_t speed_percent = 0;
    std::optional<Duration> lasts{};
};
struct OpenRoad {
    FoundPlace where;
};
/// The arrival drill by stages, at an incident or a place.
struct BeginStages {
    std::optional<IncidentId> incident{};
    FoundPlace where{};
};
struct EndStages {};
/// How far one gets: from a unit, to an incident or a place.
struct ShowReach {
    std::optional<UnitId> unit{};
    std::optional<IncidentId> incident{};
    std::optional<FoundPlace> where{};
    std::vector<Duration> limits{};  // the shortest first; none: 1, 3 and 5 minutes
};
/// Minutes to anywhere, now: on the map, or off it again.
struct ShowCoverage {};
/// The way of a unit in words, as its driver is told it: to where it is sent, or to a place.
struct ShowTurns {
    UnitId unit{};
    std::optional<IncidentId> incident{};
    std::optional<FoundPlace> where{};
};
/// The fences; one of them by its name, or all.
struct ShowFences {
    std::optional<FenceId> fence{};
};
struct ShowHelp {
    std::string verb;
};  // the verb's name; empty: all
/// The map stays with the unit until a person moves it.
struct FollowUnit {
    UnitId unit;
};
/// A view of the map that somebody kept under a name.
struct LookAtView {
    std::string name;
};
struct KeepView {
    std::string name;
};
struct ForgetView {
    std::string name;
};
/// A map file becomes a layer of the map.
struct ShowFile {
    std::string path;
    Datum datum = Datum::wgs84;
};
/// How the window is laid out: where its panels stand.
struct SwitchLayout {
    std::string name;
};
struct SaveLayout {
    std::string name;
};
struct ForgetLayout {
    std::string name;
};

using Command =
    std::variant<NewCall, SendUnits, SetStatus, ReleaseUnits, SetDistress, CloseIncident, ReopenIncident, MoveIncident,
                 LinkIncident, AddNote, AddHazard, SendDrone, AcknowledgeAlerts, LogLine, Undo, Redo, FindText,
                 LookNear, ShowHelp, FollowUnit, LookAtView, KeepView, ForgetView, ContactUnits, SnoozeTimers,
                 ShelveAlarms, SilenceAlarms, RunMacro, KeepMacro, ForgetMacro, ShowMacro, ShowFile, SwitchLayout,
                 SaveLayout, ForgetLayout, SendCard, ExplainDispatch, StackIncident, UnstackIncident, TakeNext,
                 SwapUnits, PlanCordon, SightSuspect, LiftCordon, CloseRoad, OpenRoad, BeginStages, EndStages,
                 ShowReach, ShowCoverage, ShowTurns, ShowFences>;

/// What was not understood. The sentence is a template in English ({0} is the word), translated in windows.
enum class Mistake : std::uint8_t {
    empty,
    unknown_verb,
    unknown_unit,
    unknown_incident,
    unknown_type,
    unknown_place,
    unknown_disposition,
    unknown_drone,
    unknown_view,
    unknown_macro,
    macro_words,
    unknown_layout,
    unit_missing,
    incident_missing,
    type_missing,
    place_missing,
    file_missing,
    text_missing,
    disposition_missing,
    too_much,
    reason_missing,
    second_unit_missing,
    unknown_fence,
    unknown_near_kind
};
inline constexpr Mistake last_mistake = Mistake::unknown_near_kind;
std::string_view english(Mistake mistake);

struct NotUnderstood {
    Mistake mistake = Mistake::empty;
    std::string word;
    std::vector<std::string> suggestions;  // what could stand in its place, best first
};
std::string explain(NotUnderstood const& answer);

/// What the parser may look at.
struct CommandContext {
    World const& world;
    Verbs const& verbs;
    PlaceFinder const* places = nullptr;
    std::optional<IncidentId> incident;  // selected
    std::optional<UnitId> unit;          // selected
    std::optional<Place> looking_at;     // middle of the map: nearer places first
    std::vector<std::string> views{};    // names of the views that are kept
    std::vector<std::string> layouts{};  // names of the window's layouts
    Macros const* macros = nullptr;
    std::vector<PlainCode> reasons{};            // to choose from when another is sent than was recommended
    bool chinese = false;                        // the language that names are offered in
    std::vector<std::string> layouts_offered{};  // those of the layouts that are names in that language
};

std::variant<Command, NotUnderstood> parse_command(std::string_view line, CommandContext const& context);

/// What could follow at the end of the line: whole words to choose from, best first.
std::vector<std::string> complete_command(std::string_view line, CommandContext const& context, std::size_t limit = 12);

/// The line with a word that was offered for it at its end, in place of what of it was typed already.
std::string with_completion(std::string_view line, std::string_view word, CommandContext const& context);

}  // namespace cresset
