#pragma once
/// The layouts of this window at this seat: the usual ones and those that were saved; switched, saved and forgotten by
/// name. A panel that floated on a screen that is gone comes back onto one that is there.

#include "app/window/saved_layouts.h"
#include "app/window/settings.h"
#include "app/window/usual_layouts.h"

#include <QElapsedTimer>
#include <QObject>

namespace cresset::app {

class DeskLayouts : public QObject {
    Q_OBJECT
public:
    /// All of them must outlive it.
    DeskLayouts(QMainWindow& window, Docks const& docks, Settings& settings);

    /// The desk as it was left at this seat; where it never was, the usual layout of the seat's name, else "dispatch".
    /// Floating panels appear with show().
    void open();
    /// Once the window is shown: only now do its panels get the sizes that they were left with, and again when the
    /// system makes it as large as it shall be.
    void settle();
    /// Remembers the desk as it is now; the next start begins with it.
    void leave();
    /// True if there was a desk to come back to, which says how large the window is.
    bool cameBack() const { return came_back_; }

    /// As they are shown, in the language in use: the usual ones first.
    QStringList names() const;
    /// Every name by which a layout can be meant, in both languages.
    std::vector<std::string> everyName() const;
    /// False if there is none of that name.
    bool switchTo(QString const& name);
    void save(QString const& name);
    /// False if nothing is saved under that name. A usual one that was saved over is as it was.
    bool forget(QString const& name);
    bool isSaved(QString const& name) const;
    /// The one switched to last, as it is shown; empty if none was.
    QString current() const;
    /// The panel was there when the layout began: it stays when its work is done.
    bool keeps(QString const& panel) const { return kept_.contains(panel); }

Q_SIGNALS:
    /// Another one is in use, or there are others.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool apply(QString const& name);
    SavedLayout now(QString const& name) const;
    void restore(SavedLayout const& layout);
    void restorePanels(SavedLayout const& layout);
    void restoreLeft();
    void placeWindow(SavedLayout const& layout);
    void placeFloating(SavedLayout const& layout);
    /// The English name of a usual layout, any other as it is.
    static QString keyOf(QString const& name);
    void store();
    void remember();

    QMainWindow& window_;
    Docks const& docks_;
    Settings& settings_;
    SavedLayouts saved_;
    QString current_;
    QStringList kept_;
    bool came_back_ = false;
    QElapsedTimer settles_;  // since the window was shown
};

}  // namespace cresset::app
