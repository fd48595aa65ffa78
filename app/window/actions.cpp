#include "app/window/actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <map>

namespace cresset::app {

namespace {
QString words(char const* english)
{
    return QCoreApplication::translate("Actions", english);
}
}  // namespace

void ActionTable::build(QMainWindow& window, std::vector<ActionRow> rows)
{
    window_ = &window;
    rows_ = std::move(rows);
    for (ActionRow const& row : rows_) {
        auto* action = new QAction{&window};
        action->setShortcut(row.key);
        action->setShortcutContext(Qt::WindowShortcut);
        QObject::connect(action, &QAction::triggered, &window, [act = row.act] { act(); });
        window.addAction(action);
        actions_.push_back(action);
    }
    retranslate();
}

void ActionTable::retranslate()
{
    window_->menuBar()->clear();
    std::map<QString, QMenu*> menus;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        QString const title = words(rows_[i].menu);
        auto& menu = menus[title];
        if (menu == nullptr) menu = window_->menuBar()->addMenu(title);
        actions_[i]->setText(words(rows_[i].text));
        menu->addAction(actions_[i]);
    }
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
