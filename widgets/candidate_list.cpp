#include "widgets/candidate_list.h"

#include "widgets/unit_look.h"
#include "widgets/words.h"

#include <QScrollBar>
#include <algorithm>

namespace cresset::widgets {

namespace {
constexpr std::size_t passed_shown = 6;
}  // namespace

int CandidateModel::rowCount(QModelIndex const& parent) const
{
    if (parent.isValid()) return 0;
    return static_cast<int>(working() + choices_.size() + passed().size());
}

CandidateModel::Choice CandidateModel::choiceOf(UnitId unit) const
{
    Choice choice;
    choice.unit = unit;
    for (RankedUnit const& one : advice_.recommendation.ranked)
        if (one.unit == unit) choice.eta_ms = one.eta_ms, choice.reasons = one.reasons;
    if (advice_.card)
        for (CardSeat const& seat : advice_.card->seats)
            if (seat.unit == unit && !seat.sent)
                choice.eta_ms = seat.eta_ms.value_or(0), choice.role = roleText(seat.role, hub_);
    return choice;
}

void CandidateModel::show(std::optional<IncidentId> incident, Advice advice)
{
    beginResetModel();
    incident_ = incident;
    advice_ = std::move(advice);
    auto& passed_over = advice_.recommendation.passed_over;
    std::erase_if(passed_over,
                  [](PassedOverUnit const& one) { return one.reason.code == ReasonCode::slower_than_listed; });
    if (passed_over.size() > passed_shown) passed_over.resize(passed_shown);
    choices_.clear();
    for (UnitId const unit : advice_.order()) choices_.push_back(choiceOf(unit));
    working_.clear();
    auto const* row = incident ? hub_.world().incidents.find(*incident) : nullptr;
    if (row != nullptr)
        for (auto const& work : row->assignments)
            if (!work.cleared_at) working_.push_back(work.unit);
    endResetModel();
}

std::optional<UnitId> CandidateModel::at(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    auto i = static_cast<std::size_t>(row);
    if (i < working()) return working_[i];
    i -= working();
    return i < choices_.size() ? choices_[i].unit : passed()[i - choices_.size()].unit;
}

bool CandidateModel::canBeSent(int row) const
{
    return row >= static_cast<int>(working()) && row < rowCount();
}

std::optional<UnitId> CandidateModel::best() const
{
    if (choices_.empty()) return {};
    return choices_.front().unit;
}

bool CandidateModel::ranks(UnitId unit) const
{
    return std::ranges::find(choices_, unit, &Choice::unit) != choices_.end();
}

bool CandidateModel::isCovered() const
{
    if (advice_.card) return std::ranges::all_of(advice_.card->seats, &CardSeat::sent);
    return !working_.empty();
}

void CandidateModel::lookAtWorking(RowLook& look, Unit const& unit) const
{
    look.subtitle = statusText(unit.status, hub_);
    bool const drives = unit.way && unit.status != Status::on_scene;
    look.right = drives ? tr("ETA %1").arg(ageText(unit.way->arrives_at() - hub_.now()))
                        : ageText(hub_.now() - unit.status_since);
}

void CandidateModel::lookAtChoice(RowLook& look, std::size_t i) const
{
    Choice const& choice = choices_[i];
    look.title = QStringLiteral("%1. %2").arg(i + 1).arg(look.title);
    look.right = etaText(choice.eta_ms);
    QStringList words;
    if (!choice.role.isEmpty()) words.append(choice.role);
    for (auto const& reason : choice.reasons) words.append(reasonText(reason, *incident_, hub_));
    if (words.isEmpty()) words.append(kindText(hub_.world().units.find(choice.unit)->kind, hub_));
    if (QString const note = hub_.holeNote(choice.unit); !note.isEmpty()) words.append(note);
    look.subtitle = words.join(QStringLiteral(" · "));
}

RowLook CandidateModel::look(int row) const
{
    auto const id = at(row);
    auto const* unit = id ? hub_.world().units.find(*id) : nullptr;
    if (unit == nullptr) return {};
    RowLook look = unitLook(*unit, hub_);
    auto i = static_cast<std::size_t>(row);
    if (i < working()) {
        lookAtWorking(look, *unit);
    } else if (i -= working(); i < choices_.size()) {
        lookAtChoice(look, i);
    } else {
        auto const& one = passed()[i - choices_.size()];
        look.dim = true;
        look.subtitle = passedText(one, advice_.recommendation, *incident_, hub_);
        if (one.eta_ms) look.right = tr("would be %1").arg(etaText(*one.eta_ms));
    }
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

int CandidateModel::rowOf(UnitId unit) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row) == unit) return row;
    return -1;
}

CandidateList::CandidateList(DeskHub& hub, QWidget* parent) : RowView{nullptr, false, parent}, model_{hub}
{
    setModel(&model_);
    connect(&hub, &DeskHub::holeNotesChanged, this, [this] { viewport()->update(); });
}

void CandidateList::show(std::optional<IncidentId> incident, Advice advice)
{
    bool const same = incident_ == incident;
    auto const seen = same ? firstSeen() : std::nullopt;
    int const scrolled = same ? verticalScrollBar()->value() : 0;
    auto const marked = model_.at(currentRow());
    auto const working = model_.working();
    incident_ = incident;
    model_.show(incident, std::move(advice));
    bool const someone_was_sent = model_.working() != working;
    int const row = marked ? model_.rowOf(*marked) : -1;
    if (row >= 0) setCurrentIndex(model_.index(row));
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(scrolled);
    // At its top the list shows who is first now, but under a mouse that may be about to click.
    if (seen && (scrolled > 0 || (underMouse() && !someone_was_sent))) bringBack(*seen);
}

std::optional<CandidateList::Seen> CandidateList::firstSeen() const
{
    for (int row = 0; row < model_.rowCount(); ++row)
        if (QRect const at = visualRect(model_.index(row)); at.bottom() >= 0) return Seen{*model_.at(row), at.top()};
    return {};
}

void CandidateList::bringBack(Seen const& seen)
{
    int const row = model_.rowOf(seen.unit);
    if (row < 0) return;
    int const moved = visualRect(model_.index(row)).top() - seen.top;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

}  // namespace cresset::widgets
