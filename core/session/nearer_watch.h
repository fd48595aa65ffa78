#pragma once
/// Watches for units that become free and would be at an incident sooner than one that is under way there, by the
/// margin of the rules. It says so, once, by an entry of the journal; it never sends anybody. What it offers is
/// forgotten when it no longer holds.

#include "core/facts/dispatch_rules.h"
#include "core/session/recommendation.h"
#include "core/session/session.h"

#include <map>
#include <optional>
#include <set>

namespace cresset {

struct NearerOffer {
    UnitId freed, under_way;
    std::int64_t sooner_ms = 0;
    friend bool operator==(NearerOffer const&, NearerOffer const&) = default;
};

class NearerWatch {
public:
    /// What it is given must live longer than it. The guide may be null: then by straight line.
    NearerWatch(Session& session, CityGuide const* guide, DispatchRules const& rules);
    ~NearerWatch();
    NearerWatch(NearerWatch const&) = delete;
    NearerWatch& operator=(NearerWatch const&) = delete;

    /// Looks at who became free since it was called last, and at whether what it offers still holds; call it now and
    /// then (each tick). True if an offer came or went.
    bool look();
    /// What it offers for an incident.
    std::optional<NearerOffer> offer(IncidentId incident) const;

private:
    void notice(std::span<Entry const> entries, Changes const& changes);
    bool may_swap(UnitId freed, Incident const& incident, UnitId under_way) const;
    bool holds(IncidentId incident, NearerOffer const& offer) const;
    std::optional<NearerOffer> best_of(IncidentId id, Incident const& incident, std::set<UnitId> const& freed) const;
    bool forget_what_is_over();

    Session& session_;
    CityGuide const* guide_;
    DispatchRules const& rules_;
    int view_ = 0;
    std::set<UnitId> freed_;
    std::map<IncidentId, NearerOffer> offers_;
    Instant looked_at_{};
};

}  // namespace cresset
