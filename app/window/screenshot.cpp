#include "app/window/screenshot.h"

#include "app/window/main_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QThread>

namespace cresset::app {

namespace {
constexpr int most_wait_ms = 30'000;
constexpr int largest_side = 16'384;
}  // namespace

QSize parseSize(QString const& text)
{
    auto const parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2) return {};
    bool width_fine = false;
    bool height_fine = false;
    QSize const size{parts[0].toInt(&width_fine), parts[1].toInt(&height_fine)};
    bool const fits =
        size.width() >= 320 && size.height() >= 240 && size.width() <= largest_side && size.height() <= largest_side;
    return width_fine && height_fine && fits ? size : QSize{};
}

QString takeScreenshot(MainWindow& window, ScreenshotOrder const& order)
{
    window.resize(order.size);
    window.show();
    QCoreApplication::processEvents();
    window.layouts().switchTo(window.layouts().current());  // the panels share out this size
    QCoreApplication::processEvents();
    if (auto* line = window.findChild<QLineEdit*>(QStringLiteral("commandLine"))) line->setFocus();
    window.refreshAll();
    window.map().fit();
    QElapsedTimer waited;
    waited.start();
    // The canvas asks for tiles, then for labels: it must stand still for a moment before it is whole.
    for (int calm = 0; calm < 5 && waited.elapsed() < most_wait_ms;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(10);
        calm = window.map().canvas().complete() ? calm + 1 : 0;
    }
    QWidget& shown = order.map_only ? static_cast<QWidget&>(window.map()) : window;
    if (order.map_only) {
        window.map().setParent(nullptr);
        window.map().resize(order.size);
        window.map().show();
        window.map().fit();
        waited.restart();
        for (int calm = 0; calm < 5 && waited.elapsed() < most_wait_ms;) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QThread::msleep(10);
            calm = window.map().canvas().complete() ? calm + 1 : 0;
        }
    }
    if (!shown.grab().save(order.file, "PNG")) return QObject::tr("%1 cannot be written").arg(order.file);
    return {};
}

}  // namespace cresset::app
