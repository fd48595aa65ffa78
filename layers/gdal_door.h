#pragma once
/// The one door to GDAL: only the drivers of the formats that can be layers are there at all, each file is opened by the
/// one driver of its kind, and everything lies in memory.

#include "layers/file_kind.h"
#include "layers/input_files.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

class GDALDataset;

namespace cresset::layers {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// Registers the drivers, and keeps what they will look up later: the table of coordinate systems, and the text
/// encodings of old Shapefiles. Call once, before confine().
void prepare_gdal();

/// A file in memory with its parts; the first is the one to open. Throws Refused.
Dataset open_dataset(FileKind kind, std::span<InputFile const> files);

}  // namespace cresset::layers
