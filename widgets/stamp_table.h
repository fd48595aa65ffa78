#pragma once
/// When what happened to an incident, a line each: what, at which time of day, how long after the first, and who.

#include "widgets/desk_hub.h"

#include <QGridLayout>
#include <QLabel>
#include <QWidget>
#include <array>
#include <vector>

namespace cresset::widgets {

class StampTable : public QWidget {
    Q_OBJECT
public:
    explicit StampTable(DeskHub const& hub, QWidget* parent = nullptr);
    void setIncident(Incident const& incident);

private:
    struct Row {
        QString what, time, since, who;
    };
    std::vector<Row> rowsOf(Incident const& incident) const;
    void addLine();

    DeskHub const& hub_;
    QGridLayout grid_;
    std::vector<std::array<QLabel*, 4>> lines_;  // those that are not needed are hidden
};

}  // namespace cresset::widgets
