#include "core/base/text.h"
#include "core/session/command.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

/// A line cut into the words before the one that is being typed and what it may be a part of.
struct Rest {
    std::size_t begins = 0;   // where the phrase does, in the line
    std::string_view phrase;  // a place, an ending: may have blanks
    bool named = false;       // the incident stands in the line already
    bool in_hand = false;     // or is the one selected
};

bool is_open(std::string_view line)
{
    return !line.empty() && line.back() != ' ';
}

bool is_incident(std::string_view word, World const& world)
{
    if (word.starts_with('#')) word.remove_prefix(1);
    auto const number = parse_whole<std::uint32_t>(word);
    return number && find_incident(world, *number);
}

/// Of "new robbery zhong shan" everything after the type, of "c 1023 report t" everything after the incident.
Rest rest_of(std::string_view line, Verb const& verb, CommandContext const& context)
{
    auto const parts = words(line);
    std::size_t const closed = parts.size() - (is_open(line) ? 1 : 0);
    Rest rest;
    rest.named = verb.form.starts_with("incident ") && closed > 1 && is_incident(parts[1], context.world);
    rest.in_hand = rest.named || context.incident;
    std::size_t const before = verb.verb == "new" || rest.named ? 2 : 1;
    rest.begins = line.size();
    if (parts.size() > before) rest.begins = static_cast<std::size_t>(parts[before].data() - line.data());
    rest.phrase = line.substr(rest.begins);
    return rest;
}

/// Names of places and endings have blanks in them.
bool takes_phrase(Verb const& verb)
{
    auto const kinds = words(verb.form);
    auto const has = [&](std::string_view kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
    return has("place") || has("code");
}

/// Collects what could stand where the last word of the line stands.
class Completer {
public:
    Completer(CommandContext const& context, std::string_view part, std::size_t limit)
        : context_{context}, part_{lower(part)}, limit_{limit}
    {
    }

    void verbs()
    {
        for (Verb const* verb : context_.verbs.beginning(part_)) offer_best_word(*verb);
        if (context_.macros != nullptr)
            for (Macro const& macro : context_.macros->all()) offer_if(macro.name);
    }
    void after(Verb const& verb, Rest const& rest)
    {
        std::vector<std::string_view> kinds = words(verb.form);
        if (rest.in_hand)  // of which incident is known, so what is asked for is the rest
            std::stable_partition(kinds.begin(), kinds.end(), [](auto kind) { return kind != "incident"; });
        for (auto const kind : kinds) offer_kind(kind, rest);
    }
    std::vector<std::string> take() { return std::move(found_); }

private:
    void offer_kind(std::string_view kind, Rest const& rest)
    {
        if (kind == "units") units();
        if (kind == "incident" && !rest.named) incidents();
        if (kind == "type") types();
        if (kind == "code")
            for (auto const& code : context_.world.codes.dispositions)
                offer_named(code.code, code.name, lower(rest.phrase));
        if (kind == "drone") drones();
        if (kind == "card") offer_if(context_.chinese ? "预案" : "card");
        if (kind == "reason")
            for (auto const& reason : context_.reasons) offer_named(reason.code, reason.name, part_);
        if (kind == "view")
            for (auto const& name : context_.views) offer_if(name);
        if (kind == "macro" && context_.macros != nullptr)
            for (Macro const& macro : context_.macros->all()) offer_if(macro.name);
        if (kind == "layout")
            for (auto const& name : context_.layouts_offered.empty() ? context_.layouts : context_.layouts_offered)
                offer_if(name);
        if (kind == "place" || kind == "text") places(rest.phrase);
    }
    void offer(std::string word)
    {
        if (found_.size() < limit_ && std::find(found_.begin(), found_.end(), word) == found_.end())
            found_.push_back(std::move(word));
    }
    void offer_best_word(Verb const& verb)
    {
        for (auto const& word : verb.words)
            if (lower(word).starts_with(part_)) return offer(word);
    }
    void offer_if(std::string const& word)
    {
        if (lower(word).starts_with(part_)) offer(word);
    }
    /// By whichever of its words begins so, in the language in use.
    void offer_named(std::string const& code, Names const& name, std::string_view typed)
    {
        for (std::string const& word : {code, name.en, name.zh})
            if (lower(word).starts_with(typed)) return offer(name.in(context_.chinese));
    }
    void units()
    {
        for (auto const& [id, unit] : context_.world.units)
            if (unit.status == Status::available) offer_if(unit.call_sign);
        for (auto const& [id, unit] : context_.world.units) offer_if(unit.call_sign);
    }
    void incidents()
    {
        for (auto const& [id, incident] : context_.world.incidents)
            if (incident.open()) offer_if(fmt::format("{}", incident.number));
    }
    void types()
    {
        for (auto const& type : context_.world.codes.types) {
            bool const one_word = type.name.en.find(' ') == std::string::npos;  // a type is typed as one
            offer_named(type.code, {one_word ? type.name.en : type.code, type.name.zh}, part_);
        }
    }
    void drones()
    {
        for (auto const& [id, drone] : context_.world.drones) offer_if(drone.call_sign);
    }
    void places(std::string_view typed)
    {
        if (context_.places == nullptr || trim(typed).empty()) return;
        for (auto const& found : context_.places->find_places(typed, limit_, context_.looking_at))
            offer(found.name.in(context_.chinese));
    }

    CommandContext const& context_;
    std::string part_;
    std::size_t limit_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> complete_command(std::string_view line, CommandContext const& context, std::size_t limit)
{
    auto const parts = words(line);
    bool const open_word = is_open(line) && !parts.empty();
    std::string_view const part = open_word ? parts.back() : std::string_view{};
    Completer completer{context, part, limit};
    if (parts.empty() || (parts.size() == 1 && open_word))
        completer.verbs();
    else if (Verb const* verb = context.verbs.find(parts.front()))
        completer.after(*verb, rest_of(line, *verb, context));
    return completer.take();
}

std::string with_completion(std::string_view line, std::string_view word, CommandContext const& context)
{
    auto const parts = words(line);
    auto const last_blank = line.rfind(' ');
    std::size_t kept = last_blank == std::string_view::npos ? 0 : last_blank + 1;
    auto const* verb = parts.size() > 1 ? context.verbs.find(parts.front()) : nullptr;
    if (verb != nullptr && takes_phrase(*verb))
        if (Rest const rest = rest_of(line, *verb, context); !rest.phrase.empty()) kept = rest.begins;
    return fmt::format("{}{}", line.substr(0, kept), word);
}

}  // namespace cresset
