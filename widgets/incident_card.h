#pragma once
/// The incident in hand: what, where, who called; who gets there first and why, who was passed over and why; who is at
/// work; what happened so far. Every act has its button with its key.

#include "widgets/candidate_list.h"
#include "widgets/desk_hub.h"
#include "widgets/offer_line.h"
#include "widgets/stamp_table.h"
#include "widgets/why_strip.h"

#include <QLabel>
#include <QPushButton>
#include <optional>

class QStackedLayout;

namespace cresset::widgets {

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
    void cordonWanted(cresset::IncidentId incident);
    void lookRequested(cresset::Place place);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void showIncident();
    void showOffers(Incident const& incident);
    void showCard();
    QString waitsFor() const;
    QString timeline(Incident const& incident) const;
    void recompute();
    void sendSelected();
    void showHazards(Incident const& incident);

    /// Whom F5 would send to an incident that has who it needs.
    struct Asked {
        IncidentId incident;
        UnitId unit;
        friend bool operator==(Asked const&, Asked const&) = default;
    };

    DeskHub& hub_;
    std::optional<Asked> asked_for_more_;
    QStackedLayout* pages_ = nullptr;
    QWidget body_;  // before what stands on it: members go in reverse order
    QLabel title_, where_, hazards_, caller_, narrative_, waits_, card_line_, ranked_heading_, empty_;
    StampTable stamps_;
    OfferLine nearer_, next_;
    WhyStrip why_;
    CandidateList candidates_;
    QLabel notes_;
    QPushButton send_, send_card_, close_, fix_, note_, look_, cordon_;
    std::optional<Instant> computed_at_;
};

}  // namespace cresset::widgets
