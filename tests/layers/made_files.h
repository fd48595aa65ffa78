#pragma once
/// Map files made by a test: by GDAL's own writers, or byte by byte where no writer would make them.

#include "maps/layer_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cresset::maps {

/// A folder of its own, gone at the end.
class Folder {
public:
    Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder();
    std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

void write_bytes(std::filesystem::path const& file, std::string const& bytes);
std::string read_bytes(std::filesystem::path const& file);

/// Three features by that driver of GDAL: a hydrant (112.5, 30.5), a street and a beat with a hole round it, in the
/// coordinate system of that EPSG number; drivers that know one kind alone get the hydrant. Fields "name" and "note".
void write_vectors(std::filesystem::path const& file, char const* driver, int system = 4326,
                   std::vector<char const*> const& options = {});
/// A picture of `side` pixels each way over a tenth of a degree from (112, 30) to the east and the north: red, green in
/// its western half; in that coordinate system.
void write_picture(std::filesystem::path const& file, char const* driver, int side = 64, int system = 4326);

/// What became of it: the problem, or nothing.
std::string refusal(std::filesystem::path const& file, Datum datum = Datum::wgs84);
LayerShapes shapes_of(std::filesystem::path const& file, Datum datum = Datum::wgs84);

}  // namespace cresset::maps
