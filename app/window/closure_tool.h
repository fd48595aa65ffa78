#pragma once
/// Streets that are closed or slow, on the map with their sign.

#include "app/window/desk_tool.h"
#include "widgets/closure_layer.h"

namespace cresset::app {

class ClosureTool : public DeskTool {
    Q_OBJECT
public:
    explicit ClosureTool(ToolParts parts);
    ~ClosureTool() override;

    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    widgets::ClosureLayer const& layer() const { return layer_; }

private:
    void refresh();
    widgets::ClosureLayer layer_;
};

}  // namespace cresset::app
