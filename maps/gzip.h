#pragma once
/// Packing and unpacking of bytes as gzip (RFC 1952), the form in which MBTiles keeps vector tiles. Packing is
/// deterministic: no time and no name in the head.

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace cresset::maps {

constexpr std::size_t max_unpacked_tile = 64U << 20U;

std::string gzip(std::string_view bytes, int level = 6);
/// True if the bytes begin as a gzip or zlib stream does.
bool is_packed(std::string_view bytes);
/// gzip or zlib. Refuses what is broken, cut short, or unpacks to more than `limit` bytes.
Result<std::string> gunzip(std::string_view bytes, std::size_t limit = max_unpacked_tile);

}  // namespace cresset::maps
