#pragma once
/// A receiver at a serial port, as a link: bytes as they come, 8N1 without flow control (IEC 61162-1). Read by our own
/// reader and not by Qt Positioning, which hands over places and hides the lines that must be counted.

#include "app/feeds/feed_link.h"

#include <QSerialPort>

namespace cresset::app {

class SerialLink : public StreamLink {
    Q_OBJECT
public:
    explicit SerialLink(FeedAddress const& address);
    void open() override;
    void close() override;

private:
    QIODevice& device() override { return port_; }

    QSerialPort port_;
};

}  // namespace cresset::app
