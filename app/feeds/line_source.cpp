#include "app/feeds/line_source.h"

namespace cresset::app {

namespace {

std::variant<feeds::NmeaReader, feeds::GpsdReader, feeds::FleetReader> reader_of(FeedKind kind,
                                                                                 std::string const& device)
{
    if (kind == FeedKind::gpsd) return feeds::GpsdReader{device};
    if (kind == FeedKind::fleet) return feeds::FleetReader{};
    return feeds::NmeaReader{device};
}

}  // namespace

LineSource::LineSource(FeedKind kind, std::string const& device) : reader_{reader_of(kind, device)} {}

void LineSource::feed(std::string_view bytes, std::vector<feeds::Reading>& out)
{
    std::visit([&](auto& reader) { reader.feed(bytes, out); }, reader_);
}

void LineSource::pause(std::vector<feeds::Reading>& out)
{
    if (auto* nmea = std::get_if<feeds::NmeaReader>(&reader_)) nmea->flush(out);
}

void LineSource::end(std::vector<feeds::Reading>& out)
{
    std::visit([&](auto& reader) { reader.end(out); }, reader_);
}

feeds::Counters const& LineSource::counters() const
{
    return std::visit([](auto const& reader) -> feeds::Counters const& { return reader.counters(); }, reader_);
}

std::string LineSource::last_error() const
{
    auto const* gpsd = std::get_if<feeds::GpsdReader>(&reader_);
    return gpsd == nullptr ? std::string{} : gpsd->last_error();
}

void add_lines(feeds::Counters& sum, feeds::Counters const& more)
{
    sum.received += more.received;
    sum.read += more.read;
    sum.not_read += more.not_read;
    sum.unknown_type += more.unknown_type;
    for (std::size_t i = 0; i < feeds::malformed_kinds; ++i) sum.malformed_by_reason[i] += more.malformed_by_reason[i];
}

}  // namespace cresset::app
