#pragma once
/// The command line: one line for everything, with completion, history, what it would do while one types, and an answer
/// that says what it did or why not. Enter does it; nothing is guessed.

#include "widgets/desk_hub.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QWidget>

namespace cresset::widgets {

/// The words that may come next, each behind its number where that does as well.
class OfferedWords : public QStringListModel {
    Q_OBJECT
public:
    using QStringListModel::QStringListModel;
    QVariant data(QModelIndex const& index, int role) const override;
    void setNumbered(bool numbered) { numbered_ = numbered; }

private:
    bool numbered_ = false;
};

class CommandBar : public QWidget {
    Q_OBJECT
public:
    explicit CommandBar(DeskHub& hub, QWidget* parent = nullptr);
    ~CommandBar() override;
    /// Puts a beginning into the line and the cursor at its end.
    void begin(QString const& text);
    /// The same of a draft for whoever reads it over; a line that is being typed stays.
    void propose(QString const& text);
    /// A key that was typed somewhere else begins the line.
    void typeAhead(QString const& text);
    bool hasTypingFocus() const { return line_.hasFocus(); }
    void run(QString const& text);
    /// What touches more units than that is shown first and done by a second Enter.
    void setConfirmAbove(int units) { confirm_above_ = units; }

Q_SIGNALS:
    void helpRequested(QString const& verb);
    void findRequested(QString const& text);
    void nearRequested(cresset::LookNear const& look);
    /// What a tool of the desk does.
    void toolRequested(cresset::Command const& command);
    void followRequested(cresset::UnitId unit);
    void viewRequested(QString const& name);
    void keepRequested(QString const& name);
    void forgetRequested(QString const& name);
    void silenceRequested();
    void fileRequested(QString const& path, cresset::Datum datum);
    /// SwitchLayout, SaveLayout or ForgetLayout.
    void layoutRequested(cresset::Command const& command);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void lineChanged(QString const& text);
    bool perform(Command const& command, QString const& typed);
    bool runMacro(RunMacro const& macro);
    std::optional<Command> previewOf(Command const& command) const;
    /// An answer to who was sent and why: a number of the list, or ";" and own words. False if it is a command.
    bool isAnswer(QString const& typed) const;
    /// True if the line moves so many units that it is shown on the map first, and this is the first Enter; or other
    /// units than were shown while it was typed.
    bool showsFirst(Command const& command, QString const& typed);
    void showPrompt();
    /// `numbered`: a number of the list does as well as the word.
    void complete(QString const& text, bool numbered);
    void takeCompletion(QString const& word);
    void letMend(QString const& typed, Mistake mistake);
    void recall(int step);
    bool takeKey(QKeyEvent const& key);

    DeskHub& hub_;
    QLabel prompt_;
    QLineEdit line_;
    QLabel answer_;
    OfferedWords words_;
    QCompleter completer_;
    QStringList history_;
    qsizetype recalled_ = 0;
    int confirm_above_ = 5;
    QString shown_first_;  // the line whose ghost was shown because it moves many
    std::vector<UnitId> shown_units_;
    bool picked_ = false;  // somebody went to a word of the list
};

}  // namespace cresset::widgets
