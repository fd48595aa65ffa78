#pragma once
/// The incident in hand: what, where, who called; who gets there first and why, who was passed over and why; who is at
/// work; what happened so far. Every act has its button with its key.

#include "widgets/desk_hub.h"
#include "widgets/offer_line.h"
#include "widgets/row_view.h"
#include "widgets/why_strip.h"

#include <QLabel>
#include <QPushButton>
#include <vector>

class QStackedLayout;

namespace cresset::widgets {

/// Those at work, then those that the run card proposes, then whoever else is ranked, those passed over below.
class CandidateModel : public RowModel {
    Q_OBJECT
public:
    explicit CandidateModel(DeskHub& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    void show(std::optional<IncidentId> incident, Advice advice);
    /// The unit of a row, and whether it can be sent.
    std::optional<UnitId> at(int row) const;
    bool canBeSent(int row) const;
    std::optional<UnitId> unitAt(int row) const override { return canBeSent(row) ? at(row) : std::nullopt; }
    std::optional<UnitId> best() const;
    std::optional<CardPlan> const& card() const { return advice_.card; }
    /// True if the unit is among those that could be sent.
    bool ranks(UnitId unit) const;

private:
    /// Somebody who could be sent.
    struct Choice {
        UnitId unit;
        std::int64_t eta_ms = 0;
        QString role;  // what the run card proposes it as; empty: it does not
        std::vector<RankReason> reasons;
    };
    std::size_t working() const { return working_.size(); }
    Choice choiceOf(UnitId unit) const;
    std::vector<PassedOverUnit> const& passed() const { return advice_.recommendation.passed_over; }
    void lookAtWorking(RowLook& look, Unit const& unit) const;
    void lookAtChoice(RowLook& look, std::size_t i) const;

    DeskHub& hub_;
    std::optional<IncidentId> incident_;
    Advice advice_;
    std::vector<UnitId> working_;
    std::vector<Choice> choices_;
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
    /// Sends whoever the run card proposes; if they are many, the line that does it is shown first.
    void sendCard();
    /// Takes what is offered: the nearer unit in place of the one under way.
    void swapNearer();

Q_SIGNALS:
    /// A verb of the command line, with what is missing to be typed ("c 1023 ").
    void lineWanted(QString const& line);
    void lookRequested(cresset::Place place);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showIncident();
    void showOffers(Incident const& incident);
    void showCard();
    QString waitsFor() const;
    QString timeline(Incident const& incident) const;
    void recompute();
    void sendSelected();
    QString stamps(Incident const& incident) const;
    void showHazards(Incident const& incident);

    DeskHub& hub_;
    QStackedLayout* pages_ = nullptr;
    QWidget body_;  // before what stands on it: members go in reverse order
    QLabel title_, where_, hazards_, caller_, narrative_, stamps_, waits_, card_line_, ranked_heading_, empty_;
    OfferLine nearer_, next_;
    WhyStrip why_;
    CandidateModel model_;
    RowView candidates_;
    QLabel notes_;
    QPushButton send_, send_card_, close_, fix_, note_, look_;
    std::optional<Instant> computed_at_;
};

}  // namespace cresset::widgets
