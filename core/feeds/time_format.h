#pragma once
/// Times as other systems write them, read by a format: "%m/%d/%Y %I:%M:%S %p" (%Y %y %m %d %H %I %M %S %p %f %z and
/// literal characters; %f is a fraction of a second, %z an offset), "iso", "epoch_s" or "epoch_ms".

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace cresset::feeds {

/// True if parse_time() knows the format.
bool is_time_format(std::string_view format);

/// A time in that format; local to the IANA zone unless the text says its offset. Nothing if it is no such time, or if
/// the zone skipped that hour; of an hour that comes twice, the first.
std::optional<Instant> parse_time(std::string_view text, std::string_view format, std::string_view zone);

}  // namespace cresset::feeds
