/// Incidents, units and tracks of a journal for other programs. Personal texts (callers, narratives) stay inside.

#include "app/ctl/commands.h"
#include "app/ctl/export_table.h"
#include "app/ctl/journals.h"
#include "core/facts/json_text.h"
#include "core/facts/sweep.h"
#include "core/journal/entry_rows.h"

#include <cstdio>
#include <map>

namespace cresset::app {

namespace {

Json time_json(std::optional<Instant> at)
{
    return at ? Json(to_iso(*at)) : Json{};
}

ExportRow incident_row(World const& world, Incident const& incident)
{
    ExportRow row;
    row.name = fmt::format("#{}", incident.number);
    if (incident.place != Place{}) row.place = incident.place;  // a file that says no place leaves 0,0
    row.at = incident.stamp(Stamp::ring);
    row.cells = {
        {"number", incident.number},      {"type", incident.type},
        {"priority", incident.priority},  {"state", word_of(incident.state)},
        {"address", incident.address.en}, {"address_zh", incident.address.zh},
        {"external", incident.external},  {"disposition", incident.disposition ? Json(*incident.disposition) : Json{}}};
    std::string units;
    for (Assignment const& work : incident.assignments)
        units += (units.empty() ? "" : " ") + call_sign(world, work.unit);
    row.cells["units"] = units;
    row.cells["duplicate_of"] = incident.duplicate_of ? Json(number_text(world, *incident.duplicate_of)) : Json{};
    for (std::size_t i = 0; i < stamp_count; ++i)
        row.cells[std::string{EnumWords<Stamp>::words[i]} + "_at"] = time_json(incident.stamps[i]);
    return row;
}

ExportTable incidents_of(World const& world)
{
    ExportTable table;
    for (auto const& [id, incident] : world.incidents) table.rows.push_back(incident_row(world, incident));
    return table;
}

ExportRow unit_row(World const& world, UnitId id, Unit const& unit)
{
    ExportRow row;
    row.name = unit.call_sign;
    auto const* fix = world.fix(id);
    if (fix != nullptr) row.place = fix->place, row.at = fix->at;
    row.cells = {{"unit", unit.call_sign},
                 {"kind", unit.kind},
                 {"mode", word_of(unit.mode)},
                 {"on_duty", unit.signed_on},
                 {"status", english(unit.status)},
                 {"status_since", time_json(unit.status_since)},
                 {"distress", unit.distress()},
                 {"incident", unit.incident ? Json(number_text(world, *unit.incident)) : Json{}},
                 {"fix_at", time_json(row.at)},
                 {"speed_m_s", fix != nullptr ? Json(fix->speed_cm_s / 100.0) : Json{}}};
    bool const has_course = fix != nullptr && fix->course_deg != Fix::unknown_course;
    row.cells["course_deg"] = has_course ? Json(fix->course_deg) : Json{};
    return row;
}

ExportTable units_of(World const& world)
{
    ExportTable table;
    for (auto const& [id, unit] : world.units) table.rows.push_back(unit_row(world, id, unit));
    return table;
}

Result<ExportTable> tracks_of(JournalReader const& journal, World const& world)
{
    std::map<UnitId, std::vector<TrackPoint>> tracks;
    auto const problem = read_entries(journal, {}, [&](Entry const& entry) {
        if (auto const* sweep = std::get_if<Sweep>(&entry.event))
            walk_sweep(sweep->bytes, [&](UnitId unit, Fix const& fix) { tracks[unit].push_back({fix.place, fix.at}); });
        return true;
    });
    if (problem) return *problem;
    ExportTable table;
    table.is_tracks = true;
    for (auto& [unit, points] : tracks) {
        ExportRow row;
        row.name = call_sign(world, unit);
        row.cells = {{"unit", row.name}};
        row.track = std::move(points);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<ExportTable> table_of(std::string const& what, JournalReader const& journal, World const& world)
{
    if (what == "incidents") return incidents_of(world);
    if (what == "units") return units_of(world);
    return tracks_of(journal, world);
}

std::optional<Problem> write_file(std::string const& file, std::string const& text)
{
    std::FILE* const out = std::fopen(file.c_str(), "wb");
    if (out == nullptr) return Problem{fmt::format("{} cannot be written: is there such a folder?", file)};
    bool const written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
    bool const closed = std::fclose(out) == 0;
    if (written && closed) return {};
    std::remove(file.c_str());
    return Problem{fmt::format("{} could not be written whole: is the disk full?", file)};
}

std::optional<Problem> export_journal(Arguments const& arguments)
{
    std::string const what = *arguments.option("--what");
    if (what != "incidents" && what != "units" && what != "tracks")
        return Problem{fmt::format("--what must be incidents, units or tracks, not \"{}\"", what)};
    std::string const format = *arguments.option("--format");
    if (format != "geojson" && format != "csv" && format != "gpx")
        return Problem{fmt::format("--format must be geojson, csv or gpx, not \"{}\"", format)};
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    auto const world = last_world(*journal);
    if (!world) return Problem{world.problem()};
    auto const table = table_of(what, *journal, *world);
    if (!table) return Problem{table.problem()};
    std::string const text = format == "csv" ? to_csv(*table) : format == "gpx" ? to_gpx(*table) : to_geojson(*table);
    auto const file = arguments.option("-o");
    if (!file) return print(text), std::nullopt;
    if (auto problem = write_file(*file, text)) return problem;
    if (arguments.json())
        print_json({{"file", *file}, {"rows", table->rows.size()}});
    else
        print_line("wrote {}: {} {}", *file, table->rows.size(), what);
    return {};
}

}  // namespace

CommandRule export_command()
{
    return {"export",
            "write incidents, units or tracks of a journal for other programs",
            {"JOURNAL"},
            {{"--what", "incidents|units|tracks", "as they stand at the journal's end", true},
             {"--format", "geojson|csv|gpx", "the form", true},
             {"-o", "FILE", "write it there instead of printing it"}},
            "Times are UTC. Callers and narratives are left out. In CSV a text that a spreadsheet would take for a "
            "formula\ngets an apostrophe before it.",
            export_journal};
}

}  // namespace cresset::app
