#include "core/facts/refusal.h"

#include "core/base/check.h"

#include <array>

namespace cresset {

namespace {

struct Sentence {
    Reason reason;
    std::string_view text;
};
constexpr std::array sentences{
    Sentence{Reason::no_such_unit, "there is no unit {0}"},
    Sentence{Reason::no_such_incident, "there is no incident {0}"},
    Sentence{Reason::no_such_thing, "there is no {0} {1}"},
    Sentence{Reason::incident_closed, "incident {0} is closed: reopen it first"},
    Sentence{Reason::incident_open, "incident {0} is not closed"},
    Sentence{Reason::unit_off_duty, "{0} is not on duty"},
    Sentence{Reason::unit_committed, "{0} is at work on {1}: release it there first"},
    Sentence{Reason::unit_already_there, "{0} is already sent to {1}"},
    Sentence{Reason::unit_not_there, "{0} is not sent to {1}"},
    Sentence{Reason::illegal_transition, "{0} cannot go from {1} to {2}"},
    Sentence{Reason::same_status, "{0} is {1} already"},
    Sentence{Reason::no_incident_for_status, "{0} has no incident: dispatch it first"},
    Sentence{Reason::not_in_distress, "{0} is not in distress"},
    Sentence{Reason::in_distress, "{0} is in distress already"},
    Sentence{Reason::duplicate_of_itself, "incident {0} cannot be a duplicate of itself or of its own duplicate"},
    Sentence{Reason::unknown_code, "{0} is not in the table of {1}"},
    Sentence{Reason::id_in_use, "{0} is in use already"},
    Sentence{Reason::changed_since, "{0} was changed by somebody else meanwhile: look again"},
    Sentence{Reason::nothing_to_undo, "there is nothing to undo"},
    Sentence{Reason::nothing_to_redo, "there is nothing to redo"},
    Sentence{Reason::undo_overtaken, "{0} was changed again since: undo that first"},
    Sentence{Reason::expired, "the expiry lies in the past"},
    Sentence{Reason::read_only, "this journal is open for reading only"},
    Sentence{Reason::journal_trouble, "nothing can be saved now: {0}"},
    Sentence{Reason::empty_act, "there is nothing to do"},
    Sentence{Reason::already_done, "this was done already"},
    Sentence{Reason::not_allowed, "{0} may look but not act"},
    Sentence{Reason::ill_formed, "a text or a time in it cannot be written down: look at what was typed or sent"},
    Sentence{Reason::distress_stands, "the distress of {0} cannot be put aside: cancel it when the unit is safe"},
    Sentence{Reason::shelved_too_long, "an alarm can be shelved for {0} at most"},
    Sentence{Reason::stacked_already, "{1} waits for {0} already"},
    Sentence{Reason::not_stacked, "{1} does not wait for {0}"},
    Sentence{Reason::stack_at_work_there, "{0} is at work on {1} already"},
    Sentence{Reason::unit_free, "{0} is free: send it at once"},
    Sentence{Reason::unit_out, "{0} is {1}: nothing can wait for it"},
    Sentence{Reason::nothing_next, "nothing waits for {0}"},
    Sentence{Reason::card_filled, "{0} has all that its run card asks for"},
    Sentence{Reason::nobody_for_card, "nobody is free for what the run card of {0} still asks for"},
    Sentence{Reason::same_unit, "{0} cannot take its own place"},
    Sentence{Reason::not_under_way, "{0} is under way to no incident: nobody can take its place"},
    Sentence{Reason::nothing_to_explain, "nobody was sent to {0} who was not recommended"},
    Sentence{Reason::fence_fault, "{0} cannot be a fence: {1}"},
    Sentence{Reason::no_cordon_posts, "no unit can close a point of the ring around {0} in time"},
    Sentence{Reason::no_closure_speed, "a street is closed (0) or slowed down to 1 to 99 percent of its speed"},
    Sentence{Reason::no_drill_stages, "a drill needs stages: rising times, each with one unit at least"},
    Sentence{Reason::drill_over, "this drill is over"},
    Sentence{Reason::no_cordon, "there is no cordon around {0}"},
    Sentence{Reason::no_closure_there, "no street is closed there"},
    Sentence{Reason::no_drill_runs, "no arrival drill is running"},
    Sentence{Reason::no_street_there, "no street is within {0} m of that place"},
};

}  // namespace

std::string_view english(Reason reason)
{
    auto const& sentence = sentences[static_cast<std::size_t>(reason)];
    CRESSET_CHECK(sentence.reason == reason);
    return sentence.text;
}

std::string fill(std::string_view sentence, std::vector<std::string> const& words)
{
    std::string filled;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        bool const hole = i + 2 < sentence.size() && sentence[i] == '{' && sentence[i + 2] == '}';
        auto const number = hole ? static_cast<std::size_t>(sentence[i + 1] - '0') : words.size();
        if (hole && number < words.size())
            filled += words[number], i += 2;
        else
            filled += sentence[i];
    }
    return filled;
}

std::string explain(Refusal const& refusal)
{
    return fill(english(refusal.reason), refusal.words);
}

}  // namespace cresset
