#include "app/window/actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

namespace cresset::app {

namespace {
QString words(char const* english)
{
    return QCoreApplication::translate("Actions", english);
}
}  // namespace

void ActionTable::build(QMainWindow& window, std::vector<ActionRow> rows)
{
    rows_ = std::move(rows);
    for (ActionRow const& row : rows_) {
        auto* action = new QAction{&window};
        action->setShortcut(row.key);
        action->setShortcutContext(Qt::WindowShortcut);
        QObject::connect(action, &QAction::triggered, &window, [act = row.act] { act(); });
        window.addAction(action);
        actions_.push_back(action);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& menu = menus_[rows_[i].menu];
        if (menu == nullptr) menu = window.menuBar()->addMenu(QString{});
        menu->addAction(actions_[i]);
    }
    retranslate();
}

void ActionTable::retranslate()
{
    for (auto const& [title, menu] : menus_) menu->setTitle(words(title.c_str()));
    for (std::size_t i = 0; i < rows_.size(); ++i) actions_[i]->setText(words(rows_[i].text));
}

bool ActionTable::hasKey(QKeySequence const& key) const
{
    return std::any_of(rows_.begin(), rows_.end(), [&](ActionRow const& row) { return row.key == key; });
}

QStringList ActionTable::keys() const
{
    QStringList lines;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!rows_[i].key.isEmpty())
            lines.append(
                QStringLiteral("%1\t%2").arg(rows_[i].key.toString(QKeySequence::NativeText), words(rows_[i].text)));
    return lines;
}

}  // namespace cresset::app
