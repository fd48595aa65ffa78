#pragma once
/// The arrival drill by stages (1-3-5) at the desk: its clock and stages in a panel, its rings by road on the map.

#include "app/window/desk_tool.h"
#include "app/window/newest_work.h"
#include "widgets/reach_layer.h"
#include "widgets/stage_panel.h"

#include <optional>

namespace cresset::app {

class StageTool : public DeskTool {
    Q_OBJECT
public:
    explicit StageTool(ToolParts parts);
    ~StageTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override { panel_.setTheme(theme); }
    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    void everySecond() override;
    widgets::StagePanel& panel() { return panel_; }

private:
    std::optional<StageDrillId> newest() const;
    void refresh();
    void drawRings(StageDrill const& drill);

    widgets::StagePanel panel_;
    widgets::ReachLayer layer_;
    std::optional<StageDrillId> shown_, drawn_;
    NewestWork work_;
};

}  // namespace cresset::app
