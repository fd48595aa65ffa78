#pragma once
/// The bytes of one sender as readings, NMEA, gpsd or a fleet's lines, however they are sliced; counts every line.

#include "app/feeds/feed_address.h"
#include "core/feeds/fleet_reader.h"
#include "core/feeds/gpsd.h"
#include "core/feeds/nmea.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset::app {

class LineSource {
public:
    /// `device` is the key of readings whose sender names no device.
    LineSource(FeedKind kind, std::string const& device);

    void feed(std::string_view bytes, std::vector<feeds::Reading>& out);
    /// Nothing came for a moment: what NMEA held back is complete.
    void pause(std::vector<feeds::Reading>& out);
    /// The link was cut: a line without an end is read as it is, and the next bytes begin a new one.
    void end(std::vector<feeds::Reading>& out);

    feeds::Counters const& counters() const;
    /// What gpsd complained of last; empty if nothing.
    std::string last_error() const;

private:
    std::variant<feeds::NmeaReader, feeds::GpsdReader, feeds::FleetReader> reader_;
};

/// Adds what was counted of lines (not of readings).
void add_lines(feeds::Counters& sum, feeds::Counters const& more);
/// Lines that made sense, whatever use they were of.
inline std::uint64_t understood(feeds::Counters const& counters)
{
    return counters.read + counters.not_read + counters.unknown_type;
}

}  // namespace cresset::app
