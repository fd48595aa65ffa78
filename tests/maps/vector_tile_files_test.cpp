#include "maps/mbtiles.h"
#include "maps/vector_tile.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

namespace fs = std::filesystem;
using namespace cresset::maps;

TEST_CASE("Every tile of the map files at hand decodes without a feature left out")
{
    fs::path const folder = fs::path{SHARED_DATA} / "tiles";
    if (!fs::exists(folder)) {
        std::cout << "skipped: no " << folder << "\n";
        return;
    }
    std::size_t tiles = 0, features = 0;
    for (char const* name : {"monaco_omt.mbtiles", "macau_omt.mbtiles", "cn_full_omt.mbtiles"}) {
        auto const file = Mbtiles::open(folder / name);
        REQUIRE(file);
        for (int zoom = file->info().min_zoom; zoom <= file->info().max_zoom; ++zoom)
            for (TileId const id : file->tiles(zoom)) {
                auto const bytes = file->tile(id);
                REQUIRE(bytes);
                auto const tile = decode_vector_tile(**bytes);
                REQUIRE(tile);
                for (auto const& layer : tile->layers) features += layer.features.size();
                REQUIRE(tile->features_left_out == 0);
                ++tiles;
            }
    }
    REQUIRE(tiles > 200);
    REQUIRE(features > 50'000);
}
