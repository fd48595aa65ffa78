#pragma once
/// The list of what was found by what was typed: units, incidents, places.

#include "widgets/desk_hub.h"

#include <QListWidget>

namespace cresset::widgets {

class FoundList : public QListWidget {
    Q_OBJECT
public:
    explicit FoundList(DeskHub& hub, QWidget* parent = nullptr);
    /// Places, units and coordinates by that text; the map goes to the first.
    void find(QString const& text);

Q_SIGNALS:
    void lookRequested(cresset::Place place);
    /// What is looked at has no mark of its own on the map, as units and incidents have.
    void pinWanted(cresset::Place place, QString const& name);
    /// There is (or is not) something in it to look at.
    void filled(bool anything);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void add(QString const& text, Place place);
    void addPin(QString const& text, QString const& name, Place place);
    std::optional<IncidentId> incidentOf(std::string_view typed) const;
    void addUnit(std::string const& typed);
    void addIncident(std::string const& typed);
    void addPlaces(std::string const& typed);
    void look(QListWidgetItem const* item);

    DeskHub& hub_;
    std::string typed_;  // what it shows
};

}  // namespace cresset::widgets
