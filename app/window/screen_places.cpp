#include "app/window/screen_places.h"

#include <QGuiApplication>
#include <QRegion>
#include <QScreen>
#include <algorithm>

namespace cresset::app {

namespace {

constexpr QSize least_lifted{340, 260};
constexpr int lifted_margin = 24;  // so that the panel is seen to have left its dock

qint64 shared(QRect const& a, QRect const& b)
{
    QRect const both = a & b;
    return both.isEmpty() ? 0 : qint64{both.width()} * both.height();
}

/// How far two stretches of a line lie apart, 0 if they touch.
qint64 apart(int from, int to, int other_from, int other_to)
{
    return std::max({0, other_from - to, from - other_to});
}

qint64 distance(QRect const& a, QRect const& b)
{
    qint64 const x = apart(a.left(), a.right(), b.left(), b.right());
    qint64 const y = apart(a.top(), a.bottom(), b.top(), b.bottom());
    return x * x + y * y;
}

/// Inside, moved as little as that takes.
QRect into(QRect const& rectangle, QRect const& area)
{
    QSize const size = rectangle.size().boundedTo(area.size());
    int const x = std::clamp(rectangle.x(), area.x(), area.x() + area.width() - size.width());
    int const y = std::clamp(rectangle.y(), area.y(), area.y() + area.height() - size.height());
    return {{x, y}, size};
}

}  // namespace

std::vector<ScreenPlace> screensNow()
{
    std::vector<ScreenPlace> screens;
    for (QScreen const* screen : QGuiApplication::screens())
        screens.push_back({screen->name(), screen->availableGeometry()});
    return screens;
}

ScreenPlace const* screenOf(QRect const& rectangle, std::vector<ScreenPlace> const& screens)
{
    auto const best = std::ranges::min_element(screens, {}, [&](ScreenPlace const& screen) {
        return std::pair{-shared(rectangle, screen.area), distance(rectangle, screen.area)};
    });
    return best == screens.end() ? nullptr : &*best;
}

QRect ontoScreens(QRect const& rectangle, std::vector<ScreenPlace> const& screens)
{
    auto const* screen = screenOf(rectangle, screens);
    if (screen == nullptr) return rectangle;
    QRegion all;
    for (ScreenPlace const& one : screens) all += one.area;
    if (!rectangle.isEmpty() && QRegion{rectangle}.subtracted(all).isEmpty()) return rectangle;
    return into(rectangle, screen->area);
}

QRect liftedOver(QRect const& map, QRect const& window, QRect const& panel)
{
    if (!window.contains(panel.center()) || map.contains(panel.center())) return panel;
    QRect const large{panel.topLeft(), panel.size().expandedTo(least_lifted)};
    return into(large, map.adjusted(lifted_margin, lifted_margin, -lifted_margin, -lifted_margin));
}

WindowPlace placeOf(QRect const& rectangle, std::vector<ScreenPlace> const& screens)
{
    auto const* screen = screenOf(rectangle, screens);
    if (screen == nullptr) return {{}, rectangle};
    return {screen->name, rectangle.translated(-screen->area.topLeft())};
}

QRect rectangleOf(WindowPlace const& place, std::vector<ScreenPlace> const& screens)
{
    auto const home = std::ranges::find(screens, place.screen, &ScreenPlace::name);
    if (home != screens.end()) return ontoScreens(place.on_screen.translated(home->area.topLeft()), screens);
    return screens.empty() ? place.on_screen
                           : into(place.on_screen.translated(screens.front().area.topLeft()), screens.front().area);
}

}  // namespace cresset::app
