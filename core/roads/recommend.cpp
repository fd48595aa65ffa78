#include "core/roads/recommend.h"

#include "core/base/check.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace cresset {
namespace {

constexpr std::int64_t off_road_mm = 50'000;
constexpr std::int64_t long_way_percent = 200;
constexpr std::int64_t shortest_judged_mm = 100'000;  // below that a detour says nothing

std::string seconds(std::int64_t ms)
{
    return fmt::format("{} s", (ms + 500) / 1000);
}
std::string metres(std::int64_t mm)
{
    return fmt::format("{} m", (mm + 500) / 1000);
}

}  // namespace

std::string in_english(RankReason reason)
{
    switch (reason.code) {
        case ReasonCode::first_by_road: return "first by road";
        case ReasonCode::later_than_first: return seconds(reason.number) + " after the first";
        case ReasonCode::nearest_in_line:
            return fmt::format("nearest as the crow flies ({}), but not by road", metres(reason.number));
        case ReasonCode::long_way_round:
            return fmt::format("the road is {}.{} times the straight line", reason.number / 100,
                               reason.number % 100 / 10);
        case ReasonCode::off_the_road: return metres(reason.number) + " off the road";
        case ReasonCode::equally_fast: return "as quick as the one before";
        case ReasonCode::wrong_status: return "its status does not allow it";
        case ReasonCode::other_department: return "belongs to another department";
        case ReasonCode::lacks_capability: return "lacks a capability that is needed";
        case ReasonCode::stale_fix: return fmt::format("its last fix is {} old", seconds(reason.number));
        case ReasonCode::no_fix: return "has no known place";
        case ReasonCode::assigned_elsewhere: return "is assigned elsewhere";
        case ReasonCode::excluded: return "was excluded";
        case ReasonCode::no_road_near: return "has no road near that it can use";
        case ReasonCode::no_way: return "has no way there";
        case ReasonCode::not_on_card: return "is not what the run card asks for";
        case ReasonCode::slower_than_listed: return fmt::format("slower than the {} listed", reason.number);
    }
    return "unknown reason";
}

struct Recommender::Case {
    struct Row {
        std::optional<RoadPosition> at;
        std::optional<Arrival> arrival;
        std::int64_t distance_mm = 0;  // of those who may go
        std::optional<RankReason> why_not;
    };
    std::vector<Candidate> const& candidates;
    Place target;
    std::size_t top;
    std::vector<Row> rows;
    std::vector<std::size_t> order;  // of the fit with an eta, quickest first
    Recommendation out;
};

Recommender::Recommender(std::shared_ptr<Roads const> roads) : roads_{std::move(roads)}
{
    CRESSET_CHECK(roads_ != nullptr);
}

void Recommender::place_candidates(Case& of) const
{
    for (std::size_t i = 0; i < of.candidates.size(); ++i) {
        Candidate const& candidate = of.candidates[i];
        Case::Row& row = of.rows[i];
        row.why_not = candidate.unfit;
        row.at = candidate.at;
        if (!row.at && candidate.place) row.at = roads_->snap(*candidate.place, candidate.mode);
        if (!row.at && !row.why_not)
            row.why_not = RankReason{candidate.place ? ReasonCode::no_road_near : ReasonCode::no_fix};
    }
}

/// With the hierarchy of the mode as soon as somebody has made it.
ArrivalSearch& Recommender::searcher(Mode mode)
{
    auto& its = searches_[index_of(mode)];
    if (!its) its.emplace(roads_->arrival_search(mode));
    if (!its->has_hierarchy())
        if (auto hierarchy = roads_->ready_hierarchy(mode)) its->use(roads_->net(mode), std::move(hierarchy));
    return *its;
}

void Recommender::search(Case& of, Mode mode)
{
    std::vector<Comer> comers;
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < of.candidates.size(); ++i) {
        if (of.candidates[i].mode != mode || !of.rows[i].at) continue;
        comers.push_back({*of.rows[i].at, !of.rows[i].why_not});
        who.push_back(i);
    }
    if (comers.empty()) return;
    auto const goal = roads_->snap(of.target, mode);
    if (!goal) return;
    ArrivalSearch& search = searcher(mode);
    for (Arrival const& arrival : search.arrivals(*goal, comers, of.top)) {
        Case::Row& row = of.rows[who[arrival.who]];
        row.arrival = arrival;
        if (!row.why_not) row.distance_mm = search.distance_mm(arrival.who);
    }
}

void Recommender::rank(Case& of, std::size_t top) const
{
    for (std::size_t i = 0; i < of.rows.size(); ++i)
        if (of.rows[i].arrival && !of.rows[i].why_not) of.order.push_back(i);
    std::sort(of.order.begin(), of.order.end(), [&](auto a, auto b) {
        return std::tuple{of.rows[a].arrival->eta_ms, of.candidates[a].unit, a} <
               std::tuple{of.rows[b].arrival->eta_ms, of.candidates[b].unit, b};
    });
    if (of.order.size() > top) of.order.resize(top);
    for (std::size_t const i : of.order)
        of.out.ranked.push_back({of.candidates[i].unit, of.rows[i].arrival->eta_ms, of.rows[i].distance_mm, {}});
}

void Recommender::explain(Case& of) const
{
    auto const straight_mm = [&](std::size_t i) {
        return distance_mm(of.candidates[i].place.value_or(of.rows[i].at->place), of.target);
    };
    std::size_t nearest = 0;
    for (std::size_t k = 1; k < of.order.size(); ++k)
        if (straight_mm(of.order[k]) < straight_mm(of.order[nearest])) nearest = k;
    for (std::size_t k = 0; k < of.order.size(); ++k) {
        RankedUnit& unit = of.out.ranked[k];
        std::int64_t const straight = straight_mm(of.order[k]);
        auto const say = [&](ReasonCode code, std::int64_t number) { unit.reasons.push_back({code, number}); };
        if (k == 0) say(ReasonCode::first_by_road, 0);
        if (k > 0) say(ReasonCode::later_than_first, std::int64_t{unit.eta_ms} - of.out.ranked[0].eta_ms);
        if (k > 0 && unit.eta_ms == of.out.ranked[k - 1].eta_ms) say(ReasonCode::equally_fast, 0);
        if (k > 0 && k == nearest) say(ReasonCode::nearest_in_line, straight);
        if (straight >= shortest_judged_mm && unit.distance_mm * 100 >= straight * long_way_percent)
            say(ReasonCode::long_way_round, unit.distance_mm * 100 / straight);
        if (of.rows[of.order[k]].at->distance_mm > off_road_mm)
            say(ReasonCode::off_the_road, of.rows[of.order[k]].at->distance_mm);
    }
}

void Recommender::pass_over(Case& of) const
{
    std::vector<std::uint8_t> is_ranked(of.rows.size());
    for (std::size_t const i : of.order) is_ranked[i] = 1;
    bool const all_listed = of.order.size() < of.top;
    auto const listed = static_cast<std::int64_t>(of.order.size());
    struct Left {
        std::uint32_t eta_ms;  // never_ms comes last
        UnitId unit;
        std::size_t row;
        auto operator<=>(Left const&) const = default;
    };
    std::vector<Left> order;
    for (std::size_t i = 0; i < of.rows.size(); ++i)
        if (!is_ranked[i])
            order.push_back({of.rows[i].arrival ? of.rows[i].arrival->eta_ms : never_ms, of.candidates[i].unit, i});
    std::sort(order.begin(), order.end());
    // Where fewer are listed than were wanted, the search met everybody who has a way.
    RankReason const left =
        all_listed ? RankReason{ReasonCode::no_way} : RankReason{ReasonCode::slower_than_listed, listed};
    for (Left const& one : order) {
        Case::Row const& row = of.rows[one.row];
        PassedOverUnit unit{one.unit, row.why_not.value_or(left), {}};
        if (row.arrival) unit.eta_ms = row.arrival->eta_ms;
        of.out.passed_over.push_back(unit);
    }
}

Recommendation Recommender::recommend(std::vector<Candidate> const& candidates, Place target, std::size_t top)
{
    Case of{candidates, target, top, std::vector<Case::Row>(candidates.size()), {}, {}};
    place_candidates(of);
    for (Mode const mode : all_modes) search(of, mode);
    rank(of, top);
    explain(of);
    pass_over(of);
    return std::move(of.out);
}

Recommendation recommend(std::shared_ptr<Roads const> const& roads, std::vector<Candidate> const& candidates,
                         Place target, std::size_t top)
{
    return Recommender{roads}.recommend(candidates, target, top);
}

}  // namespace cresset
