#include "core/session/verbs.h"

#include "core/base/text.h"
#include "core/facts/json_text.h"

#include <algorithm>
#include <set>

namespace cresset {

Result<Verbs> Verbs::read(std::string_view text)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    Verbs verbs;
    if (json.is_discarded() || !read_json(json, verbs.verbs_))
        return Problem{"the table of verbs does not fit its form"};
    std::set<std::string> seen;
    for (Verb const& verb : verbs.verbs_) {
        if (verb.words.empty()) return Problem{fmt::format("the verb {} has no words", verb.verb)};
        for (std::string const& word : verb.words)
            if (!seen.insert(lower(word)).second) return Problem{fmt::format("the word {} stands for two verbs", word)};
    }
    return verbs;
}

Verb const* Verbs::find(std::string_view word) const
{
    std::string const wanted = lower(word);
    for (Verb const& verb : verbs_)
        if (std::any_of(verb.words.begin(), verb.words.end(), [&](auto const& one) { return lower(one) == wanted; }))
            return &verb;
    return nullptr;
}

std::vector<Verb const*> Verbs::beginning(std::string_view part) const
{
    std::string const wanted = lower(part);
    std::vector<Verb const*> found;
    for (Verb const& verb : verbs_)
        if (std::any_of(verb.words.begin(), verb.words.end(),
                        [&](auto const& one) { return lower(one).starts_with(wanted); }))
            found.push_back(&verb);
    auto const* whole = find(part);
    std::stable_partition(found.begin(), found.end(), [&](Verb const* verb) { return verb == whole; });
    return found;
}

}  // namespace cresset
