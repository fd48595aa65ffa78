#pragma once
/// Sees to it that a screen that vanishes takes nothing with it: windows that stood there come onto a screen that is
/// left, at once, and go back when theirs returns, if nobody moved them meanwhile.

#include "app/window/screen_places.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QWidget>
#include <functional>
#include <vector>

class QScreen;

namespace cresset::app {

class ScreenWatch : public QObject {
    Q_OBJECT
public:
    /// `windows`: those to look after, shown or not.
    explicit ScreenWatch(std::function<std::vector<QWidget*>()> windows, QObject* parent = nullptr);

Q_SIGNALS:
    /// So many windows came onto another screen, or back.
    void rescued(int windows);
    void returned(int windows);

private:
    struct Away {
        QPointer<QWidget> window;
        WindowPlace home;
        QRect at;  // where it was put
        bool maximized = false;
    };

    void watch(QScreen* screen);
    void gone(QScreen* screen);
    void came(QScreen* screen);
    /// A screen became smaller, or moved.
    void bringIn();
    std::vector<ScreenPlace> left() const;

    std::function<std::vector<QWidget*>()> windows_;
    std::vector<Away> away_;
    QSet<QScreen*> gone_;
};

}  // namespace cresset::app
