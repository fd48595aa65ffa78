#pragma once
/// Where windows stand on screens that come and go: a place is a screen's name and a rectangle on it, so that it means
/// the same when the screen comes back elsewhere; and a rectangle of a screen that is gone is put onto one that lives.

#include <QRect>
#include <QString>
#include <vector>

namespace cresset::app {

struct ScreenPlace {
    QString name;
    QRect area;  // what windows may use, in the pixels of the whole desktop
};

struct WindowPlace {
    QString screen;
    QRect on_screen;  // from the corner of that screen's area
    friend bool operator==(WindowPlace const&, WindowPlace const&) = default;
};

/// The screens there are now, the first one first.
std::vector<ScreenPlace> screensNow();

/// The screen that has the most of it; of none the nearest. Null if there are no screens.
ScreenPlace const* screenOf(QRect const& rectangle, std::vector<ScreenPlace> const& screens);

/// As it is where every part of it lies on a screen; else moved, by no more than is needed, onto the screen that has
/// the most of it (of none the nearest), and made smaller only where that is too small for it.
QRect ontoScreens(QRect const& rectangle, std::vector<ScreenPlace> const& screens);

/// Where a panel stands that was lifted out of its dock: over the map, beside where it was, large enough to work in.
/// One that stands over the map already, or outside of the window, stays there.
QRect liftedOver(QRect const& map, QRect const& window, QRect const& panel);

WindowPlace placeOf(QRect const& rectangle, std::vector<ScreenPlace> const& screens);
/// Back to a rectangle: on its screen where that is there, else onto one that is.
QRect rectangleOf(WindowPlace const& place, std::vector<ScreenPlace> const& screens);

}  // namespace cresset::app
