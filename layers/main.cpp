/// cresset-layer FILE DATUM [whole]: reads one map file of somebody else and tells the parent what it shows, as
/// maps/layer_stream.h has it. It is started by Cresset, never by hand, and is locked up before it looks at the file:
/// see confine.h.
/// cresset-layer write KIND: the other direction. Takes GeoJSON from its parent and tells the bytes of a file of that
/// kind, locked up as well; it writes no file.

#include "core/base/datum.h"
#include "layers/confine.h"
#include "layers/gdal_door.h"
#include "layers/input_files.h"
#include "layers/raster_reader.h"
#include "layers/refused.h"
#include "layers/unpacked.h"
#include "layers/vector_reader.h"
#include "layers/vector_writer.h"

#include <gdal_priv.h>
#include <new>
#include <unistd.h>

namespace {

using namespace cresset;
using namespace cresset::layers;
using maps::LayerRefusal;

/// Answers the parent until it wants no more, or is gone.
[[noreturn]] void serve_tiles(RasterReader& reader, Told& told)
{
    told.say(maps::told_raster(reader.extent()));
    told.flush();
    std::string asked;
    for (char bytes[maps::asked_tile_bytes];;) {
        ssize_t const got = read(STDIN_FILENO, bytes, sizeof bytes - asked.size());
        if (got <= 0) _exit(0);
        asked.append(bytes, static_cast<std::size_t>(got));
        if (asked.size() < maps::asked_tile_bytes) continue;
        auto const tile = maps::read_asked_tile(asked);
        if (!tile) _exit(1);
        asked.clear();
        told.say(maps::told_tile(reader.tile(*tile)));
        told.flush();
    }
}

void tell(std::vector<InputFile> const& files, Datum datum, maps::LayerLimits const& limits, Told& told)
{
    auto const unpacked = unpack_input(files);
    std::vector<Dataset> vectors;
    for (MapFile const& file : unpacked.files) {
        Dataset dataset = open_dataset(file.kind, file.parts);
        if (file.kind == FileKind::mbtiles && dataset->GetRasterCount() == 0) throw Refused{LayerRefusal::vector_tiles};
        if (dataset->GetLayerCount() > 0) {
            vectors.push_back(std::move(dataset));
            continue;
        }
        if (dataset->GetRasterCount() == 0 || unpacked.files.size() > 1) continue;  // a picture is a layer of its own
        RasterReader reader{std::move(dataset), datum};
        serve_tiles(reader, told);
    }
    if (vectors.empty()) throw Refused{LayerRefusal::nothing_to_show};
    tell_features(vectors, datum, limits, told);
}

}  // namespace

int main(int argc, char** argv)
{
    bool const writes = argc == 3 && std::string_view{argv[1]} == "write";
    bool const whole = argc == 4 && std::string_view{argv[3]} == "whole";
    auto const datum = argc == 3 || whole ? datum_of(argv[2]) : std::nullopt;
    if (!datum && !writes) return 2;
    Told told;
    try {
        auto const files = writes ? std::vector<InputFile>{} : open_input(argv[1]);
        prepare_gdal();
        confine();
        if (writes)
            told.say(maps::told_written(written_as(argv[2], read_to_write())));
        else
            tell(files, *datum, whole ? maps::whole_limits : maps::layer_limits, told);
    } catch (Refused const& refused) {
        told.say(maps::told_refusal(refused.reason, refused.detail));
    } catch (std::bad_alloc const&) {
        told.say(maps::told_refusal(LayerRefusal::too_large, {}));
    }
    told.flush();
    _exit(0);  // what GDAL would tidy up is given back anyway
}
