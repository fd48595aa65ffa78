#pragma once
/// The table of actions: what the window can do, with its words and its key, once. Menus, keys and the page of keys are
/// made from it.

#include <QAction>
#include <QKeySequence>
#include <QString>
#include <functional>
#include <map>
#include <string>
#include <vector>

class QMainWindow;
class QMenu;

namespace cresset::app {

struct ActionRow {
    char const* menu;  // "File", "Act", "View", "Help": in English, translated when shown
    char const* text;  // in English, translated when shown
    QKeySequence key;
    std::function<void()> act;
};

class ActionTable {
public:
    /// Adds every action to the window (so its key works everywhere in it) and builds the menu bar.
    void build(QMainWindow& window, std::vector<ActionRow> rows);
    /// Words anew in the language in use.
    void retranslate();
    /// "F5  Send the first unit", a line each.
    QStringList keys() const;
    bool hasKey(QKeySequence const& key) const;

private:
    std::vector<ActionRow> rows_;
    std::vector<QAction*> actions_;
    std::map<std::string, QMenu*> menus_;  // by their English title
};

}  // namespace cresset::app
