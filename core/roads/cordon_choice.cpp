#include "core/roads/cordon_choice.h"

#include "core/base/check.h"
#include "core/roads/cordon_thin.h"
#include "core/roads/road_net.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <queue>

namespace cresset {
namespace {

constexpr std::size_t most_points = 1024;  // so many times never_ms are still less than a point
constexpr int haggling_rounds = 40;
constexpr std::int64_t fee_step = point_price / 4;
constexpr std::int64_t unserved_kept = point_price << 12U;

/// What an exit left open costs, in eighths of a point: from "only what closes three exits at once is worth a unit" to
/// "close whatever can be closed".
constexpr std::array<std::int64_t, 5> open_exit_eighths{3, 5, 9, 24, 8192};

std::int64_t cost_of(CordonChoice const& choice)
{
    return static_cast<std::int64_t>(choice.points.size()) * point_price + choice.total_ms;
}

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
    if (kept.size() > useful_units_) return {};
    auto const left = static_cast<std::int64_t>(useful_units_ - kept.size());
    auto const points = cut_.least(prices(kept, barred), {.open_exit = no_price, .most = (left + 1) * point_price});
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
        if (cut_.work() > work_end_) is_proven_ = false;
        if (has(branch.kept, point) || !is_proven_) return;
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

/// Junctions cost a fee on top of the time, that of the cheapest unit in time for them. Units for which points contend
/// become dearer until the cut goes where others can stand.
std::optional<CordonChoice> CordonChooser::haggle(std::uint64_t end)
{
    std::vector<std::int64_t> fees(arrivals_.size());
    for (int round = 0; round < haggling_rounds && cut_.work() < end; ++round) {
        auto prices = this->prices(kept_, {});
        for (std::size_t i = 0; i < prices.size(); ++i) {
            if (prices[i] == no_price || prices[i] == 0) continue;
            prices[i] = no_price;
            for (std::size_t unit = 0; unit < fees.size(); ++unit)
                if (arrivals_[unit][i] != never_ms)
                    prices[i] = std::min(prices[i], point_price + arrivals_[unit][i] + fees[unit]);
        }
        auto points = cut_.least(prices, {});
        if (!points) return {};
        points->insert(points->end(), kept_.begin(), kept_.end());
        std::sort(points->begin(), points->end());
        Matching const matching = match(*points);
        if (matching.is_complete()) return choice_of(*points, matching);
        for (std::size_t unit = 0; unit < fees.size(); ++unit) {
            auto const is_wanted = [&](std::uint32_t row) { return arrivals_[unit][(*points)[row]] != never_ms; };
            if (std::any_of(matching.contending.begin(), matching.contending.end(), is_wanted)) fees[unit] += fee_step;
        }
    }
    return {};
}

std::optional<CordonChoice> CordonChooser::seal(std::uint64_t allowance)
{
    work_end_ = cut_.work() + allowance;
    auto const later = [](Branch const& a, Branch const& b) {
        return std::pair{a.bound, a.number} > std::pair{b.bound, b.number};
    };
    std::priority_queue<Branch, std::vector<Branch>, decltype(later)> open{later};
    is_proven_ = true;
    if (auto root = look_at(kept_, {})) open.push(*std::move(root));
    if (open.empty()) return {};
    std::optional<CordonChoice> best;
    if (!open.top().matching.is_complete()) best = haggle(work_end_ - allowance / 4);
    std::int64_t best_cost = best ? cost_of(*best) : no_price;
    while (is_proven_ && !open.empty() && open.top().bound < best_cost) {
        Branch const branch = open.top();
        open.pop();
        if (branch.matching.is_complete()) {
            CordonChoice choice = choice_of(branch.points, branch.matching);
            if (cost_of(choice) < best_cost) best_cost = cost_of(choice), best = std::move(choice);
            if (best_cost == branch.bound) break;
        }
        for (Branch& next : split(branch))
            if (next.bound < best_cost) open.push(std::move(next));
    }
    if (best) best->seals = true;
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

/// The cut at a price of exits left open, manned as well as can be, with those left over at exits of their own.
CordonChoice CordonChooser::man(std::vector<std::uint32_t> const& cut) const
{
    std::vector<std::uint32_t> points = kept_;
    points.insert(points.end(), cut.begin(), cut.end());
    CordonChoice choice = choice_of(points, match_most(points));
    leave_out_idle(choice);
    post_rest(choice);
    points.clear();
    for (auto const& point : choice.points) points.push_back(point.junction);
    return choice_of(points, match(points));
}

CordonChoice CordonChooser::thinned(CordonChoice const& choice, std::size_t most) const
{
    std::vector<std::uint32_t> points;
    for (auto const& point : choice.points) points.push_back(point.junction);
    points = thin_points(area_, std::move(points), kept_, most);
    return choice_of(points, match(points));
}

CordonChoice CordonChooser::close_most(std::size_t most)
{
    CordonChoice best;
    std::size_t best_open = SIZE_MAX;
    auto const rank = [](std::size_t open, CordonChoice const& one) {
        return std::tuple{open, one.points.size(), one.total_ms};
    };
    for (std::int64_t const eighths : open_exit_eighths) {
        auto const cut = cut_.least(prices(kept_, {}), {.open_exit = point_price / 8 * eighths, .most = no_price});
        if (!cut) break;
        CordonChoice choice = man(*cut);
        std::size_t const open = exits_open(choice);
        if (rank(open, choice) < rank(best_open, best)) best = std::move(choice), best_open = open;
        if (cut->size() + kept_.size() > useful_units_) break;  // dearer exits only want more units
    }
    best.seals = best_open == 0;
    return best.seals || best.points.size() <= most ? best : thinned(best, most);
}

}  // namespace cresset
