#include "app/feeds/serial_link.h"

namespace cresset::app {

namespace {

/// The system says the same of a port that another has and of one that this user may not open.
Loss loss_of(QSerialPort::SerialPortError error)
{
    bool const refused = error == QSerialPort::PermissionError || error == QSerialPort::OpenError;
    return refused ? Loss::device_refused : Loss::no_such_device;
}

}  // namespace

SerialLink::SerialLink(FeedAddress const& address)
{
    port_.setPortName(QString::fromStdString(address.device));
    port_.setBaudRate(address.baud);
    port_.setReadBufferSize(4 * bytes_a_turn);
    connect(&port_, &QSerialPort::readyRead, this, [this] { take(); });
    connect(&port_, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error != QSerialPort::NoError && error != QSerialPort::TimeoutError && port_.isOpen())
            lose(Loss::unplugged);
    });
}

void SerialLink::open()
{
    wanted_ = true;
    if (port_.open(QIODevice::ReadOnly)) {
        Q_EMIT opened();
        return;
    }
    lose(loss_of(port_.error()));
}

void SerialLink::close()
{
    wanted_ = false;
    if (port_.isOpen()) port_.close();
}

}  // namespace cresset::app
