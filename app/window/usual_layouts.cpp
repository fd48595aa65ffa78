#include "app/window/usual_layouts.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace cresset::app {

namespace {

constexpr int narrow = 1000;  // no room for a column on both sides of the map
constexpr int low = 620;      // no room for two panels below each other

/// One column: panels from the top to the bottom, each with those that are tabs over it.
struct Column {
    std::vector<std::vector<char const*>> stacks;
    std::vector<int> shares;  // of the height
};
struct Plan {
    std::array<char const*, 2> names;  // in English and in Chinese
    Column left, right;
    int left_share, right_share;  // of the width, in hundredths
};

// What comes when it is asked for has the room of the first stack at the right.
Plan const& planOf(UsualLayout layout)
{
    static Plan const dispatch{{"dispatch", "派警"},
                               {{{"incidents"}, {"incident"}}, {38, 52}},
                               {{{"units"}, {"log", "alarms"}}, {60, 30}},
                               24,
                               20};
    static Plan const calls{{"calls", "接警"},
                            {{{"intake"}, {"incidents"}}, {62, 38}},
                            {{{"incident"}, {"units", "log", "alarms"}}, {55, 45}},
                            28,
                            25};
    static Plan const supervisor{{"supervisor", "督导"},
                                 {{{"incidents", "incident"}, {"alarms"}}, {60, 40}},
                                 {{{"units"}, {"log"}}, {55, 45}},
                                 26,
                                 26};
    switch (layout) {
        case UsualLayout::calls: return calls;
        case UsualLayout::supervisor: return supervisor;
        case UsualLayout::dispatch: break;
    }
    return dispatch;
}

/// Puts docks where a plan says.
class Arranger {
public:
    Arranger(QMainWindow& window, Docks const& docks) : window_{window}, docks_{docks} {}

    void clear()
    {
        for (auto const& [name, dock] : docks_) {
            dock->setFloating(false);
            window_.removeDockWidget(dock);
        }
    }
    /// Puts the panels of a column below each other, or all of them as tabs, and shows the first of each stack.
    QDockWidget* put(Column const& column, Qt::DockWidgetArea area, bool as_tabs)
    {
        QDockWidget* first = nullptr;
        QList<QDockWidget*> tops;
        for (auto const& stack : column.stacks) {
            QDockWidget* top = nullptr;
            for (char const* name : stack) {
                auto* dock = the(name);
                if (dock == nullptr) continue;
                auto* over = top != nullptr ? top : as_tabs ? first : nullptr;
                if (over != nullptr)
                    window_.tabifyDockWidget(over, dock);
                else
                    window_.addDockWidget(area, dock);
                dock->show();
                if (top == nullptr) top = dock, tops.append(dock);
                if (first == nullptr) first = dock;
            }
        }
        if (!as_tabs) window_.resizeDocks(tops, {column.shares.begin(), column.shares.end()}, Qt::Vertical);
        raise_.append(as_tabs ? QList{first} : tops);
        return first;
    }
    /// Panels that are not there until somebody asks for them, as tabs over that one.
    void hideRest(QDockWidget* over)
    {
        for (auto const& [name, dock] : docks_) {
            if (window_.dockWidgetArea(dock) != Qt::NoDockWidgetArea) continue;
            window_.tabifyDockWidget(over, dock);
            dock->hide();
        }
    }
    void raise()
    {
        for (auto* dock : raise_) dock->raise();
    }

private:
    QDockWidget* the(char const* name) const
    {
        auto const found = docks_.find(QString::fromLatin1(name));
        return found == docks_.end() ? nullptr : found->second;
    }
    QMainWindow& window_;
    Docks const& docks_;
    QList<QDockWidget*> raise_;
};

int share(int width, int hundredths)
{
    return std::clamp(width * hundredths / 100, 260, 620);
}

}  // namespace

std::array<QString, 2> namesOf(UsualLayout layout)
{
    auto const& names = planOf(layout).names;
    return {QString::fromUtf8(names[0]), QString::fromUtf8(names[1])};
}

QString nameOf(UsualLayout layout)
{
    switch (layout) {
        case UsualLayout::dispatch: return QCoreApplication::translate("Layouts", "dispatch");
        case UsualLayout::calls: return QCoreApplication::translate("Layouts", "calls");
        case UsualLayout::supervisor: return QCoreApplication::translate("Layouts", "supervisor");
    }
    return {};
}

std::optional<UsualLayout> usualLayout(QString const& name)
{
    for (auto const layout : usual_layouts)
        for (QString const& one : namesOf(layout))
            if (one.compare(name, Qt::CaseInsensitive) == 0) return layout;
    return {};
}

void arrange(QMainWindow& window, Docks const& docks, UsualLayout layout)
{
    Plan const& plan = planOf(layout);
    Arranger arranger{window, docks};
    arranger.clear();
    bool const as_tabs = window.height() < low;
    QSize const size = window.size();
    auto* left = arranger.put(plan.left, Qt::LeftDockWidgetArea, as_tabs);
    if (size.width() < narrow) {  // everything at the left, as tabs
        for (auto const& stack : plan.right.stacks)
            for (char const* name : stack)
                if (auto const dock = docks.find(QString::fromLatin1(name)); dock != docks.end())
                    window.tabifyDockWidget(left, dock->second), dock->second->show();
        arranger.hideRest(left);
        window.resizeDocks({left}, {share(size.width(), 36)}, Qt::Horizontal);
    } else {
        auto* right = arranger.put(plan.right, Qt::RightDockWidgetArea, as_tabs);
        arranger.hideRest(right);
        window.resizeDocks({left, right}, {share(size.width(), plan.left_share), share(size.width(), plan.right_share)},
                           Qt::Horizontal);
    }
    arranger.raise();
}

}  // namespace cresset::app
