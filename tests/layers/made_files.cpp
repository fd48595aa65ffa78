#include "tests/layers/made_files.h"

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <gdal_priv.h>
#include <iterator>
#include <memory>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

namespace cresset::maps {

namespace {

namespace fs = std::filesystem;

GDALDriver& driver_called(char const* name)
{
    static bool const registered = [] {
        GDALAllRegister();
        return true;
    }();
    REQUIRE(registered);
    auto* driver = GetGDALDriverManager()->GetDriverByName(name);
    REQUIRE(driver != nullptr);
    return *driver;
}

OGRSpatialReference system_of(int code)
{
    OGRSpatialReference system;
    system.importFromEPSG(code);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

void add(OGRLayer& layer, char const* name, char const* shape, OGRCoordinateTransformation& way)
{
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt(shape, nullptr, &geometry);
    std::unique_ptr<OGRGeometry> const owned{geometry};
    REQUIRE(owned->transform(&way) == OGRERR_NONE);
    OGRFeature feature{layer.GetLayerDefn()};
    feature.SetField("name", name);
    feature.SetField("note", "<b>plain</b> & text");
    feature.SetGeometry(owned.get());
    REQUIRE(layer.CreateFeature(&feature) == OGRERR_NONE);
}

}  // namespace

Folder::Folder()
{
    static std::atomic<int> count{0};
    path_ = fs::temp_directory_path() / ("cresset-layers-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    fs::create_directories(path_);
}

Folder::~Folder()
{
    std::error_code error;
    fs::remove_all(path_, error);
}

void write_bytes(fs::path const& file, std::string const& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
}

std::string read_bytes(fs::path const& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_vectors(fs::path const& file, char const* driver, int code, std::vector<char const*> const& options)
{
    auto words = options;
    bool const points_only = std::string_view{driver} == "ESRI Shapefile";
    if (points_only && options.empty()) words.push_back("ENCODING=UTF-8");
    words.push_back(nullptr);
    OGRSpatialReference system = system_of(code), degrees = system_of(4326);
    std::unique_ptr<OGRCoordinateTransformation> const way{OGRCreateCoordinateTransformation(&degrees, &system)};
    std::unique_ptr<GDALDataset> const made{driver_called(driver).Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    REQUIRE(made);
    auto* layer =
        made->CreateLayer("beats", &system, points_only ? wkbPoint : wkbUnknown, const_cast<char**>(words.data()));
    REQUIRE(layer != nullptr);
    for (char const* field : {"name", "note"}) {
        OGRFieldDefn definition{field, OFTString};
        layer->CreateField(&definition);
    }
    add(*layer, "消火栓 1", "POINT(112.5 30.5)", *way);
    if (points_only) return;
    add(*layer, "River street", "LINESTRING(112.4 30.4,112.5 30.5,112.6 30.4)", *way);
    add(*layer, "Beat 9",
        "POLYGON((112 30,113 30,113 31,112 31,112 30),(112.2 30.2,112.2 30.8,112.8 30.8,112.8 30.2,112.2 30.2))", *way);
}

void write_picture(fs::path const& file, char const* driver, int side, int code)
{
    auto& memory = driver_called("MEM");
    std::unique_ptr<GDALDataset> const picture{memory.Create("", side, side, 3, GDT_Byte, nullptr)};
    OGRSpatialReference system = system_of(code), degrees = system_of(4326);
    std::unique_ptr<OGRCoordinateTransformation> const way{OGRCreateCoordinateTransformation(&degrees, &system)};
    std::array<double, 2> x{112, 112.1}, y{30.1, 30};
    REQUIRE(way->Transform(2, x.data(), y.data()));
    std::array<double, 6> place{x[0], (x[1] - x[0]) / side, 0, y[0], 0, (y[1] - y[0]) / side};
    picture->SetGeoTransform(place.data());
    picture->SetSpatialRef(&system);
    auto const pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    std::vector<unsigned char> red(pixels), green(pixels), blue(pixels, 10);
    for (std::size_t i = 0; i < pixels; ++i) {
        bool const west = i % static_cast<std::size_t>(side) < static_cast<std::size_t>(side) / 2;
        red[i] = west ? 20 : 220;
        green[i] = west ? 200 : 20;
    }
    for (auto const& [band, bytes] : {std::pair{1, &red}, {2, &green}, {3, &blue}})
        REQUIRE(picture->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, side, side, bytes->data(), side, side, GDT_Byte,
                                                       0, 0, nullptr) == CE_None);
    std::unique_ptr<GDALDataset> const copy{
        driver_called(driver).CreateCopy(file.c_str(), picture.get(), FALSE, nullptr, nullptr, nullptr)};
    REQUIRE(copy);
}

std::string refusal(fs::path const& file, Datum datum)
{
    auto const opened = open_layer({file, datum});
    return opened ? std::string{} : opened.problem();
}

LayerShapes shapes_of(fs::path const& file, Datum datum)
{
    auto opened = open_layer({file, datum});
    INFO(file << ": " << (opened ? "" : opened.problem()));
    REQUIRE(opened);
    REQUIRE(opened->shapes);
    return *std::move(opened->shapes);
}

}  // namespace cresset::maps
