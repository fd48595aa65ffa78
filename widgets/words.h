#pragma once
/// Sentences of the desk in the language in use: times, ages, log lines, answers. Everything here is plain text.

#include "core/facts/override.h"
#include "core/facts/refusal.h"
#include "core/rules/unit_timers.h"
#include "core/session/command.h"
#include "core/session/recommendation.h"
#include "core/world/world.h"
#include "widgets/marks.h"

#include <QString>
#include <span>

namespace cresset::widgets {

class DeskHub;

/// "0:42", "12:05", "1:02:05".
QString ageText(Duration age);
/// "3:10" for an ETA.
QString etaText(std::int64_t eta_ms);
/// "850 m", "2.4 km".
QString distanceText(std::int64_t distance_mm);

QString statusText(Status status, DeskHub const& hub);
QString typeText(std::string const& code, DeskHub const& hub);
QString kindText(std::string const& code, DeskHub const& hub);
QString dispositionText(std::string const& code, DeskHub const& hub);
QString stateText(IncidentState state);
/// "on scene P12 · en route P07": every state that units at work on it are in, with those units; while there are none,
/// how far the incident is.
QString workText(Incident const& incident, DeskHub const& hub);
QString addressText(Incident const& incident, DeskHub const& hub);
/// A fence by its name, and what a unit did at it.
QString fenceName(FenceId id, DeskHub const& hub);
QString fenceEventText(FenceEvent what, QString const& unit, QString const& fence);
QString modeText(Mode mode);
QString alertText(Alert const& alert, DeskHub const& hub);
/// "welfare check in 4:12", "on scene 0:40 too long"; empty while nothing comes due.
QString timerText(Unit const& unit, DeskHub const& hub);
/// A capability as people say it ("first aid").
QString capabilityText(std::string const& code);

QString refusalText(Refusal const& refusal, DeskHub const& hub);
QString mistakeText(NotUnderstood const& answer);
/// A problem of the core or the maps in the language in use; as it is if its sentence is not known.
QString problemText(std::string const& problem);
/// The sentences of problems that are known, in English with their holes.
std::span<char const* const> knownProblems();
/// Which of them it is; null if none.
char const* problemSentence(std::string const& problem);
QString reasonText(RankReason reason, IncidentId incident, DeskHub const& hub);
/// "break since 18:40 · first if available": why a unit was passed over and what would change it.
QString passedText(PassedOverUnit const& passed, Recommendation const& shown, IncidentId incident, DeskHub const& hub);
/// "P07 went, not P12": who was sent though another was recommended.
QString overrideText(Override const& row, DeskHub const& hub);
/// The reason that was given for it; that none was.
QString reasonGivenText(Override const& row, DeskHub const& hub);
/// Asks why.
QString whyText(Override const& row, DeskHub const& hub);
QString roleText(std::string const& code, DeskHub const& hub);
/// "#1023 #1025": what waits for a unit, in order.
QString stackText(Unit const& unit, DeskHub const& hub);
/// What a command did, for the answer line.
QString doneText(Command const& command, DeskHub const& hub);
/// " (P02 leaves #1013)": of those that would leave their work for it; empty if none does.
QString leavingText(SendUnits const& command, DeskHub const& hub);
/// What a command would do, while it is typed.
QString ghostText(Command const& command, DeskHub const& hub);
/// An entry as a line of the log.
QString entryText(Entry const& entry, DeskHub const& hub);
/// What an act of that kind is called ("dispatch"), for undo and redo.
QString actText(std::string const& kind);
/// "raid = d $1 $2 && note $2 sent"; of no name, the names of all.
QString macroText(std::string const& name, DeskHub const& hub);
/// What an undo or redo takes back or does again: of the act that is next.
QString turnedText(Command const& turn, DeskHub const& hub);
/// What taking it back or doing it again is about: "dispatch: P12, #1023".
QString actText(Undoable const& act, DeskHub const& hub);

UnitTimers timersOf(Unit const& unit, World const& world);
MarkStatus markStatus(Unit const& unit);
QChar statusLetter(Unit const& unit, DeskHub const& hub);

}  // namespace cresset::widgets
