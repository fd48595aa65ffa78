#pragma once
/// Everything that can enter the journal; nothing else changes the world. Each event has a kind (its name in the file,
/// which never changes its meaning: a new version of a fact is a new kind) and fields in canonical JSON.

#include "core/base/match.h"
#include "core/base/result.h"
#include "core/facts/alert.h"
#include "core/facts/closure.h"
#include "core/facts/cordon.h"
#include "core/facts/fence_events.h"
#include "core/facts/images.h"
#include "core/facts/incident.h"
#include "core/facts/listed.h"
#include "core/facts/override.h"
#include "core/facts/request.h"
#include "core/facts/site.h"
#include "core/facts/stack.h"
#include "core/facts/stage_drill.h"
#include "core/facts/text_ref.h"
#include "core/facts/unit.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset {

// --- the shift and what it stands on ---

/// The first entry of every journal.
struct ShiftOpened {
    static constexpr std::string_view kind = "shift.opened";
    bool exercise = false;
    std::string name;   // "first-shift", "2026-11-22 night"
    std::string drill;  // file name of the drill, empty if none
    std::uint64_t seed = 0;
    Names city;
    std::string city_digest;  // of the pack; empty if there is none
    std::string time_zone = "UTC";
    std::string parent_digest;  // of the journal whose shift this one takes over; empty if none
    friend bool operator==(ShiftOpened const&, ShiftOpened const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("city", &ShiftOpened::city),   field("city_digest", &ShiftOpened::city_digest),
                          field("drill", &ShiftOpened::drill), field("exercise", &ShiftOpened::exercise),
                          field("name", &ShiftOpened::name),   field("parent_digest", &ShiftOpened::parent_digest),
                          field("seed", &ShiftOpened::seed),   field("time_zone", &ShiftOpened::time_zone)};
    }
};

/// The code tables in force (statuses, types, priorities, limits) as their own JSON text: decisions depend on them.
struct CodesAdopted {
    static constexpr std::string_view kind = "codes.adopted";
    std::string text;
    friend bool operator==(CodesAdopted const&, CodesAdopted const&) = default;
    static constexpr auto fields() { return std::tuple{field("text", &CodesAdopted::text)}; }
};

/// The text of the drill that a simulated city is run by, so that the journal alone can go on with it.
struct DrillAdopted {
    static constexpr std::string_view kind = "drill.adopted";
    std::string text;
    friend bool operator==(DrillAdopted const&, DrillAdopted const&) = default;
    static constexpr auto fields() { return std::tuple{field("text", &DrillAdopted::text)}; }
};

struct PersonListed : Listed<PersonId, Person> {
    static constexpr std::string_view kind = "person.listed";
};
struct DepartmentListed : Listed<DepartmentId, Department> {
    static constexpr std::string_view kind = "department.listed";
};
struct StationListed : Listed<StationId, Station> {
    static constexpr std::string_view kind = "station.listed";
};
struct GridListed : Listed<GridId, Grid> {
    static constexpr std::string_view kind = "grid.listed";
};
struct CameraListed : Listed<CameraId, Camera> {
    static constexpr std::string_view kind = "camera.listed";
};
struct DroneListed : Listed<DroneId, Drone> {
    static constexpr std::string_view kind = "drone.listed";
};
struct UnitListed : Listed<UnitId, Unit> {
    static constexpr std::string_view kind = "unit.listed";
};

// --- units ---

/// All fixes of one tick. The bytes (core/facts/sweep.h) stand in a table of their own, named by their SHA-256.
struct Sweep {
    static constexpr std::string_view kind = "sweep";
    std::uint32_t count = 0;
    std::string digest;  // hex
    std::string bytes;   // not in the body
    friend bool operator==(Sweep const& a, Sweep const& b) { return a.count == b.count && a.digest == b.digest; }
    static constexpr auto fields()
    {
        return std::tuple{field("count", &Sweep::count), field("digest", &Sweep::digest)};
    }
};

struct UnitStatusSet {
    static constexpr std::string_view kind = "unit.status";
    UnitId unit;
    Status status = Status::available;
    std::optional<std::string> reason;  // why a transition that the table does not allow was made all the same
    friend bool operator==(UnitStatusSet const&, UnitStatusSet const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("reason", &UnitStatusSet::reason), field("status", &UnitStatusSet::status),
                          field("unit", &UnitStatusSet::unit)};
    }
};

struct UnitCrewSet {
    static constexpr std::string_view kind = "unit.crew";
    UnitId unit;
    std::vector<PersonId> crew;
    friend bool operator==(UnitCrewSet const&, UnitCrewSet const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("crew", &UnitCrewSet::crew), field("unit", &UnitCrewSet::unit)};
    }
};

struct UnitSigned {
    static constexpr std::string_view kind = "unit.signed";
    UnitId unit;
    bool on = true;
    friend bool operator==(UnitSigned const&, UnitSigned const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("on", &UnitSigned::on), field("unit", &UnitSigned::unit)};
    }
};

/// Somebody spoke with the unit and all is well: its timers begin anew.
struct UnitContacted {
    static constexpr std::string_view kind = "unit.contacted";
    UnitId unit;
    friend bool operator==(UnitContacted const&, UnitContacted const&) = default;
    static constexpr auto fields() { return std::tuple{field("unit", &UnitContacted::unit)}; }
};

/// Its timers are quiet until then; latest_instant: as long as it has this status.
struct TimersSnoozed {
    static constexpr std::string_view kind = "unit.snoozed";
    UnitId unit;
    Instant until{};
    friend bool operator==(TimersSnoozed const&, TimersSnoozed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("unit", &TimersSnoozed::unit), field("until", &TimersSnoozed::until)};
    }
};

struct WayTaken {
    static constexpr std::string_view kind = "unit.way";
    UnitId unit;
    std::optional<Way> way;  // none: it stays where it is
    friend bool operator==(WayTaken const&, WayTaken const&) = default;
    static constexpr auto fields() { return std::tuple{field("unit", &WayTaken::unit), field("way", &WayTaken::way)}; }
};

/// The unit's answer to being sent: read and accepted.
struct DispatchAcknowledged {
    static constexpr std::string_view kind = "unit.acknowledged";
    UnitId unit;
    IncidentId incident;
    friend bool operator==(DispatchAcknowledged const&, DispatchAcknowledged const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &DispatchAcknowledged::incident),
                          field("unit", &DispatchAcknowledged::unit)};
    }
};

struct DistressRaised {
    static constexpr std::string_view kind = "distress.raised";
    UnitId unit;
    friend bool operator==(DistressRaised const&, DistressRaised const&) = default;
    static constexpr auto fields() { return std::tuple{field("unit", &DistressRaised::unit)}; }
};

struct DistressCancelled {
    static constexpr std::string_view kind = "distress.cancelled";
    UnitId unit;
    friend bool operator==(DistressCancelled const&, DistressCancelled const&) = default;
    static constexpr auto fields() { return std::tuple{field("unit", &DistressCancelled::unit)}; }
};

// --- incidents ---

struct IncidentReported {
    static constexpr std::string_view kind = "incident.reported";
    IncidentId incident;
    std::uint32_t number = 0;
    std::string type;
    int priority = 3;
    Place place;
    Names address;
    std::string place_source;
    std::optional<TextRef> caller, narrative;
    std::optional<Instant> rung_at, answered_at;
    std::string external;
    friend bool operator==(IncidentReported const&, IncidentReported const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("address", &IncidentReported::address),
                          field("answered_at", &IncidentReported::answered_at),
                          field("caller", &IncidentReported::caller),
                          field("external", &IncidentReported::external),
                          field("incident", &IncidentReported::incident),
                          field("narrative", &IncidentReported::narrative),
                          field("number", &IncidentReported::number),
                          field("place", &IncidentReported::place),
                          field("place_source", &IncidentReported::place_source),
                          field("priority", &IncidentReported::priority),
                          field("rung_at", &IncidentReported::rung_at),
                          field("type", &IncidentReported::type)};
    }
};

struct IncidentClassified {
    static constexpr std::string_view kind = "incident.classified";
    IncidentId incident;
    std::string type;
    int priority = 3;
    friend bool operator==(IncidentClassified const&, IncidentClassified const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &IncidentClassified::incident),
                          field("priority", &IncidentClassified::priority), field("type", &IncidentClassified::type)};
    }
};

struct IncidentRelocated {
    static constexpr std::string_view kind = "incident.relocated";
    IncidentId incident;
    Place place;
    Names address;
    std::string place_source;
    friend bool operator==(IncidentRelocated const&, IncidentRelocated const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("address", &IncidentRelocated::address),
                          field("incident", &IncidentRelocated::incident), field("place", &IncidentRelocated::place),
                          field("place_source", &IncidentRelocated::place_source)};
    }
};

/// The suspect of an incident was seen, then and there.
struct SuspectSighted {
    static constexpr std::string_view kind = "incident.sighting";
    IncidentId incident;
    Sighting seen;
    friend bool operator==(SuspectSighted const&, SuspectSighted const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &SuspectSighted::incident), field("seen", &SuspectSighted::seen)};
    }
};

struct IncidentLinked {
    static constexpr std::string_view kind = "incident.linked";
    IncidentId incident;  // the duplicate; its caller is kept
    IncidentId duplicate_of;
    friend bool operator==(IncidentLinked const&, IncidentLinked const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("duplicate_of", &IncidentLinked::duplicate_of),
                          field("incident", &IncidentLinked::incident)};
    }
};

struct NoteAdded {
    static constexpr std::string_view kind = "incident.note";
    NoteId note;
    IncidentId incident;
    TextRef text;
    friend bool operator==(NoteAdded const&, NoteAdded const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &NoteAdded::incident), field("note", &NoteAdded::note),
                          field("text", &NoteAdded::text)};
    }
};

/// Who was proposed, best first, when somebody looked: the T4 stamp, and the evidence of what the operator saw.
struct UnitsRecommended {
    static constexpr std::string_view kind = "incident.recommended";
    IncidentId incident;
    std::vector<UnitId> units;
    std::vector<std::int64_t> eta_ms;
    friend bool operator==(UnitsRecommended const&, UnitsRecommended const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("eta_ms", &UnitsRecommended::eta_ms), field("incident", &UnitsRecommended::incident),
                          field("units", &UnitsRecommended::units)};
    }
};

struct SentUnit {
    UnitId unit;
    std::optional<std::int64_t> eta_ms, distance_mm;
    friend bool operator==(SentUnit const&, SentUnit const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("distance_mm", &SentUnit::distance_mm), field("eta_ms", &SentUnit::eta_ms),
                          field("unit", &SentUnit::unit)};
    }
};

struct UnitsDispatched {
    static constexpr std::string_view kind = "incident.dispatched";
    IncidentId incident;
    std::vector<SentUnit> units;
    std::string reason;  // why not the recommended one; empty if it was, or nobody asked
    friend bool operator==(UnitsDispatched const&, UnitsDispatched const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &UnitsDispatched::incident), field("reason", &UnitsDispatched::reason),
                          field("units", &UnitsDispatched::units)};
    }
};

/// Why somebody was sent who was not recommended, in the same act; or said later.
struct DispatchExplained : Listed<OverrideId, Override> {
    static constexpr std::string_view kind = "incident.override";
};

/// The incident waits for the unit, behind those that wait already.
struct IncidentStacked {
    static constexpr std::string_view kind = "unit.stacked";
    UnitId unit;
    IncidentId incident;
    friend bool operator==(IncidentStacked const&, IncidentStacked const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &IncidentStacked::incident), field("unit", &IncidentStacked::unit)};
    }
};

/// The incident waits for the unit no longer. A unit that is sent to what waits for it needs no such entry.
struct IncidentUnstacked {
    static constexpr std::string_view kind = "unit.unstacked";
    UnitId unit;
    IncidentId incident;
    StackEnd why = StackEnd::removed;
    friend bool operator==(IncidentUnstacked const&, IncidentUnstacked const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &IncidentUnstacked::incident), field("unit", &IncidentUnstacked::unit),
                          field("why", &IncidentUnstacked::why)};
    }
};

/// The unit is free and something waits for it: said, never done.
struct NextOffered {
    static constexpr std::string_view kind = "unit.next";
    UnitId unit;
    IncidentId incident;
    friend bool operator==(NextOffered const&, NextOffered const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &NextOffered::incident), field("unit", &NextOffered::unit)};
    }
};

/// A unit became free that would be there sooner than one under way: said, never done.
struct NearerFreed {
    static constexpr std::string_view kind = "unit.nearer";
    IncidentId incident;
    UnitId freed, under_way;
    std::int64_t sooner_ms = 0;
    friend bool operator==(NearerFreed const&, NearerFreed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("freed", &NearerFreed::freed), field("incident", &NearerFreed::incident),
                          field("sooner_ms", &NearerFreed::sooner_ms), field("under_way", &NearerFreed::under_way)};
    }
};

/// Taken off an incident without having finished there.
struct UnitReleased {
    static constexpr std::string_view kind = "incident.released";
    UnitId unit;
    IncidentId incident;
    friend bool operator==(UnitReleased const&, UnitReleased const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("incident", &UnitReleased::incident), field("unit", &UnitReleased::unit)};
    }
};

struct IncidentControlled {
    static constexpr std::string_view kind = "incident.controlled";
    IncidentId incident;
    friend bool operator==(IncidentControlled const&, IncidentControlled const&) = default;
    static constexpr auto fields() { return std::tuple{field("incident", &IncidentControlled::incident)}; }
};

/// Closed; units still at work there become available.
struct IncidentClosed {
    static constexpr std::string_view kind = "incident.closed";
    IncidentId incident;
    std::string disposition;
    friend bool operator==(IncidentClosed const&, IncidentClosed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("disposition", &IncidentClosed::disposition),
                          field("incident", &IncidentClosed::incident)};
    }
};

struct IncidentReopened {
    static constexpr std::string_view kind = "incident.reopened";
    IncidentId incident;
    friend bool operator==(IncidentReopened const&, IncidentReopened const&) = default;
    static constexpr auto fields() { return std::tuple{field("incident", &IncidentReopened::incident)}; }
};

/// Stamps that came with an incident from another system (a file of past calls).
struct IncidentStamped {
    static constexpr std::string_view kind = "incident.stamped";
    IncidentId incident;
    Stamp stamp = Stamp::ring;
    Instant at{};
    friend bool operator==(IncidentStamped const&, IncidentStamped const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &IncidentStamped::at), field("incident", &IncidentStamped::incident),
                          field("stamp", &IncidentStamped::stamp)};
    }
};

// --- hazards, drones, cameras ---

struct HazardNoted : Listed<HazardId, Hazard> {
    static constexpr std::string_view kind = "hazard.noted";
};

struct HazardEnded {
    static constexpr std::string_view kind = "hazard.ended";
    HazardId hazard;
    friend bool operator==(HazardEnded const&, HazardEnded const&) = default;
    static constexpr auto fields() { return std::tuple{field("hazard", &HazardEnded::hazard)}; }
};

struct DroneMoved {
    static constexpr std::string_view kind = "drone.moved";
    DroneId drone;
    Place place;
    std::int32_t height_m = 0, heading_deg = 0, battery_percent = 100;
    friend bool operator==(DroneMoved const&, DroneMoved const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("battery_percent", &DroneMoved::battery_percent), field("drone", &DroneMoved::drone),
                          field("heading_deg", &DroneMoved::heading_deg), field("height_m", &DroneMoved::height_m),
                          field("place", &DroneMoved::place)};
    }
};

struct DroneTasked {
    static constexpr std::string_view kind = "drone.tasked";
    DroneId drone;
    std::optional<IncidentId> incident;
    std::optional<Place> target;  // none: fly home
    friend bool operator==(DroneTasked const&, DroneTasked const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("drone", &DroneTasked::drone), field("incident", &DroneTasked::incident),
                          field("target", &DroneTasked::target)};
    }
};

struct CameraStateSet {
    static constexpr std::string_view kind = "camera.state";
    CameraId camera;
    bool working = true;
    friend bool operator==(CameraStateSet const&, CameraStateSet const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("camera", &CameraStateSet::camera), field("working", &CameraStateSet::working)};
    }
};

// --- what follows, and what the desk says of itself ---

struct AlertRaised {
    static constexpr std::string_view kind = "alert.raised";
    AlertId alert;
    AlertKind what = AlertKind::distress;
    std::optional<UnitId> unit;
    std::optional<IncidentId> incident;
    std::optional<HazardId> hazard;
    std::optional<FenceId> fence;
    std::optional<FenceEvent> fence_event;
    std::optional<int> priority;  // of a fence's alert
    std::optional<Place> place;
    friend bool operator==(AlertRaised const&, AlertRaised const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alert", &AlertRaised::alert),
                          field("fence", &AlertRaised::fence),
                          field("fence_event", &AlertRaised::fence_event),
                          field("hazard", &AlertRaised::hazard),
                          field("incident", &AlertRaised::incident),
                          field("place", &AlertRaised::place),
                          field("priority", &AlertRaised::priority),
                          field("unit", &AlertRaised::unit),
                          field("what", &AlertRaised::what)};
    }
};

struct AlertAcknowledged {
    static constexpr std::string_view kind = "alert.acknowledged";
    AlertId alert;
    friend bool operator==(AlertAcknowledged const&, AlertAcknowledged const&) = default;
    static constexpr auto fields() { return std::tuple{field("alert", &AlertAcknowledged::alert)}; }
};

/// Out of the way until then.
struct AlertShelved {
    static constexpr std::string_view kind = "alert.shelved";
    AlertId alert;
    Instant until{};
    friend bool operator==(AlertShelved const&, AlertShelved const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alert", &AlertShelved::alert), field("until", &AlertShelved::until)};
    }
};

/// How it went outside with what the world asked for.
struct RequestAnswered {
    static constexpr std::string_view kind = "request.answered";
    RequestId request;
    RequestState state = RequestState::sent;
    friend bool operator==(RequestAnswered const&, RequestAnswered const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("request", &RequestAnswered::request), field("state", &RequestAnswered::state)};
    }
};

/// A line for the log by somebody ("log ..." or a command as it was typed).
struct Logged {
    static constexpr std::string_view kind = "log.line";
    TextRef text;
    bool command = false;  // the line as typed at the command line
    friend bool operator==(Logged const&, Logged const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("command", &Logged::command), field("text", &Logged::text)};
    }
};

/// What a feed counted since it last said so.
struct FeedCounted {
    static constexpr std::string_view kind = "feed.counted";
    std::string feed;
    std::uint64_t received = 0, accepted = 0, duplicate = 0, late = 0, doubtful = 0, malformed = 0, unauthorised = 0,
                  unread = 0;
    friend bool operator==(FeedCounted const&, FeedCounted const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{
            field("accepted", &FeedCounted::accepted),   field("doubtful", &FeedCounted::doubtful),
            field("duplicate", &FeedCounted::duplicate), field("feed", &FeedCounted::feed),
            field("late", &FeedCounted::late),           field("malformed", &FeedCounted::malformed),
            field("received", &FeedCounted::received),   field("unauthorised", &FeedCounted::unauthorised),
            field("unread", &FeedCounted::unread)};
    }
};

/// An act taken back, or done again: the rows as they shall stand now.
struct ActUndone {
    static constexpr std::string_view kind = "act.undone";
    ActId undone;
    Images images;
    friend bool operator==(ActUndone const&, ActUndone const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("images", &ActUndone::images), field("undone", &ActUndone::undone)};
    }
};
struct ActRedone {
    static constexpr std::string_view kind = "act.redone";
    ActId redone;
    Images images;
    friend bool operator==(ActRedone const&, ActRedone const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("images", &ActRedone::images), field("redone", &ActRedone::redone)};
    }
};

using Event =
    std::variant<ShiftOpened, CodesAdopted, DrillAdopted, PersonListed, DepartmentListed, StationListed, GridListed,
                 CameraListed, DroneListed, UnitListed, Sweep, UnitStatusSet, UnitCrewSet, UnitSigned, WayTaken,
                 DispatchAcknowledged, DistressRaised, DistressCancelled, IncidentReported, IncidentClassified,
                 IncidentRelocated, IncidentLinked, NoteAdded, UnitsRecommended, UnitsDispatched, UnitReleased,
                 IncidentControlled, IncidentClosed, IncidentReopened, IncidentStamped, HazardNoted, HazardEnded,
                 DroneMoved, DroneTasked, CameraStateSet, AlertRaised, AlertAcknowledged, RequestAnswered, Logged,
                 FeedCounted, ActUndone, ActRedone, UnitContacted, TimersSnoozed, AlertShelved, DispatchExplained,
                 IncidentStacked, IncidentUnstacked, NextOffered, NearerFreed, FenceDrawn, FenceRemoved, FenceCrossed,
                 FenceOccupied, SuspectSighted, CordonSet, CordonPostClosed, CordonLifted, RoadClosed, RoadOpened,
                 StageDrillBegun, StageArrived, StageJudged, StageDrillEnded>;

std::string_view kind_of(Event const& event);
/// The body in canonical JSON. A sweep's bytes are not part of it.
std::string body_of(Event const& event);
/// The event of a kind and a body; a problem if the kind is unknown (a newer program wrote it) or the body does not
/// fit.
Result<Event> read_event(std::string_view kind, std::string_view body);

/// True if read_event() would take the event back from its body: all texts in it are well-formed UTF-8, and all times
/// in the calendar.
bool can_be_written(Event const& event);

/// Calls visit(TextRef&) for every reference to erasable text in the event, images apart.
void for_each_text(Event& event, void (*visit)(TextRef&, void*), void* context);

}  // namespace cresset
