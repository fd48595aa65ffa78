#pragma once
/// Taking a call: what, where, how urgent, who called, what was said. Every field by keyboard, saved with one chord;
/// non-modal, so nothing that runs loses the keyboard. While it is typed, hazards at the place are warned of and open
/// incidents that may be the same are shown; another chord saves the call as one more caller of the marked one.

#include "widgets/desk_hub.h"
#include "widgets/likely_list.h"
#include "widgets/type_box.h"

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
    ~CallIntake() override;
    /// Empty fields, the cursor in the place; with a place from the map, in the type.
    void begin(std::optional<Place> place = {});
    void setTheme(Theme const& theme) { likely_.setTheme(theme); }
    /// Ages go on, incidents come and go.
    void refresh();

Q_SIGNALS:
    void done();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void placeEdited(QString const& text);
    void clear();
    void showPin();
    void choose(FoundPlace const& place);
    void save(std::optional<IncidentId> same_as = {});
    void saveAsSame();
    void proposeType();
    bool typeKnown() const { return type_chosen_ || type_said_; }
    /// What is known of the call so far, against the hazards and the open incidents. With `keep` the mark stays.
    void compare(bool keep = false);
    void showHazards();
    void fitHazards();
    void nameSame();

    DeskHub& hub_;
    QLabel place_label_, type_label_, caller_label_, text_label_, found_, hazards_, likely_label_;
    QLineEdit place_;
    TypeBox type_;
    QComboBox priority_;
    QLineEdit caller_;
    QPlainTextEdit text_;
    LikelyList likely_;
    QPushButton same_, save_, cancel_;
    QStringListModel places_;
    QCompleter completer_;
    std::vector<FoundPlace> offered_;
    std::optional<FoundPlace> chosen_;
    bool pinned_ = false;                           // its pin is on the map
    bool type_chosen_ = false, type_said_ = false;  // by a person, by a word of the text
};

}  // namespace cresset::widgets
