#include "app/ctl/journals.h"

#include "core/journal/entry_rows.h"
#include "core/session/replay.h"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace cresset::app {

Result<JournalReader> open_journal(std::string const& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return Problem{fmt::format("there is no journal {}: give the file of a shift", file)};
    auto reader = JournalReader::open(file);
    if (!reader && reader.problem().find(file) == std::string::npos)
        return Problem{fmt::format("{}: {}", file, reader.problem())};
    return reader;
}

Result<World> last_world(JournalReader const& journal)
{
    return world_at(journal);
}

std::optional<Problem> for_each_act(JournalReader const& journal, std::function<bool(Entries const&)> const& visit)
{
    Entries act;
    bool goes_on = true;
    auto const problem = read_entries(journal, {}, [&](Entry const& entry) {
        if (!act.empty() && act.front().act != entry.act) {
            goes_on = visit(act);
            act.clear();
        }
        act.push_back(entry);
        return goes_on;
    });
    if (problem) return problem;
    if (goes_on && !act.empty()) visit(act);
    return {};
}

}  // namespace cresset::app
