#include "maps/layer_refusal.h"

#include "core/base/check.h"

#include <array>
#include <fmt/format.h>

namespace cresset::maps {
namespace {

constexpr std::array sentences{
    std::string_view{"{0} is not there: was it moved, or its disk taken out?"},
    std::string_view{"{0} cannot be read: look whether it is a file that you may open"},
    std::string_view{"{0} is too large to be a layer: cut it to the city first"},
    std::string_view{"{0} is no map file that can be a layer: give GeoJSON, GeoPackage, Shapefile, KML, GPX, GeoTIFF "
                     "or MBTiles"},
    std::string_view{"{0} lacks its {1}: put all parts of the Shapefile into one folder"},
    std::string_view{"{0} is damaged, or it is not what it seems: save it anew in the program that it came from"},
    std::string_view{"{0} declares entities, which no map file needs: save it anew without a DOCTYPE"},
    std::string_view{"{0} unpacks to too much: take the map files out and give them alone"},
    std::string_view{"{0} has names that lead elsewhere: take the map files out and give them alone"},
    std::string_view{"{0} has nothing that can be shown on a map"},
    std::string_view{"{0} does not say in which coordinate system it is: save it in WGS-84 (EPSG:4326)"},
    std::string_view{"{0} has too many points to be a layer: cut it to the city first"},
    std::string_view{"{0} is a base map of vector tiles: open it as a city"},
    std::string_view{"this system cannot confine the program that reads map files, so {0} is not read"},
    std::string_view{"{0} took too long to read: cut it to the city first"},
    std::string_view{"{0} made its reader fall: it is damaged or made to do harm, and nothing of it is shown"},
    std::string_view{"what the reader told of {0} cannot be: nothing of it is shown"},
    std::string_view{"cresset-layer is not beside the program, so {0} cannot be read: install it again"},
};
static_assert(sentences.size() == static_cast<std::size_t>(LayerRefusal::last) + 1);

}  // namespace

Problem refusal_of(LayerRefusal reason, std::string_view file, std::string_view detail)
{
    auto const index = static_cast<std::size_t>(reason);
    CRESSET_CHECK(index < sentences.size());
    return {fmt::format(fmt::runtime(sentences[index]), file, detail)};
}

}  // namespace cresset::maps
