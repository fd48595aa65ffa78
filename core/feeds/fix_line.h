#pragma once
/// A fix as one line of JSON: {"unit":"P12","at":"2026-11-22T19:02:41.250Z","lat":29.9,"lon":121.6,"accuracy_m":8}. The
/// accuracy may be left out.

#include "core/base/result.h"
#include "core/facts/fix.h"

#include <string>
#include <string_view>

namespace cresset::feeds {

struct FixLine {
    std::string unit;
    Fix fix;
};

/// The problem says which member is wrong.
Result<FixLine> read_fix_line(std::string_view line);

}  // namespace cresset::feeds
