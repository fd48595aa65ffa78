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
#include "core/feeds/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

/// One sentence whose checksum is right: "GP", "RMC" and what stands after the commas.
struct NmeaSentence {
    std::string_view talker;
    std::string_view type;
    std::vector<std::string_view> fields;
    /// The field of that number counted from 1, as manuals do; empty if it is not there.
    std::string_view field(std::size_t number) const { return number <= fields.size() ? fields[number - 1] : ""; }
};

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
        Reading reading;
        std::optional<bool> rmc_valid;  // RMC or GLL: status A, not V
        std::optional<int> quality;     // GGA: the best of all talkers
        std::optional<int> gsa_mode;    // GSA: the best of all systems
        bool has_altitude = false;
        bool said_anything = false;
    };

    void take_line(std::string_view line, std::vector<Reading>& out);
    void take_sentence(std::string_view text, std::vector<Reading>& out);
    bool apply(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply_rmc(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply_gga(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply_gll(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply_zda(NmeaSentence const& sentence, std::vector<Reading>& out);
    bool apply_gsa(NmeaSentence const& sentence);
    bool apply_vtg(NmeaSentence const& sentence);
    void open_epoch(std::optional<std::int32_t> time_of_day, std::vector<Reading>& out);
    void know_day(std::int32_t day);

    std::string device_;
    LineSplitter lines_{line_limit};
    Epoch epoch_;
    std::optional<std::int32_t> last_day_;          // the newest date that was said
    std::optional<std::int32_t> last_time_of_day_;  // of the epoch to which it belonged
    Counters counters_;
};

}  // namespace cresset::feeds
