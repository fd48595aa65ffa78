#include "core/base/text.h"
#include "core/session/command.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

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
    void after(Verb const& verb, std::string_view typed_place)
    {
        for (auto const kind : words(verb.form)) {
            if (kind == "units") units();
            if (kind == "incident") incidents();
            if (kind == "type") types();
            if (kind == "code") dispositions();
            if (kind == "drone") drones();
            if (kind == "card") offer_if("card"), offer_if("预案");
            if (kind == "reason")
                for (auto const& reason : context_.reasons)
                    offer_if(reason.code), offer_if(reason.name.en), offer_if(reason.name.zh);
            if (kind == "view")
                for (auto const& name : context_.views) offer_if(name);
            if (kind == "macro" && context_.macros != nullptr)
                for (Macro const& macro : context_.macros->all()) offer_if(macro.name);
            if (kind == "layout")
                for (auto const& name : context_.layouts) offer_if(name);
            if (kind == "place" || kind == "text") places(typed_place);
        }
    }
    std::vector<std::string> take() { return std::move(found_); }

private:
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
        for (auto const& type : context_.world.codes.types) offer_if(type.code), offer_if(type.name.zh);
    }
    void dispositions()
    {
        for (auto const& code : context_.world.codes.dispositions) offer_if(code.code), offer_if(code.name.zh);
    }
    void drones()
    {
        for (auto const& [id, drone] : context_.world.drones) offer_if(drone.call_sign);
    }
    void places(std::string_view typed)
    {
        if (context_.places == nullptr || trim(typed).empty()) return;
        for (auto const& found : context_.places->find_places(typed, limit_, context_.looking_at))
            offer(found.name.zh.empty() ? found.name.en : found.name.zh);
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
    bool const open_word = !line.empty() && !parts.empty() && line.back() != ' ';
    std::string_view const part = open_word ? parts.back() : std::string_view{};
    Completer completer{context, part, limit};
    if (parts.empty() || (parts.size() == 1 && open_word)) {
        completer.verbs();
    } else if (Verb const* verb = context.verbs.find(parts.front())) {
        // Of "new robbery zhong shan", everything after the type is the place.
        std::size_t const before = verb->verb == "new" ? 2 : 1;
        std::string_view const typed = parts.size() > before
                                           ? line.substr(static_cast<std::size_t>(parts[before].data() - line.data()))
                                           : std::string_view{};
        completer.after(*verb, typed);
    }
    return completer.take();
}

}  // namespace cresset
