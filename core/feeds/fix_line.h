#pragma once
/// A fix as one line of JSON: {"unit":"P12","at":"2026-11-22T19:02:41.250Z","lat":29.9,"lon":121.6,"accuracy_m":8,
/// "speed_mps":12.5,"course_deg":90}. All behind the place may be left out or null.

#include "core/base/result.h"
#include "core/facts/fix.h"
#include "core/feeds/counters.h"

#include <string>
#include <string_view>
#include <variant>

namespace cresset::feeds {

struct FixLine {
    std::string unit;
    Fix fix;
};

/// The fix, or what is wrong with the line.
std::variant<FixLine, Malformed> parse_fix_line(std::string_view line);
/// The same; the problem says which member is wrong.
Result<FixLine> read_fix_line(std::string_view line);

}  // namespace cresset::feeds
