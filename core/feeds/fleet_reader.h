#pragma once
/// Reads what a vehicle location server says of many units: fix_line.h's lines, of at most 4 KiB, each a reading whose
/// device is the unit as it is called there.

#include "core/feeds/counters.h"
#include "core/feeds/line_splitter.h"
#include "core/feeds/reading.h"

#include <string_view>
#include <vector>

namespace cresset::feeds {

class FleetReader {
public:
    static constexpr std::size_t line_limit = 4096;

    void feed(std::string_view bytes, std::vector<Reading>& out);
    /// The stream has ended: reads a last line without an end.
    void end(std::vector<Reading>& out);

    Counters const& counters() const { return counters_; }

private:
    void take_line(std::string_view line, std::vector<Reading>& out);

    LineSplitter lines_{line_limit};
    Counters counters_;
};

}  // namespace cresset::feeds
