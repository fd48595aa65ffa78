#include "core/feeds/nmea.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace cresset::feeds {

namespace {

/// Sentences that are known and say nothing that is used here.
constexpr std::array<std::string_view, 44> other_types{
    "AAM", "ALM", "APA", "APB", "BEC", "BOD", "BWC", "BWR", "DBT", "DPT", "DTM", "GBS", "GLC", "GNS", "GRS",
    "GST", "GSV", "GTD", "HDG", "HDM", "HDT", "MSK", "MSS", "MTW", "MWD", "MWV", "RMB", "ROT", "RPM", "RSA",
    "RTE", "THS", "TTM", "TXT", "VBW", "VDR", "VHW", "VLW", "VPW", "WCV", "WPL", "XDR", "XTE", "ZTG"};

bool is_other_type(std::string_view type)
{
    return std::binary_search(other_types.begin(), other_types.end(), type);
}

template <typename Value>
std::optional<Value> best(std::optional<Value> known, std::optional<Value> said)
{
    return !known || (said && *said > *known) ? said : known;
}

template <typename Value>
void put(std::optional<Value>& known, std::optional<Value> said)
{
    if (said) known = said;
}

bool says_valid(std::string_view text)
{
    return text == "A" || text == "D";
}

}  // namespace

void NmeaReader::feed(std::string_view bytes, std::vector<Reading>& out)
{
    lines_.feed(
        bytes, [&](std::string_view line) { take_line(line, out); }, [&] { counters_.count(Malformed::too_long); });
}

void NmeaReader::end(std::vector<Reading>& out)
{
    lines_.end([&](std::string_view line) { take_line(line, out); });
    flush(out);
}

void NmeaReader::flush(std::vector<Reading>& out)
{
    if (epoch_.types.empty()) return;
    Reading const reading = merged();
    if (reading.mode == FixMode::unknown || told_ == reading) return;
    told_ = reading;
    out.push_back(reading);
}

/// A receiver that is interrupted begins its next sentence in the middle of a line: "$GPGS$GPRMC,...".
void NmeaReader::take_line(std::string_view line, std::vector<Reading>& out)
{
    line = trim(line);
    if (line.empty() || line.starts_with('#')) return;  // logs carry remarks
    for (;;) {
        std::size_t const next = line.find('$', 1);
        take_sentence(line.substr(0, next), next != std::string_view::npos, out);
        if (next == std::string_view::npos) return;
        line.remove_prefix(next);
    }
}

void NmeaReader::take_sentence(std::string_view text, bool cut_off, std::vector<Reading>& out)
{
    auto const parsed = parse_sentence(text);
    if (auto const* reason = std::get_if<Malformed>(&parsed)) {
        bool const no_end = cut_off && *reason == Malformed::no_checksum;
        return counters_.count(no_end ? Malformed::cut_off : *reason);
    }
    auto const& sentence = std::get<NmeaSentence>(parsed);
    if (sentence.encapsulated || sentence.proprietary || is_other_type(sentence.type))
        return counters_.count_not_read();
    constexpr std::array<std::string_view, 6> used{"GGA", "GLL", "GSA", "RMC", "VTG", "ZDA"};
    if (!std::binary_search(used.begin(), used.end(), sentence.type)) return counters_.count_unknown();
    if (!apply(sentence, out)) return counters_.count(Malformed::bad_field);
    counters_.count_read();
}

bool NmeaReader::apply(NmeaSentence const& sentence, std::vector<Reading>& out)
{
    if (sentence.type == "GSA") return apply_gsa(sentence);
    if (sentence.type == "VTG") return apply_vtg(sentence);
    if (sentence.type == "RMC") return apply(said_by_rmc(sentence), "RMC", out);
    if (sentence.type == "GGA") return apply(said_by_gga(sentence), "GGA", out);
    if (sentence.type == "GLL") return apply(said_by_gll(sentence), "GLL", out);
    return apply(said_by_zda(sentence), "ZDA", out);
}

bool NmeaReader::apply(Said const& said, std::string_view type, std::vector<Reading>& out)
{
    if (said.time.bad || said.day.bad || said.speed.bad || said.course.bad || said.altitude.bad || said.place.bad)
        return false;
    if (opens_epoch(type, said.time.value)) open_epoch(out);
    epoch_.types.emplace_back(type);
    if (said.time.value) know_time(*said.time.value);
    if (said.day.value) know_day(*said.day.value);
    if (said.valid) epoch_.valid = epoch_.valid.value_or(true) && *said.valid;
    epoch_.quality = best(epoch_.quality, said.quality);
    put(epoch_.reading.place, said.place.value);
    put(epoch_.reading.speed_mm_s, said.speed.value);
    put(epoch_.reading.course_cdeg, said.course.value);
    put(epoch_.reading.altitude_mm, said.altitude.value);
    return true;
}

NmeaReader::Said NmeaReader::said_by_rmc(NmeaSentence const& sentence)
{
    Said said;
    said.time = nmea_time(sentence.field(1));
    said.place = nmea_place(sentence.field(3), sentence.field(4), sentence.field(5), sentence.field(6));
    said.speed = nmea_knots(sentence.field(7));
    said.course = nmea_course(sentence.field(8));
    said.day = nmea_date(sentence.field(9));
    said.valid = says_valid(sentence.field(2)) && sentence.field(12) != "N" && said.place.value;
    return said;
}

NmeaReader::Said NmeaReader::said_by_gga(NmeaSentence const& sentence)
{
    Said said;
    auto const quality = nmea_digit(sentence.field(6));
    said.time = nmea_time(sentence.field(1));
    said.place = nmea_place(sentence.field(2), sentence.field(3), sentence.field(4), sentence.field(5));
    said.altitude = nmea_metres(sentence.field(9));
    said.place.bad = said.place.bad || quality.bad;
    said.quality = said.place.value ? quality.value.value_or(0) : 0;
    return said;
}

NmeaReader::Said NmeaReader::said_by_gll(NmeaSentence const& sentence)
{
    Said said;
    said.place = nmea_place(sentence.field(1), sentence.field(2), sentence.field(3), sentence.field(4));
    said.time = nmea_time(sentence.field(5));
    said.valid = says_valid(sentence.field(6)) && sentence.field(7) != "N" && said.place.value;
    return said;
}

NmeaReader::Said NmeaReader::said_by_zda(NmeaSentence const& sentence)
{
    Said said;
    said.time = nmea_time(sentence.field(1));
    said.day = nmea_date(sentence.field(2), sentence.field(3), sentence.field(4));
    return said;
}

bool NmeaReader::apply_gsa(NmeaSentence const& sentence)
{
    auto const mode = nmea_digit(sentence.field(2));
    if (mode.bad || (mode.value && (*mode.value < 1 || *mode.value > 3))) return false;
    epoch_.gsa_mode = best(epoch_.gsa_mode, mode.value);
    return true;
}

/// Speed and course once more; knots before kilometres an hour, as they are finer.
bool NmeaReader::apply_vtg(NmeaSentence const& sentence)
{
    auto const course = nmea_course(sentence.field(1));
    auto const knots = nmea_knots(sentence.field(5));
    auto const kmh = nmea_kmh(sentence.field(7));
    if (course.bad || knots.bad || kmh.bad) return false;
    if (sentence.field(9) == "N") return true;
    put(epoch_.reading.course_cdeg, course.value);
    put(epoch_.reading.speed_mm_s, knots.value ? knots.value : kmh.value);
    return true;
}

/// Another time opens an epoch. Without times to compare, the second sentence of a type does.
bool NmeaReader::opens_epoch(std::string_view type, std::optional<std::int32_t> time_of_day) const
{
    auto const& known = epoch_.reading.time_of_day;
    if (known && time_of_day) return *known != *time_of_day;
    return std::find(epoch_.types.begin(), epoch_.types.end(), type) != epoch_.types.end();
}

void NmeaReader::open_epoch(std::vector<Reading>& out)
{
    flush(out);
    last_mode_ = merged().mode;
    epoch_ = {};
    told_.reset();
}

/// A day of its own comes with RMC and ZDA. Until it does, an epoch has the day before it, or the next one if the clock
/// went back by more than half a day.
void NmeaReader::know_time(std::int32_t time_of_day)
{
    constexpr std::int32_t half_a_day = 43'200'000;
    if (epoch_.reading.time_of_day == time_of_day) return;
    epoch_.reading.time_of_day = time_of_day;
    if (last_day_ && last_time_of_day_ && time_of_day < *last_time_of_day_ - half_a_day) ++*last_day_;
    last_time_of_day_ = time_of_day;
    epoch_.reading.day = last_day_;
}

void NmeaReader::know_day(std::int32_t day)
{
    last_day_ = day;
    epoch_.reading.day = day;
}

/// Fix or not: a V, a quality 0 or a mode 1 is believed before anything else. ZDA alone says nothing about a fix.
Reading NmeaReader::merged() const
{
    Reading reading = epoch_.reading;
    reading.device = device_;
    if (!epoch_.valid && !epoch_.quality) return reading;
    if (epoch_.valid != false && epoch_.quality != 0 && epoch_.gsa_mode != 1) {
        reading.mode = has_height(reading) ? FixMode::fix_3d : FixMode::fix_2d;
        return reading;
    }
    reading.mode = FixMode::no_fix;
    reading.place.reset();
    reading.speed_mm_s.reset();
    reading.course_cdeg.reset();
    reading.altitude_mm.reset();
    return reading;
}

/// As gpsd has it: a stated altitude makes three dimensions even where GSA says two (the receiver holds its height),
/// and an epoch whose GGA and GSA were lost on the way keeps what the one before it had.
bool NmeaReader::has_height(Reading const& reading) const
{
    if (reading.altitude_mm || epoch_.gsa_mode == 3) return true;
    return !epoch_.gsa_mode && !epoch_.quality && last_mode_ == FixMode::fix_3d;
}

}  // namespace cresset::feeds
