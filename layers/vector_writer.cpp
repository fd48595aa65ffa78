#include "layers/vector_writer.h"

#include "layers/gdal_door.h"
#include "layers/refused.h"
#include "maps/layer_stream.h"

#include <cerrno>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

namespace cresset::layers {
namespace {

using maps::LayerRefusal;

constexpr char const* folder = "/vsimem/written/";

GDALDriver* driver_of(std::string_view kind)
{
    auto* drivers = GetGDALDriverManager();
    if (kind == "gpkg") return drivers->GetDriverByName("GPKG");
    if (kind != "kml") return nullptr;
    auto* kml = drivers->GetDriverByName("LIBKML");
    return kml != nullptr ? kml : drivers->GetDriverByName("KML");
}

Dataset open_text(std::string_view geojson)
{
    std::string const name = std::string{folder} + "in.geojson";
    auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(geojson.data()));
    if (auto* file = VSIFileFromMemBuffer(name.c_str(), bytes, geojson.size(), FALSE)) VSIFCloseL(file);
    char const* const only[] = {"GeoJSON", nullptr};
    char const* const as_it_stands[] = {"DATE_AS_STRING=YES", nullptr};
    auto* opened = GDALOpenEx(name.c_str(), GDAL_OF_VECTOR, only, as_it_stands, nullptr);
    if (opened == nullptr) throw Refused{LayerRefusal::damaged};
    return Dataset{GDALDataset::FromHandle(opened)};
}

bool is_list(OGRFieldType type)
{
    return type == OFTStringList || type == OFTIntegerList || type == OFTInteger64List || type == OFTRealList;
}

/// "(2:enter,leave)" without its brackets and its count.
std::string listed(std::string text)
{
    auto const colon = text.find(':');
    if (colon == std::string::npos || text.size() < colon + 2) return text;
    return text.substr(colon + 1, text.size() - colon - 2);
}

void copy_fields(OGRFeatureDefn const& from, OGRLayer& to)
{
    for (int i = 0; i < from.GetFieldCount(); ++i) {
        OGRFieldDefn const& field = *from.GetFieldDefn(i);
        OGRFieldDefn own{field.GetNameRef(), is_list(field.GetType()) ? OFTString : field.GetType()};
        own.SetSubType(is_list(field.GetType()) ? OFSTNone : field.GetSubType());
        if (to.CreateField(&own) != OGRERR_NONE) throw Refused{LayerRefusal::damaged};
    }
}

void copy_feature(OGRFeature& from, OGRLayer& to)
{
    OGRFeature feature{to.GetLayerDefn()};
    for (int i = 0; i < from.GetFieldCount(); ++i) {
        OGRFieldDefn const& field = *from.GetFieldDefnRef(i);
        int const own = to.GetLayerDefn()->GetFieldIndex(field.GetNameRef());
        if (own < 0 || !from.IsFieldSetAndNotNull(i)) continue;
        if (is_list(field.GetType()))
            feature.SetField(own, listed(from.GetFieldAsString(i)).c_str());
        else
            feature.SetField(own, from.GetRawFieldRef(i));
    }
    feature.SetGeometry(from.GetGeometryRef());
    if (to.CreateFeature(&feature) != OGRERR_NONE) throw Refused{LayerRefusal::damaged};
}

std::string bytes_of(std::string const& name)
{
    vsi_l_offset size = 0;
    auto const* bytes = reinterpret_cast<char const*>(VSIGetMemFileBuffer(name.c_str(), &size, FALSE));
    if (bytes == nullptr || size > maps::layer_limits.record_bytes) throw Refused{LayerRefusal::too_large};
    return {bytes, static_cast<std::size_t>(size)};
}

void read_bytes(char* into, std::size_t wanted)
{
    for (std::size_t have = 0; have < wanted;) {
        ssize_t const got = read(STDIN_FILENO, into + have, wanted - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) _exit(1);  // whoever wanted it is gone
        have += static_cast<std::size_t>(got);
    }
}

}  // namespace

std::string written_as(std::string_view kind, std::string_view geojson)
{
    auto* driver = driver_of(kind);
    if (driver == nullptr) throw Refused{LayerRefusal::unknown_kind};
    Dataset const from = open_text(geojson);
    std::string const name = std::string{folder} + "out." + std::string{kind};
    Dataset to{driver->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    if (!to || from->GetLayerCount() < 1) throw Refused{LayerRefusal::nothing_to_show};
    OGRLayer& source = *from->GetLayer(0);
    OGRLayer* layer = to->CreateLayer("fences", source.GetSpatialRef(), wkbUnknown, nullptr);
    if (layer == nullptr) throw Refused{LayerRefusal::damaged};
    copy_fields(*source.GetLayerDefn(), *layer);
    while (std::unique_ptr<OGRFeature> feature{source.GetNextFeature()}) copy_feature(*feature, *layer);
    to.reset();  // writes what is left
    return bytes_of(name);
}

std::string read_to_write()
{
    unsigned char length[8];
    read_bytes(reinterpret_cast<char*>(length), sizeof length);
    std::uint64_t size = 0;
    for (int i = 7; i >= 0; --i) size = size << 8 | length[i];
    if (size > maps::layer_limits.record_bytes) throw Refused{LayerRefusal::too_large};
    std::string text(size, '\0');
    read_bytes(text.data(), text.size());
    return text;
}

}  // namespace cresset::layers
