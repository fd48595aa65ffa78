#include "layers/gdal_door.h"

#include "layers/kept_file.h"
#include "layers/refused.h"

#include <algorithm>
#include <array>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <iconv.h>
#include <ogrsf_frmts.h>
#include <proj.h>

namespace cresset::layers {
namespace {

using maps::LayerRefusal;

/// How each kind is opened: its drivers, and the ending that they expect.
struct Way {
    std::array<char const*, 3> drivers;  // ends with a null
    char const* ending;
    unsigned flags;
    unsigned else_flags = 0;  // if there is nothing of the first sort in it
};

Way way_of(FileKind kind)
{
    switch (kind) {
        case FileKind::geojson: return {{"GeoJSON"}, "geojson", GDAL_OF_VECTOR};
        case FileKind::geopackage: return {{"GPKG"}, "gpkg", GDAL_OF_VECTOR, GDAL_OF_RASTER};
        case FileKind::shapefile: return {{"ESRI Shapefile"}, "shp", GDAL_OF_VECTOR};
        case FileKind::kml: return {{"LIBKML", "KML"}, "kml", GDAL_OF_VECTOR};
        case FileKind::gpx: return {{"GPX"}, "gpx", GDAL_OF_VECTOR};
        case FileKind::geotiff: return {{"GTiff"}, "tif", GDAL_OF_RASTER};
        default: return {{"MBTiles"}, "mbtiles", GDAL_OF_RASTER, GDAL_OF_VECTOR};
    }
}

void put_in_memory(std::string const& name, std::span<char> bytes)
{
    auto* const data = reinterpret_cast<GByte*>(bytes.data());
    if (auto* file = VSIFileFromMemBuffer(name.c_str(), data, bytes.size(), FALSE)) VSIFCloseL(file);
}

/// A database in WAL mode needs a file beside it; in its own private copy it is read as it was at its last checkpoint.
void leave_wal_mode(std::span<char> bytes)
{
    constexpr std::size_t write_version = 18, read_version = 19;
    if (bytes.size() > read_version && bytes[write_version] == 2) bytes[write_version] = bytes[read_version] = 1;
}

void require_parts(FileKind kind, std::span<InputFile const> files)
{
    if (kind != FileKind::shapefile) return;
    if (std::ranges::find(files, "shx", &InputFile::ending) == files.end())
        throw Refused{LayerRefusal::part_missing, ".shx"};
}

/// Where PROJ has its table of coordinate systems, which it opens anew whenever it looks something up.
std::string table_of_systems()
{
    auto* context = proj_context_create();
    char const* found = proj_context_get_database_path(context);
    std::string path = found == nullptr ? "" : found;
    proj_context_destroy(context);
    return path;
}

/// An encoding that was opened once stays loaded.
void load_encodings()
{
    for (char const* name : {"GBK", "GB18030", "CP936", "BIG5", "CP1252", "ISO-8859-1", "ISO-8859-15", "CP437", "CP850",
                             "CP1250", "CP1251", "SHIFT_JIS", "EUC-KR"})
        static_cast<void>(iconv_open("UTF-8", name));
}

}  // namespace

void CloseDataset::operator()(GDALDataset* dataset) const
{
    GDALClose(dataset);
}

void prepare_gdal()
{
    if (!keep_file(table_of_systems())) throw Refused{LayerRefusal::not_confined};
    for (auto const& [name, value] : {std::pair{"GDAL_DRIVER_PATH", "disable"},
                                      {"GDAL_PAM_ENABLED", "NO"},
                                      {"GDAL_NUM_THREADS", "1"},
                                      {"GDAL_CACHEMAX", "64"},
                                      {"PROJ_NETWORK", "OFF"},
                                      {"SQLITE_USE_OGR_VFS", "YES"},
                                      {"OGR_GEOJSON_MAX_OBJ_SIZE", "128"},
                                      {"CPL_TMPDIR", "/vsimem"}})
        CPLSetConfigOption(name, value);
    CPLSetErrorHandler(CPLQuietErrorHandler);
    GDALRegister_MEM();
    GDALRegister_GTiff();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_WEBP();
    GDALRegister_MBTiles();
    RegisterOGRSQLite();  // which the driver of MBTiles reads its tables with
    RegisterOGRShape();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRGeoJSON();
    RegisterOGRGPX();
    RegisterOGRGeoPackage();
    load_encodings();
}

Dataset open_dataset(FileKind kind, std::span<InputFile const> files)
{
    require_parts(kind, files);
    Way const way = way_of(kind);
    static int count = 0;
    std::string const folder = "/vsimem/" + std::to_string(++count) + "/";
    for (std::size_t i = 0; i < files.size(); ++i)
        put_in_memory(folder + "layer." + (i == 0 ? way.ending : files[i].ending), files[i].bytes);
    if (kind == FileKind::geopackage || kind == FileKind::mbtiles) leave_wal_mode(files[0].bytes);
    std::string const name = folder + "layer." + way.ending;
    for (unsigned const flags : {way.flags, way.else_flags})
        if (auto* opened = flags == 0 ? nullptr : GDALOpenEx(name.c_str(), flags, way.drivers.data(), nullptr, nullptr))
            return Dataset{GDALDataset::FromHandle(opened)};
    throw Refused{LayerRefusal::damaged};
}

}  // namespace cresset::layers
