#include "core/session/shift.h"

#include "core/journal/reader.h"
#include "core/session/replay.h"
#include "core/world/snapshot.h"

namespace cresset {

namespace {

template <typename Table, typename Fact>
bool stands(Table const& table, Fact const& fact)
{
    auto const* row = table.find(fact.id);
    return row != nullptr && *row == fact.row;
}

/// True if the world has it just so already.
bool is_known(World const& world, Event const& event)
{
    return std::visit(Match{
                          [&](PersonListed const& e) { return stands(world.people, e); },
                          [&](DepartmentListed const& e) { return stands(world.departments, e); },
                          [&](StationListed const& e) { return stands(world.stations, e); },
                          [&](GridListed const& e) { return stands(world.grids, e); },
                          [&](CameraListed const& e) { return stands(world.cameras, e); },
                          [&](UnitListed const& e) { return world.units.contains(e.id); },
                          [](auto const&) { return false; },
                      },
                      event);
}

/// The texts that the world still mentions.
std::vector<ErasableText> texts_of(World const& world, JournalReader const& journal)
{
    std::vector<ErasableText> texts;
    auto const add = [&](std::optional<TextRef> const& ref) {
        if (!ref) return;
        if (auto text = journal.text(ref->id)) texts.push_back(std::move(*text));
    };
    for (auto const& [id, person] : world.people) add(person.name);
    for (auto const& [id, incident] : world.incidents) add(incident.caller), add(incident.narrative);
    for (auto const& [id, note] : world.notes) add(note.text);
    for (auto const& [id, hazard] : world.hazards) add(hazard.text);
    return texts;
}

}  // namespace

Result<OpenShift> begin_shift(std::filesystem::path const& file, Instant at, JournalOptions options,
                              std::optional<std::filesystem::path> const& parent)
{
    JournalStart start;
    start.at = at;
    World world;
    if (parent) {
        auto reader = JournalReader::open(*parent);
        if (!reader) return Problem{reader.problem()};
        auto last = world_at(*reader);
        if (!last) return Problem{last.problem()};
        world = take_over(*last);
        start.parent_digest = reader->digest();
        start.world = to_chunks(world);
        start.texts = texts_of(world, *reader);
    }
    auto journal = Journal::create(file, start, std::move(options));
    if (!journal) return Problem{journal.problem()};
    return OpenShift{*std::move(journal), std::move(world)};
}

Result<OpenShift> continue_shift(std::filesystem::path const& file, JournalOptions options)
{
    auto journal = Journal::open(file, std::move(options));
    if (!journal) return Problem{journal.problem()};
    auto reader = JournalReader::open(file);
    if (!reader) return Problem{reader.problem()};
    auto world = world_at(*reader);
    if (!world) return Problem{world.problem()};
    return OpenShift{*std::move(journal), *std::move(world)};
}

Ticket set_up(Session& session, ShiftSetup const& setup)
{
    World const& world = session.world();
    Act act = session.new_act(setup_seat, setup_person);
    act.source = "setup";
    act.events.emplace_back(setup.shift);
    if (to_json(world.codes) != setup.codes) act.events.emplace_back(CodesAdopted{setup.codes});
    if (world.drill != setup.drill) act.events.emplace_back(DrillAdopted{setup.drill});
    for (auto const* events : {&setup.people, &setup.city})
        for (Event const& event : *events)
            if (!is_known(world, event)) act.events.push_back(event);
    return session.submit(act);
}

}  // namespace cresset
