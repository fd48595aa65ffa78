#pragma once
/// A tool of the desk: what takes panels, layers of the map, commands and keys of its own (fences, cordon, reach). The
/// window knows only this of it, so that a new tool touches nobody else.

#include "app/window/actions.h"
#include "core/session/command.h"
#include "widgets/map_layer.h"
#include "widgets/theme.h"

#include <QMenu>
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace cresset::widgets {
class CommandBar;
class DeskHub;
class MapView;
}  // namespace cresset::widgets

namespace cresset::app {

class Room;

/// What a tool works with; all of it outlives it.
struct ToolParts {
    Room& room;
    widgets::DeskHub& hub;
    widgets::MapView& map;
    widgets::CommandBar& command;
    /// Brings one of its panels to the front, or hides it.
    std::function<void(char const* name)> show;
    std::function<void(char const* name)> hide;
};

/// A panel of a tool: it comes when it is asked for and goes with Escape.
struct ToolPanel {
    char const* name;  ///< in layouts
    QWidget* widget;
    std::function<QString()> title;
};

class DeskTool : public QObject {
public:
    explicit DeskTool(ToolParts parts) : parts_{std::move(parts)} {}

    virtual std::vector<ToolPanel> panels() { return {}; }
    virtual void setTheme(widgets::Theme const& /*theme*/) {}
    /// True if the command is its to do.
    virtual bool take(Command const& /*command*/) { return false; }
    /// What it adds to the table of actions.
    virtual std::vector<ActionRow> rows() { return {}; }
    /// What it adds to the menu of a mark, or of a place (kind none).
    virtual void addTo(QMenu& /*menu*/, widgets::MarkKey /*mark*/, Place /*place*/) {}
    /// Somebody looks at an alarm.
    virtual void alarmLooked(Alert const& /*alert*/) {}
    /// Each second, by the clock of the room.
    virtual void everySecond() {}

protected:
    ToolParts parts_;
};

/// All tools of the desk, in the order of their actions.
std::vector<std::unique_ptr<DeskTool>> makeTools(ToolParts const& parts);

}  // namespace cresset::app
