#include "widgets/type_box.h"

#include "maps/fold.h"
#include "maps/pinyin.h"
#include "widgets/desk_hub.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <algorithm>

namespace cresset::widgets {

namespace {

constexpr qint64 pause_ms = 1500;  // after which a word begins anew

QString folded(std::string const& text)
{
    return QString::fromStdString(maps::fold(text));
}

/// Everything that may be typed for it.
QStringList formsOf(TypeCode const& type)
{
    QStringList forms{folded(type.name.en), folded(type.name.zh), folded(type.code)};
    std::string whole, initials;
    for (maps::Readings const& readings : maps::Pinyin{}.read(maps::to_characters(type.name.zh))) {
        if (readings.empty()) continue;
        whole += readings.front();
        initials += readings.front().substr(0, 1);
    }
    forms.append({QString::fromStdString(initials), QString::fromStdString(whole)});
    for (std::string const& word : type.words) forms.append(folded(word));
    return forms;
}

}  // namespace

void TypeBox::setTypes(std::vector<TypeCode> const& types, DeskHub const& hub)
{
    std::string const kept = code();
    clear();
    forms_.clear();
    for (TypeCode const& type : types) {
        addItem(hub.name(type.name), QString::fromStdString(type.code));
        forms_.push_back(formsOf(type));
    }
    choose(kept);
}

void TypeBox::focusInEvent(QFocusEvent* event)
{
    typed_.clear();
    meant_.clear();
    QComboBox::focusInEvent(event);
}

void TypeBox::keyPressEvent(QKeyEvent* event)
{
    bool const chord = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    QString const letters = event->text();
    bool const goes_on = !typed_.isEmpty() && since_.isValid() && since_.elapsed() < pause_ms;
    if (chord || letters.isEmpty() || !letters.front().isPrint() || (letters.front().isSpace() && !goes_on)) {
        typed_.clear();
        auto const here = std::ranges::find(meant_, currentIndex());
        bool const next = event->key() == Qt::Key_Down && here != meant_.end() && here + 1 != meant_.end();
        if (next) return take(*(here + 1));
        return QComboBox::keyPressEvent(event);
    }
    goTo(letters);
    event->accept();
}

void TypeBox::inputMethodEvent(QInputMethodEvent* event)
{
    if (!event->commitString().isEmpty()) goTo(event->commitString());
    event->accept();
}

void TypeBox::goTo(QString const& letters)
{
    if (!since_.isValid() || since_.elapsed() >= pause_ms) typed_.clear();
    since_.start();
    QString const wanted = typed_ + letters;
    auto const rows = beginning(wanted);
    if (rows.empty()) return;
    typed_ = wanted;
    meant_ = rows;
    take(rows.front());
    QStringList names;
    for (int const row : rows) names.append(itemText(row));
    if (rows.size() > 1) Q_EMIT several(typed_, names);
}

/// The name in one form before that in another: "c" is a code's beginning before a caller's word's.
std::vector<int> TypeBox::beginning(QString const& letters) const
{
    QString const begin = folded(letters.toStdString());
    std::vector<int> rows;
    for (qsizetype form = 0, most = 1; form < most; ++form)
        for (std::size_t row = 0; row < forms_.size(); ++row) {
            most = std::max(most, forms_[row].size());
            if (form >= forms_[row].size() || !forms_[row][form].startsWith(begin)) continue;
            int const found = static_cast<int>(row);
            if (std::ranges::find(rows, found) == rows.end()) rows.push_back(found);
        }
    return rows;
}

void TypeBox::take(int row)
{
    setCurrentIndex(row);
    Q_EMIT activated(row);
}

}  // namespace cresset::widgets
