// bench [NAME]: prints the figures whose name begins so, or all. Fails if one does not hold its bar.
// bench --list: prints the names that there are, and measures nothing.

#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

int main(int count, char** words)
{
    using namespace cresset::bench;
    std::string const name = count > 1 ? words[1] : "";
    Report report{name};
    auto all = benches();
    std::sort(all.begin(), all.end(), [](Bench const& a, Bench const& b) { return a.name < b.name; });
    bool known = false;
    for (auto const& bench : all) {
        if (name == "--list") std::printf("%s.*\n", std::string{bench.name}.c_str());
        if (!report.wants(bench.name)) continue;
        known = true;
        bench.run(report);
    }
    if (!known && name != "--list") std::fprintf(stderr, "no figure is named %s: see --list\n", name.c_str());
    return (known || name == "--list") && report.all_hold() ? 0 : 1;
}
