#include "core/session/replay.h"

#include "core/base/text.h"
#include "core/journal/entry_rows.h"
#include "core/world/advance.h"
#include "core/world/snapshot.h"

#include <fmt/format.h>

namespace cresset {

namespace {

/// Gathers entries until their act is whole.
class Replayer {
public:
    Replayer(World world, std::function<void(World const&)> visit) : world_{std::move(world)}, visit_{std::move(visit)}
    {
    }

    void add(Entry const& entry)
    {
        if (!act_.empty() && act_.front().act != entry.act) flush();
        act_.push_back(entry);
    }
    World finish()
    {
        flush();
        return std::move(world_);
    }

private:
    void flush()
    {
        if (act_.empty()) return;
        cresset::advance(world_, act_);
        act_.clear();
        if (visit_) visit_(world_);
    }

    World world_;
    std::function<void(World const&)> visit_;
    Entries act_;
};

Result<World> go_on(World world, JournalReader const& journal, Seq until,
                    std::function<void(World const&)> const& visit)
{
    Seq const first{world.last.value + 1};
    Replayer replayer{std::move(world), visit};
    auto const problem = read_entries(journal, {first, until}, [&](Entry const& entry) {
        replayer.add(entry);
        return true;
    });
    if (problem) return *problem;
    return replayer.finish();
}

/// The world that the journal's shift took over; an empty one if it is the first.
Result<World> beginning(JournalReader const& journal)
{
    auto const start = journal.snapshot(Seq{0});
    return start && !start->chunks.empty() ? from_chunks(start->chunks) : Result<World>{World{}};
}

}  // namespace

Result<World> world_at(JournalReader const& journal, std::optional<Seq> until)
{
    Seq const last = until.value_or(journal.last());
    auto const snapshot = journal.snapshot(last);
    if (snapshot && !snapshot->chunks.empty())
        if (auto world = from_chunks(snapshot->chunks)) return go_on(*std::move(world), journal, last, {});
    return replay(journal, last);
}

Result<World> world_at(JournalReader const& journal, Instant at)
{
    return world_at(journal, journal.last_before(at).value_or(Seq{0}));
}

Result<World> replay(JournalReader const& journal, std::optional<Seq> until,
                     std::function<void(World const&)> const& visit)
{
    auto world = beginning(journal);
    if (!world) return world;
    return go_on(*std::move(world), journal, until.value_or(journal.last()), visit);
}

Result<Seq> parse_moment(JournalReader const& journal, std::string_view text)
{
    if (auto const number = parse_whole<std::uint64_t>(text)) {
        if (Seq{*number} <= journal.last()) return Seq{*number};
        return Problem{fmt::format("the journal has {} entries, not {}", journal.last().value, *number)};
    }
    if (auto const at = from_iso(text)) {
        if (auto const seq = journal.last_before(*at)) return *seq;
        return Problem{fmt::format("the journal begins after {}", text)};
    }
    return Problem{fmt::format("\"{}\" is neither an entry number nor a time such as 2026-11-22T19:02:41Z", text)};
}

}  // namespace cresset
