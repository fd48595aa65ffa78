#include "app/ctl/incident_plan.h"

#include <algorithm>
#include <optional>

namespace cresset::app {

namespace {

using feeds::IncidentRow;
using What = PlanStep::What;

void keep_earliest(std::map<Stamp, Instant>& stamps, Stamp stamp, std::optional<Instant> at)
{
    if (!at) return;
    auto const [found, is_new] = stamps.emplace(stamp, *at);
    if (!is_new) found->second = std::min(found->second, *at);
}

/// When the unit was sent: some systems leave that out and say when it drove or arrived.
std::optional<Instant> sent_at(IncidentRow const& row)
{
    if (row.dispatch) return row.dispatch;
    return row.response ? row.response : row.on_scene;
}

class Planner {
public:
    explicit Planner(std::set<std::string> const& known) : known_{known} {}

    IncidentPlan plan(std::vector<IncidentRow> const& rows)
    {
        for (IncidentRow const& row : rows) gather(row);
        for (auto const& [number, row] : responses_) keep_stamps(plan_.incidents[number], *row);
        for (std::size_t i = 0; i < plan_.incidents.size(); ++i) {
            Instant const at = plan_.incidents[i].received;
            plan_.steps.push_back({What::report, i, {}, at, at});
            last_written_.push_back(at);
            last_happened_.push_back(at);
        }
        plan_units();
        for (std::size_t i = 0; i < plan_.incidents.size(); ++i) plan_close(i);
        std::stable_sort(plan_.steps.begin(), plan_.steps.end(),
                         [](PlanStep const& a, PlanStep const& b) { return a.written_at < b.written_at; });
        plan_.known_before = left_out_.size();
        return std::move(plan_);
    }

private:
    void gather(IncidentRow const& row)
    {
        if (known_.contains(row.external)) {
            left_out_.insert(row.external);
            return;
        }
        auto const [found, is_new] = numbers_.emplace(row.external, plan_.incidents.size());
        if (is_new) plan_.incidents.push_back(first_said(row));
        PlannedIncident& incident = plan_.incidents[found->second];
        incident.received = std::min(incident.received, row.received);
        keep_earliest(incident.stamps, Stamp::classified, row.entry);
        if (!row.unit.empty()) plan_.units.emplace(row.unit, row.unit_kind.empty() ? "car" : row.unit_kind);
        responses_.emplace_back(found->second, &row);
    }

    static PlannedIncident first_said(IncidentRow const& row)
    {
        PlannedIncident incident;
        incident.external = row.external;
        incident.type = type_of(row);
        incident.priority = row.priority.value_or(3);
        incident.received = row.received;
        incident.place = row.place.value_or(Place{});
        incident.address = row.address;
        incident.disposition = disposition_of(row);
        return incident;
    }

    /// Of a row without a unit the stamps are the incident's own.
    static void keep_stamps(PlannedIncident& incident, IncidentRow const& row)
    {
        auto& stamps = row.unit.empty() ? incident.stamps : incident.earliest;
        keep_earliest(stamps, Stamp::notified, row.dispatch);
        keep_earliest(stamps, Stamp::en_route, row.response);
        keep_earliest(stamps, Stamp::on_scene, row.on_scene);
        if (row.unit.empty()) keep_earliest(stamps, Stamp::available, row.available);
    }

    void plan_units()
    {
        std::stable_sort(responses_.begin(), responses_.end(), [](auto const& a, auto const& b) {
            return sent_at(*a.second).value_or(Instant{}) < sent_at(*b.second).value_or(Instant{});
        });
        for (auto const& [number, row] : responses_) {
            if (!row->unit.empty() && sent_at(*row)) plan_response(number, *row);
            if (row->available) last_happened_[number] = std::max(last_happened_[number], *row->available);
            last_written_[number] = std::max(last_written_[number], last_happened_[number]);
        }
    }

    void plan_response(std::size_t number, IncidentRow const& row)
    {
        Instant& written = free_from_[row.unit];
        written = std::max(written, plan_.incidents[number].received);
        auto const step = [&](What what, std::optional<Instant> at) {
            if (!at) return;
            written = std::max(written, *at);
            plan_.steps.push_back({what, number, row.unit, *at, written});
            last_happened_[number] = std::max(last_happened_[number], *at);
        };
        step(What::send, sent_at(row));
        step(What::drive, row.response);
        step(What::arrive, row.on_scene);
        step(What::leave, row.available);
        last_written_[number] = std::max(last_written_[number], written);
    }

    void plan_close(std::size_t number)
    {
        plan_.steps.push_back({What::close, number, {}, last_happened_[number], last_written_[number]});
    }

    std::set<std::string> const& known_;
    std::set<std::string> left_out_;
    IncidentPlan plan_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::pair<std::size_t, IncidentRow const*>> responses_;
    std::map<std::string, Instant> free_from_;
    std::vector<Instant> last_written_, last_happened_;  // of each incident
};

}  // namespace

std::string type_of(IncidentRow const& row)
{
    return row.type.empty() ? "other" : row.type;
}

std::string disposition_of(IncidentRow const& row)
{
    return row.disposition.empty() ? "handled" : row.disposition;
}

IncidentPlan plan_incidents(std::vector<IncidentRow> const& rows, std::set<std::string> const& known)
{
    return Planner{known}.plan(rows);
}

}  // namespace cresset::app
