#pragma once
/// The rows of an incident file as steps in the order in which they are written into a journal. A unit that the file
/// has at two incidents at once ends the first one before it begins the second: those steps are written later than they
/// happened, and say so.

#include "core/base/geo.h"
#include "core/base/time.h"
#include "core/facts/incident.h"
#include "core/feeds/incident_row.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cresset::app {

struct PlannedIncident {
    std::string external;
    std::string type;
    int priority = 3;
    Instant received{};
    Place place;
    std::string address;
    std::string disposition;
    std::map<Stamp, Instant> stamps;    // said with the report: when it was entered, and those that no unit's row tells
    std::map<Stamp, Instant> earliest;  // over all units
};

struct PlanStep {
    enum class What : std::uint8_t { report, send, drive, arrive, leave, close };
    What what = What::report;
    std::size_t incident = 0;  // its place in the plan
    std::string unit;
    Instant happened_at{};
    Instant written_at{};  // never before it happened
};

struct IncidentPlan {
    std::vector<PlannedIncident> incidents;
    std::map<std::string, std::string> units;  // call sign -> kind
    std::vector<PlanStep> steps;               // by written_at
    std::uint64_t known_before = 0;            // incidents left out
};

/// The code under which the file's word stands; "other" if it has none.
std::string type_of(feeds::IncidentRow const& row);
/// "handled" if the file says nothing.
std::string disposition_of(feeds::IncidentRow const& row);

/// `known`: numbers of incidents to leave out.
IncidentPlan plan_incidents(std::vector<feeds::IncidentRow> const& rows, std::set<std::string> const& known);

}  // namespace cresset::app
