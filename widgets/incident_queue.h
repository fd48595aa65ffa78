#pragma once
/// The queue of incidents: most urgent first, then the longest waiting; the age bar fills towards the limit of the
/// priority.

#include "widgets/desk_hub.h"
#include "widgets/sorted_rows.h"

#include <vector>

namespace cresset::widgets {

class IncidentModel : public SortedRows<IncidentId> {
    Q_OBJECT
public:
    explicit IncidentModel(DeskHub& hub, QObject* parent = nullptr);
    RowLook look(int row) const override;
    std::optional<IncidentId> incidentAt(int row) const override { return at(row); }

private:
    std::vector<IncidentId> ordered() const override;
    DeskHub& hub_;
};

class IncidentQueue : public QWidget {
    Q_OBJECT
public:
    explicit IncidentQueue(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { view_.setTheme(theme); }
    void refresh();
    /// The next that waits for a unit, after the one selected.
    void selectNextWaiting();

Q_SIGNALS:
    void menuRequested(cresset::IncidentId incident, QPoint global);
    void activated(cresset::IncidentId incident);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void markSelected();

    DeskHub& hub_;
    IncidentModel model_;
    RowView view_;
};

}  // namespace cresset::widgets
