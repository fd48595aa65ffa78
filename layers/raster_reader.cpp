#include "layers/raster_reader.h"

#include "layers/refused.h"
#include "maps/china_datum.h"

#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <gdalwarper.h>
#include <numbers>
#include <ogr_spatialref.h>

namespace cresset::layers {
namespace {

using maps::LayerRefusal;
using maps::LonLat;

constexpr double radius_m = 6378137;  // of EPSG:3857
constexpr double world_m = 2 * std::numbers::pi * radius_m;
constexpr double farthest = 85.05;
constexpr int most_bands = 64;
constexpr double most_pixels = 8192.0 * 8192;  // that one tile may look at
constexpr int tile_steps = 3;                  // zooms below the picture's own that a tile can be made from it

LonLat into(Datum datum, LonLat at)
{
    if (datum == Datum::gcj02) return maps::wgs84_to_gcj02(at);
    return datum == Datum::bd09 ? maps::wgs84_to_bd09(at) : at;
}

Place place_of(LonLat at)
{
    auto const place = place_from_degrees(std::clamp(at.lat, -farthest, farthest), std::clamp(at.lon, -180.0, 180.0));
    if (!place) throw Refused{LayerRefusal::no_coordinate_system};
    return *place;
}

std::array<double, 2> metres_of(LonLat at)
{
    double const lat = std::clamp(at.lat, -farthest, farthest) * std::numbers::pi / 180;
    return {at.lon / 360 * world_m, radius_m * std::asinh(std::tan(lat))};
}

bool has_place(GDALDataset& dataset)
{
    std::array<double, 6> transform{};
    return dataset.GetSpatialRef() != nullptr && dataset.GetGeoTransform(transform.data()) == CE_None;
}

bool is_alpha(GDALDataset& dataset, int band)
{
    return dataset.GetRasterBand(band)->GetColorInterpretation() == GCI_AlphaBand;
}

/// The factor of its smallest overview; 1 without.
double smallest_overview(GDALRasterBand& band)
{
    double factor = 1;
    for (int i = 0; i < band.GetOverviewCount(); ++i)
        if (auto* small = band.GetOverview(i); small != nullptr && small->GetXSize() > 0)
            factor = std::max(factor, static_cast<double>(band.GetXSize()) / small->GetXSize());
    return factor;
}

}  // namespace

RasterReader::RasterReader(Dataset dataset, Datum datum) : dataset_{std::move(dataset)}, datum_{datum}
{
    int const bands = dataset_->GetRasterCount();
    if (bands > most_bands) throw Refused{LayerRefusal::too_large};
    if (!has_place(*dataset_)) throw Refused{LayerRefusal::no_coordinate_system};
    plan_colours();
    find_extent();
    find_zooms();
}

void RasterReader::plan_colours()
{
    std::vector<int> bands;
    for (int band = 1; band <= dataset_->GetRasterCount(); ++band)
        if (!is_alpha(*dataset_, band)) bands.push_back(band);
    if (bands.empty()) throw Refused{LayerRefusal::nothing_to_show};
    palette_ = bands.size() < 3 && dataset_->GetRasterBand(bands[0])->GetColorTable() != nullptr;
    colours_.fill(bands[0]);
    if (bands.size() >= 3) std::copy_n(bands.begin(), 3, colours_.begin());
    for (int const band : bands) {
        auto const meaning = dataset_->GetRasterBand(band)->GetColorInterpretation();
        if (bands.size() >= 3 && meaning >= GCI_RedBand && meaning <= GCI_BlueBand)
            colours_[static_cast<std::size_t>(meaning - GCI_RedBand)] = band;
    }
    for (std::size_t i = 0; i < 3; ++i) stretches_[i] = stretch_of(colours_[i]);
}

/// Heights and measurements are shown from two deviations below their mean to two above.
RasterReader::Stretch RasterReader::stretch_of(int number) const
{
    auto* band = dataset_->GetRasterBand(number);
    if (band->GetRasterDataType() == GDT_Byte) return {};
    double least = 0, most = 0, mean = 0, deviation = 0;
    if (band->GetStatistics(TRUE, TRUE, &least, &most, &mean, &deviation) != CE_None) return {0, 255};
    double const low = std::max(least, mean - 2 * deviation), high = std::min(most, mean + 2 * deviation);
    return std::isfinite(low) && std::isfinite(high) && high > low ? Stretch{low, high} : Stretch{low, low + 1};
}

void RasterReader::find_extent()
{
    std::array<double, 6> t{};
    dataset_->GetGeoTransform(t.data());
    OGRSpatialReference from{*dataset_->GetSpatialRef()}, to;
    to.importFromEPSG(4326);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::unique_ptr<OGRCoordinateTransformation> const way{OGRCreateCoordinateTransformation(&from, &to)};
    if (!way) throw Refused{LayerRefusal::no_coordinate_system};
    double const width = dataset_->GetRasterXSize(), height = dataset_->GetRasterYSize();
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i)
        for (auto const& [column, row] : {std::pair{width * i / steps, 0.0},
                                          {width * i / steps, height},
                                          {0.0, height * i / steps},
                                          {width, height * i / steps}}) {
            double x = t[0] + column * t[1] + row * t[2], y = t[3] + column * t[4] + row * t[5];
            if (way->Transform(1, &x, &y) && std::isfinite(x) && std::isfinite(y))
                extent_.bounds.add(place_of(maps::to_wgs84(datum_, {x, y})));
        }
    if (extent_.bounds.empty() || extent_.bounds.min == extent_.bounds.max)
        throw Refused{LayerRefusal::no_coordinate_system};
}

/// Its own pixels, as wide as a tile's at `most_zoom` or a little wider.
void RasterReader::find_zooms()
{
    auto const a = metres_of({extent_.bounds.min.lon(), extent_.bounds.min.lat()});
    auto const b = metres_of({extent_.bounds.max.lon(), extent_.bounds.max.lat()});
    double const width = dataset_->GetRasterXSize(), height = dataset_->GetRasterYSize();
    double const pixel_m = std::max(std::min((b[0] - a[0]) / width, (b[1] - a[1]) / height), 1e-3);
    double const own = std::log2(world_m / (maps::raster_tile_side * pixel_m));
    double const overview = smallest_overview(*dataset_->GetRasterBand(colours_[0]));
    extent_.most_zoom = std::clamp(static_cast<int>(std::ceil(own - 0.1)), 0, 22);
    bool const small = width * height / (overview * overview) <= most_pixels;
    int const least = extent_.most_zoom - tile_steps - static_cast<int>(std::log2(overview));
    extent_.least_zoom = small ? 0 : std::clamp(least, 0, extent_.most_zoom);
}

/// A tile lies where its corners lie in the datum of the file: within a tile that shift is the same to less than a
/// pixel.
std::vector<std::string> RasterReader::warp_words(maps::TileId id) const
{
    Bounds const tile = maps::bounds_of(id);
    auto const a = metres_of(into(datum_, {tile.min.lon(), tile.min.lat()}));
    auto const b = metres_of(into(datum_, {tile.max.lon(), tile.max.lat()}));
    std::string const side = std::to_string(maps::raster_tile_side);
    std::vector<std::string> words{"-of", "MEM", "-t_srs", "EPSG:3857", "-te"};
    for (double const edge : {a[0], a[1], b[0], b[1]}) words.push_back(fmt::format("{:.6f}", edge));
    for (std::string const& word : {std::string{"-ts"}, side, side, std::string{"-dstalpha"}, std::string{"-wm"},
                                    std::string{"64"}, std::string{"-r"}, std::string{palette_ ? "near" : "bilinear"}})
        words.push_back(word);
    return words;
}

maps::RasterTile RasterReader::tile(maps::TileId id)
{
    maps::RasterTile tile{id, {}};
    CPLStringList words;
    for (auto const& word : warp_words(id)) words.AddString(word.c_str());
    auto* const options = GDALWarpAppOptionsNew(words.List(), nullptr);
    if (options == nullptr) return tile;
    GDALDatasetH source = GDALDataset::ToHandle(dataset_.get());
    int failed = 0;
    Dataset const warped{GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options, &failed))};
    GDALWarpAppOptionsFree(options);
    if (warped && failed == 0) tile.pixels = pixels_of(*warped);
    return tile;
}

/// A band of the warped picture as numbers; empty if it cannot be read.
RasterReader::Band RasterReader::band_of(GDALDataset& warped, int number)
{
    constexpr int side = maps::raster_tile_side;
    Band values(tile_pixels);
    bool const read = warped.GetRasterBand(number)->RasterIO(GF_Read, 0, 0, side, side, values.data(), side, side,
                                                             GDT_Float32, 0, 0, nullptr) == CE_None;
    return read ? values : Band{};
}

/// Where a band of the source is in the warped picture, whose last band has taken in all that say what shows.
int RasterReader::warped_number(int band) const
{
    int before = 0;
    for (int i = 1; i < band; ++i) before += is_alpha(*dataset_, i) ? 1 : 0;
    return band - before;
}

/// Red, green, blue and how much of it shows: 0..255, 0..1.
std::array<double, 4> RasterReader::colour_of(std::array<Band, 3> const& bands, std::size_t i) const
{
    if (palette_) {
        auto const* table = dataset_->GetRasterBand(colours_[0])->GetColorTable();
        auto const* entry = table->GetColorEntry(static_cast<int>(bands[0][i]));
        if (entry == nullptr) return {};
        return {static_cast<double>(entry->c1), static_cast<double>(entry->c2), static_cast<double>(entry->c3),
                entry->c4 / 255.0};
    }
    std::array<double, 4> colour{0, 0, 0, 1};
    for (std::size_t c = 0; c < 3; ++c) {
        auto const& [low, high] = stretches_[c];
        colour[c] = (bands[c][i] - low) / (high - low) * 255;
    }
    return colour;
}

std::string RasterReader::pixels_of(GDALDataset& warped) const
{
    int const last = warped.GetRasterCount();
    Band const alpha = band_of(warped, last);
    std::array<Band, 3> bands;
    for (std::size_t i = 0; i < 3; ++i) bands[i] = band_of(warped, warped_number(colours_[i]));
    if (alpha.empty() || bands[0].empty() || bands[1].empty() || bands[2].empty()) return {};
    bool const bytes = warped.GetRasterBand(last)->GetRasterDataType() == GDT_Byte;
    std::string pixels(4 * tile_pixels, '\0');
    bool any = false;
    for (std::size_t i = 0; i < tile_pixels; ++i) {
        auto const colour = colour_of(bands, i);
        double const shows = (bytes ? alpha[i] / 255.0 : alpha[i] > 0 ? 1.0 : 0.0) * colour[3];
        if (!(shows > 0)) continue;
        any = true;
        for (std::size_t c = 0; c < 3; ++c) {
            double const value = std::isfinite(colour[c]) ? std::clamp(colour[c], 0.0, 255.0) : 0;
            pixels[4 * i + (2 - c)] = static_cast<char>(std::lround(value * shows));
        }
        pixels[4 * i + 3] = static_cast<char>(std::lround(std::min(shows, 1.0) * 255));
    }
    return any ? pixels : std::string{};
}

}  // namespace cresset::layers
