#include "core/roads/cordon_choice.h"

#include "core/base/check.h"
#include "core/roads/road_net.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <queue>

namespace cresset {
namespace {

/// One point more costs more than all the time that the units of any cordon could save.
constexpr std::int64_t point_price = std::int64_t{1} << 40U;
constexpr std::int64_t unserved_kept = point_price << 12U;
constexpr std::size_t most_points = 1024;  // so many times never_ms are still less than that

/// What an exit left open costs, in eighths of a point, from "close whatever can be closed" to "only what closes eight
/// exits at once is worth a unit".
constexpr std::array<std::int64_t, 9> open_exit_eighths{8192, 256, 64, 32, 16, 9, 5, 3, 1};

bool has(std::vector<std::uint32_t> const& list, std::uint32_t one)
{
    return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

CordonChooser::CordonChooser(EscapeArea const& area, ArrivalTable const& arrivals, std::vector<std::uint32_t> kept)
    : area_{area}, arrivals_{arrivals}, kept_{std::move(kept)}, cut_{area}
{
    nearest_.assign(area.junctions().size(), never_ms);
    for (auto const& row : arrivals_) {
        CRESSET_CHECK(row.size() == nearest_.size());
        bool is_useful = false;
        for (std::size_t i = 0; i < row.size(); ++i) {
            nearest_[i] = std::min(nearest_[i], row[i]);
            is_useful = is_useful || row[i] != never_ms;
        }
        useful_units_ += is_useful ? 1 : 0;
    }
    useful_units_ = std::min(useful_units_, most_points);
}

Matching CordonChooser::match(std::vector<std::uint32_t> const& points) const
{
    std::vector<std::vector<std::int64_t>> times;
    for (std::uint32_t const point : points) {
        auto& row = times.emplace_back();
        for (auto const& unit : arrivals_) row.push_back(unit[point] == never_ms ? no_match : unit[point]);
    }
    return match_least(times);
}

/// As many points as can be, and those in the least time; the operator's points before all others.
Matching CordonChooser::match_most(std::vector<std::uint32_t> const& points) const
{
    std::vector<std::vector<std::int64_t>> times;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& row = times.emplace_back();
        for (auto const& unit : arrivals_) row.push_back(unit[points[i]] == never_ms ? no_match : unit[points[i]]);
        row.resize(arrivals_.size() + points.size(), no_match);
        row[arrivals_.size() + i] = has(kept_, points[i]) ? unserved_kept : point_price;  // by nobody
    }
    Matching matching = match_least(times);
    for (std::uint32_t& column : matching.column_of)
        if (column >= arrivals_.size()) column = no_number;
    return matching;
}

std::vector<std::int64_t> CordonChooser::prices(std::vector<std::uint32_t> const& kept,
                                                std::vector<std::uint32_t> const& barred) const
{
    std::vector<std::int64_t> out(nearest_.size(), no_price);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (nearest_[i] != never_ms) out[i] = point_price + nearest_[i];
    for (std::uint32_t const i : barred) out[i] = no_price;
    for (std::uint32_t const i : kept) out[i] = 0;
    return out;
}

/// Nothing where no cut is left, or none that the units are enough for.
std::optional<CordonChooser::Branch> CordonChooser::look_at(std::vector<std::uint32_t> kept,
                                                            std::vector<std::uint32_t> barred)
{
    auto const points = cut_.least(prices(kept, barred));
    if (!points || points->size() + kept.size() > useful_units_) return {};
    Branch branch{.bound = 0,
                  .number = branches_++,
                  .kept = std::move(kept),
                  .barred = std::move(barred),
                  .points = *points,
                  .matching = {}};
    branch.points.insert(branch.points.end(), branch.kept.begin(), branch.kept.end());
    std::sort(branch.points.begin(), branch.points.end());
    for (std::uint32_t const point : branch.points) branch.bound += point_price + nearest_[point];
    branch.matching = match(branch.points);
    return branch;
}

/// Every other cut of the branch lacks one of these points: the first that it lacks is barred, those before are kept.
std::vector<CordonChooser::Branch> CordonChooser::split(Branch const& branch)
{
    std::vector<Branch> out;
    std::vector<std::uint32_t> kept = branch.kept;
    auto const consider = [&](std::uint32_t point) {
        if (has(branch.kept, point)) return;
        auto barred = branch.barred;
        barred.push_back(point);
        if (auto next = look_at(kept, std::move(barred))) out.push_back(*std::move(next));
        kept.push_back(point);
    };
    if (branch.matching.is_complete())
        for (std::uint32_t const point : branch.points) consider(point);
    else
        for (std::uint32_t const row : branch.matching.contending) consider(branch.points[row]);
    return out;
}

CordonChoice CordonChooser::choice_of(std::vector<std::uint32_t> const& points, Matching const& matching) const
{
    CordonChoice choice;
    choice.total_ms = matching.total;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (matching.column_of[i] != no_number) choice.points.push_back({points[i], matching.column_of[i]});
    std::sort(choice.points.begin(), choice.points.end());
    return choice;
}

std::optional<CordonChoice> CordonChooser::seal(std::uint64_t allowance)
{
    std::uint64_t const end = cut_.work() + allowance;
    auto const later = [](Branch const& a, Branch const& b) {
        return std::pair{a.bound, a.number} > std::pair{b.bound, b.number};
    };
    std::priority_queue<Branch, std::vector<Branch>, decltype(later)> open{later};
    if (auto root = look_at(kept_, {})) open.push(*std::move(root));
    std::optional<CordonChoice> best;
    std::int64_t best_cost = no_price;
    is_proven_ = true;
    while (!open.empty() && open.top().bound < best_cost) {
        Branch const branch = open.top();
        open.pop();
        bool const fits = branch.matching.is_complete();
        auto const cost = static_cast<std::int64_t>(branch.points.size()) * point_price + branch.matching.total;
        if (fits && cost < best_cost) best = choice_of(branch.points, branch.matching), best_cost = cost;
        if (fits && cost == branch.bound) break;
        if (cut_.work() > end) {
            is_proven_ = false;
            break;
        }
        for (Branch& next : split(branch))
            if (next.bound < best_cost) open.push(std::move(next));
    }
    if (best) best->seals = true, best->is_proven = is_proven_;
    return best;
}

std::size_t CordonChooser::exits_open(CordonChoice const& choice) const
{
    auto const junctions = area_.junctions();
    std::vector<char> seen(junctions.size());
    for (auto const& point : choice.points) seen[point.junction] = 1;
    std::vector<std::uint32_t> stack;
    std::size_t open = 0;
    auto const reach = [&](std::uint32_t junction) {
        if (seen[junction]) return;
        seen[junction] = 1;
        open += junctions[junction].is_exit ? 1 : 0;
        stack.push_back(junction);
    };
    for (auto const& way : area_.first_ways()) reach(way.to);
    while (!stack.empty()) {
        std::uint32_t const from = stack.back();
        stack.pop_back();
        for (auto const& way : area_.ways_out(from)) reach(way.to);
    }
    return open;
}

/// Points whose closing closes no exit are given back, the last junctions first.
void CordonChooser::leave_out_idle(CordonChoice& choice) const
{
    std::size_t const open = exits_open(choice);
    for (std::size_t i = choice.points.size(); i-- > 0;) {
        if (has(kept_, choice.points[i].junction)) continue;
        CordonChoice less = choice;
        less.points.erase(less.points.begin() + static_cast<std::ptrdiff_t>(i));
        if (exits_open(less) == open) choice = std::move(less);
    }
}

void CordonChooser::post_rest(CordonChoice& choice) const
{
    std::vector<char> closed(nearest_.size()), busy(arrivals_.size());
    for (auto const& point : choice.points) closed[point.junction] = busy[point.unit] = 1;
    auto const firsts = area_.firsts(closed);
    std::vector<std::uint32_t> exits;
    for (std::uint32_t i = 0; i < firsts.size(); ++i)
        if (area_.junctions()[i].is_exit && firsts[i].ms != never_ms) exits.push_back(i);
    std::sort(exits.begin(), exits.end(), [&](auto a, auto b) {
        return std::pair{firsts[a].ms, a} < std::pair{firsts[b].ms, b};
    });
    for (std::uint32_t const exit : exits) {
        std::uint32_t quickest = no_number;
        for (std::uint32_t unit = 0; unit < arrivals_.size(); ++unit) {
            if (busy[unit] || arrivals_[unit][exit] == never_ms) continue;
            if (quickest == no_number || arrivals_[unit][exit] < arrivals_[quickest][exit]) quickest = unit;
        }
        if (quickest == no_number) continue;
        busy[quickest] = 1;
        choice.points.push_back({exit, quickest});
    }
}

CordonChoice CordonChooser::close_most()
{
    CordonChoice best;
    std::size_t best_open = SIZE_MAX;
    for (std::int64_t const eighths : open_exit_eighths) {
        auto points = cut_.least(prices(kept_, {}), point_price / 8 * eighths).value_or(std::vector<std::uint32_t>{});
        std::sort(points.begin(), points.end());
        points.insert(points.begin(), kept_.begin(), kept_.end());
        CordonChoice choice = choice_of(points, match_most(points));
        leave_out_idle(choice);
        post_rest(choice);
        std::vector<std::uint32_t> manned;
        for (auto const& point : choice.points) manned.push_back(point.junction);
        choice = choice_of(manned, match(manned));
        std::size_t const open = exits_open(choice);
        auto const rank = [](std::size_t exits, CordonChoice const& one) {
            return std::tuple{exits, one.points.size(), one.total_ms};
        };
        if (rank(open, choice) < rank(best_open, best)) best = std::move(choice), best_open = open;
    }
    return best;
}

}  // namespace cresset
