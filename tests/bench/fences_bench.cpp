// How many fixes a second the fences take, beside a packed R*-tree of their boxes (Boost) that finds the pieces for the
// same exact test of the stretch. Both tell the same, to the last event; on fewer fixes so does a plain loop over all.

#include "core/base/plane.h"
#include "core/rules/fence_grid.h"
#include "core/rules/fences.h"
#include "tests/bench/fence_city.h"
#include "tests/bench/report.h"
#include "tests/core/rules/plain_search.h"

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace cresset::bench {

namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

constexpr int rounds = 3;

class TreeSearch : public FenceSearch {
public:
    void add(PartNumber number, FencePart const& part) override
    {
        if (parts_.size() <= number) parts_.resize(number + 1);
        parts_[number] = pieces_of(number, part);
        FenceBox const box = box_of(part);
        boxes_.emplace_back(Box{{box.west, box.south}, {static_cast<int>(box.west + box.width_e7), box.north}}, number);
        tree_.reset();
    }
    void remove(PartNumber, FencePart const&) override {}
    bool look(Stretch const& stretch, Hint&, std::vector<Pieces>& found) const override
    {
        if (!tree_) tree_ = std::make_unique<Tree>(boxes_.begin(), boxes_.end());  // packed
        auto const [west, east] = std::minmax(stretch.from.lon_e7, stretch.to.lon_e7);
        auto const [south, north] = std::minmax(stretch.from.lat_e7, stretch.to.lat_e7);
        found.clear();
        Box const way{{west, south}, {east, north}};
        for (auto at = tree_->qbegin(bgi::intersects(way)); at != tree_->qend(); ++at)
            found.push_back(parts_[at->second]);
        return false;
    }
    std::size_t memory_bytes() const override { return 0; }

private:
    using Point = bg::model::point<int, 2, bg::cs::cartesian>;
    using Box = bg::model::box<Point>;
    using Tree = bgi::rtree<std::pair<Box, PartNumber>, bgi::rstar<16>>;
    std::vector<std::pair<Box, PartNumber>> boxes_;
    std::vector<std::vector<FencePiece>> parts_;
    mutable std::unique_ptr<Tree> tree_;
};

struct Run {
    double per_s = 0;
    double p99_us = 0;
    std::size_t bytes = 0;
    std::uint64_t hash = 0;
    std::size_t events = 0;
};

std::uint64_t hash_of(FenceHappening const& one)
{
    return mix64(mix64(one.unit) ^ (std::uint64_t{one.fence} << 8U) ^ static_cast<std::uint64_t>(one.what) ^
                 static_cast<std::uint64_t>(ms(one.at)));
}

void draw(Fences& fences, FenceCity const& city)
{
    for (FenceNumber i = 0; i < city.shapes().size(); ++i) fences.set(i, city.shapes()[i], {}, earliest_instant);
}

/// Sums, for the order of events of one fix may differ.
void take(Run& run, std::vector<FenceHappening>& happened)
{
    for (FenceHappening const& one : happened) run.hash += hash_of(one);
    run.events += happened.size();
    happened.clear();
}

Run drive(std::unique_ptr<FenceSearch> search, FenceCity const& city, std::vector<std::vector<Fix>> const& seconds,
          std::size_t most_units = fence_city_units)
{
    Fences fences{{}, std::move(search)};
    draw(fences, city);
    std::vector<FenceHappening> happened;
    Run run;
    double spent = 0;
    std::size_t updates = 0;
    for (std::size_t second = 0; second < seconds.size(); ++second) {
        auto const& fixes = seconds[second];
        double const begun = wall_s();
        for (UnitNumber unit = 0; unit < most_units; ++unit) fences.fix(unit, fixes[unit], happened);
        if (second > 0) spent += wall_s() - begun, updates += most_units;  // the first says where they are
        take(run, happened);
    }
    run.per_s = static_cast<double>(updates) / spent;
    run.bytes = fences.memory_bytes();
    return run;
}

/// Once each unit has room for what it is in.
double p99_us(FenceCity const& city, std::vector<std::vector<Fix>> const& seconds)
{
    constexpr std::size_t settled = 6;
    Fences fences;
    draw(fences, city);
    std::vector<FenceHappening> happened;
    std::vector<float> lasted;
    for (std::size_t second = 0; second < seconds.size(); ++second)
        for (UnitNumber unit = 0; unit < fence_city_units; ++unit) {
            double const begun = wall_s();
            fences.fix(unit, seconds[second][unit], happened);
            if (second >= settled) lasted.push_back(static_cast<float>((wall_s() - begun) * 1e6));
            happened.clear();
        }
    auto const at = lasted.begin() + static_cast<std::ptrdiff_t>(lasted.size() * 99 / 100);
    std::nth_element(lasted.begin(), at, lasted.end());
    return *at;
}

void must_agree(Run const& a, Run const& b, char const* with)
{
    if (a.hash == b.hash && a.events == b.events) return;
    std::fprintf(stderr, "fences: other events than by %s\n", with);
    std::abort();
}

struct Case {
    std::size_t fences, parked;
    int seconds;
    double bar;
};

void bench_case(Report& report, Case const& asked)
{
    FenceCity city{asked.fences};
    auto const seconds = city.drive(asked.seconds, asked.parked);
    std::string const name = fmt::format("{} fences{}", asked.fences, asked.parked > 0 ? ", 70 % parked" : "");
    std::vector<double> ours, ratios;
    Run grid, tree;
    for (int round = 0; round < rounds; ++round) {
        grid = drive(std::make_unique<FenceGrid>(), city, seconds);
        tree = drive(std::make_unique<TreeSearch>(), city, seconds);
        must_agree(grid, tree, "the tree");
        ours.push_back(grid.per_s);
        ratios.push_back(grid.per_s / tree.per_s);
    }
    report.say({.figure = "fences.update",
                .name = name,
                .value = median(ours),
                .unit = "1/s",
                .peer = Beside{"Boost R*-tree, packed", tree.per_s},
                .ratio = median(ratios),
                .bar = asked.bar});
    if (asked.parked > 0) return;
    report.say({.figure = "fences.p99",
                .name = name,
                .value = median({p99_us(city, seconds), p99_us(city, seconds), p99_us(city, seconds)}),
                .unit = "us",
                .bar = 5,
                .sense = "<="});
    if (asked.fences >= 100'000)
        report.say({.figure = "fences.memory",
                    .name = name,
                    .value = static_cast<double>(grid.bytes) / 1048576,
                    .unit = "MB",
                    .bar = 250,
                    .sense = "<="});
    constexpr std::size_t few = 200;
    auto const part =
        std::vector<std::vector<Fix>>(seconds.begin(), seconds.begin() + (asked.fences > 10'000 ? 3 : 11));
    must_agree(drive(std::make_unique<FenceGrid>(), city, part, few),
               drive(std::make_unique<PlainSearch>(), city, part, few), "the plain loop");
}

void bench_fences(Report& report)
{
    for (Case const& asked : {Case{10'000, 0, 101, 3}, Case{100'000, 0, 31, 5}, Case{10'000, 70, 101, 10}})
        bench_case(report, asked);
}
BENCH("fences", bench_fences)

}  // namespace

}  // namespace cresset::bench
