#include "core/journal/start.h"

#include "core/base/text.h"
#include "core/journal/mentions.h"
#include "core/journal/tables.h"
#include "core/journal/text_seal.h"

#include <fmt/format.h>
#include <map>

namespace cresset {

std::string seals_of(std::vector<ErasableText> const& texts)
{
    std::map<TextId, std::string> seals;
    for (auto const& text : texts) seals[text.id] = seal_of(text.salt, text.text);
    std::string lines;
    for (auto const& [id, seal] : seals) lines += fmt::format("{}:{} {}\n", id.origin, id.number, seal);
    return lines;
}

std::optional<std::vector<std::pair<TextId, std::string>>> read_seals(std::string_view lines)
{
    std::vector<std::pair<TextId, std::string>> seals;
    for (auto const line : split(lines, '\n')) {
        if (line.empty()) continue;
        auto const space = line.find(' ');
        auto const id = text_id_of(line.substr(0, space));
        if (!id || space == std::string_view::npos) return {};
        seals.emplace_back(*id, line.substr(space + 1));
    }
    return seals;
}

Digest start_digest(Chunks const& world, std::string_view seals)
{
    Digest const of_world = digest_of(world);
    if (seals.empty()) return of_world;
    Sha256 hash;
    hash.add(of_world.view()).add(seals);
    return hash.finish();
}

}  // namespace cresset
