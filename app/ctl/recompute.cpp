#include "app/ctl/recompute.h"

#include "app/ctl/journals.h"
#include "core/exercise/road_guide.h"
#include "core/session/replay.h"
#include "core/world/advance.h"
#include "core/world/derive.h"
#include "maps/pack.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace cresset::app {

namespace {

/// The act as it was submitted: what followed from it stands in the same rows, each with its cause.
Act act_of(Entries const& entries)
{
    Entry const& first = entries.front();
    Act act;
    act.id = first.act;
    act.who = first.who;
    act.source = first.source;
    act.happened_at = first.happened_at;
    for (Entry const& entry : entries)
        if (!entry.cause) act.events.push_back(entry.event);
    return act;
}

std::string shown(Entry const& entry)
{
    std::string body = body_of(entry.event);
    if (body.size() > 200) body = fmt::format("{} bytes of body", body.size());
    return fmt::format("{} {}", kind_of(entry.event), body);
}

void compare(Entries const& written, Entries const& derived, Recomputed& result)
{
    auto const [left, right] = std::mismatch(written.begin(), written.end(), derived.begin(), derived.end());
    if (left == written.end() && right == derived.end()) return;
    result.first_difference = left == written.end() ? right->seq : left->seq;
    result.difference = fmt::format("written: {}; derived: {}", left == written.end() ? "nothing" : shown(*left),
                                    right == derived.end() ? "nothing" : shown(*right));
}

}  // namespace

Result<Recomputed> recompute(JournalReader const& journal, std::filesystem::path const& file)
{
    auto const pack = maps::CityPack::open(file);
    if (!pack) return Problem{pack.problem()};
    auto roads = pack->roads();
    if (roads == nullptr) return Problem{fmt::format("{} has no roads to derive ways from", file.string())};
    RoadGuide const guide{std::move(roads)};
    auto start = replay(journal, Seq{0});
    if (!start) return Problem{start.problem()};
    World world = *std::move(start);
    Recomputed result;
    auto const problem = for_each_act(journal, [&](Entries const& written) {
        // A shift without a pack derived no ways.
        Streets const* streets = world.shift.city_digest.empty() ? nullptr : &guide;
        compare(written, derive(world, streets, act_of(written), written.front().at), result);
        cresset::advance(world, written);
        ++result.acts;
        return !result.first_difference;
    });
    if (problem) return *problem;
    if (!world.shift.city_digest.empty() && world.shift.city_digest != pack->info().digest)
        result.note = fmt::format("{} is not the pack that the shift was run with", file.string());
    return result;
}

}  // namespace cresset::app
