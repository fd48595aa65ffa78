#pragma once
/// Taking a call: what, where, how urgent, who called, what was said. Every field by keyboard, saved with one chord;
/// non-modal, so nothing that runs loses the keyboard.

#include "widgets/desk_hub.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QWidget>

namespace cresset::widgets {

class CallIntake : public QWidget {
    Q_OBJECT
public:
    explicit CallIntake(DeskHub& hub, QWidget* parent = nullptr);
    /// Empty fields, the cursor in the place; with a place from the map, in the type.
    void begin(std::optional<Place> place = {});

Q_SIGNALS:
    void done();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void placeEdited(QString const& text);
    void choose(FoundPlace const& place);
    void save();
    void proposeType();

    DeskHub& hub_;
    QLabel place_label_, type_label_, priority_label_, caller_label_, text_label_, found_;
    QLineEdit place_;
    QComboBox type_, priority_;
    QLineEdit caller_;
    QPlainTextEdit text_;
    QPushButton save_, cancel_;
    QStringListModel places_;
    QCompleter completer_;
    std::vector<FoundPlace> offered_;
    std::optional<FoundPlace> chosen_;
    bool type_chosen_ = false;
};

}  // namespace cresset::widgets
