#pragma once
/// Bytes made smaller by zlib (RFC 1950), and back with a limit, so that a small hostile input cannot become a large
/// one.

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace cresset {

/// `level` 1 (quick) to 9 (small). The same bytes give the same result with the same zlib.
std::string pack(std::string_view bytes, int level = 6);
/// A problem if it is no zlib stream, is cut off, has something behind it, or is larger than `limit` bytes unpacked.
Result<std::string> unpack(std::string_view packed, std::size_t limit);

}  // namespace cresset
