#include "maps/child_process.h"
#include "maps/layer_stream.h"
#include "tests/layers/made_files.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <unistd.h>

namespace cresset::maps {

namespace {

/// What /proc says of a reader that has a picture open and waits to be asked.
std::string line_of(pid_t process, std::string const& file, std::string const& begin)
{
    std::ifstream stream{"/proc/" + std::to_string(process) + "/" + file};
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with(begin)) return line;
    return {};
}

/// The child of this program of that name.
pid_t reader_of_ours()
{
    for (auto const& entry : std::filesystem::directory_iterator{"/proc"}) {
        std::string const name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        pid_t const process = std::stoi(name);
        bool const ours = line_of(process, "status", "PPid:").ends_with("\t" + std::to_string(getpid()));
        if (ours && line_of(process, "status", "Name:") == "Name:\tcresset-layer") return process;
    }
    return 0;
}

}  // namespace

TEST_CASE("the reader is locked up while it reads")
{
    Folder const folder;
    write_picture(folder / "a.tif", "GTiff");
    auto const opened = open_layer({folder / "a.tif", Datum::wgs84});
    REQUIRE(opened);
    pid_t const reader = reader_of_ours();
    REQUIRE(reader != 0);
    CHECK(line_of(reader, "status", "Seccomp:") == "Seccomp:\t2");
    CHECK(line_of(reader, "status", "NoNewPrivs:") == "NoNewPrivs:\t1");
    CHECK(line_of(reader, "limits", "Max cpu time").find("unlimited") == std::string::npos);
    CHECK(line_of(reader, "limits", "Max file size").find("unlimited") == std::string::npos);
}

TEST_CASE("a reader that is asked what cannot be ends and says nothing")
{
    Folder const folder;
    write_picture(folder / "a.tif", "GTiff");
    auto const program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "cresset-layer";
    auto reader = ChildProcess::start(program, {(folder / "a.tif").string(), "wgs84"});
    REQUIRE(reader);
    REQUIRE(reader->write(std::string(asked_tile_bytes, '\xff')));
    std::string said;
    while (reader->read(said, std::chrono::seconds{20}) == ChildProcess::Got::bytes) {
    }
    LayerIntake intake;
    CHECK(intake.take(said));
    CHECK(intake.raster());
    CHECK_FALSE(intake.take_tile());
}

TEST_CASE("a picture's reader that was ended is started again and no tile is lost")
{
    Folder const folder;
    write_picture(folder / "a.tif", "GTiff");
    auto const opened = open_layer({folder / "a.tif", Datum::wgs84});
    REQUIRE(opened);
    auto& raster = *opened->raster;
    TileId const tile = tile_of(raster.extent().bounds.middle(), raster.extent().most_zoom);
    std::string const before = raster.tile(tile);
    REQUIRE_FALSE(before.empty());
    REQUIRE(kill(reader_of_ours(), SIGKILL) == 0);
    CHECK(raster.tile(tile) == before);
    raster.stop();
    CHECK(raster.tile(tile).empty());
}

TEST_CASE("a program that is not there is a problem")
{
    CHECK_FALSE(ChildProcess::start("/nowhere/cresset-layer", {}));
}

}  // namespace cresset::maps
