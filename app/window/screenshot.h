#pragma once
/// A picture of the window without a person: lays it out in a size, waits for the map, writes a PNG.

#include <QSize>
#include <QString>

namespace cresset::app {

class MainWindow;

struct ScreenshotOrder {
    QString file;
    QSize size{1920, 1080};
    bool map_only = false;
};

/// "1920x1080"; an invalid size if it is not that.
QSize parseSize(QString const& text);
/// An empty text if the picture is written, else what went wrong.
QString takeScreenshot(MainWindow& window, ScreenshotOrder const& order);

}  // namespace cresset::app
