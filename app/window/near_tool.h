#pragma once
/// What is near an incident or a place: as a list and on the map, kept up with the units; and where the incident's
/// place is corrected, what that changed.

#include "app/window/desk_tool.h"
#include "core/session/near.h"
#include "widgets/mark_layers.h"
#include "widgets/near_panel.h"

#include <optional>

namespace cresset::app {

class NearTool : public DeskTool {
    Q_OBJECT
public:
    explicit NearTool(ToolParts parts);
    ~NearTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override { panel_.setTheme(theme); }
    void everySecond() override;

    void look(LookNear const& wanted);
    void lookAround(Place place, QString const& name);
    widgets::NearPanel& panel() { return panel_; }
    std::vector<NearThing> const& things() const { return things_; }

private:
    std::vector<NearThing> find() const;
    std::vector<NearThing> cityThings() const;
    void begin();
    void refresh();
    void show(QString const& changed);
    void lookAtIt();
    void correct();
    QString titleText() const;
    QString changeText(NearChange const& change) const;

    widgets::NearPanel panel_;
    widgets::PreviewLayer layer_;
    std::optional<NearQuestion> question_;
    QString around_;  ///< the name of the place; empty: an incident
    std::vector<NearThing> things_;
    QString changed_;
};

}  // namespace cresset::app
