// bench [NAME]: prints the figures whose name begins so, or all. Fails if one does not hold its bar.

#include "tests/bench/report.h"

#include <algorithm>

int main(int count, char** words)
{
    using namespace cresset::bench;
    Report report{count > 1 ? words[1] : ""};
    auto all = benches();
    std::sort(all.begin(), all.end(), [](Bench const& a, Bench const& b) { return a.name < b.name; });
    for (auto const& bench : all)
        if (report.wants(bench.name)) bench.run(report);
    return report.all_hold() ? 0 : 1;
}
