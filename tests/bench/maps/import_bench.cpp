// Importing a file of OpenStreetMap beside tilemaker (Debian), which makes the tiles alone.

#include "tests/bench/child.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace cresset::bench {

namespace {

namespace fs = std::filesystem;

constexpr char const* examples = "/usr/share/doc/tilemaker/examples";
constexpr int rounds = 3;

/// Its own OpenMapTiles example, without the layers that need shape files from elsewhere.
std::optional<fs::path> tilemaker_config()
{
    std::ifstream in{std::string{examples} + "/config-openmaptiles.json"};
    auto config = nlohmann::ordered_json::parse(in, nullptr, false);
    if (config.is_discarded()) return {};
    auto layers = nlohmann::ordered_json::object();
    for (auto const& [name, layer] : config["layers"].items())
        if (!layer.contains("source")) layers[name] = layer;
    config["layers"] = layers;
    fs::create_directories(material_folder());
    fs::path file = material_folder() / "tilemaker.json";
    std::ofstream{file} << config.dump(1);
    return file;
}

struct Measured {
    std::vector<double> wall_s, work_s, peak_mb;
    bool add(ChildRun const& run)
    {
        wall_s.push_back(run.wall_s), work_s.push_back(run.work_s), peak_mb.push_back(run.peak_mb);
        return run.exit_code == 0;
    }
};

void say(Report& report, std::string const& what, std::string const& city, std::string const& unit, double ours,
         double theirs, bool bar)
{
    Figure figure{.figure = "import." + what, .name = city, .value = ours, .unit = unit};
    figure.peer = Beside{"tilemaker", theirs};
    figure.sense = "<=";
    if (bar) figure.bar = 1;
    report.say(figure);
}

void measure(Report& report, std::string const& city, fs::path const& config)
{
    auto const file = osm_file(city);
    if (!file) return;
    fs::path const ours_file = material_folder() / "import-ours.mbtiles";
    fs::path const their_file = material_folder() / "import-theirs.mbtiles";
    Measured ours;
    Measured theirs;
    bool fine = true;
    for (int i = 0; i < rounds && fine; ++i) {
        fs::remove(ours_file), fs::remove(their_file);
        fine =
            ours.add(run_child({program("cressetctl"), "import", file->string(), "-o", ours_file.string()})) &&
            theirs.add(run_child({"tilemaker", "--input", file->string(), "--output", their_file.string(), "--config",
                                  config.string(), "--process", std::string{examples} + "/process-openmaptiles.lua"}));
    }
    fs::remove(ours_file), fs::remove(their_file);
    if (!fine) return void(std::fprintf(stderr, "import: %s could not be read by both\n", city.c_str()));
    say(report, "time", city, "s", median(ours.wall_s), median(theirs.wall_s), true);
    say(report, "memory", city, "MB at most", median(ours.peak_mb), median(theirs.peak_mb), true);
    say(report, "work", city, "s of all threads", median(ours.work_s), median(theirs.work_s), false);
}

void bench_import(Report& report)
{
    auto const config = tilemaker_config();
    if (!config || run_child({"tilemaker", "--help"}).wall_s == 0) {
        std::fprintf(stderr,
                     "import: tilemaker is not installed (apt-get install tilemaker), its figures are left out\n");
        return;
    }
    for (char const* city : {"monaco_full", "baltimore_full", "liechtenstein_full", "wuhan_network", "porto_roads"})
        measure(report, city, *config);
}

}  // namespace

BENCH("import", bench_import)

}  // namespace cresset::bench
