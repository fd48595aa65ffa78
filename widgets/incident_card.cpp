#include "widgets/incident_card.h"

#include "widgets/hazard_words.h"
#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace cresset::widgets {

namespace {

constexpr qsizetype hazards_shown = 3;

constexpr std::size_t ranked_shown = 8;
constexpr Duration recompute_after{5000};  // units drive: who is first may change

void makePlain(QLabel& label)
{
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    QSizePolicy policy{QSizePolicy::Ignored, QSizePolicy::Preferred};  // a word without end does not widen the card
    policy.setHeightForWidth(true);
    label.setSizePolicy(policy);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
}

/// The unit that is free and takes the incident in hand next.
std::optional<UnitId> nextFor(DeskHub const& hub)
{
    if (!hub.incident()) return {};
    for (UnitId const id : hub.waitedFor(*hub.incident())) {
        auto const* unit = hub.world().units.find(id);
        if (unit != nullptr && unit->status == Status::available && unit->signed_on && !unit->stack.empty() &&
            unit->stack.front() == hub.incident())
            return id;
    }
    return {};
}

/// The same was said again, with a reason.
bool saidLater(Override const& row, World const& world)
{
    return std::ranges::any_of(world.overrides, [&](auto const& other) {
        Override const& later = other.second;
        return !row.given() && later.given() && later.incident == row.incident && later.units == row.units &&
               later.at >= row.at;
    });
}

}  // namespace

IncidentCard::IncidentCard(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, stamps_{hub}, why_{hub}, candidates_{hub, this}
{
    for (QLabel* label :
         {&title_, &hazards_, &where_, &caller_, &narrative_, &waits_, &card_line_, &ranked_heading_, &notes_, &empty_})
        makePlain(*label);
    title_.setObjectName(QStringLiteral("cardTitle"));
    where_.setObjectName(QStringLiteral("cardWhere"));
    for (QLabel* label : {&caller_, &waits_, &ranked_heading_, &empty_}) label->setObjectName(QStringLiteral("dim"));
    hazards_.setObjectName(QStringLiteral("cardHazards"));
    hazards_.hide();
    card_line_.setObjectName(QStringLiteral("runCard"));
    next_.setObjectName(QStringLiteral("nextOffer"));
    nearer_.setObjectName(QStringLiteral("nearerOffer"));
    why_.setObjectName(QStringLiteral("whyStrip"));
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
    for (QWidget* widget : std::initializer_list<QWidget*>{&title_, &where_, &hazards_, &narrative_, &caller_, &stamps_,
                                                           &waits_, &next_, &nearer_})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    layout->addWidget(&why_);
    auto* asks = new QHBoxLayout;
    asks->setSpacing(8);
    asks->addWidget(&card_line_, 1);
    asks->addWidget(&send_card_);
    asks->addWidget(&cordon_);
    cordon_.setFocusPolicy(Qt::TabFocus);
    layout->addLayout(asks);
    send_card_.setFocusPolicy(Qt::TabFocus);
    send_card_.installEventFilter(this);
    layout->addWidget(&ranked_heading_);
    layout->addWidget(&candidates_, 1);
    layout->addWidget(&notes_);
    // As wide as its widest page: the map beside it must not move when an incident is taken in hand.
    pages_ = new QStackedLayout{this};
    pages_->addWidget(&empty_);
    pages_->addWidget(&body_);

    connect(&send_, &QPushButton::clicked, this, &IncidentCard::sendSelected);
    connect(&send_card_, &QPushButton::clicked, this, &IncidentCard::sendCard);
    connect(&next_, &OfferLine::taken, this, [this] {
        if (auto const unit = nextFor(hub_)) hub_.act(TakeNext{unit});
    });
    connect(&nearer_, &OfferLine::taken, this, &IncidentCard::swapNearer);
    connect(&candidates_, &QListView::activated, this, &IncidentCard::sendSelected);
    connect(&close_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("c ")); });
    connect(&fix_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("fix ")); });
    connect(&note_, &QPushButton::clicked, this, [this] { Q_EMIT lineWanted(QStringLiteral("note ")); });
    connect(&cordon_, &QPushButton::clicked, this, [this] {
        if (hub_.incident()) Q_EMIT cordonWanted(*hub_.incident());
    });
    connect(&look_, &QPushButton::clicked, this, [this] {
        auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
        if (incident != nullptr) Q_EMIT lookRequested(incident->place);
    });
    connect(candidates_.selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](QModelIndex const& current) {
                if (auto const unit = candidates_.rows().at(current.row())) hub_.selectUnit(unit);
            });
    connect(&hub_, &DeskHub::selectionChanged, this, [this] {
        if (asked_for_more_ && asked_for_more_->incident != hub_.incident()) asked_for_more_.reset();
        computed_at_.reset();
        showIncident();
    });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        bool const mine = hub_.incident() && changes.incidents.contains(*hub_.incident());
        // Who was first may have been taken, or be in distress: nobody may read that it could be sent.
        if (changes.everything || mine ||
            std::ranges::any_of(changes.units, [&](UnitId id) { return candidates_.rows().ranks(id); }))
            computed_at_.reset();
        if (changes.everything || mine || !changes.units.empty()) showIncident();
    });
    setFocusProxy(&candidates_);
    // The keys come to the list first: what stands before it in the order would be passed over.
    QWidget* before = &candidates_;
    QList<QPushButton*> order{&send_, &close_, &fix_, &note_, &look_, &send_card_, &cordon_};
    order +=
        why_.findChildren<QPushButton*>() + next_.findChildren<QPushButton*>() + nearer_.findChildren<QPushButton*>();
    for (QWidget* button : order) {
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
    Advice advice;
    auto const* row = hub_.world().incidents.find(*incident);
    if (row != nullptr && row->open()) advice = hub_.desk().advise(*incident, ranked_shown);
    if (!hub_.readOnly()) hub_.desk().looked_at(*incident, advice.recommendation);
    bool const roads = hub_.desk().knows_roads();
    candidates_.show(incident, std::move(advice));
    ranked_heading_.setText(roads ? tr("Who gets there first, by road")
                                  : tr("Nearest units, by straight line (no roads in this pack)"));
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
    showHazards(*incident);
    stamps_.setIncident(*incident);
    QString const notes = timeline(*incident);
    notes_.setText(notes);
    notes_.setVisible(!notes.isEmpty());
    bool const open = incident->open() && !hub_.readOnly();
    for (QPushButton* button : {&send_, &send_card_, &close_, &fix_, &note_, &cordon_}) button->setEnabled(open);
    showOffers(*incident);
    showCard();
    candidates_.viewport()->update();
}

/// Who goes there must know, before and after the alarm was acknowledged.
void IncidentCard::showHazards(Incident const& incident)
{
    QStringList const lines = hazardTexts(incident.place, hub_);
    hazards_.setText(lines.mid(0, hazards_shown).join(QLatin1Char('\n')));
    hazards_.setVisible(!lines.isEmpty());
}

/// Notes, and who was sent though another was recommended, in the order of time; then who else called.
QString IncidentCard::timeline(Incident const& incident) const
{
    std::vector<std::pair<Instant, QString>> lines;
    for (auto const& [id, note] : hub_.world().notes)
        if (note.incident == *hub_.incident()) lines.emplace_back(note.at, hub_.text(note.text));
    for (auto const& [id, row] : hub_.world().overrides)
        if (row.incident == *hub_.incident() && !saidLater(row, hub_.world()))
            lines.emplace_back(row.at, overrideText(row, hub_) + tr(": ") + reasonGivenText(row, hub_));
    std::ranges::stable_sort(lines, {}, &std::pair<Instant, QString>::first);
    QStringList texts;
    for (auto const& [at, text] : lines) texts.append(QStringLiteral("%1  %2").arg(hub_.clock(at), text));
    for (auto const duplicate : incident.duplicates)
        if (auto const* row = hub_.world().incidents.find(duplicate))
            texts.append(tr("also reported as #%1: %2").arg(row->number).arg(hub_.text(row->caller)));
    return texts.join(QLatin1Char('\n'));
}

/// "P12 (1), P07 (2)": for whom it waits, and in which place of theirs.
QString IncidentCard::waitsFor() const
{
    QStringList units;
    for (UnitId const id : hub_.waitedFor(*hub_.incident())) {
        auto const* unit = hub_.world().units.find(id);
        if (unit == nullptr) continue;
        auto const place = std::ranges::find(unit->stack, *hub_.incident()) - unit->stack.begin();
        units.append(QStringLiteral("%1 (%2)").arg(QString::fromStdString(unit->call_sign)).arg(place + 1));
    }
    return units.join(QStringLiteral(", "));
}

void IncidentCard::showOffers(Incident const& incident)
{
    QString const waits = waitsFor();
    waits_.setText(tr("waits for %1").arg(waits));
    waits_.setVisible(!waits.isEmpty());
    auto const next = hub_.readOnly() ? std::nullopt : nextFor(hub_);
    next_.offer(
        next ? tr("%1 is free: this is what it takes next").arg(QString::fromStdString(call_sign(hub_.world(), *next)))
             : QString{},
        tr("Send  F11"));
    auto const nearer = hub_.readOnly() || !incident.open() ? std::nullopt : hub_.nearer(*hub_.incident());
    QString text;
    if (nearer)
        text = tr("%1 is free and would be here %2 sooner than %3")
                   .arg(QString::fromStdString(call_sign(hub_.world(), nearer->freed)), etaText(nearer->sooner_ms),
                        QString::fromStdString(call_sign(hub_.world(), nearer->under_way)));
    nearer_.offer(text, tr("Swap  F12"));
}

/// What the card asks for, and what of it is missing.
void IncidentCard::showCard()
{
    auto const& card = candidates_.rows().card();
    card_line_.setVisible(card.has_value());
    auto const proposed = card ? card->proposed().size() : 0;
    send_card_.setVisible(card && proposed > 0);
    if (!card) return;
    QStringList asked, missing, nobody;
    for (std::size_t i = 0; i < card->seats.size();) {
        std::string const& role = card->seats[i].role;
        int needed = 0, open = 0, empty = 0;
        for (; i < card->seats.size() && card->seats[i].role == role; ++i) {
            ++needed;
            if (!card->seats[i].sent) ++open;
            if (!card->seats[i].unit) ++empty;
        }
        asked.append(tr("%1 %2", "count and role").arg(needed).arg(roleText(role, hub_)));
        if (open > empty) missing.append(tr("%1 %2", "count and role").arg(open - empty).arg(roleText(role, hub_)));
        if (empty > 0) nobody.append(tr("%1 %2", "count and role").arg(empty).arg(roleText(role, hub_)));
    }
    QStringList states;
    if (!missing.isEmpty()) states.append(tr("%1 missing").arg(missing.join(QStringLiteral(", "))));
    if (!nobody.isEmpty()) states.append(tr("nobody free for %1").arg(nobody.join(QStringLiteral(", "))));
    if (states.isEmpty()) states.append(tr("all sent"));
    card_line_.setText(tr("%1: %2").arg(asked.join(QStringLiteral(", ")), states.join(QStringLiteral("; "))));
    send_card_.setText(tr("Send %1  Shift+F5").arg(proposed));
}

bool IncidentCard::eventFilter(QObject* watched, QEvent* event)
{
    bool const comes = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
    bool const goes =
        event->type() == QEvent::Leave || event->type() == QEvent::FocusOut || event->type() == QEvent::Hide;
    if (watched == &send_card_ && comes && hub_.incident() && send_card_.isEnabled())
        hub_.setPreview(hub_.resolved(SendCard{*hub_.incident(), {}}));
    if (watched == &send_card_ && goes) hub_.setPreview({});
    return QWidget::eventFilter(watched, event);
}

void IncidentCard::sendCard()
{
    if (!hub_.incident()) return hub_.say(tr("select an incident first"), false);
    recompute();
    auto const most = static_cast<std::size_t>(hub_.world().codes.limits.preview_units);
    if (candidates_.rows().card() && candidates_.rows().card()->proposed().size() > most)
        return Q_EMIT lineWanted(
            QStringLiteral("d %1 card").arg(QString::fromStdString(number_text(hub_.world(), *hub_.incident()))));
    hub_.act(SendCard{*hub_.incident(), {}});
    hub_.setPreview({});
}

void IncidentCard::swapNearer()
{
    auto const offer = hub_.incident() ? hub_.nearer(*hub_.incident()) : std::nullopt;
    if (!offer) return hub_.say(tr("no unit that is free would be there sooner"), false);
    hub_.act(SwapUnits{offer->under_way, offer->freed});
}

void IncidentCard::sendBest()
{
    recompute();
    if (!hub_.incident()) return hub_.say(tr("select an incident first"), false);
    auto const best = candidates_.rows().best();
    if (!best) return hub_.say(tr("no unit can be sent now: the list says why"), false);
    Asked const asked{*hub_.incident(), *best};
    if (candidates_.rows().isCovered() && std::exchange(asked_for_more_, asked) != asked)
        return hub_.say(tr("%1 has who it needs: once more sends %2 as well")
                            .arg(QString::fromStdString(number_text(hub_.world(), asked.incident)),
                                 QString::fromStdString(call_sign(hub_.world(), *best))),
                        false);
    asked_for_more_.reset();
    hub_.act(SendUnits{{*best}, *hub_.incident(), {}});
}

void IncidentCard::sendSelected()
{
    int const row = candidates_.currentRow();
    auto const unit = candidates_.rows().at(row);
    if (!unit || !candidates_.rows().canBeSent(row)) return sendBest();
    auto const* marked = hub_.world().units.find(*unit);
    if (marked != nullptr && marked->incident) {  // it would leave its work: that is typed out, and asks for Enter
        Q_EMIT lineWanted(
            QStringLiteral("d %1 %2").arg(QString::fromStdString(marked->call_sign),
                                          QString::fromStdString(number_text(hub_.world(), *hub_.incident()))));
        return;
    }
    hub_.act(SendUnits{{*unit}, *hub_.incident(), {}});
}

/// From wherever on the card the keys are, Escape leaves the question at no reason given.
void IncidentCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && hub_.askedWhy()) return hub_.answerWhy({});
    QWidget::keyPressEvent(event);
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
    cordon_.setText(tr("Cordon…"));
    cordon_.setToolTip(tr("Where the suspect can still be held, before anyone is sent (Ctrl+Shift+B)"));
    send_card_.setToolTip(tr("Send whoever is proposed for what is missing, in one act"));
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
