#pragma once
/// The desk's one connection to its session: panels read the world through it, are told what changed (at most thirty
/// times a second), share one selection, and send every act through it. Panels know the hub, never each other.

#include "core/session/desk.h"
#include "core/session/nearer_watch.h"
#include "core/session/place_finder.h"
#include "core/session/session.h"
#include "core/session/verbs.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>

namespace cresset::widgets {

/// What changed since the panels were told last.
struct DeskChanges {
    std::set<UnitId> units;
    std::set<IncidentId> incidents;
    bool positions = false;
    bool alerts = false;
    bool sites = false;   // stations, grids, cameras, drones, hazards
    bool fences = false;  // and who is inside of them
    bool cordons = false;
    bool closures = false;
    bool drills = false;   // arrival drills by stages
    bool entries = false;  // the log has grown
    bool everything = false;
};

/// How something is said: done, refused, or so that nobody misses it.
enum class Manner : std::uint8_t { good, bad, alarm };

class DeskHub : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session* session = nullptr;
        Desk* desk = nullptr;
        PlaceFinder const* places = nullptr;  // none: no gazetteer
        Verbs const* verbs = nullptr;
        bool readOnly = false;
        bool chinese = false;                 // the language that the window begins in
        NearerWatch const* nearer = nullptr;  // none: nothing is known of who became free
    };
    /// What it is given must live longer than it.
    explicit DeskHub(Parts parts, std::vector<Entry> const& history = {}, QObject* parent = nullptr);
    ~DeskHub() override;

    World const& world() const { return parts_.session->world(); }
    Session& session() { return *parts_.session; }
    Session const& session() const { return *parts_.session; }
    Desk& desk() { return *parts_.desk; }
    /// Run cards, margins and reasons in use; null if there are none.
    DispatchRules const* rules() const { return parts_.desk->rules(); }
    PlaceFinder const* places() const { return parts_.places; }
    Verbs const& verbs() const { return *parts_.verbs; }
    bool readOnly() const { return parts_.readOnly; }
    /// A unit that became free and would be there sooner than one under way.
    std::optional<NearerOffer> nearer(IncidentId incident) const;
    /// True while panels wait to be told of what changed.
    bool isTelling() const { return tell_due_.isActive(); }
    Instant now() const { return parts_.session->now(); }

    bool chinese() const { return chinese_; }
    void setChinese(bool chinese) { chinese_ = chinese; }
    QString name(Names const& names) const { return QString::fromStdString(names.in(chinese_)); }
    /// "19:02:41" on the clock of the room.
    QString clock(Instant at) const;
    QString text(std::optional<TextRef> const& ref) const;

    std::optional<IncidentId> incident() const { return incident_; }
    std::optional<UnitId> unit() const { return unit_; }
    void selectIncident(std::optional<IncidentId> incident);
    void selectUnit(std::optional<UnitId> unit);
    std::optional<Place> lookingAt() const { return looking_at_; }
    void setLookingAt(Place place) { looking_at_ = place; }
    /// Names of the views of the map that are kept.
    void setViews(std::vector<std::string> names) { views_ = std::move(names); }
    Macros const& macros() const { return macros_; }
    void setMacros(Macros macros) { macros_ = std::move(macros); }
    /// Names of the window's layouts, and those of them that are offered in the language in use.
    void setLayouts(std::vector<std::string> names, std::vector<std::string> offered)
    {
        layouts_ = std::move(names);
        layouts_offered_ = std::move(offered);
    }
    CommandContext context() const;

    /// Says why if the macro cannot be kept.
    void keepMacro(KeepMacro const& macro);
    void forgetMacro(std::string const& name);

    /// Performs a command and says how it went; false if it was refused. A new call is selected.
    bool act(Command const& command, QString const& typed = {});
    /// A command as it would be done now: whoever the run card proposes stands there by name.
    Command resolved(Command const& command) const;
    /// A unit and an incident were brought together by hand: a unit that is free is sent, of one that is not it is
    /// asked whether the incident shall wait for it.
    void bringTogether(UnitId unit, IncidentId incident);
    /// For whom the incident waits, in the order of their ids.
    std::vector<UnitId> const& waitedFor(IncidentId incident) const;
    /// Who was sent though another was recommended, while nobody has said why yet. It hinders nothing.
    std::optional<Override> const& askedWhy() const { return asked_why_; }
    /// An answer to that: a reason of the list or own words; an empty one leaves it at none given.
    void answerWhy(QString const& reason);
    /// One alarm; distress stands all the same, and it is said how it ends.
    void acknowledge(AlertId alert);
    /// Out of the way for a time.
    void shelve(AlertId alert, Duration lasts);
    /// False, and says why, if this desk may only look.
    bool mayAct();
    /// Says something in the answer line: of a refusal, why.
    void say(QString const& text, bool good = true) { say(text, good ? Manner::good : Manner::bad); }
    void say(QString const& text, Manner manner);
    /// Says why not, and keeps what to do about it for who asks.
    void refuse(QString const& text, QString const& advice);

    /// Entries that the log shows, oldest first.
    std::deque<Entry> const& log() const { return log_; }
    /// What the log says an act did first, but for the line as it was typed; null if it says nothing of it.
    Entry const* logged(ActId act) const;
    void addToLog(Entry const& entry);
    static bool isLogged(Entry const& entry);

    /// What would happen, drawn on the map while somebody types; none takes it away.
    void setPreview(std::optional<Command> preview);
    /// Of who may be sent: which hole opens where it stands now; empty for those that leave none.
    QString holeNote(UnitId unit) const;
    void setHoleNotes(std::map<UnitId, QString> notes);
    std::optional<Command> const& preview() const { return preview_; }

Q_SIGNALS:
    void changed(cresset::widgets::DeskChanges const& changes);
    void selectionChanged();
    void said(QString const& text, cresset::widgets::Manner manner);
    /// After what was said: what to do about it; empty if nothing is known.
    void advised(QString const& sentence, QString const& advice);
    void previewChanged();
    void macrosChanged();
    void whyAsked();
    void holeNotesChanged();
    void togetherWanted(cresset::UnitId unit, cresset::IncidentId incident);

private:
    void noticeEvent(Entry const& entry);
    static bool changesStacks(Event const& event);
    void take(Changes const& changes, std::span<Entry const> entries);
    void tell();

    Parts parts_;
    bool chinese_ = false;
    std::optional<IncidentId> incident_;
    std::optional<UnitId> unit_;
    std::optional<Place> looking_at_;
    std::vector<std::string> views_, layouts_, layouts_offered_;
    Macros macros_;
    std::optional<Command> preview_;
    std::map<UnitId, QString> hole_notes_;
    std::optional<Override> asked_why_;
    ActId asked_by_;                                                // the act that is asked about
    mutable std::map<IncidentId, std::vector<UnitId>> waited_for_;  // looked up anew when a stack may have changed
    mutable bool stacks_changed_ = true;
    std::optional<NextOffered> offered_;  // to be said when the act that freed the unit has been answered
    std::deque<Entry> log_;
    int view_ = 0;
    DeskChanges gathered_;
    QTimer tell_due_;
};

}  // namespace cresset::widgets
