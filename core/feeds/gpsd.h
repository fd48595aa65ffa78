#pragma once
/// Reads the JSON lines of a gpsd server (protocol 3): TPV makes a reading keyed by the device's name, ERROR is kept to
/// be shown, other classes of gpsd are not read. A line is at most 64 KiB and nests at most 16 deep.
/// Formats: https://gpsd.gitlab.io/gpsd/gpsd_json.html

#include "core/feeds/counters.h"
#include "core/feeds/line_splitter.h"
#include "core/feeds/reading.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

/// What a client sends once to make gpsd speak.
inline constexpr std::string_view gpsd_watch = "?WATCH={\"enable\":true,\"json\":true};\n";

class GpsdReader {
public:
    static constexpr std::size_t line_limit = 64 * 1024;

    /// `fallback_device` is the key of reports that name no device.
    explicit GpsdReader(std::string fallback_device) : fallback_device_{std::move(fallback_device)} {}

    void feed(std::string_view bytes, std::vector<Reading>& out);
    /// The stream has ended: reads a last line without an end.
    void end(std::vector<Reading>& out);

    Counters const& counters() const { return counters_; }
    /// The newest ERROR message, empty if there was none.
    std::string const& last_error() const { return last_error_; }

private:
    void take_line(std::string_view line, std::vector<Reading>& out);
    void take_tpv(nlohmann::json const& report, std::vector<Reading>& out);

    std::string fallback_device_;
    LineSplitter lines_{line_limit};
    Counters counters_;
    std::string last_error_;
};

}  // namespace cresset::feeds
