#pragma once
/// The incident in hand: what, where, who called; who gets there first and why, who was passed over and why; who is at
/// work; what happened so far. Every act has its button with its key.

#include "widgets/desk_hub.h"
#include "widgets/row_view.h"

#include <QLabel>
#include <QPushButton>
#include <vector>

class QStackedLayout;

namespace cresset::widgets {

/// Ranked units first, those at work above them, those passed over below.
class CandidateModel : public RowModel {
    Q_OBJECT
public:
    explicit CandidateModel(DeskHub& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    void show(std::optional<IncidentId> incident, Recommendation recommendation);
    /// The unit of a row, and whether it can be sent.
    std::optional<UnitId> at(int row) const;
    bool canBeSent(int row) const;
    std::optional<UnitId> unitAt(int row) const override { return canBeSent(row) ? at(row) : std::nullopt; }
    std::optional<UnitId> best() const;
    /// True if the unit is among those that could be sent.
    bool ranks(UnitId unit) const;

private:
    std::size_t working() const { return working_.size(); }
    DeskHub& hub_;
    std::optional<IncidentId> incident_;
    Recommendation recommendation_;
    std::vector<UnitId> working_;
};

class IncidentCard : public QWidget {
    Q_OBJECT
public:
    explicit IncidentCard(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    /// Ages and ETAs move on.
    void refresh();
    /// Sends the unit that is ranked first.
    void sendBest();

Q_SIGNALS:
    /// A verb of the command line, with what is missing to be typed ("c 1023 ").
    void lineWanted(QString const& line);
    void lookRequested(cresset::Place place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showIncident();
    void recompute();
    void sendSelected();
    QString stamps(Incident const& incident) const;

    DeskHub& hub_;
    QStackedLayout* pages_ = nullptr;
    QWidget body_;  // before what stands on it: members go in reverse order
    QLabel title_, where_, caller_, narrative_, stamps_, ranked_heading_, empty_;
    CandidateModel model_;
    RowView candidates_;
    QLabel notes_;
    QPushButton send_, close_, fix_, note_, look_;
    std::optional<Instant> computed_at_;
};

}  // namespace cresset::widgets
