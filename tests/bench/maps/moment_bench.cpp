// Opening moments of a long journal: the snapshot before and the entries since, beside all entries from the first.

#include "core/base/dice.h"
#include "core/journal/reader.h"
#include "core/session/replay.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace cresset::bench {

namespace {

constexpr int moments = 60;

void check(bool fine)
{
    if (fine) return;
    std::fprintf(stderr, "moment: the world of a snapshot is not that of all entries\n");
    std::abort();
}

void bench_moment(Report& report)
{
    auto const file = long_journal();
    Seq const last = JournalReader::open(file)->last();
    std::vector<double> times_ms;
    std::vector<double> from_first_ms;
    Dice dice{3};
    for (int i = 0; i < moments; ++i) {
        Seq const seq{i == 0 ? last.value : 1 + dice.below(last.value)};
        double const start = wall_s();
        auto const reader = JournalReader::open(file);
        auto const world = world_at(*reader, seq);
        double const end = wall_s();
        times_ms.push_back((end - start) * 1000);
        if (i % 20 != 0) continue;
        check(world && *world == *replay(*reader, seq));
        if (i == 0) from_first_ms.push_back((wall_s() - end) * 1000);
    }
    std::sort(times_ms.begin(), times_ms.end());
    Beside const probe{"all entries from the first, ms", median(from_first_ms)};
    auto const name = fmt::format("of {} moments in {} entries", moments, last.value);
    report.say({.figure = "moment.open",
                .name = "worst " + name,
                .value = times_ms.back(),
                .unit = "ms",
                .probe = probe,
                .bar = 200,
                .sense = "<="});
    report.say({.figure = "moment.open",
                .name = "95th percentile " + name,
                .value = times_ms[times_ms.size() * 95 / 100],
                .unit = "ms",
                .probe = probe,
                .bar = 200,
                .sense = "<="});
    report.say(
        {.figure = "moment.open", .name = "median " + name, .value = median(times_ms), .unit = "ms", .probe = probe});
}

}  // namespace

BENCH("moment", bench_moment)

}  // namespace cresset::bench
