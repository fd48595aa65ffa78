#include "core/session/advice.h"

#include <algorithm>
#include <map>

namespace cresset {

namespace {

bool is_in(std::vector<UnitId> const& units, UnitId unit)
{
    return std::find(units.begin(), units.end(), unit) != units.end();
}

/// Answers one question.
class Adviser {
public:
    explicit Adviser(AdviceQuestion const& question)
        : q_{question}, incident_{question.world.incidents.find(question.incident)}
    {
        if (incident_ == nullptr) return;
        auto const* type = q_.world.codes.type(incident_->type);
        card_ = q_.rules.cards.card_for(incident_->type, type == nullptr ? std::string_view{} : type->group,
                                        incident_->priority);
        if (card_ == nullptr) return;
        for (RunNeed const& need : card_->needs) {
            for (std::uint32_t i = 0; i < need.count; ++i) seats_.push_back(roles_.size());
            roles_.push_back(q_.rules.cards.role(need.role));
        }
    }

    Advice run()
    {
        Advice advice;
        if (incident_ == nullptr) return advice;
        auto const candidates = candidates_for(q_.world, q_.incident, q_.now, roles_);
        std::size_t const most = std::max(q_.top, seats_.size());
        advice.recommendation = quickest(q_.guide, candidates, incident_->place, most, q_.world.closures);
        if (card_ != nullptr) advice.card = plan(advice.recommendation);
        if (advice.recommendation.ranked.size() > q_.top) advice.recommendation.ranked.resize(q_.top);
        look_up_passed(advice.recommendation, candidates);
        return advice;
    }

private:
    CardPlan plan(Recommendation const& known)
    {
        add_working();
        std::map<UnitId, std::uint32_t> etas;
        for (RankedUnit const& one : known.ranked) etas.emplace(one.unit, one.eta_ms);
        bool const everybody = known.ranked.size() < std::max(q_.top, seats_.size());
        for (std::size_t role = 0; role < roles_.size() && !everybody; ++role) add_quickest(role, known, etas);
        for (auto const& [unit, eta] : etas) add(unit, std::uint64_t{eta} + 1);

        CardPlan plan;
        plan.card = card_->code;
        auto const taken = seat_cheapest(seats_, takers_);
        for (std::size_t i = 0; i < seats_.size(); ++i) {
            CardSeat seat;
            seat.role = roles_[seats_[i]]->code;
            if (taken[i]) {
                seat.unit = who_[*taken[i]];
                seat.sent = takers_[*taken[i]].cost == 0;
                if (!seat.sent) seat.eta_ms = etas.at(*seat.unit);
            }
            plan.seats.push_back(std::move(seat));
        }
        return plan;
    }

    /// Who is at work there costs nothing.
    void add_working()
    {
        for (Assignment const& work : incident_->assignments)
            if (!work.cleared_at && !is_in(who_, work.unit)) add(work.unit, 0);
    }
    void add(UnitId id, std::uint64_t cost)
    {
        auto const* unit = q_.world.units.find(id);
        if (unit == nullptr) return;
        SeatTaker taker;
        taker.cost = cost;
        for (RunRole const* role : roles_) taker.serves_as.push_back(can_serve_as(*unit, *role));
        takers_.push_back(std::move(taker));
        who_.push_back(id);
    }
    /// The best way to fill the seats is among the quickest of each role, as many as there are seats: any other can be
    /// changed for one of them.
    void add_quickest(std::size_t role, Recommendation const& known, std::map<UnitId, std::uint32_t>& etas) const
    {
        auto const of_role = static_cast<std::size_t>(std::count_if(
            known.ranked.begin(), known.ranked.end(),
            [&](RankedUnit const& one) { return can_serve_as(*q_.world.units.find(one.unit), *roles_[role]); }));
        if (of_role >= seats_.size()) return;
        auto candidates = candidates_for(q_.world, q_.incident, q_.now, {roles_[role]});
        std::erase_if(candidates, [](Candidate const& one) { return one.unfit.has_value(); });
        if (candidates.size() <= of_role) return;
        for (RankedUnit const& one :
             quickest(q_.guide, candidates, incident_->place, seats_.size(), q_.world.closures).ranked)
            etas.emplace(one.unit, one.eta_ms);
    }

    /// The search met those passed over only as far as it went: the time of the next few is looked up.
    void look_up_passed(Recommendation& found, std::vector<Candidate> const& candidates) const
    {
        // Who would only have to be another kind of unit is the least worth a look.
        std::stable_partition(found.passed_over.begin(), found.passed_over.end(),
                              [](PassedOverUnit const& one) { return one.reason.code != ReasonCode::not_on_card; });
        std::vector<PassedOverUnit*> wanted;
        std::vector<Candidate> asked;
        for (PassedOverUnit& one : found.passed_over) {
            if (wanted.size() >= q_.passed) break;
            if (one.reason.code == ReasonCode::slower_than_listed) continue;
            wanted.push_back(&one);
            if (one.eta_ms) continue;
            auto const candidate = std::find_if(candidates.begin(), candidates.end(),
                                                [&](Candidate const& c) { return c.unit == one.unit; });
            if (candidate == candidates.end() || !candidate->place) continue;
            asked.push_back(*candidate);
            asked.back().unfit.reset();
        }
        if (asked.empty()) return;
        for (RankedUnit const& one :
             quickest(q_.guide, asked, incident_->place, asked.size(), q_.world.closures).ranked)
            for (PassedOverUnit* passed : wanted)
                if (passed->unit == one.unit) passed->eta_ms = one.eta_ms;
    }

    AdviceQuestion const& q_;
    Incident const* incident_;
    RunCard const* card_ = nullptr;
    Roles roles_;
    std::vector<std::size_t> seats_;  // the number of the role of each
    std::vector<SeatTaker> takers_;
    std::vector<UnitId> who_;  // the takers
};

}  // namespace

std::vector<UnitId> Advice::order() const
{
    std::vector<UnitId> units = card ? card->proposed() : std::vector<UnitId>{};
    for (RankedUnit const& one : recommendation.ranked)
        if (!is_in(units, one.unit)) units.push_back(one.unit);
    return units;
}

Advice advise(AdviceQuestion const& question)
{
    return Adviser{question}.run();
}

std::size_t turn_of(Recommendation const& recommendation, std::uint32_t eta_ms)
{
    return 1 + static_cast<std::size_t>(std::count_if(recommendation.ranked.begin(), recommendation.ranked.end(),
                                                      [&](RankedUnit const& one) { return one.eta_ms <= eta_ms; }));
}

std::vector<UnitId> not_advised(Advice const& advice, std::vector<UnitId> const& sent, std::int64_t equal_s)
{
    auto const order = advice.order();
    std::vector<UnitId> const first{order.begin(),
                                    order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), sent.size()))};
    auto const eta_of = [&](UnitId unit) -> std::optional<std::uint32_t> {
        for (RankedUnit const& one : advice.recommendation.ranked)
            if (one.unit == unit) return one.eta_ms;
        return {};
    };
    std::uint32_t last = 0;
    for (UnitId const unit : first) last = std::max(last, eta_of(unit).value_or(0));
    std::vector<UnitId> others;
    for (UnitId const unit : sent) {
        if (is_in(first, unit) || (advice.card && advice.card->proposes(unit))) continue;
        auto const eta = eta_of(unit);
        if (eta && std::int64_t{*eta} <= std::int64_t{last} + equal_s * 1000) continue;
        others.push_back(unit);
    }
    return others;
}

std::vector<UnitId> stays_behind(Advice const& advice, std::vector<UnitId> const& sent)
{
    std::vector<UnitId> stays;
    for (UnitId const unit : advice.order()) {
        if (stays.size() >= sent.size()) break;
        if (!is_in(sent, unit)) stays.push_back(unit);
    }
    return stays;
}

}  // namespace cresset
