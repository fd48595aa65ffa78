#include "core/session/recommendation.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>

namespace cresset {

namespace {

struct Sentence {
    Why why;
    std::string_view text;
};
constexpr std::array sentences{
    Sentence{Why::nearest_by_road, "first by road"},
    Sentence{Why::own_beat, "its own beat"},
    Sentence{Why::has_capability, "has {0}"},
    Sentence{Why::off_duty, "is not on duty"},
    Sentence{Why::committed, "is at work on {0}"},
    Sentence{Why::busy, "is busy"},
    Sentence{Why::on_break, "is on a break"},
    Sentence{Why::out_of_service, "is out of service"},
    Sentence{Why::in_distress, "is in distress"},
    Sentence{Why::no_position, "has never reported its position"},
    Sentence{Why::lost_position, "its position is {0} old"},
    Sentence{Why::no_way, "has no way there"},
    Sentence{Why::lacks_capability, "has no {0}"},
};

constexpr std::int64_t straight_line_mm_per_s = 50'000'000 / 3600;

std::string age_text(std::int64_t age_ms)
{
    std::int64_t const seconds = age_ms / 1000;
    return seconds < 120 ? std::to_string(seconds) + " s" : std::to_string(seconds / 60) + " min";
}

class Recommender {
public:
    Recommender(World const& world, Incident const& incident, Instant now)
        : world_{world}, incident_{incident}, now_{now}, type_{world.codes.type(incident.type)}
    {
    }

    /// Why not; nothing if the unit can go.
    std::optional<Reasoned> obstacle(UnitId id, Unit const& unit) const
    {
        if (!unit.signed_on) return Reasoned{Why::off_duty, {}};
        if (unit.distress()) return Reasoned{Why::in_distress, {}};
        if (is_committed(unit.status) && unit.incident)
            return Reasoned{Why::committed, number_text(world_, *unit.incident)};
        if (unit.status == Status::busy) return Reasoned{Why::busy, {}};
        if (unit.status == Status::on_break) return Reasoned{Why::on_break, {}};
        if (unit.status == Status::out_of_service) return Reasoned{Why::out_of_service, {}};
        auto const* fix = world_.fix(id);
        if (fix == nullptr) return Reasoned{Why::no_position, {}};
        std::int64_t const age = (now_ - fix->at).count();
        if (age > world_.codes.limits.fix_lost_s * 1000) return Reasoned{Why::lost_position, age_text(age)};
        for (std::string const& need : needs())
            if (!has(unit, need)) return Reasoned{Why::lacks_capability, need};
        return {};
    }

    RankedUnit ranked(UnitId id, Unit const& unit, std::int64_t eta_ms) const
    {
        RankedUnit row;
        row.unit = id;
        row.eta_ms = eta_ms;
        row.fix_age_ms = (now_ - world_.fix(id)->at).count();
        row.stale = row.fix_age_ms > world_.codes.limits.fix_stale_s * 1000;
        if (unit.grid && unit.grid == incident_.grid) row.reasons.push_back({Why::own_beat, {}});
        for (std::string const& need : needs()) row.reasons.push_back({Why::has_capability, need});
        return row;
    }

private:
    std::vector<std::string> const& needs() const
    {
        static std::vector<std::string> const none;
        return type_ == nullptr ? none : type_->needs;
    }
    static bool has(Unit const& unit, std::string const& need)
    {
        return std::find(unit.capabilities.begin(), unit.capabilities.end(), need) != unit.capabilities.end();
    }

    World const& world_;
    Incident const& incident_;
    Instant now_;
    TypeCode const* type_;
};

std::vector<std::optional<std::int64_t>> straight_lines(std::vector<CityGuide::Start> const& starts, Place to)
{
    std::vector<std::optional<std::int64_t>> etas;
    etas.reserve(starts.size());
    for (auto const& start : starts) etas.emplace_back(distance_mm(start.place, to) * 1000 / straight_line_mm_per_s);
    return etas;
}

template <typename Rows>
void sort_by_eta(Rows& rows)
{
    static constexpr std::int64_t never = INT64_MAX;
    auto const eta = [](auto const& row) -> std::int64_t {
        if constexpr (requires { row.eta_ms.has_value(); })
            return row.eta_ms.value_or(never);
        else
            return row.eta_ms;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](auto const& a, auto const& b) { return eta(a) < eta(b); });
}

}  // namespace

std::string_view english(Why why)
{
    auto const& sentence = sentences[static_cast<std::size_t>(why)];
    CRESSET_CHECK(sentence.why == why);
    return sentence.text;
}

Recommendation recommend(World const& world, CityGuide const* guide, IncidentId id, Instant now, std::size_t top)
{
    Recommendation result;
    result.roads_known = guide != nullptr;
    auto const* incident = world.incidents.find(id);
    if (incident == nullptr) return result;
    Recommender const judge{world, *incident, now};

    std::vector<CityGuide::Start> starts;
    std::vector<std::pair<UnitId, std::optional<Reasoned>>> with_fix;
    for (auto const& [unit_id, unit] : world.units) {
        if (unit.incident == id) continue;
        auto obstacle = judge.obstacle(unit_id, unit);
        if (auto const* fix = world.fix(unit_id)) {
            starts.push_back({fix->place, unit.mode, !obstacle});
            with_fix.emplace_back(unit_id, std::move(obstacle));
        } else if (obstacle && obstacle->why == Why::no_position) {
            result.passed_over.push_back({unit_id, *obstacle, {}});
        }
    }
    auto const etas =
        guide != nullptr ? guide->etas_ms(starts, incident->place, top) : straight_lines(starts, incident->place);
    std::size_t reached = 0;
    for (std::size_t i = 0; i < with_fix.size(); ++i) {
        auto const& [unit_id, obstacle] = with_fix[i];
        if (obstacle && etas[i]) result.passed_over.push_back({unit_id, *obstacle, etas[i]});
        if (obstacle || !etas[i]) continue;
        result.ranked.push_back(judge.ranked(unit_id, *world.units.find(unit_id), *etas[i]));
        ++reached;
    }
    if (reached < top)  // the search went through all of the city: who was not met has no way
        for (std::size_t i = 0; i < with_fix.size(); ++i)
            if (!etas[i]) result.passed_over.push_back({with_fix[i].first, {Why::no_way, {}}, {}});
    sort_by_eta(result.ranked);
    sort_by_eta(result.passed_over);
    if (!result.ranked.empty() && guide != nullptr)
        result.ranked.front().reasons.insert(result.ranked.front().reasons.begin(), {Why::nearest_by_road, {}});
    if (result.ranked.size() > top) result.ranked.resize(top);
    return result;
}

}  // namespace cresset
