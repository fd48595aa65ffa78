#pragma once
/// Who can be sent to the incident in hand. It is computed anew while units drive: the row at its upper edge and the
/// marked one stay where they are, so that nobody sends another unit than the one that was read.

#include "core/session/advice.h"
#include "widgets/desk_hub.h"
#include "widgets/row_view.h"

#include <optional>
#include <vector>

namespace cresset::widgets {

/// Those at work, then those that the run card proposes, then whoever else is ranked, those passed over below.
class CandidateModel : public RowModel {
    Q_OBJECT
public:
    explicit CandidateModel(DeskHub& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    void show(std::optional<IncidentId> incident, Advice advice);
    /// -1 if it is not shown.
    int rowOf(UnitId unit) const;
    /// The unit of a row, and whether it can be sent.
    std::optional<UnitId> at(int row) const;
    bool canBeSent(int row) const;
    std::optional<UnitId> unitAt(int row) const override { return canBeSent(row) ? at(row) : std::nullopt; }
    std::optional<UnitId> best() const;
    std::optional<CardPlan> const& card() const { return advice_.card; }
    /// How many are at work on it; they stand first.
    std::size_t working() const { return working_.size(); }
    /// True if nobody is missing: the run card is filled or, where there is none, somebody was sent.
    bool isCovered() const;
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

class CandidateList : public RowView {
    Q_OBJECT
public:
    explicit CandidateList(DeskHub& hub, QWidget* parent = nullptr);
    CandidateModel& rows() { return model_; }
    CandidateModel const& rows() const { return model_; }
    /// Of another incident it begins at its top; there it stays, for who is first now is to be seen.
    void show(std::optional<IncidentId> incident, Advice advice);

private:
    /// A row that is looked at, and how far below the upper edge it begins.
    struct Seen {
        UnitId unit;
        int top = 0;
    };
    std::optional<Seen> firstSeen() const;
    void bringBack(Seen const& seen);

    CandidateModel model_;
    std::optional<IncidentId> incident_;
};

}  // namespace cresset::widgets
