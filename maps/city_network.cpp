#include "maps/city_network.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

class Joiner {
public:
    Joiner(Town const& town, Names& names, std::uint64_t seed)
        : town_{town}, mesh_{town.mesh}, names_{names}, dice_{seed, 7}
    {
    }

    Network join() &&
    {
        fan_out();
        pair_up();
        chain_up();
        for (auto& street : net_.streets) name(street);
        set_directions();
        set_signals();
        return std::move(net_);
    }

private:
    Town const& town_;
    Mesh const& mesh_;
    Names& names_;
    Dice dice_;
    Network net_;
    std::vector<std::vector<int>> leaving_;  // halves of streets, by node
    std::vector<int> onward_;                // of each half, the half that goes on from its end; -1 if none

    void fan_out()
    {
        leaving_.resize(mesh_.at.size());
        for (int h = 0; h < static_cast<int>(mesh_.halves.size()); ++h)
            if (mesh_.edge(h).kind != Class::none) leaving_[ix(mesh_.half(h).from)].push_back(h);
    }

    P direction(int h) const { return unit(mesh_.place(mesh_.to(h)) - mesh_.from_place(h)); }

    double fit(int a, int b) const
    {
        Edge const& e = mesh_.edge(a);
        Edge const& f = mesh_.edge(b);
        double const straight = -dot(direction(a), direction(b));
        bool const same_name = e.line >= 0 && f.line >= 0 &&
                               town_.plan.names[ix(e.line)].zh == town_.plan.names[ix(f.line)].zh &&
                               !town_.plan.names[ix(e.line)].zh.empty();
        if (e.line >= 0 && (e.line == f.line || same_name)) return 4 + straight;
        if (e.kind != f.kind || e.under != f.under || e.frontage != f.frontage) return -1;
        if (e.line >= 0 && f.line >= 0 && e.kind != Class::tertiary) return -1;
        return straight > 0.8 ? straight : -1;
    }

    void pair_up()
    {
        onward_.assign(mesh_.halves.size(), -1);
        for (auto const& fan : leaving_) {
            struct Pair {
                double fit;
                int a, b;
            };
            std::vector<Pair> pairs;
            for (std::size_t i = 0; i < fan.size(); ++i)
                for (std::size_t j = i + 1; j < fan.size(); ++j)
                    if (double const f = fit(fan[i], fan[j]); f > 0) pairs.push_back({f, fan[i], fan[j]});
            std::stable_sort(pairs.begin(), pairs.end(), [](Pair const& a, Pair const& b) { return a.fit > b.fit; });
            std::vector<int> used;
            for (auto const& p : pairs) {
                bool const is_used = std::any_of(used.begin(), used.end(), [&](int h) { return h == p.a || h == p.b; });
                if (is_used) continue;
                used.push_back(p.a), used.push_back(p.b);
                onward_[ix(p.a ^ 1)] = p.b;
                onward_[ix(p.b ^ 1)] = p.a;
            }
        }
    }

    void chain_up()
    {
        net_.street_of_edge.assign(mesh_.edges.size(), -1);
        for (int e = 0; e < static_cast<int>(mesh_.edges.size()); ++e) {
            if (mesh_.edges[ix(e)].kind == Class::none || net_.street_of_edge[ix(e)] >= 0) continue;
            int start = 2 * e + 1;  // go back to the beginning
            while (onward_[ix(start)] >= 0 && onward_[ix(start)] / 2 != e) start = onward_[ix(start)];
            Street street;
            street.kind = mesh_.edges[ix(e)].kind;
            for (int h = start ^ 1; h >= 0 && net_.street_of_edge[ix(h / 2)] < 0; h = onward_[ix(h)]) {
                street.halves.push_back(h);
                street.length += distance(mesh_.from_place(h), mesh_.place(mesh_.to(h)));
                net_.street_of_edge[ix(h / 2)] = static_cast<int>(net_.streets.size());
                street.kind = std::min(street.kind, mesh_.edge(h).kind);
            }
            net_.streets.push_back(std::move(street));
        }
    }

    void name(Street& street)
    {
        for (int h : street.halves) {
            int const line = mesh_.edge(h).line;
            if (line < 0 || town_.plan.names[ix(line)].zh.empty()) continue;
            auto const& planned = town_.plan.names[ix(line)];
            street.name = {planned.zh, planned.en};
            street.ref = planned.ref;
            return;
        }
        bool const is_short = street.length < 70 && street.kind >= Class::residential;
        if (is_short || street.kind == Class::alley || street.kind == Class::track) return;
        switch (street.kind) {
            case Class::trunk:
            case Class::primary:
                street.name = street.length > 3'500 ? names_.with("大道", " Avenue") : names_.with("路", " Road");
                return;
            case Class::secondary: street.name = names_.with("路", " Road"); return;
            case Class::tertiary:
                street.name = dice_.chance(2, 3) ? names_.with("路", " Road") : names_.with("街", " Street");
                return;
            case Class::living_street: street.name = names_.with("巷", " Lane"); return;
            default:
                street.name = dice_.chance(1, 2) ? names_.with("路", " Road") : names_.with("街", " Street");
                return;
        }
    }

    /// Small streets of the centre that run side by side go to and fro by turns; streets beside an expressway go its
    /// way.
    void set_directions()
    {
        for (auto& street : net_.streets) {
            P const from = mesh_.from_place(street.halves.front()), to = mesh_.place(mesh_.to(street.halves.back()));
            P const middle = mix(from, to, 0.5);
            bool const is_small = street.kind == Class::residential || street.kind == Class::tertiary;
            if (!is_small || street.length < 260 || street.length > 1'600 || distance(from, to) < 200) continue;
            if (mesh_.edge(street.halves[0]).line >= 0 || distance(middle, {-250, 0}) > 2'300) continue;
            if (!dice_.chance(2, 5)) continue;
            P along = unit(to - from);
            if (along.x + along.y * 0.3 < 0) along = along * -1;
            bool const forth = static_cast<long>(std::floor(dot(middle, left_of(along)) / 140)) % 2 == 0;
            street.oneway = true;
            if (forth != (dot(to - from, along) > 0)) {
                std::reverse(street.halves.begin(), street.halves.end());
                for (int& h : street.halves) h ^= 1;
            }
        }
    }

    void set_signals()
    {
        for (int n = 0; n < static_cast<int>(leaving_.size()); ++n) {
            auto const& fan = leaving_[ix(n)];
            int main = 0, middle = 0;
            bool under = false;
            for (int h : fan) {
                main += mesh_.edge(h).kind <= Class::secondary;
                middle += mesh_.edge(h).kind <= Class::tertiary;
                under = under || mesh_.edge(h).under;
            }
            if (under || fan.size() < 3 || main < 2 || middle < 3) continue;
            net_.signals.push_back(n);
            if (fan.size() >= 4 && dice_.chance(1, 5)) ban(n, fan);
        }
    }

    void ban(int via, std::vector<int> const& fan)
    {
        int const in = fan[dice_.below(fan.size())];
        bool const no_turning_back = dice_.chance(1, 3);
        for (int out : fan) {
            P const ahead = direction(in) * -1;
            bool const is_left = cross(ahead, direction(out)) > 0.6;
            if (no_turning_back ? out != in : !is_left || out == in) continue;
            net_.bans.push_back({via, in / 2, out / 2, no_turning_back ? "no_u_turn" : "no_left_turn"});
            return;
        }
    }
};

}  // namespace

Network make_network(Town const& town, Names& names, std::uint64_t seed)
{
    return Joiner{town, names, seed}.join();
}

int house_number(Town const& town, Street const& street, P place)
{
    double along = 0, best = 1e18, found = 0;
    bool is_left = false;
    for (int h : street.halves) {
        P const a = town.mesh.from_place(h), b = town.mesh.place(town.mesh.to(h));
        double const far = segment_distance(place, a, b), length = distance(a, b);
        if (far < best) {
            best = far;
            found = along + std::clamp(dot(place - a, unit(b - a)), 0.0, length);
            is_left = cross(b - a, place - a) > 0;
        }
        along += length;
    }
    return 2 * static_cast<int>(found / 12) + (is_left ? 1 : 2);
}

}  // namespace cresset::maps::city
