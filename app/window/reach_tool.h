#pragma once
/// How far one gets, and how soon somebody is anywhere: areas of minutes on the map, made beside and kept up with the
/// units; and for who may be sent, the hole that opens where it stands now.

#include "app/window/desk_tool.h"
#include "app/window/newest_work.h"
#include "core/session/reach_desk.h"
#include "widgets/reach_layer.h"
#include "widgets/reach_panel.h"

#include <memory>
#include <optional>

namespace cresset::app {

class ReachTool : public DeskTool {
    Q_OBJECT
public:
    explicit ReachTool(ToolParts parts);
    ~ReachTool() override;

    std::vector<ToolPanel> panels() override;
    void setTheme(widgets::Theme const& theme) override { panel_.setTheme(theme); }
    bool take(Command const& command) override;
    std::vector<ActionRow> rows() override;
    void addTo(QMenu& menu, widgets::MarkKey mark, Place place) override;
    void everySecond() override;

    widgets::ReachLayer const& layer() const { return layer_; }
    /// The hole that opens if the unit in hand goes to the incident in hand.
    widgets::ReachLayer const& openedLayer() const { return opened_layer_; }
    widgets::ReachPanel& panel() { return panel_; }
    bool isBusy() const { return work_.isBusy() || opens_work_.isBusy(); }

private:
    enum class Shows : std::uint8_t { nothing, reach, coverage };

    std::shared_ptr<Roads const> roads() const;
    std::vector<std::uint32_t> limits(std::vector<Duration> const& wanted) const;
    void showReach(ShowReach const& command);
    void showCoverage();
    void ask();
    void askReach();
    void askCoverage();
    void askWhatOpens();
    void takeReach(std::vector<Isochrone> areas, Place start);
    void takeCoverage(std::shared_ptr<CoverageAnswer const> answer, std::shared_ptr<Roads const> const& on);
    void takeWhatOpens(std::shared_ptr<CoverageAnswer const> answer, std::shared_ptr<Roads const> on);
    void showWhatOpens();
    void lookAtAreas();
    void followCorrection();
    void off();
    void showView(std::vector<Isochrone> const& areas);
    QString nameOf(Place place) const;

    widgets::ReachLayer layer_, opened_layer_;
    widgets::ReachPanel panel_;
    Shows shows_ = Shows::nothing;
    ShowReach asked_;
    Place start_{};  ///< of what is shown
    widgets::ReachView view_;
    Instant made_at_{}, opens_at_{};
    std::optional<IncidentId> opens_for_;
    std::shared_ptr<CoverageAnswer const> opens_;
    std::shared_ptr<Roads const> opens_on_;  ///< whose streets they are
    bool looks_ = false;                     ///< the map shall go to the areas that come
    NewestWork work_, opens_work_;
};

}  // namespace cresset::app
