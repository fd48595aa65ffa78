// A day of 216 simulated units at full speed, by the program that people run, its journal on the disk.

#include "core/journal/entry_rows.h"
#include "tests/bench/child.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace cresset::bench {

namespace {

namespace fs = std::filesystem;

/// How often a second the disk makes 256 bytes durable.
double disk_rate(fs::path const& folder)
{
    auto const file = (folder / "probe").string();
    int const fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    std::string const record(256, 'r');
    int count = 0;
    double const start = wall_s();
    for (; fd >= 0 && wall_s() - start < 0.4; ++count)
        if (::write(fd, record.data(), record.size()) < 0 || ::fdatasync(fd) != 0) break;
    ::close(fd);
    fs::remove(file);
    return count / 0.4;
}

struct Written {
    std::uint64_t entries = 0;
    std::uint64_t fixes = 0;
};

Written count(fs::path const& journal)
{
    Written written;
    auto const reader = JournalReader::open(journal);
    reader->rows({}, [&](JournalRow const& row) {
        ++written.entries;
        if (row.kind != "sweep") return true;
        if (auto const entry = entry_of(row)) written.fixes += std::get<Sweep>(entry->event).count;
        return true;
    });
    return written;
}

void bench_simulate(Report& report)
{
    fs::path const folder = material_folder() / "day";
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::path const journal = folder / "day.cresset";
    auto const command = shift_command(journal, "24h");
    Beside const probe{"fdatasync per second", disk_rate(folder)};
    auto const run = run_child(command);
    if (run.exit_code != 0) return void(std::fprintf(stderr, "simulate: the day did not end well\n"));
    report.say({.figure = "simulate.day",
                .name = "24 h of 216 units, journal on disk",
                .value = run.wall_s,
                .unit = "s",
                .probe = probe,
                .bar = 30,
                .sense = "<="});
    report.say(
        {.figure = "simulate.day", .name = "work of all threads", .value = run.work_s, .unit = "s", .probe = probe});
    auto const written = count(journal);
    report.say({.figure = "simulate.journal",
                .name = "entries",
                .value = static_cast<double>(written.entries),
                .unit = "entries",
                .probe = probe});
    report.say({.figure = "simulate.journal",
                .name = "whole file, by its fixes",
                .value = static_cast<double>(fs::file_size(journal)) / static_cast<double>(written.fixes),
                .unit = "bytes a fix",
                .probe = probe});
    fs::remove_all(folder);
}

}  // namespace

BENCH("simulate", bench_simulate)

}  // namespace cresset::bench
