#pragma once
/// Reads NMEA 0183: RMC, GGA, GSA, VTG, GLL and ZDA of any talker (GP, GN, BD, GB, GA, GL ...). Sentences of one epoch
/// (the same time of day) make one reading. A checksum is required. Status V, quality 0 and GSA mode 1 mean no fix.
/// However the bytes are sliced, the readings are the same. AIS and other sentences are counted as not read.
///
/// An epoch is complete when a sentence with another time of day comes, so the newest one is held back until then or
/// until flush(): a live link calls flush() when it has been quiet for a moment, a file at its end. What is still said
/// of that epoch after a flush is a reading of its own with the same time (a fix filter calls it a duplicate).

#include "core/feeds/counters.h"
#include "core/feeds/line_splitter.h"
#include "core/feeds/nmea_sentence.h"
#include "core/feeds/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

class NmeaReader {
public:
    /// Longest line read. The standard allows 82 bytes; receivers send more.
    static constexpr std::size_t line_limit = 1024;

    explicit NmeaReader(std::string device) : device_{std::move(device)} {}

    /// Takes the next bytes and appends the readings that are complete.
    void feed(std::string_view bytes, std::vector<Reading>& out);
    /// Appends the reading that is still held back, if it says anything.
    void flush(std::vector<Reading>& out);
    /// The stream has ended: reads a last line without an end, then flushes.
    void end(std::vector<Reading>& out);

    Counters const& counters() const { return counters_; }

private:
    struct Epoch {
        Reading reading;                 // what was said, before it is known whether there is a fix
        std::optional<bool> valid;       // RMC and GLL: A (true) or V; one V is enough
        std::optional<int> quality;      // GGA: the best of all talkers
        std::optional<int> gsa_mode;     // GSA: the best of all systems
        std::vector<std::string> types;  // that carry a time and came
    };
    struct Said {
        std::optional<bool> valid;
        std::optional<int> quality;
        NmeaField<std::int32_t> time, day, speed, course, altitude;
        NmeaField<Place> place;
    };

    void take_line(std::string_view line, std::vector<Reading>& out);
    void take_sentence(std::string_view text, bool cut_off, std::vector<Reading>& out);
    bool apply(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply(Said const& said, std::string_view type, std::vector<Reading>& out);
    bool apply_gsa(NmeaSentence const& sentence);
    bool apply_vtg(NmeaSentence const& sentence);
    bool opens_epoch(std::string_view type, std::optional<std::int32_t> time_of_day) const;
    void open_epoch(std::vector<Reading>& out);
    void know_time(std::int32_t time_of_day);
    void know_day(std::int32_t day);
    Reading merged() const;
    bool has_height(Reading const& reading) const;
    static Said said_by_rmc(NmeaSentence const& sentence);
    static Said said_by_gga(NmeaSentence const& sentence);
    static Said said_by_gll(NmeaSentence const& sentence);
    static Said said_by_zda(NmeaSentence const& sentence);

    std::string device_;
    LineSplitter lines_{line_limit};
    Epoch epoch_;
    std::optional<Reading> told_;                   // what the present epoch told already
    std::optional<std::int32_t> last_day_;          // the newest date, carried over midnight
    std::optional<std::int32_t> last_time_of_day_;  // of the newest epoch that had one
    FixMode last_mode_ = FixMode::unknown;          // of the epoch before this one
    Counters counters_;
};

}  // namespace cresset::feeds
