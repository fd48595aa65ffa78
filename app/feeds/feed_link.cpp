#include "app/feeds/feed_link.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QNetworkProxy>

namespace cresset::app {

namespace {

constexpr int datagrams_a_turn = 200;

Loss loss_of(QAbstractSocket::SocketError error)
{
    switch (error) {
        case QAbstractSocket::ConnectionRefusedError: return Loss::refused;
        case QAbstractSocket::RemoteHostClosedError: return Loss::closed;
        case QAbstractSocket::HostNotFoundError: return Loss::no_such_host;
        case QAbstractSocket::SocketAccessError: return Loss::not_allowed;
        case QAbstractSocket::SocketTimeoutError: return Loss::no_answer;
        case QAbstractSocket::AddressInUseError: return Loss::port_taken;
        default: return Loss::broken;
    }
}

/// "10.0.0.5", also where the system shows it as "::ffff:10.0.0.5".
QString shown(QHostAddress const& address)
{
    bool is_v4 = false;
    quint32 const v4 = address.toIPv4Address(&is_v4);
    return is_v4 ? QHostAddress{v4}.toString() : address.toString();
}

}  // namespace

std::string_view english(Loss loss)
{
    switch (loss) {
        case Loss::none: return "";
        case Loss::refused: return "nobody listens at that port";
        case Loss::no_such_host: return "no host of that name is known";
        case Loss::no_answer: return "the host does not answer";
        case Loss::closed: return "the other side closed the connection";
        case Loss::nothing_came: return "nothing came that can be read";
        case Loss::port_taken: return "another program listens at that port";
        case Loss::not_allowed: return "the system does not allow it";
        case Loss::broken: return "the network fails";
        case Loss::no_such_device: return "nothing is plugged in there";
        case Loss::device_refused: return "another program has it, or this user is not in the group dialout";
        case Loss::unplugged: return "the receiver was unplugged";
        case Loss::no_position: return "this computer has no receiver, or its location service is off";
    }
    return "";
}

void StreamLink::drain()
{
    if (!device().isOpen()) return;
    device().waitForReadyRead(0);
    while (wanted_ && device().bytesAvailable() > 0) take();
}

void StreamLink::take()
{
    if (!wanted_) return;  // asked for in an earlier turn
    QByteArray const bytes = device().read(bytes_a_turn);
    if (bytes.isEmpty()) return;
    Q_EMIT received({}, bytes, false);
    // The rest in another turn: readyRead does not come again for what is here already.
    if (wanted_ && device().bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            this, [this] { take(); }, Qt::QueuedConnection);
}

void StreamLink::lose(Loss loss)
{
    while (wanted_ && device().bytesAvailable() > 0) take();
    if (!wanted_) return;
    close();
    Q_EMIT lost(loss);
}

TcpLink::TcpLink(FeedAddress const& address, QByteArray greeting, std::chrono::milliseconds patience)
    : address_{address}, greeting_{std::move(greeting)}
{
    socket_.setProxy(QNetworkProxy::NoProxy);
    socket_.setReadBufferSize(4 * bytes_a_turn);
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    connect(&patience_, &QTimer::timeout, this, [this] { lose(Loss::no_answer); });
    connect(&socket_, &QTcpSocket::connected, this, [this] {
        patience_.stop();
        socket_.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        if (!greeting_.isEmpty()) socket_.write(greeting_);
        Q_EMIT opened();
    });
    connect(&socket_, &QTcpSocket::readyRead, this, [this] { take(); });
    connect(&socket_, &QTcpSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { lose(loss_of(error)); });
}

void TcpLink::open()
{
    wanted_ = true;
    patience_.start();
    socket_.connectToHost(QString::fromStdString(address_.host), address_.port);
}

void TcpLink::close()
{
    wanted_ = false;
    patience_.stop();
    socket_.abort();
}

UdpLink::UdpLink(FeedAddress const& address) : address_{address} {}

void UdpLink::open()
{
    socket_ = std::make_unique<QUdpSocket>();
    socket_->setProxy(QNetworkProxy::NoProxy);
    // A sender on this machine needs no door to the network.
    QHostAddress const from{QString::fromStdString(address_.host)};
    QHostAddress const here = from.isLoopback() ? from : QHostAddress{QHostAddress::Any};
    if (!socket_->bind(here, address_.port, QAbstractSocket::DontShareAddress)) {
        Loss const loss = loss_of(socket_->error());
        socket_.reset();
        Q_EMIT lost(loss);
        return;
    }
    connect(socket_.get(), &QUdpSocket::readyRead, this, [this] { take(datagrams_a_turn); });
    Q_EMIT opened();
}

void UdpLink::close()
{
    if (!socket_) return;
    socket_->close();                  // the port is free at once
    socket_.release()->deleteLater();  // it may be the one that is speaking
}

void UdpLink::drain()
{
    while (socket_ && socket_->hasPendingDatagrams()) take(datagrams_a_turn);
}

void UdpLink::take(int most)
{
    for (int i = 0; i < most && socket_ && socket_->hasPendingDatagrams(); ++i) {
        QNetworkDatagram const datagram = socket_->receiveDatagram();
        if (datagram.isValid()) Q_EMIT received(shown(datagram.senderAddress()), datagram.data(), true);
    }
    if (socket_ && socket_->hasPendingDatagrams())
        QMetaObject::invokeMethod(
            this, [this] { take(datagrams_a_turn); }, Qt::QueuedConnection);
}

}  // namespace cresset::app
