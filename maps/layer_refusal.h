#pragma once
/// Why a file is not shown as a layer: what is wrong with it and what to do, as a number between the programs and as a
/// sentence for people.

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cresset::maps {

enum class LayerRefusal : std::uint8_t {
    not_there,
    cannot_be_read,
    too_large,
    unknown_kind,
    part_missing,
    damaged,
    entities,
    archive_too_large,
    archive_misleads,
    nothing_to_show,
    no_coordinate_system,
    too_many_places,
    vector_tiles,
    not_confined,
    took_too_long,
    reader_fell,
    reader_lied,
    reader_missing,
    last = reader_missing
};

/// `file` is its name without folders; `detail` fills what only the reader knows (".shx").
Problem refusal_of(LayerRefusal reason, std::string_view file, std::string_view detail = {});

}  // namespace cresset::maps
