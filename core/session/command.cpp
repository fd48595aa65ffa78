#include "core/session/command.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/facts/refusal.h"
#include "core/session/command_parser.h"

#include <array>

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
    Sentence{Mistake::disposition_missing, "how did it end? type its number or a word"},
    Sentence{Mistake::too_much, "\"{0}\" is too much here"},
    Sentence{Mistake::reason_missing, "why? type a number of the list or a few words"},
    Sentence{Mistake::second_unit_missing, "which unit goes in its place?"},
    Sentence{Mistake::unknown_fence, "there is no fence {0}"},
    Sentence{Mistake::unknown_near_kind, "{0} cannot be looked for"},
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
    return CommandParser{line, context}.run();
}

}  // namespace cresset
