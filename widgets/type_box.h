#pragma once
/// The kinds of incidents to choose from. Letters choose as well as arrows: the beginning of a name in either language,
/// of a word that callers use for it, of its code, or of how its Chinese name is read, in whole ("qiangjie") or by
/// initials ("qj").

#include "core/facts/codes.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QStringList>
#include <vector>

namespace cresset::widgets {

class DeskHub;

class TypeBox : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;
    /// Shows these in the language in use; what is chosen stays so.
    void setTypes(std::vector<TypeCode> const& types, DeskHub const& hub);
    /// The code of what is chosen; empty if nothing is.
    std::string code() const { return currentData().toString().toStdString(); }
    void choose(std::string const& code) { setCurrentIndex(findData(QString::fromStdString(code))); }

Q_SIGNALS:
    /// What was typed is the beginning of more than one: their names, the one that is chosen first. The down key goes to
    /// the next of them while nothing else is typed.
    void several(QString const& typed, QStringList const& names);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    /// Goes to the first kind that begins with all that was typed without a pause; what no kind begins with is not
    /// taken up.
    void goTo(QString const& letters);
    /// The rows that begin so, in the order in which they are meant.
    std::vector<int> beginning(QString const& letters) const;
    void take(int row);

    std::vector<QStringList> forms_;  // of each row, folded
    QString typed_;
    std::vector<int> meant_;  // by what was typed last
    QElapsedTimer since_;
};

}  // namespace cresset::widgets
