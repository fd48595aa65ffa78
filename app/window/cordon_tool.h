#pragma once
/// The one-key cordon: planned beside, shown before anyone is sent, changed by hand, set as one act. Where the suspect
/// of a cordon that stands is seen again, the next one is planned by itself; it is set only when somebody says so.

#include "app/window/desk_tool.h"
#include "app/window/newest_work.h"
#include "core/session/cordon_desk.h"
#include "widgets/cordon_layer.h"
#include "widgets/cordon_panel.h"

#include <map>
#include <memory>
#include <optional>

namespace cresset::app {

class CordonTool : public DeskTool {
    Q_OBJECT
public:
    explicit CordonTool(ToolParts parts);
    ~CordonTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override { panel_.setTheme(theme); }
    bool take(Command const& command) override;
    std::vector<ActionRow> rows() override;
    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    void everySecond() override;

    widgets::CordonPanel& panel() { return panel_; }
    widgets::CordonLayer const& layer() const { return layer_; }
    bool isPlanning() const { return wish_.has_value(); }
    bool isBusy() const { return work_.isBusy(); }

private:
    struct Answer {
        CordonPlan plan;
        CordonOrder order;
        Instant planned_at{};
        std::shared_ptr<Roads const> roads;  ///< the plan points into it
    };
    struct Finder;
    void connectPanel();
    void take(std::shared_ptr<Answer const> answer, QString const& problem);
    void begin(PlanCordon const& command);
    void plan();
    void change(std::function<void(CordonWish&)> const& by);
    void set();
    void end();
    void lookAtPlan();
    void follow();
    void replanWhereSeen();
    void refresh();
    void say();
    void look(std::size_t row, bool leak);
    void drop(widgets::MarkKey mark, Place place);
    std::optional<IncidentId> shown() const;
    Cordon const* standing(IncidentId incident) const;
    std::shared_ptr<Roads const> roads() const;
    widgets::CordonView viewOf(IncidentId incident) const;
    void addPlan(widgets::CordonView& view) const;
    void addStanding(widgets::CordonView& view, Cordon const& cordon) const;
    widgets::CordonPicture pictureOfPlan() const;
    widgets::CordonPicture pictureOf(Cordon const& cordon) const;
    QString callSigns(std::vector<UnitId> const& units) const;
    QString thumbText(CordonPlan const& plan) const;

    widgets::CordonLayer layer_;
    widgets::CordonPanel panel_;
    std::optional<CordonWish> wish_;  ///< while one is planned
    std::shared_ptr<Answer const> answer_;
    QString problem_;
    bool looks_ = false;                       ///< the map shall go to what is found
    bool spoken_ = true;                       ///< the newest answer was said
    std::map<IncidentId, LastSeen> followed_;  ///< for which it was planned by itself
    std::shared_ptr<Finder> finder_;           ///< of the thread that plans
    NewestWork work_;
};

}  // namespace cresset::app
