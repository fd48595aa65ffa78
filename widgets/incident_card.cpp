#include "widgets/incident_card.h"

#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace cresset::widgets {

namespace {

constexpr std::size_t ranked_shown = 8;
constexpr std::size_t passed_shown = 6;
constexpr Duration recompute_after{5000};  // units drive: who is first may change

void makePlain(QLabel& label)
{
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
}

/// Word joiners between all letters: Chinese may be broken anywhere else.
QString unbroken(QString const& text)
{
    QString joined;
    for (QChar const letter : text) joined += (joined.isEmpty() ? QString{} : QString{QChar{0x2060}}) + letter;
    return joined;
}

}  // namespace

int CandidateModel::rowCount(QModelIndex const& parent) const
{
    if (parent.isValid()) return 0;
    return static_cast<int>(working() + recommendation_.ranked.size() + recommendation_.passed_over.size());
}

void CandidateModel::show(std::optional<IncidentId> incident, Recommendation recommendation)
{
    beginResetModel();
    incident_ = incident;
    recommendation_ = std::move(recommendation);
    std::erase_if(recommendation_.passed_over,
                  [](PassedOverUnit const& one) { return one.reason.code == ReasonCode::slower_than_listed; });
    if (recommendation_.passed_over.size() > passed_shown) recommendation_.passed_over.resize(passed_shown);
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
    if (i < recommendation_.ranked.size()) return recommendation_.ranked[i].unit;
    return recommendation_.passed_over[i - recommendation_.ranked.size()].unit;
}

bool CandidateModel::canBeSent(int row) const
{
    return row >= static_cast<int>(working()) && row < rowCount();
}

std::optional<UnitId> CandidateModel::best() const
{
    if (recommendation_.ranked.empty()) return {};
    return recommendation_.ranked.front().unit;
}

bool CandidateModel::ranks(UnitId unit) const
{
    return std::ranges::find(recommendation_.ranked, unit, &RankedUnit::unit) != recommendation_.ranked.end();
}

RowLook CandidateModel::look(int row) const
{
    RowLook look;
    auto const id = at(row);
    auto const* unit = id ? hub_.world().units.find(*id) : nullptr;
    if (unit == nullptr) return look;
    look.status = markStatus(*unit);
    look.letter = QString{statusLetter(*unit, hub_)};
    look.title = QString::fromStdString(unit->call_sign);
    auto i = static_cast<std::size_t>(row);
    if (i < working()) {
        look.subtitle = statusText(unit->status, hub_);
        bool const drives = unit->way && unit->status != Status::on_scene;
        look.right = drives ? tr("ETA %1").arg(ageText(unit->way->arrives_at() - hub_.now()))
                            : ageText(hub_.now() - unit->status_since);
    } else if (i -= working(); i < recommendation_.ranked.size()) {
        auto const& ranked = recommendation_.ranked[i];
        look.title = QStringLiteral("%1. %2").arg(i + 1).arg(look.title);
        look.right = etaText(ranked.eta_ms);
        for (auto const& reason : ranked.reasons)
            look.subtitle +=
                (look.subtitle.isEmpty() ? QString{} : QStringLiteral(" · ")) + reasonText(reason, *incident_, hub_);
        if (look.subtitle.isEmpty()) look.subtitle = kindText(unit->kind, hub_);
    } else {
        auto const& passed = recommendation_.passed_over[i - recommendation_.ranked.size()];
        look.dim = true;
        look.subtitle = reasonText(passed.reason, *incident_, hub_);
        if (passed.eta_ms) look.right = tr("would be %1").arg(etaText(*passed.eta_ms));
    }
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

IncidentCard::IncidentCard(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, candidates_{&model_, false, this}
{
    for (QLabel* label : {&title_, &where_, &caller_, &narrative_, &stamps_, &ranked_heading_, &notes_, &empty_})
        makePlain(*label);
    title_.setObjectName(QStringLiteral("cardTitle"));
    where_.setObjectName(QStringLiteral("cardWhere"));
    for (QLabel* label : {&caller_, &stamps_, &ranked_heading_, &empty_}) label->setObjectName(QStringLiteral("dim"));
    empty_.setAlignment(Qt::AlignCenter);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton* button : {&send_, &fix_, &note_, &look_, &close_}) {
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout{&body_};
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{&title_, &where_, &narrative_, &caller_, &stamps_})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    layout->addWidget(&ranked_heading_);
    layout->addWidget(&candidates_, 1);
    layout->addWidget(&notes_);
    // As wide as its widest page: the map beside it must not move when an incident is taken in hand.
    pages_ = new QStackedLayout{this};
    pages_->addWidget(&empty_);
    pages_->addWidget(&body_);

    connect(&send_, &QPushButton::clicked, this, &IncidentCard::sendSelected);
    connect(&candidates_, &QListView::activated, this, &IncidentCard::sendSelected);
    connect(&close_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("c ")); });
    connect(&fix_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("fix ")); });
    connect(&note_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("note ")); });
    connect(&look_, &QPushButton::clicked, this, [this] {
        auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
        if (incident != nullptr) Q_EMIT lookRequested(incident->place);
    });
    connect(candidates_.selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](QModelIndex const& current) {
                if (auto const unit = model_.at(current.row())) hub_.selectUnit(unit);
            });
    connect(&hub_, &DeskHub::selectionChanged, this, [this] {
        computed_at_.reset();
        showIncident();
    });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        bool const mine = hub_.incident() && changes.incidents.contains(*hub_.incident());
        // Who was first may have been taken, or be in distress: nobody may read that it could be sent.
        if (changes.everything || mine ||
            std::ranges::any_of(changes.units, [&](UnitId id) { return model_.ranks(id); }))
            computed_at_.reset();
        if (changes.everything || mine || !changes.units.empty()) showIncident();
    });
    setFocusProxy(&candidates_);
    // The keys come to the list first: what stands before it in the order would be passed over.
    QWidget* before = &candidates_;
    for (QWidget* button : {&send_, &close_, &fix_, &note_, &look_}) {
        setTabOrder(before, button);
        before = button;
    }
    retranslate();
}

void IncidentCard::setTheme(Theme const& theme)
{
    candidates_.setTheme(theme);
}

void IncidentCard::refresh()
{
    showIncident();
}

void IncidentCard::recompute()
{
    auto const incident = hub_.incident();
    bool const fresh = computed_at_ && hub_.now() - *computed_at_ < recompute_after;
    if (fresh || !incident) return;
    computed_at_ = hub_.now();
    auto const kept = model_.at(candidates_.currentRow());
    Recommendation recommendation;
    auto const* row = hub_.world().incidents.find(*incident);
    if (row != nullptr && row->open()) recommendation = hub_.desk().recommend(*incident, ranked_shown);
    if (!hub_.readOnly()) hub_.desk().looked_at(*incident, recommendation);
    bool const roads = hub_.desk().knows_roads();
    model_.show(incident, std::move(recommendation));
    ranked_heading_.setText(roads ? tr("Who gets there first, by road")
                                  : tr("Nearest units, by straight line (no roads in this pack)"));
    if (kept)
        for (int i = 0; i < model_.rowCount(); ++i)
            if (model_.at(i) == kept) candidates_.setCurrentIndex(model_.index(i));
}

QString IncidentCard::stamps(Incident const& incident) const
{
    struct Named {
        Stamp stamp;
        QString name;
    };
    QString line;
    for (auto const& [stamp, name] :
         {Named{Stamp::ring, tr("ring")}, Named{Stamp::answered, tr("answered")}, Named{Stamp::notified, tr("sent")},
          Named{Stamp::en_route, tr("en route")}, Named{Stamp::on_scene, tr("on scene")},
          Named{Stamp::controlled, tr("under control")}, Named{Stamp::closed, tr("closed")}}) {
        if (auto const at = incident.stamp(stamp))
            line += (line.isEmpty() ? QString{} : QStringLiteral("  ·  ")) +
                    unbroken(name + QChar{QChar::Nbsp} + hub_.clock(*at));
    }
    return line;
}

void IncidentCard::showIncident()
{
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    pages_->setCurrentWidget(incident != nullptr ? &body_ : &empty_);
    if (incident == nullptr) return;
    recompute();
    title_.setText(QStringLiteral("#%1  P%2  %3")
                       .arg(incident->number)
                       .arg(incident->priority)
                       .arg(typeText(incident->type, hub_)));
    QString where = addressText(*incident, hub_);
    if (!incident->former_places.empty())
        where += tr(" (corrected; was %1)").arg(hub_.name(incident->former_places.back().address));
    where_.setText(where);
    caller_.setText(hub_.text(incident->caller));
    caller_.setVisible(incident->caller.has_value());
    QString const narrative = hub_.text(incident->narrative);
    auto const lines = narrative.split(QLatin1Char('\n'));
    narrative_.setText(lines.size() == 2 ? lines[hub_.chinese() ? 0 : 1] : narrative);
    narrative_.setToolTip(QString{});
    narrative_.setVisible(!narrative.isEmpty());
    stamps_.setText(stamps(*incident));
    QString notes;
    for (auto const& [id, note] : hub_.world().notes)
        if (note.incident == *hub_.incident())
            notes += (notes.isEmpty() ? QString{} : QStringLiteral("\n")) +
                     QStringLiteral("%1  %2").arg(hub_.clock(note.at), hub_.text(note.text));
    for (auto const duplicate : incident->duplicates)
        if (auto const* row = hub_.world().incidents.find(duplicate))
            notes += (notes.isEmpty() ? QString{} : QStringLiteral("\n")) +
                     tr("also reported as #%1: %2").arg(row->number).arg(hub_.text(row->caller));
    notes_.setText(notes);
    notes_.setVisible(!notes.isEmpty());
    bool const open = incident->open() && !hub_.readOnly();
    for (QPushButton* button : {&send_, &close_, &fix_, &note_}) button->setEnabled(open);
    candidates_.viewport()->update();
}

void IncidentCard::sendBest()
{
    recompute();
    if (auto const best = model_.best(); best && hub_.incident())
        hub_.act(SendUnits{{*best}, *hub_.incident(), {}});
    else
        hub_.say(hub_.incident() ? tr("no unit can be sent now: the list says why") : tr("select an incident first"),
                 false);
}

void IncidentCard::sendSelected()
{
    int const row = candidates_.currentRow();
    auto const unit = model_.at(row);
    if (!unit || !model_.canBeSent(row)) return sendBest();
    hub_.act(SendUnits{{*unit}, *hub_.incident(), {}});
}

void IncidentCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void IncidentCard::retranslate()
{
    empty_.setText(tr("Select an incident in the queue or on the map,\nor take a call with F2."));
    send_.setText(tr("Send  F5"));
    send_.setToolTip(tr("Send the unit marked in the list, or the first"));
    fix_.setText(tr("Place  F9"));
    fix_.setToolTip(tr("Correct the place of this incident"));
    note_.setText(tr("Note  F7"));
    note_.setToolTip(tr("Add a note"));
    look_.setText(tr("Show  F3"));
    look_.setToolTip(tr("Show it on the map"));
    close_.setText(tr("Close  F8"));
    close_.setToolTip(tr("Close the incident with how it ended"));
    candidates_.setAccessibleName(tr("Recommended units"));
    computed_at_.reset();
    showIncident();
}

}  // namespace cresset::widgets
