#pragma once
/// Why not, in words an operator understands. The sentence is a template in English ({0}, {1} are the words); windows
/// show it in their language through the translation files.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

enum class Reason : std::uint8_t {
    no_such_unit,
    no_such_incident,
    no_such_thing,
    incident_closed,
    incident_open,
    unit_off_duty,
    unit_committed,
    unit_already_there,
    unit_not_there,
    illegal_transition,
    same_status,
    no_incident_for_status,
    not_in_distress,
    in_distress,
    duplicate_of_itself,
    unknown_code,
    id_in_use,
    changed_since,
    nothing_to_undo,
    nothing_to_redo,
    undo_overtaken,
    expired,
    read_only,
    journal_trouble,
    empty_act,
    already_done,
    not_allowed,
    ill_formed,
    distress_stands,
    shelved_too_long,
    stacked_already,
    not_stacked,
    stack_at_work_there,
    unit_free,
    unit_out,
    nothing_next,
    card_filled,
    nobody_for_card,
    same_unit,
    not_under_way,
    nothing_to_explain,
    fence_fault,
    no_cordon_posts,
    no_closure_speed,
    no_drill_stages,
    drill_over,
    no_cordon,
    no_closure_there,
    no_drill_runs,
    no_street_there,
};
inline constexpr Reason last_reason = Reason::no_street_there;

/// The English template.
std::string_view english(Reason reason);

struct Refusal {
    Reason reason = Reason::empty_act;
    std::vector<std::string> words;
    friend bool operator==(Refusal const&, Refusal const&) = default;
};

/// The whole sentence in English.
std::string explain(Refusal const& refusal);
/// The same from a template in any language.
std::string fill(std::string_view sentence, std::vector<std::string> const& words);

}  // namespace cresset
