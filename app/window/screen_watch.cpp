#include "app/window/screen_watch.h"

#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

namespace cresset::app {

namespace {

/// Where it stands, or would if it were not as large as its screen.
QRect standsAt(QWidget const& window)
{
    return window.isMaximized() || window.isFullScreen() ? window.normalGeometry() : window.geometry();
}

void put(QWidget& window, QRect const& at, bool maximized)
{
    bool const large = window.isMaximized() || window.isFullScreen();
    if (large) window.setWindowState(window.windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    window.setGeometry(at);
    if (large || maximized) window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

}  // namespace

ScreenWatch::ScreenWatch(std::function<std::vector<QWidget*>()> windows, QObject* parent)
    : QObject{parent}, windows_{std::move(windows)}
{
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ScreenWatch::gone);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ScreenWatch::came);
    for (QScreen* screen : QGuiApplication::screens()) watch(screen);
}

void ScreenWatch::watch(QScreen* screen)
{
    // Qt moves what it knows first; what is still outside then is brought in.
    connect(screen, &QScreen::availableGeometryChanged, this, &ScreenWatch::bringIn,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

std::vector<ScreenPlace> ScreenWatch::left() const
{
    std::vector<ScreenPlace> screens;
    for (QScreen* screen : QGuiApplication::screens())
        if (!gone_.contains(screen)) screens.push_back({screen->name(), screen->availableGeometry()});
    return screens;
}

/// Told before the screen is taken apart, and before Qt moves what stands on it to anywhere.
void ScreenWatch::gone(QScreen* screen)
{
    ScreenPlace const lost{screen->name(), screen->availableGeometry()};
    gone_.insert(screen);
    connect(screen, &QObject::destroyed, this, [this, screen] { gone_.remove(screen); });
    auto const screens = left();
    if (screens.empty()) return;
    auto all = screens;
    all.push_back(lost);
    int moved = 0;
    for (QWidget* window : windows_()) {
        QRect const at = standsAt(*window);
        if (screenOf(at, all)->name != lost.name) continue;
        QRect const to = ontoScreens(at, screens);
        bool const large = window->isMaximized() || window->isFullScreen();
        auto const before = std::ranges::find(away_, window, [](Away const& one) { return one.window.data(); });
        bool const stayed = before != away_.end() && before->at == at;  // rescued once already, and not moved since
        if (before == away_.end())
            away_.push_back({window, placeOf(at, {lost}), to, large});
        else
            *before = {window, stayed ? before->home : placeOf(at, {lost}), to, stayed ? before->maximized : large};
        put(*window, to, false);
        ++moved;
    }
    if (moved > 0) Q_EMIT rescued(moved);
}

void ScreenWatch::came(QScreen* screen)
{
    gone_.remove(screen);
    watch(screen);
    auto const screens = left();
    int moved = 0;
    std::erase_if(away_, [&](Away const& one) {
        if (one.window.isNull()) return true;
        if (one.home.screen != screen->name()) return false;
        if (standsAt(*one.window) != one.at) return true;  // somebody found a better place for it
        put(*one.window, rectangleOf(one.home, screens), one.maximized);
        ++moved;
        return true;
    });
    if (moved > 0) Q_EMIT returned(moved);
}

void ScreenWatch::bringIn()
{
    auto const screens = left();
    for (QWidget* window : windows_())
        if (QRect const at = standsAt(*window), to = ontoScreens(at, screens); !screens.empty() && at != to)
            put(*window, to, false);
}

}  // namespace cresset::app
