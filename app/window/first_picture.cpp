#include "app/window/first_picture.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace cresset::app {

namespace {
constexpr int most_wait_ms = 30'000;
}  // namespace

QString showFirstPicture(Console& console, QSize size)
{
    MainWindow& window = console.window();
    window.resize(size);
    window.show();
    window.start();
    auto& canvas = window.map().canvas();
    QElapsedTimer waited;
    waited.start();
    QCoreApplication::processEvents();  // the first painting, which asks for tiles and names
    while (!canvas.complete()) {
        if (waited.elapsed() > most_wait_ms) return QStringLiteral("the map is not whole after half a minute");
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    window.repaint();
    return {};
}

}  // namespace cresset::app
