#pragma once
/// What an operator can do, each as one function: command line, keys and mouse all end here, so the same act makes the
/// same event whichever way it came. Every function answers with a ticket: refused with a reason, or written.

#include "core/facts/field_rules.h"
#include "core/session/advice.h"
#include "core/session/command.h"
#include "core/session/recommendation.h"
#include "core/session/session.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

class Desk {
public:
    /// Guide may be null (no roads): then nothing is known of who gets there first.
    Desk(Session& session, CityGuide const* guide) : session_{session}, guide_{guide} {}

    Ticket take_call(NewCall const& call, std::optional<std::string> const& caller = {});
    /// The same, of what that incident is about already: both callers are kept, and one undo takes back both the call
    /// and its link.
    Ticket take_call_again(NewCall const& call, std::optional<std::string> const& caller, IncidentId same_as);
    /// With rules in use, whoever was not recommended is sent with the reason given, or with none given: both stand in
    /// the journal, own words in the erasable part.
    Ticket dispatch(SendUnits const& command);
    Ticket dispatch(SendCard const& command);
    Ticket explain(ExplainDispatch const& command);
    Ticket stack(StackIncident const& command);
    Ticket unstack(UnstackIncident const& command);
    Ticket take_next(TakeNext const& command);
    Ticket swap(SwapUnits const& command);
    Ticket set_status(SetStatus const& command);
    Ticket release(ReleaseUnits const& command);
    Ticket set_distress(SetDistress const& command);
    Ticket close(CloseIncident const& command);
    Ticket reopen(ReopenIncident const& command);
    Ticket move(MoveIncident const& command);
    Ticket link(LinkIncident const& command);
    Ticket note(AddNote const& command);
    Ticket hazard(AddHazard const& command);
    Ticket send_drone(SendDrone const& command);
    Ticket acknowledge(AcknowledgeAlerts const& command);
    Ticket acknowledge(AlertId alert);
    Ticket contact(ContactUnits const& command);
    Ticket snooze(SnoozeTimers const& command);
    Ticket shelve(ShelveAlarms const& command);
    Ticket shelve(AlertId alert, Duration lasts);
    Ticket log(LogLine const& command);
    /// Draws it, or draws the one with that id anew.
    Ticket draw_fence(Fence const& fence, std::optional<FenceId> again = {});
    /// All of them, or none: one act and one undo.
    Ticket draw_fences(std::vector<Fence> const& fences);
    Ticket remove_fence(FenceId fence);
    /// Sets it, or sets the one with that id anew; its units are sent. Its times count from its set_at, or from now.
    Ticket set_cordon(Cordon const& cordon, std::optional<CordonId> again = {});
    Ticket close_post(CordonId cordon, std::size_t post, bool closed);
    Ticket lift_cordon(LiftCordon const& command);
    Ticket sight(SightSuspect const& command);
    Ticket close_road(CloseRoad const& command);
    /// What is closed nearest to the place.
    Ticket open_road(OpenRoad const& command);
    Ticket begin_stages(BeginStages const& command);
    Ticket end_stages();
    Ticket undo();
    Ticket redo();
    /// The unit's usual next status (one key).
    Ticket advance_status(UnitId unit);
    Status usual_next(UnitId unit) const;

    /// Performs what changes something; nothing for a question (find, near, help), which the window answers itself.
    std::optional<Ticket> perform(Command const& command);
    /// The same, and keeps the line as it was typed in the erasable part of the act's log.
    std::optional<Ticket> perform(Command const& command, std::string_view typed);

    /// Who gets there first and why. Said to the journal (stamp T4) when somebody looked at it.
    Recommendation recommend(IncidentId incident, std::size_t top = 10) const;
    void looked_at(IncidentId incident, Recommendation const& shown);
    /// The same with the run card, and the times of who was passed over. Without rules there are no cards.
    Advice advise(IncidentId incident, std::size_t top = 10) const;
    /// Run cards, margins and reasons; they must outlive the desk. None: nobody is asked why.
    void use_rules(DispatchRules const* rules) { rules_ = rules; }
    DispatchRules const* rules() const { return rules_; }
    FieldRules const& field_rules() const { return field_rules_; }
    void use_field_rules(FieldRules rules) { field_rules_ = std::move(rules); }
    CityGuide const* guide() const { return guide_; }
    bool knows_roads() const { return guide_ != nullptr; }
    void use_guide(CityGuide const* guide) { guide_ = guide; }

private:
    Act begin();
    Ticket submit(Act act);
    /// Adds the report to the act; the id of the new incident.
    IncidentId report(Act& act, NewCall const& call, std::optional<std::string> const& caller);
    UnitsDispatched with_etas(SendUnits const& command) const;
    /// Adds to an act that sends units why others were not sent, if that has to be said.
    void add_explanation(Act& act, UnitsDispatched& dispatched, std::string const& reason);
    Event explanation(Act& act, Override row, std::string const& reason);
    Ticket refuse(Reason reason, std::vector<std::string> words);
    template <typename MakeEvent>
    Ticket for_units(std::vector<UnitId> const& units, MakeEvent make);

    Session& session_;
    CityGuide const* guide_;
    DispatchRules const* rules_ = nullptr;
    FieldRules field_rules_;
    std::string typed_;
};

}  // namespace cresset
