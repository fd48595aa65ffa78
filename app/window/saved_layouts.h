#pragma once
/// Layouts of the desk that a person saved under names, each seat its own: where the panels stand in the window, which
/// of them float on which screen, and where the window itself stands. Under the empty name: the desk as it was left.

#include "app/window/screen_places.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace cresset::app {

struct SavedLayout {
    QString seat, name;
    QByteArray docks;  // QMainWindow::saveState()
    WindowPlace window;
    bool maximized = false;
    std::map<QString, WindowPlace> floating;  // by the panel's name
    friend bool operator==(SavedLayout const&, SavedLayout const&) = default;
};

class SavedLayouts {
public:
    /// JSON, as text() writes it; rows that are none are left out.
    explicit SavedLayouts(QString const& text = {});
    QString text() const;

    /// Takes the place of one of that seat and name (whatever its case).
    void keep(SavedLayout const& layout);
    /// False if there is none.
    bool forget(QString const& seat, QString const& name);
    std::optional<SavedLayout> find(QString const& seat, QString const& name) const;
    /// Names of a seat in the order in which they were saved, without the desk as it was left.
    std::vector<QString> names(QString const& seat) const;
    /// Every seat that has something saved.
    std::vector<QString> seats() const;

private:
    std::vector<SavedLayout> layouts_;
};

}  // namespace cresset::app
