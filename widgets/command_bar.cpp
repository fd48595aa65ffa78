#include "widgets/command_bar.h"

#include "core/base/match.h"
#include "widgets/advice.h"
#include "widgets/suggestions.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <concepts>

namespace cresset::widgets {

namespace {

constexpr qsizetype history_length = 200;
constexpr std::size_t words_offered = 16;  // all endings of an incident

using Units = std::vector<UnitId>;

template <typename AnyCommand>
concept NamesUnits = std::convertible_to<decltype(std::declval<AnyCommand>().units), Units>;

Units unitsOf(Command const& command)
{
    return std::visit(
        [](auto const& c) -> Units {
            if constexpr (NamesUnits<decltype(c)>)
                return c.units;
            else
                return {};
        },
        command);
}

void markAnswer(QLabel& label, char const* kind)
{
    label.setProperty("kind", QString::fromLatin1(kind));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

/// These are asked for as a list with numbers.
bool asksForCode(Mistake mistake)
{
    return mistake == Mistake::disposition_missing || mistake == Mistake::reason_missing;
}

/// The answer as the line that says the same at any time: "why 1023 3".
QString asLine(Override const& asked, QString const& typed, DeskHub const& hub)
{
    auto const* why = hub.verbs().all().data();
    for (Verb const& verb : hub.verbs().all())
        if (verb.verb == "why") why = &verb;
    QString const number = QString::fromStdString(number_text(hub.world(), asked.incident));
    bool const words = typed.startsWith(QLatin1Char(';')) || typed.startsWith(QChar{0xFF1B});
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(why->words.front()), number, words ? typed.mid(1) : typed);
}

}  // namespace

QVariant OfferedWords::data(QModelIndex const& index, int role) const
{
    auto const word = QStringListModel::data(index, role);
    if (role != Qt::DisplayRole || !numbered_) return word;
    return QStringLiteral("%1  %2").arg(index.row() + 1).arg(word.toString());
}

CommandBar::CommandBar(DeskHub& hub, QWidget* parent) : QWidget{parent}, hub_{hub}
{
    setObjectName(QStringLiteral("commandBar"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    prompt_.setText(QStringLiteral(">"));
    answer_.setObjectName(QStringLiteral("answer"));
    answer_.setTextFormat(Qt::PlainText);
    answer_.setMinimumWidth(120);
    layout->addWidget(&prompt_);
    layout->addWidget(&line_, 3);
    layout->addWidget(&answer_, 2);
    line_.setObjectName(QStringLiteral("commandLine"));
    line_.setFrame(false);
    line_.installEventFilter(this);
    completer_.setModel(&words_);
    completer_.setWidget(&line_);
    showAsSuggestions(completer_);
    completer_.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_.setMaxVisibleItems(static_cast<int>(words_offered));
    completer_.popup()->installEventFilter(this);  // while it is open, keys go to it
    setFocusProxy(&line_);
    retranslate();
    connect(&line_, &QLineEdit::textEdited, this, &CommandBar::lineChanged);
    connect(&completer_, QOverload<QString const&>::of(&QCompleter::activated), this, &CommandBar::takeCompletion);
    connect(&hub_, &DeskHub::whyAsked, this, &CommandBar::showPrompt);
    connect(&hub_, &DeskHub::said, this, [this](QString const& text, Manner manner) {
        answer_.setText(text);
        answer_.setToolTip(text.toHtmlEscaped());  // whole, where the bar is too short for it
        markAnswer(answer_, manner == Manner::good ? "good" : manner == Manner::alarm ? "alarm" : "bad");
    });
    connect(&hub_, &DeskHub::advised, this, [this](QString const& sentence, QString const& advice) {
        answer_.setAccessibleDescription(advice);
        if (advice.isEmpty()) return;
        answer_.setToolTip(sentence.toHtmlEscaped() + QStringLiteral("<br>") + advice.toHtmlEscaped());
    });
}

/// The list of words, when it goes, tells its filters that it loses the focus: nobody may listen any more.
CommandBar::~CommandBar()
{
    completer_.popup()->removeEventFilter(this);
    line_.removeEventFilter(this);
}

void CommandBar::begin(QString const& text)
{
    line_.setText(text);
    line_.setFocus(Qt::ShortcutFocusReason);
    line_.setCursorPosition(static_cast<int>(text.size()));
    lineChanged(text);
}

void CommandBar::propose(QString const& text)
{
    if (line_.text().trimmed().isEmpty()) begin(text);
}

void CommandBar::typeAhead(QString const& text)
{
    line_.setFocus(Qt::ShortcutFocusReason);
    line_.insert(text);
    lineChanged(line_.text());
}

void CommandBar::run(QString const& text)
{
    QString typed = text.trimmed();
    completer_.popup()->hide();
    if (typed.isEmpty()) return hub_.answerWhy({});
    if (isAnswer(typed)) typed = asLine(*hub_.askedWhy(), typed, hub_);
    auto const parsed = parse_command(typed.toStdString(), hub_.context());
    if (auto const* mistake = std::get_if<NotUnderstood>(&parsed)) {
        hub_.refuse(mistakeText(*mistake), adviceOf(english(mistake->mistake)));
        return letMend(typed, mistake->mistake);
    }
    Command const& command = std::get<Command>(parsed);
    if (showsFirst(command, typed)) return;
    if (!perform(command, typed)) return line_.selectAll();
    history_.removeAll(typed);
    history_.append(typed);
    if (history_.size() > history_length) history_.removeFirst();
    recalled_ = history_.size();
    line_.setText({});  // clear() could be undone, and Ctrl+Z must take back the act
    if (answer_.property("kind").toByteArray() == "ghost") answer_.clear();  // it is done, and speaks for itself
    hub_.setPreview({});
}

/// The line stays: what is missing is typed behind it; in the place of what was wrong the next line is typed, unless an
/// arrow goes into it.
void CommandBar::letMend(QString const& typed, Mistake mistake)
{
    if (!asksForCode(mistake)) return line_.selectAll();
    line_.setText(typed + QLatin1Char(' '));
    complete(line_.text(), true);
}

/// Line by line; the first that is not understood or refused ends it, and what was done before stands.
bool CommandBar::runMacro(RunMacro const& macro)
{
    for (std::size_t i = 0; i < macro.lines.size(); ++i) {
        QString const line = QString::fromStdString(macro.lines[i]);
        auto const parsed = parse_command(macro.lines[i], hub_.context());
        auto const* mistake = std::get_if<NotUnderstood>(&parsed);
        QString const name = QString::fromStdString(macro.name);
        if (mistake != nullptr) hub_.say(tr("%1, line %2: %3").arg(name).arg(i + 1).arg(mistakeText(*mistake)), false);
        if (mistake != nullptr || !perform(std::get<Command>(parsed), line)) return i > 0;
    }
    return true;
}

bool CommandBar::perform(Command const& command, QString const& typed)
{
    return std::visit(
        Match{
            [&](ShowHelp const& c) { return Q_EMIT helpRequested(QString::fromStdString(c.verb)), true; },
            [&](FindText const& c) { return Q_EMIT findRequested(QString::fromStdString(c.text)), true; },
            [&](LookNear const& c) { return Q_EMIT nearRequested(c), true; },
            [&](FollowUnit const& c) { return Q_EMIT followRequested(c.unit), true; },
            [&](LookAtView const& c) { return Q_EMIT viewRequested(QString::fromStdString(c.name)), true; },
            [&](KeepView const& c) { return Q_EMIT keepRequested(QString::fromStdString(c.name)), true; },
            [&](ForgetView const& c) { return Q_EMIT forgetRequested(QString::fromStdString(c.name)), true; },
            [&](SilenceAlarms const&) { return Q_EMIT silenceRequested(), true; },
            [&](RunMacro const& c) { return runMacro(c); },
            [&](KeepMacro const& c) { return hub_.keepMacro(c), true; },
            [&](ForgetMacro const& c) { return hub_.forgetMacro(c.name), true; },
            [&](ShowMacro const& c) { return hub_.say(macroText(c.name, hub_)), true; },
            [&](ShowFile const& c) { return Q_EMIT fileRequested(QString::fromStdString(c.path), c.datum), true; },
            [&](SwitchLayout const&) { return Q_EMIT layoutRequested(command), true; },
            [&](SaveLayout const&) { return Q_EMIT layoutRequested(command), true; },
            [&](ForgetLayout const&) { return Q_EMIT layoutRequested(command), true; },
            [&](PlanCordon const&) { return Q_EMIT toolRequested(command), true; },
            [&](ShowReach const&) { return Q_EMIT toolRequested(command), true; },
            [&](ShowCoverage const&) { return Q_EMIT toolRequested(command), true; },
            [&](ShowTurns const&) { return Q_EMIT toolRequested(command), true; },
            [&](ShowFences const&) { return Q_EMIT toolRequested(command), true; },
            [&](auto const&) { return hub_.act(command, typed); },
        },
        command);
}

bool CommandBar::isAnswer(QString const& typed) const
{
    if (!hub_.askedWhy()) return false;
    bool number = false;
    typed.toUInt(&number);
    return number || typed.startsWith(QLatin1Char(';')) || typed.startsWith(QChar{0xFF1B});
}

bool CommandBar::showsFirst(Command const& command, QString const& typed)
{
    Command const resolved = hub_.resolved(command);
    auto const units = unitsOf(resolved);
    auto const most = static_cast<std::size_t>(confirm_above_);
    // Who was proposed while the line was typed may not be who is proposed now.
    auto const* ghost = hub_.preview() ? std::get_if<SendUnits>(&*hub_.preview()) : nullptr;
    bool const changed = std::holds_alternative<SendCard>(command) && ghost != nullptr && ghost->units != units;
    if (!changed && (units.size() <= most || (shown_first_ == typed && shown_units_ == units))) return false;
    shown_first_ = typed;
    shown_units_ = units;
    hub_.setPreview(resolved);
    answer_.setText(tr("%1 units: look at the map, then Enter again").arg(units.size()));
    markAnswer(answer_, "ghost");
    return true;
}

/// While nobody has said why another was sent, the line takes the answer too; it takes commands as ever.
void CommandBar::showPrompt()
{
    bool const asks = hub_.askedWhy().has_value();
    prompt_.setText(asks ? QStringLiteral("?") : QStringLiteral(">"));
    QStringList reasons;
    if (asks && hub_.rules() != nullptr)
        for (PlainCode const& reason : hub_.rules()->reasons)
            reasons.append(QStringLiteral("%1 %2").arg(reasons.size() + 1).arg(hub_.name(reason.name)));
    line_.setPlaceholderText(asks ? reasons.join(QStringLiteral(" · "))
                                  : tr("d P12 1023 — a verb and what it is about; ? for help"));
}

void CommandBar::lineChanged(QString const& text)
{
    shown_first_.clear();
    answer_.setToolTip({});
    if (text.trimmed().isEmpty()) {
        complete(text, false);
        hub_.setPreview({});
        answer_.clear();
        return;
    }
    QString const line = isAnswer(text.trimmed()) ? asLine(*hub_.askedWhy(), text.trimmed(), hub_) : text;
    auto const parsed = parse_command(line.toStdString(), hub_.context());
    auto const* mistake = std::get_if<NotUnderstood>(&parsed);
    complete(text, mistake != nullptr && asksForCode(mistake->mistake));
    if (auto const* command = std::get_if<Command>(&parsed)) {
        Command const resolved = hub_.resolved(*command);
        hub_.setPreview(previewOf(resolved));
        answer_.setText(tr("Enter: %1").arg(ghostText(resolved, hub_)));
    } else {
        hub_.setPreview({});
        answer_.setText(mistakeText(*mistake));
    }
    markAnswer(answer_, "ghost");
}

/// Of a macro, its first line.
std::optional<Command> CommandBar::previewOf(Command const& command) const
{
    auto const* macro = std::get_if<RunMacro>(&command);
    if (macro == nullptr) return command;
    auto const first = parse_command(macro->lines.front(), hub_.context());
    auto const* understood = std::get_if<Command>(&first);
    return understood != nullptr ? std::optional{*understood} : std::nullopt;
}

void CommandBar::complete(QString const& text, bool numbered)
{
    QStringList words;
    if (!text.trimmed().isEmpty())
        for (auto const& word : complete_command(text.toStdString(), hub_.context(), words_offered))
            words.append(QString::fromStdString(word));
    bool const only_itself = words.size() == 1 && text.endsWith(words.first());
    if (words.isEmpty() || only_itself) {
        completer_.popup()->hide();
        return;
    }
    words_.setStringList(words);
    words_.setNumbered(numbered);
    picked_ = false;
    QRect where = line_.rect();
    where.setWidth(std::min(where.width(), 360));
    completer_.complete(where);
}

void CommandBar::takeCompletion(QString const& word)
{
    auto const line = with_completion(line_.text().toStdString(), word.toStdString(), hub_.context());
    line_.setText(QString::fromStdString(line) + QLatin1Char(' '));
    lineChanged(line_.text());
}

void CommandBar::recall(int step)
{
    if (history_.isEmpty()) return;
    recalled_ = std::clamp<qsizetype>(recalled_ + step, 0, history_.size());
    line_.setText(recalled_ == history_.size() ? QString{} : history_[recalled_]);
    completer_.popup()->hide();
}

bool CommandBar::eventFilter(QObject* watched, QEvent* event)
{
    bool const mine = watched == &line_ || watched == completer_.popup();
    if (mine && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent*>(event))) return true;
    return QWidget::eventFilter(watched, event);
}

/// True if the key is used up. A word of the list is taken by Enter only when somebody went to it: otherwise Enter does
/// what stands in the line.
bool CommandBar::takeKey(QKeyEvent const& key)
{
    bool const popup = completer_.popup()->isVisible();
    auto const chosen = popup && picked_ ? completer_.popup()->currentIndex() : QModelIndex{};
    switch (key.key()) {
        case Qt::Key_Escape:
            if (popup) return completer_.popup()->hide(), true;
            if (line_.text().isEmpty() && hub_.askedWhy()) return hub_.answerWhy({}), true;
            return line_.setText({}), lineChanged({}), true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (popup) completer_.popup()->hide();
            if (chosen.isValid()) return takeCompletion(chosen.data(Qt::EditRole).toString()), true;
            return run(line_.text()), true;
        case Qt::Key_Tab:
            if (!popup) return false;
            return takeCompletion((chosen.isValid() ? chosen : words_.index(0)).data(Qt::EditRole).toString()), true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            picked_ = popup;
            if (!popup) recall(key.key() == Qt::Key_Up ? -1 : 1);
            return !popup;
        default: return false;
    }
}

void CommandBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CommandBar::retranslate()
{
    line_.setAccessibleName(tr("Command line"));
    showPrompt();
    answer_.setAccessibleName(tr("Answer"));
    answer_.clear();  // it was said in the other language
    answer_.setToolTip({});
}

}  // namespace cresset::widgets
