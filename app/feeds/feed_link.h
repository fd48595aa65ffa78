#pragma once
/// The wire of a live feed: a TCP connection, a UDP port that is listened to, and more beside. Says when it is open,
/// what came from whom, and when and why it was lost; whether to try again is for its owner. Takes a bounded share of a
/// turn of the event loop, so that a flood does not freeze a window.

#include "app/feeds/feed_address.h"
#include "core/feeds/reading.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>
#include <chrono>
#include <memory>
#include <string_view>

namespace cresset::app {

/// Why a feed is lost.
enum class Loss : std::uint8_t {
    none,
    refused,         // nobody listens at that port
    no_such_host,    // the name is not known
    no_answer,       // the connection did not come about in time
    closed,          // the other side hung up
    nothing_came,    // open for long, and nothing that can be read
    port_taken,      // another program listens at that port
    not_allowed,     // the system forbids it
    broken,          // any other trouble of the network
    no_such_device,  // nothing is plugged in there
    device_refused,  // another program has the serial port, or this user may not open it
    unplugged,       // it was there, and is gone
    no_position,     // this computer does not know where it is
};
/// "nobody listens at that port".
std::string_view english(Loss loss);

class FeedLink : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void open() = 0;
    /// Quietly: nothing is said after that.
    virtual void close() = 0;
    /// Takes what has arrived already, without waiting.
    virtual void drain() = 0;

Q_SIGNALS:
    void opened();
    /// Whole messages if `whole` (a datagram), else a slice of a stream.
    void received(QString const& sender, QByteArray const& bytes, bool whole);
    /// From a link that brings places, not bytes.
    void located(cresset::feeds::Reading const& reading);
    void lost(cresset::app::Loss loss);
};

/// A link whose bytes come in order from one sender, who needs no name.
class StreamLink : public FeedLink {
    Q_OBJECT
public:
    void drain() override;

protected:
    static constexpr qint64 bytes_a_turn = 64 * 1024;

    virtual QIODevice& device() = 0;
    void take();
    /// After what came before the end, which counts.
    void lose(Loss loss);

    bool wanted_ = false;  // between open() and close()
};

class TcpLink : public StreamLink {
    Q_OBJECT
public:
    /// `greeting` is sent as soon as the connection stands.
    TcpLink(FeedAddress const& address, QByteArray greeting, std::chrono::milliseconds patience);
    void open() override;
    void close() override;

private:
    QIODevice& device() override { return socket_; }

    FeedAddress address_;
    QByteArray greeting_;
    QTcpSocket socket_;
    QTimer patience_;
};

class UdpLink : public FeedLink {
    Q_OBJECT
public:
    explicit UdpLink(FeedAddress const& address);
    void open() override;
    void close() override;
    void drain() override;
    /// The one that is listened to; 0 if none.
    quint16 port() const { return socket_ ? socket_->localPort() : quint16{0}; }

private:
    void take(int most);
    FeedAddress address_;
    std::unique_ptr<QUdpSocket> socket_;
};

}  // namespace cresset::app
