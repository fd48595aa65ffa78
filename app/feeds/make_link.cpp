#include "app/feeds/make_link.h"

#include "app/feeds/position_link.h"
#include "app/feeds/serial_link.h"
#include "core/feeds/gpsd.h"

namespace cresset::app {

std::unique_ptr<FeedLink> make_link(FeedAddress const& address, std::chrono::milliseconds patience)
{
    bool const greets = address.kind == FeedKind::gpsd;
    QByteArray const greeting = greets ? QByteArray{feeds::gpsd_watch.data(), feeds::gpsd_watch.size()} : QByteArray{};
    switch (address.way) {
        case FeedWay::tcp: return std::make_unique<TcpLink>(address, greeting, patience);
        case FeedWay::udp: return std::make_unique<UdpLink>(address);
        case FeedWay::serial: return std::make_unique<SerialLink>(address);
        case FeedWay::system: return std::make_unique<PositionLink>(system_position(address.device));
    }
    return {};
}

}  // namespace cresset::app
