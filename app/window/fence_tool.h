#pragma once
/// Fences at the desk: the list of them, drawing and changing them on the map, the form of what they watch, and what
/// comes of their alarms. Every change is one act.

#include "app/window/desk_tool.h"
#include "app/window/fence_files.h"
#include "app/window/fence_snap.h"
#include "widgets/fence_draft_layer.h"
#include "widgets/fence_form.h"
#include "widgets/fence_layer.h"
#include "widgets/fence_panel.h"
#include "widgets/fence_sketch.h"

#include <optional>

namespace cresset::app {

class FenceTool : public DeskTool {
    Q_OBJECT
public:
    explicit FenceTool(ToolParts parts);
    ~FenceTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override;
    bool take(Command const& command) override;
    std::vector<ActionRow> rows() override;
    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    void everySecond() override;
    void alarmLooked(Alert const& alert) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPanel();
    void connectMap();
    void refresh();
    void choose(std::optional<FenceId> fence);
    void lookAt(FenceId fence);
    void remove(FenceId fence);

    void draw(widgets::SketchKind kind);
    void drawn(Place place);
    void finish();
    void finishHole(Line hole);
    void leaveDrawing();
    QString drawingNote() const;
    void moveCursor(Place cursor);
    void showSketch();
    QString measure(FenceShape const& shape) const;

    void beginForm(Fence const& fence);
    void change(FenceId fence);
    void leaveChange();
    void save(Fence const& fence);
    /// The shape that is changed now, with its place if it moves with a unit.
    std::optional<FenceShape> shapeInHand() const;
    void showShape(FenceShape const& shape);
    void showInHand();
    void takeShape(FenceShape shape);
    std::optional<widgets::FenceHandle> handleOf(widgets::MarkKey mark) const;
    void pull(widgets::MarkKey mark, Place place, bool drop);
    bool takeCornerAway();
    bool takeKey(int key);

    struct Snapped {
        Place place;
        bool on_something = false;
    };
    Snapped snapped(Place place) const;
    Fence newFence(FenceShape shape) const;
    /// Says how an act went; false if it was refused.
    bool told(Ticket const& ticket, QString const& done);

    widgets::FencePanel panel_;
    widgets::FenceForm form_;
    widgets::FenceLayer layer_;
    widgets::FenceDraftLayer draft_layer_;
    FenceSnap snap_;
    FenceFiles files_;
    std::optional<widgets::FenceSketch> sketch_;  // while one is drawn
    std::optional<FenceId> cut_;                  // the area that a hole is drawn in
    std::optional<UnitId> carrier_;               // of one that is drawn around a unit
    Names region_;                                // what was clicked is called
    std::optional<Fence> draft_;                  // drawn, and not saved yet
    std::optional<FenceId> changing_;
    std::optional<widgets::FenceHandle> pulled_;
    bool alt_ = false;  // the key was down with the last event of the mouse
};

}  // namespace cresset::app
