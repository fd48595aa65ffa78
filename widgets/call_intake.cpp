#include "widgets/call_intake.h"

#include "core/base/text.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace cresset::widgets {

namespace {
constexpr std::size_t places_offered = 8;
}

CallIntake::CallIntake(DeskHub& hub, QWidget* parent) : QWidget{parent}, hub_{hub}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    text_.setObjectName(QStringLiteral("field"));
    text_.setTabChangesFocus(true);
    text_.setMaximumHeight(72);
    found_.setObjectName(QStringLiteral("dim"));
    found_.setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout{this};
    form->setContentsMargins(8, 8, 8, 8);
    form->setSpacing(6);
    form->addRow(&place_label_, &place_);
    form->addRow(nullptr, &found_);
    form->addRow(&type_label_, &type_);
    form->addRow(&priority_label_, &priority_);
    form->addRow(&caller_label_, &caller_);
    form->addRow(&text_label_, &text_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(&save_);
    buttons->addWidget(&cancel_);
    buttons->addStretch();
    form->addRow(nullptr, buttons);
    completer_.setModel(&places_);
    completer_.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_.setWidget(&place_);
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
        if (auto const* type = hub_.world().codes.type(type_.currentData().toString().toStdString()))
            priority_.setCurrentIndex(type->priority - 1);
    });
    connect(&text_, &QPlainTextEdit::textChanged, this, &CallIntake::proposeType);
    connect(&save_, &QPushButton::clicked, this, &CallIntake::save);
    connect(&cancel_, &QPushButton::clicked, this, [this] {
        hub_.setPreview({});
        Q_EMIT done();
    });
    retranslate();
}

void CallIntake::begin(std::optional<Place> place)
{
    place_.clear(), caller_.clear(), text_.clear(), found_.clear();
    chosen_.reset();
    offered_.clear();
    type_chosen_ = false;
    priority_.setCurrentIndex(2);
    if (!place) return place_.setFocus(Qt::ShortcutFocusReason);
    choose(pointed_at(hub_.places(), *place));
    type_.setFocus(Qt::ShortcutFocusReason);
}

void CallIntake::choose(FoundPlace const& place)
{
    chosen_ = place;
    place_.setText(hub_.name(place.name));
    found_.setText(QString::fromStdString(to_text(place.place)));
    hub_.setPreview(NewCall{type_.currentData().toString().toStdString(), priority_.currentIndex() + 1, *chosen_, {}});
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
    for (FoundPlace const& one : offered_)
        words.append(hub_.name(one.name) +
                     (one.detail.empty() ? QString{} : QStringLiteral("   ") + QString::fromStdString(one.detail)));
    places_.setStringList(words);
    if (words.isEmpty())
        completer_.popup()->hide();
    else
        completer_.complete();
    if (!offered_.empty() && offered_.front().score >= 1000) chosen_ = offered_.front();
    found_.setText(chosen_                              ? QString::fromStdString(to_text(chosen_->place))
                   : offered_.empty() && !typed.empty() ? tr("no such place; @latitude,longitude is understood too")
                                                        : QString{});
}

void CallIntake::proposeType()
{
    if (type_chosen_) return;
    QString const said = text_.toPlainText();
    for (TypeCode const& type : hub_.world().codes.types)
        for (std::string const& word : type.words)
            if (said.contains(QString::fromStdString(word), Qt::CaseInsensitive)) {
                type_.setCurrentIndex(type_.findData(QString::fromStdString(type.code)));
                priority_.setCurrentIndex(type.priority - 1);
                return;
            }
}

void CallIntake::save()
{
    if (!chosen_ && !offered_.empty()) chosen_ = offered_.front();
    if (!chosen_) {
        hub_.say(tr("Where? Choose a place from the list, or right-click the map."), false);
        place_.setFocus();
        return;
    }
    if (!hub_.mayAct()) return;
    NewCall call;
    call.type = type_.currentData().toString().toStdString();
    call.priority = priority_.currentIndex() + 1;
    call.where = *chosen_;
    call.narrative = text_.toPlainText().trimmed().toStdString();
    auto const number = hub_.world().next_incident_number;
    auto const ticket = hub_.desk().take_call(call, caller_.text().trimmed().toStdString());
    if (ticket.refusal) return hub_.say(refusalText(*ticket.refusal, hub_), false);
    hub_.setPreview({});
    hub_.say(doneText(call, hub_));
    hub_.selectIncident(find_incident(hub_.world(), number));
    Q_EMIT done();
}

void CallIntake::keyPressEvent(QKeyEvent* event)
{
    bool const enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) return save();
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
    priority_label_.setText(tr("Priority"));
    caller_label_.setText(tr("Caller"));
    text_label_.setText(tr("Says"));
    save_.setText(tr("Save  Ctrl+Enter"));
    cancel_.setText(tr("Cancel  Esc"));
    place_.setPlaceholderText(tr("street, crossing A/B, number, place, or @lat,lon"));
    place_.setAccessibleName(tr("Where"));
    type_.setAccessibleName(tr("What"));
    priority_.setAccessibleName(tr("Priority"));
    caller_.setAccessibleName(tr("Caller"));
    text_.setAccessibleName(tr("Says"));
    QString const kept = type_.currentData().toString();
    type_.clear();
    for (TypeCode const& type : hub_.world().codes.types)
        type_.addItem(hub_.name(type.name), QString::fromStdString(type.code));
    if (!kept.isEmpty()) type_.setCurrentIndex(type_.findData(kept));
    int const priority = std::max(0, priority_.currentIndex());
    priority_.clear();
    for (PriorityCode const& code : hub_.world().codes.priorities)
        priority_.addItem(QStringLiteral("P%1  %2").arg(code.rank).arg(hub_.name(code.name)));
    priority_.setCurrentIndex(priority);
}

}  // namespace cresset::widgets
