#include "core/world/snapshot.h"

#include "core/facts/archive.h"

#include <fmt/format.h>
#include <map>

namespace cresset {

namespace {

constexpr std::size_t rows_per_chunk = 128;

/// Calls visit(name, table) for every table of the world that there was in that form: the one list of them.
template <typename AnyWorld, typename Visit>
void for_each_table(AnyWorld& world, unsigned form, Visit&& visit)
{
    visit("people", world.people);
    visit("departments", world.departments);
    visit("stations", world.stations);
    visit("grids", world.grids);
    visit("cameras", world.cameras);
    visit("drones", world.drones);
    visit("units", world.units);
    visit("fixes", world.fixes);
    visit("incidents", world.incidents);
    visit("notes", world.notes);
    visit("hazards", world.hazards);
    visit("alerts", world.alerts);
    visit("requests", world.requests);
    visit("feeds", world.feeds);
    visit("seats", world.seats);
    if (form >= 2) visit("overrides", world.overrides);
    if (form < 3) return;
    visit("fences", world.fences);
    visit("cordons", world.cordons);
    visit("closures", world.closures);
    visit("stage_drills", world.stage_drills);
}

template <typename T>
void write_table(Chunks& chunks, std::string_view name, T const& table)
{
    auto row = table.begin();
    for (std::size_t chunk = 0; row != table.end(); ++chunk) {
        ArchiveWriter out;
        for (std::size_t i = 0; i < rows_per_chunk && row != table.end(); ++i, ++row) out(row->first), out(row->second);
        chunks.emplace_back(fmt::format("{}/{}", name, chunk), out.take());
    }
}

template <typename T>
bool read_table(std::map<std::string, std::string_view> const& chunks, unsigned form, std::string_view name, T& table)
{
    for (std::size_t chunk = 0;; ++chunk) {
        auto const found = chunks.find(fmt::format("{}/{}", name, chunk));
        if (found == chunks.end()) return true;
        ArchiveReader in{found->second, form};
        while (!in.at_end()) {
            typename T::key_type key{};
            typename T::mapped_type value{};
            if (!in(key) || !in(value)) return false;
            table.put(key, std::move(value));
        }
    }
}

}  // namespace

Chunks to_chunks(World const& world)
{
    Chunks chunks;
    ArchiveWriter head;
    head.number(archive_form);
    head(world.shift), head(world.codes), head(world.drill), head(world.next_incident_number), head(world.last),
        head(world.at);
    for_each_table(world, archive_form, [&](char const*, auto const& table) { head.number(table.size()); });
    chunks.emplace_back("world", head.take());
    for_each_table(world, archive_form, [&](char const* name, auto const& table) { write_table(chunks, name, table); });
    return chunks;
}

Result<World> from_chunks(Chunks const& chunks)
{
    std::map<std::string, std::string_view> by_name;
    for (auto const& [name, bytes] : chunks) by_name[name] = bytes;
    Problem const damaged{"the snapshot is damaged or of another form"};
    auto const head = by_name.find("world");
    if (head == by_name.end()) return damaged;
    World world;
    unsigned form = 0;
    ArchiveReader number{head->second};
    if (!number(form) || form < 1 || form > archive_form) return damaged;
    ArchiveReader in{head->second, form};
    bool fits = in(form) && in(world.shift) && in(world.codes) && in(world.drill) && in(world.next_incident_number) &&
                in(world.last) && in(world.at);
    for_each_table(world, form, [&](char const* name, auto& table) {
        std::uint64_t rows = 0;
        fits = fits && in.number(rows) && read_table(by_name, form, name, table) && table.size() == rows;
    });
    if (!fits || !in.at_end()) return damaged;
    return world;
}

}  // namespace cresset
