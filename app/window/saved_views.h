#pragma once
/// Views of the map that a person kept under names, for each city its own, in the order in which they were kept: the
/// first nine have the keys Alt+1 to Alt+9.

#include "core/base/geo.h"

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace cresset::app {

struct SavedView {
    QString city, name;
    Place centre;
    double zoom = 14;
    friend bool operator==(SavedView const&, SavedView const&) = default;
};

class SavedViews {
public:
    /// JSON, as text() writes it; rows that are none are left out.
    explicit SavedViews(QString const& text = {});
    QString text() const;

    /// Takes the place of one of that city and name (whatever its case), which keeps its key.
    void keep(SavedView const& view);
    /// False if there is none.
    bool forget(QString const& city, QString const& name);
    std::optional<SavedView> find(QString const& city, QString const& name) const;
    /// Those of a city.
    std::vector<SavedView> of(QString const& city) const;

private:
    std::vector<SavedView> views_;
};

}  // namespace cresset::app
