// From starting the program to its first whole picture: window, panels, and the map with all its tiles and names.

#include "core/journal/reader.h"
#include "tests/bench/child.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace cresset::bench {

namespace {

namespace fs = std::filesystem;

constexpr int rounds = 7;

void bench_start(Report& report)
{
    fs::path const folder = material_folder() / "start";
    fs::remove_all(folder);
    fs::create_directories(folder);
    auto const entries = JournalReader::open(long_journal())->last().value;
    std::vector<std::string> const settings{"QT_QPA_PLATFORM=offscreen", "XDG_CONFIG_HOME=" + folder.string(),
                                            "XDG_CACHE_HOME=" + folder.string()};
    std::vector<double> times_s;
    std::vector<double> bare_s;
    for (int i = 0; i < rounds; ++i) {
        auto const journal = copy_of_long_journal(folder);
        bare_s.push_back(run_child({program("cresset"), "--version"}, settings).wall_s);
        auto const run = run_child({program("cresset"), "--city", training_city().string(), "--journal",
                                    journal.string(), "--size", "1920x1080", "--lang", "zh_CN", "--stop-when-shown"},
                                   settings);
        if (run.exit_code != 0 || run.out.empty())
            return void(std::fprintf(stderr, "start: the program did not show itself\n"));
        times_s.push_back(run.first_line_s);
    }
    fs::remove_all(folder);
    Beside const probe{"cresset --version, s", median(bare_s)};
    auto const name = fmt::format("training city, journal of {} entries, to the whole picture", entries);
    report.say({.figure = "start.shown",
                .name = name,
                .value = median(times_s),
                .unit = "s",
                .probe = probe,
                .bar = 1,
                .sense = "<="});
    report.say({.figure = "start.shown",
                .name = name + ", slowest",
                .value = *std::max_element(times_s.begin(), times_s.end()),
                .unit = "s",
                .probe = probe});
}

}  // namespace

BENCH("start", bench_start)

}  // namespace cresset::bench
