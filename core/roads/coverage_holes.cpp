#include "core/roads/coverage_holes.h"

#include "core/base/check.h"
#include "core/roads/reach.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cresset {
namespace {

constexpr std::int64_t most_posts = 12;

}  // namespace

CoverageHoles::CoverageHoles(std::shared_ptr<Roads const> roads, std::uint32_t limit_ms)
    : roads_{std::move(roads)}, limit_ms_{limit_ms}
{
    CRESSET_CHECK(roads_ != nullptr && limit_ms < never_ms);
    judged_by_ = roads_->net(Mode::emergency_car);
}

bool CoverageHoles::counts(StreetNumber street) const
{
    return judged_by_->in_main_part(2 * street) || judged_by_->in_main_part(2 * street + 1);
}

/// `ms_of_late` holds 0 for a street that is no part of any hole.
std::vector<CoverageHole> CoverageHoles::connected(std::vector<std::uint32_t> const& ms_of_late) const
{
    RoadGraph const& graph = roads_->graph();
    std::vector<NodeNumber> group(graph.node_count());
    std::iota(group.begin(), group.end(), NodeNumber{0});
    auto const root = [&](NodeNumber node) {
        while (group[node] != node) node = group[node] = group[group[node]];
        return node;
    };
    for (StreetNumber street = 0; street < ms_of_late.size(); ++street)
        if (ms_of_late[street] != 0) group[root(graph.from(2 * street))] = root(graph.to(2 * street));
    std::vector<std::uint32_t> hole_of(graph.node_count(), no_number);
    std::vector<CoverageHole> holes;
    for (StreetNumber street = 0; street < ms_of_late.size(); ++street) {
        if (ms_of_late[street] == 0) continue;
        std::uint32_t& number = hole_of[root(graph.from(2 * street))];
        if (number == no_number) number = static_cast<std::uint32_t>(holes.size()), holes.emplace_back();
        CoverageHole& hole = holes[number];
        hole.streets.push_back(street);
        hole.length_mm += graph.length_mm(2 * street);
        hole.worst_ms = std::max(hole.worst_ms, ms_of_late[street]);
    }
    for (CoverageHole& hole : holes) {
        std::int64_t before = 0;
        for (StreetNumber const street : hole.streets) {
            before += graph.length_mm(2 * street);
            if (2 * before < hole.length_mm) continue;
            hole.middle = middle_of(graph, street).place;
            break;
        }
    }
    std::stable_sort(holes.begin(), holes.end(),
                     [](auto const& a, auto const& b) { return a.length_mm > b.length_mm; });
    return holes;
}

std::vector<CoverageHole> CoverageHoles::holes(Coverage const& coverage) const
{
    std::vector<std::uint32_t> late(coverage.size());
    for (StreetNumber street = 0; street < coverage.size(); ++street)
        if (is_late(street, coverage[street].ms)) late[street] = coverage[street].ms;
    return connected(late);
}

std::vector<CoverageHole> CoverageHoles::opened_without(Coverage const& coverage, std::uint32_t who) const
{
    std::vector<std::uint32_t> late(coverage.size());
    for (StreetNumber street = 0; street < coverage.size(); ++street) {
        std::uint32_t const ms = coverage[street].ms_without(who);
        if (is_late(street, ms) && !is_late(street, coverage[street].ms)) late[street] = ms;
    }
    return connected(late);
}

struct CoverageHoles::Post {
    RoadPosition at;
    Mode mode;
    std::vector<std::uint8_t> covers;  // each street
};

CoverageHoles::Post CoverageHoles::post_at(ReachSearch& search, StreetNumber street, Mode mode) const
{
    RoadGraph const& graph = roads_->graph();
    Post post{middle_of(graph, street), mode, std::vector<std::uint8_t>(graph.street_count())};
    if (!search.net().allows(post.at.arc)) post.at = seen_back(graph, post.at);
    auto const reach = search.reach(std::array{post.at}, limit_ms_);
    for (ReachedPart const& part : reach.parts) {
        std::uint32_t const half = graph.length_mm(part.arc) / 2;
        std::uint32_t const middle = is_ahead(part.arc) ? half : graph.length_mm(part.arc) - half;
        if (middle >= part.start_mm && middle <= part.end_mm) post.covers[street_of(part.arc)] = 1;
    }
    return post;
}

/// A few of its streets, evenly along its length: their numbers follow the ground.
std::vector<StreetNumber> CoverageHoles::spread_over(CoverageHole const& hole) const
{
    std::vector<StreetNumber> out;
    std::int64_t sum_mm = 0;
    std::int64_t marks = 0;  // passed of those in the middle of each of so many equal lengths
    for (StreetNumber const street : hole.streets) {
        sum_mm += roads_->graph().length_mm(2 * street);
        auto const is_passed = [&] { return sum_mm * 2 * most_posts >= (2 * marks + 1) * hole.length_mm; };
        if (is_passed()) out.push_back(street);
        while (is_passed()) ++marks;
    }
    return out;
}

std::optional<CoverageMove> CoverageHoles::best_move(Coverage const& coverage, std::span<CoverUnit const> units,
                                                     CoverageHole const& hole) const
{
    RoadGraph const& graph = roads_->graph();
    std::vector<std::vector<StreetNumber>> opened_by(units.size());
    std::vector<StreetNumber> late;
    std::int64_t late_mm = 0;
    auto const length = [&](StreetNumber street) { return std::int64_t{graph.length_mm(2 * street)}; };
    for (StreetNumber street = 0; street < coverage.size(); ++street) {
        StreetCover const& cover = coverage[street];
        if (is_late(street, cover.ms)) late.push_back(street), late_mm += length(street);
        if (!is_late(street, cover.ms) && is_late(street, cover.next_ms)) opened_by[cover.who].push_back(street);
    }
    CoverageMove best;
    best.late_before_mm = best.late_after_mm = late_mm;
    for (Mode const mode : all_modes) {
        if (std::none_of(units.begin(), units.end(), [&](auto const& unit) { return unit.mode == mode; })) continue;
        ReachSearch search = roads_->reach_search(mode);
        RouteSearch routes{roads_->net(mode)};
        for (StreetNumber const street : spread_over(hole)) {
            if (!search.net().allows(2 * street) && !search.net().allows(2 * street + 1)) continue;
            Post const post = post_at(search, street, mode);
            std::int64_t healed_mm = 0;
            for (StreetNumber const one : late) healed_mm += post.covers[one] != 0 ? length(one) : 0;
            for (std::uint32_t who = 0; who < units.size(); ++who) {
                if (units[who].mode != mode) continue;
                std::int64_t after_mm = late_mm - healed_mm;
                for (StreetNumber const one : opened_by[who]) after_mm += post.covers[one] != 0 ? 0 : length(one);
                if (after_mm >= best.late_after_mm) continue;
                auto const eta = routes.fastest_ms(units[who].at, post.at);
                if (eta) best = {who, post.at, *eta, late_mm, after_mm};
            }
        }
    }
    return best.late_after_mm < late_mm ? std::optional{best} : std::nullopt;
}

}  // namespace cresset
