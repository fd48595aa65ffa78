#include "tests/bench/maps/material.h"

#include "core/journal/journal.h"
#include "tests/bench/child.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

namespace cresset::bench {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void give_up(std::string const& what)
{
    std::fprintf(stderr, "bench: %s could not be made, see " BINARY_DIR "/bench-child.log\n", what.c_str());
    std::exit(2);
}

void run_well(std::vector<std::string> const& words, fs::path const& makes)
{
    if (run_child(words).exit_code != 0) give_up(makes.string());
}

/// Made under another name first, so that one that was broken off is never taken for whole.
fs::path made(fs::path const& file, std::function<void(fs::path const&)> const& make)
{
    if (fs::exists(file) && fs::last_write_time(file) > fs::last_write_time(program("cressetctl"))) return file;
    std::fprintf(stderr, "bench: making %s\n", file.filename().c_str());
    fs::path const folder = file.parent_path() / "part";
    fs::remove_all(folder);
    fs::create_directories(folder);
    make(folder / file.filename());
    for (auto const& one : fs::directory_iterator{folder})
        fs::rename(one.path(), file.parent_path() / one.path().filename());
    fs::last_write_time(file, fs::file_time_type::clock::now());
    return file;
}

}  // namespace

fs::path material_folder()
{
    return fs::path{BINARY_DIR} / "bench-material";
}

std::optional<fs::path> osm_file(std::string const& name)
{
    auto const file = fs::path{SHARED_DATA} / "osm" / (name + ".osm.pbf");
    if (fs::exists(file)) return file;
    std::fprintf(stderr, "bench: %s is absent, its figures are left out\n", file.c_str());
    return {};
}

fs::path training_city()
{
    return made(material_folder() / "training.mbtiles", [](fs::path const& file) {
        run_well({program("cressetctl"), "city", "--seed", "1", "-o", file.string()}, file);
    });
}

std::optional<fs::path> city_of(std::string const& name)
{
    auto const input = osm_file(name);
    if (!input) return {};
    return made(material_folder() / (name + ".mbtiles"), [&](fs::path const& file) {
        run_well({program("cressetctl"), "import", input->string(), "-o", file.string()}, file);
    });
}

std::optional<maps::CityPack> open_city(std::string const& name)
{
    auto const file = name == "training" ? training_city() : city_of(name);
    if (!file) return {};
    auto pack = maps::CityPack::open(*file);
    if (!pack || pack->roads() == nullptr) give_up(file->string());
    return *std::move(pack);
}

Place somewhere_on(Roads const& roads, Dice& dice)
{
    auto const net = roads.net(Mode::emergency_car);
    while (true) {
        auto const arc = static_cast<ArcNumber>(dice.below(roads.graph().arc_count()));
        if (net->allows(arc) && net->in_main_part(arc))
            return position_on(roads.graph(), arc, roads.graph().length_mm(arc) / 2).place;
    }
}

fs::path day_drill()
{
    std::ifstream in{SOURCE_DIR "/resources/drills/first-shift.json"};
    auto drill = nlohmann::ordered_json::parse(in);
    drill["length_s"] = 86'400;
    // Twelve units at each of the training city's eighteen police stations.
    for (auto& row : drill["fleet"])
        row["per_station"] = row["kind"] == "car" ? 6 : row["kind"] == "motorcycle" || row["kind"] == "foot" ? 2 : 1;
    for (auto& row : drill["calls"]) row["per_day_x10"] = row["per_day_x10"].get<int>() * 216 / 126;
    fs::create_directories(material_folder());
    fs::path file = material_folder() / "day.json";
    std::ofstream{file} << drill.dump(1);
    return file;
}

std::vector<std::string> shift_command(fs::path const& journal, std::string const& length)
{
    return {program("cressetctl"),
            "run",
            day_drill().string(),
            "--city",
            training_city().string(),
            "--journal",
            journal.string(),
            "--seed",
            "1",
            "--for",
            length,
            "--speed",
            "max"};
}

fs::path long_journal()
{
    return made(material_folder() / "shift.cresset",
                [](fs::path const& file) { run_well(shift_command(file, "16h"), file); });
}

fs::path copy_of_long_journal(fs::path const& folder)
{
    auto const file = long_journal();
    fs::create_directories(folder);
    fs::path const copy = folder / "shift.cresset";
    for (auto const* end : {"-wal", "-shm"}) fs::remove(copy.string() + end);
    fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
    fs::copy_file(heads_file(file), heads_file(copy), fs::copy_options::overwrite_existing);
    return copy;
}

}  // namespace cresset::bench
