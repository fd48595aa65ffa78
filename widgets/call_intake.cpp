#include "widgets/call_intake.h"

#include "core/base/text.h"
#include "widgets/hazard_words.h"
#include "widgets/suggestions.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <algorithm>

namespace cresset::widgets {

namespace {
constexpr std::size_t places_offered = 8;
constexpr int one_line = 34, two_lines = 56;
constexpr int usual_priority = 2;  // the third in the list
constexpr qsizetype hazards_shown = 2;

FoundPlace placeOf(Incident const& incident)
{
    return {incident.place, incident.address, incident.place_source, {}, 1000};
}

}  // namespace

CallIntake::CallIntake(DeskHub& hub, QWidget* parent) : QWidget{parent}, hub_{hub}, likely_{hub}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    text_.setObjectName(QStringLiteral("field"));
    text_.setTabChangesFocus(true);
    text_.setMaximumHeight(72);
    type_.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    type_.setMinimumContentsLength(10);
    found_.setObjectName(QStringLiteral("dim"));
    found_.setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout{this};
    form->setContentsMargins(8, 8, 8, 8);
    form->setHorizontalSpacing(6);
    form->setVerticalSpacing(4);
    form->addRow(&place_label_, &place_);
    form->addRow(nullptr, &found_);
    hazards_.setObjectName(QStringLiteral("warning"));
    hazards_.setTextFormat(Qt::PlainText);
    hazards_.setWordWrap(true);
    form->addRow(&hazards_);
    auto* what = new QHBoxLayout;
    what->addWidget(&type_, 1);
    what->addWidget(&priority_);
    form->addRow(&type_label_, what);
    form->addRow(&caller_label_, &caller_);
    form->addRow(&text_label_, &text_);
    form->addRow(&likely_label_, &likely_);
    form->addRow(nullptr, &same_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(&save_);
    buttons->addWidget(&cancel_);
    buttons->addStretch();
    form->addRow(nullptr, buttons);
    auto* rest = new QWidget{this};  // a tall panel is empty below, not in its middle
    rest->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    form->addRow(rest);
    completer_.setModel(&places_);
    completer_.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_.setWidget(&place_);
    showAsSuggestions(completer_);
    connect(&place_, &QLineEdit::textEdited, this, &CallIntake::placeEdited);
    connect(&completer_, QOverload<QModelIndex const&>::of(&QCompleter::activated), this,
            [this](QModelIndex const& index) {
                auto const row = static_cast<std::size_t>(index.row());
                if (row < offered_.size()) choose(offered_[row]);
            });
    connect(&place_, &QLineEdit::editingFinished, this, [this] {
        if (!chosen_ && !offered_.empty()) choose(offered_.front());
    });
    connect(&type_, &QComboBox::activated, this, [this](int) {
        type_chosen_ = true;
        if (auto const* type = hub_.world().codes.type(type_.code())) priority_.setCurrentIndex(type->priority - 1);
        compare();
        showPin();
    });
    connect(&type_, &TypeBox::several, this, [this](QString const& typed, QStringList const& names) {
        hub_.say(tr("%1: %2 — ↓ goes to the next").arg(typed, names.join(QStringLiteral(" · "))));
    });
    connect(&text_, &QPlainTextEdit::textChanged, this, &CallIntake::proposeType);
    connect(&save_, &QPushButton::clicked, this, [this] { save(); });
    connect(&same_, &QPushButton::clicked, this, &CallIntake::saveAsSame);
    connect(&likely_, &LikelyList::taken, this, &CallIntake::saveAsSame);
    connect(&likely_, &LikelyList::markedChanged, this, &CallIntake::nameSame);
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.sites || !changes.incidents.empty()) refresh();
    });
    connect(&priority_, &QComboBox::activated, this, &CallIntake::showPin);
    connect(&cancel_, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT done();
    });
    retranslate();
}

/// The list of places, when it goes, takes the focus from the field: nothing may be chosen any more.
CallIntake::~CallIntake()
{
    place_.disconnect(this);
}

void CallIntake::clear()
{
    place_.clear(), caller_.clear(), text_.clear(), found_.clear();
    chosen_.reset();
    offered_.clear();
    type_chosen_ = type_said_ = false;
    type_.setCurrentIndex(-1);
    priority_.setCurrentIndex(usual_priority);
    compare();
    showPin();
}

void CallIntake::begin(std::optional<Place> place)
{
    clear();
    if (!place) return place_.setFocus(Qt::ShortcutFocusReason);
    choose(pointed_at(hub_.places(), *place));
    type_.setFocus(Qt::ShortcutFocusReason);
}

void CallIntake::choose(FoundPlace const& place)
{
    chosen_ = place;
    place_.setText(hub_.name(place.name));
    found_.setText(QString::fromStdString(to_text(place.place)));
    compare();
    showPin();
}

/// On the map, as the call would be; it takes away its own pin only, for the command line has ghosts too.
void CallIntake::showPin()
{
    if (chosen_)
        hub_.setPreview(NewCall{type_.code(), priority_.currentIndex() + 1, *chosen_, {}});
    else if (pinned_)
        hub_.setPreview({});
    pinned_ = chosen_.has_value();
}

void CallIntake::placeEdited(QString const& text)
{
    chosen_.reset();
    offered_.clear();
    QStringList words;
    std::string const typed = text.trimmed().toStdString();
    if (typed.starts_with('@')) {
        if (auto const exact = parse_place(std::string_view{typed}.substr(1)))
            chosen_ = pointed_at(hub_.places(), *exact);
    }
    if (!chosen_ && hub_.places() != nullptr && !typed.empty()) {
        offered_ = hub_.places()->find_places(typed, places_offered, hub_.lookingAt());
    }
    for (FoundPlace const& one : offered_) {
        QString const detail = hub_.name(one.detail);
        words.append(hub_.name(one.name) + (detail.isEmpty() ? QString{} : QStringLiteral("   ") + detail));
    }
    places_.setStringList(words);
    if (words.isEmpty())
        completer_.popup()->hide();
    else
        completer_.complete();
    if (!offered_.empty() && offered_.front().score >= 1000) chosen_ = offered_.front();
    found_.setText(chosen_                              ? QString::fromStdString(to_text(chosen_->place))
                   : offered_.empty() && !typed.empty() ? tr("no such place; @latitude,longitude is understood too")
                                                        : QString{});
    compare();
    showPin();
}

void CallIntake::proposeType()
{
    if (type_chosen_) return compare();
    QString const said = text_.toPlainText();
    for (TypeCode const& type : hub_.world().codes.types)
        for (std::string const& word : type.words)
            if (said.contains(QString::fromStdString(word), Qt::CaseInsensitive)) {
                type_said_ = true;
                type_.choose(type.code);
                priority_.setCurrentIndex(type.priority - 1);
                showPin();
                return compare();
            }
    compare();
}

void CallIntake::refresh()
{
    if (isVisible()) compare(true);
}

void CallIntake::compare(bool keep)
{
    std::string const text = text_.toPlainText().toStdString();
    std::string const type = typeKnown() ? type_.code() : std::string{};
    // Of a place that is still being typed, what would be taken; one that nobody knows is compared as words.
    auto const* where = chosen_ ? &*chosen_ : !offered_.empty() ? &offered_.front() : nullptr;
    std::string const unknown = where == nullptr ? place_.text().toStdString() : std::string{};
    likely_.offer({where != nullptr ? std::optional{where->place} : std::nullopt, type, text, unknown}, keep);
    for (QWidget* part :
         {static_cast<QWidget*>(&likely_label_), static_cast<QWidget*>(&likely_), static_cast<QWidget*>(&same_)})
        part->setVisible(!likely_.isEmpty());
    text_.setMinimumHeight(likely_.isEmpty() || !likely_.isCramped() ? two_lines : one_line);
    showHazards();
}

void CallIntake::showHazards()
{
    QStringList lines = chosen_ ? hazardTexts(chosen_->place, hub_) : QStringList{};
    if (auto const more = lines.size() - hazards_shown; more > 0)
        lines = lines.first(hazards_shown) << tr("and %1 more hazards there").arg(more);
    hazards_.setText(lines.join(QLatin1Char('\n')));
    hazards_.setVisible(!lines.isEmpty());
    found_.setVisible(lines.isEmpty());  // its place on a low screen
    fitHazards();
}

/// Docks ask for the least height without asking for which width: lines that are broken would push others away.
void CallIntake::fitHazards()
{
    auto const margins = layout()->contentsMargins();
    int const height = hazards_.heightForWidth(width() - margins.left() - margins.right());
    hazards_.setMinimumHeight(std::max(height, 0));
}

void CallIntake::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHazards();
}

void CallIntake::nameSame()
{
    auto const marked = likely_.marked();
    if (!marked) return;
    same_.setText(tr("Same as %1  Alt+Enter").arg(QString::fromStdString(number_text(hub_.world(), *marked))));
}

void CallIntake::saveAsSame()
{
    auto const marked = likely_.marked();
    auto const* incident = marked ? hub_.world().incidents.find(*marked) : nullptr;
    if (incident == nullptr)
        return hub_.say(tr("nothing like it is open near there: Ctrl+Enter saves it as a new call"), false);
    if (!incident->open())  // closed since it was shown: a caller would be hidden with it
        return hub_.say(refusalText(Refusal{Reason::incident_closed, {number_text(hub_.world(), *marked)}}, hub_),
                        false);
    save(marked);
}

void CallIntake::save(std::optional<IncidentId> same_as)
{
    if (!chosen_ && !offered_.empty()) chosen_ = offered_.front();
    if (!chosen_ && same_as && place_.text().trimmed().isEmpty())  // the caller does not know where: there
        chosen_ = placeOf(*hub_.world().incidents.find(*same_as));
    if (!chosen_) {
        hub_.say(tr("Where? Choose a place from the list, or right-click the map."), false);
        place_.setFocus();
        return;
    }
    if (!hub_.mayAct()) return;
    if (type_.currentIndex() < 0 && !same_as) {
        hub_.say(tr("What has happened? Choose a type, or write what the caller says."), false);
        type_.setFocus();
        return;
    }
    NewCall call;
    call.type = type_.code();
    call.priority = priority_.currentIndex() + 1;
    if (auto const* same = same_as ? hub_.world().incidents.find(*same_as) : nullptr; same && !typeKnown())
        call.type = same->type, call.priority = same->priority;  // what the fields show nobody has said
    call.where = *chosen_;
    call.narrative = text_.toPlainText().trimmed().toStdString();
    auto const number = hub_.world().next_incident_number;
    std::string const caller = caller_.text().trimmed().toStdString();
    auto const ticket =
        same_as ? hub_.desk().take_call_again(call, caller, *same_as) : hub_.desk().take_call(call, caller);
    if (ticket.refusal) return hub_.say(refusalText(*ticket.refusal, hub_), false);
    auto const taken = *find_incident(hub_.world(), number);
    hub_.say(same_as ? doneText(LinkIncident{taken, *same_as}, hub_) : doneText(call, hub_));
    hub_.selectIncident(same_as.value_or(taken));
    clear();  // the panel may stay: the next call begins in it
    Q_EMIT done();
}

void CallIntake::keyPressEvent(QKeyEvent* event)
{
    bool const enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) return save();
    if (enter && (event->modifiers() & Qt::AltModifier)) return saveAsSame();
    if (event->key() == Qt::Key_Escape) return cancel_.click();
    QWidget::keyPressEvent(event);
}

void CallIntake::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CallIntake::retranslate()
{
    place_label_.setText(tr("Where"));
    type_label_.setText(tr("What"));
    caller_label_.setText(tr("Caller"));
    text_label_.setText(tr("Says"));
    likely_label_.setText(tr("Same?"));
    likely_.setAccessibleName(tr("Incidents that may be the same"));
    likely_label_.setToolTip(tr("Open incidents near there: how far, how long ago, and how alike of 100"));
    same_.setToolTip(tr("Save the call as one more caller of that incident"));
    save_.setText(tr("Save  Ctrl+Enter"));
    cancel_.setText(tr("Cancel  Esc"));
    place_.setPlaceholderText(tr("street, place, A/B, @lat,lon"));
    place_.setToolTip(tr("A street, a crossing (A/B), a house number, a place by name, or @latitude,longitude"));
    place_.setAccessibleName(tr("Where"));
    type_.setAccessibleName(tr("What"));
    priority_.setAccessibleName(tr("Priority"));
    caller_.setAccessibleName(tr("Caller"));
    text_.setAccessibleName(tr("Says"));
    type_.setTypes(hub_.world().codes.types, hub_);
    type_.setPlaceholderText(tr("type"));
    int const priority = priority_.count() == 0 ? usual_priority : priority_.currentIndex();
    priority_.clear();
    for (PriorityCode const& code : hub_.world().codes.priorities) priority_.addItem(hub_.name(code.name));
    priority_.setCurrentIndex(priority);
    compare(true);
}

}  // namespace cresset::widgets
