#pragma once
/// How a unit drives to where it is sent, or to a place: turn by turn in a panel, as a line on the map. It goes on from
/// where the unit is, and round what is closed.

#include "app/window/desk_tool.h"
#include "core/roads/roads.h"
#include "widgets/mark_layers.h"
#include "widgets/turn_panel.h"

#include <optional>

namespace cresset::app {

class TurnTool : public DeskTool {
    Q_OBJECT
public:
    explicit TurnTool(ToolParts parts);
    ~TurnTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override { panel_.setTheme(theme); }
    bool take(Command const& command) override;
    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    void everySecond() override;

    widgets::TurnPanel& panel() { return panel_; }
    widgets::TurnView const& view() const { return view_; }

private:
    struct Goal {
        Place place;
        QString name;
    };
    void show(ShowTurns const& command);
    std::optional<Goal> goal() const;
    void find();
    void off();
    std::shared_ptr<Roads const> roads() const;

    widgets::TurnPanel panel_;
    widgets::PreviewLayer layer_;
    std::optional<ShowTurns> asked_;
    widgets::TurnView view_;
    std::optional<Place> from_;  ///< where the unit was when the way was found
};

}  // namespace cresset::app
