#pragma once
/// The workload of the fences. GF-60: a city of 60 by 60 km; half of the fences circles of 50 to 500 m, half stars of 8
/// to 64 corners; seven of ten in 20 clusters; units at up to 30 m/s that turn as they like, one fix a second. GF-60P:
/// seven of ten units stand.

#include "core/base/dice.h"
#include "core/facts/fence.h"
#include "core/facts/fix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace cresset::bench {

inline constexpr double fence_city_m = 60'000;
inline constexpr std::size_t fence_city_units = 10'000;

struct PlaneMetres {
    double x, y;
};

class FenceCity {
public:
    explicit FenceCity(std::size_t fences) : dice_{42}
    {
        for (PlaneMetres& centre : clusters_)
            centre = {real(8000, fence_city_m - 8000), real(8000, fence_city_m - 8000)};
        for (std::size_t i = 0; i < fences; ++i) shapes_.push_back(i % 2 == 0 ? circle() : star());
        for (std::size_t i = 0; i < fence_city_units; ++i) units_.push_back({somewhere(), real(0, 30), real(0, turn)});
    }
    std::vector<FenceShape> const& shapes() const { return shapes_; }

    /// The fixes of every second; the first `parked` of 100 units stay where they are.
    std::vector<std::vector<Fix>> drive(int seconds, std::size_t parked)
    {
        std::vector<std::vector<Fix>> all;
        for (int second = 0; second < seconds; ++second) {
            auto& fixes = all.emplace_back();
            for (std::size_t i = 0; i < units_.size(); ++i) {
                if (second > 0 && i >= units_.size() * parked / 100) step(units_[i]);
                Fix fix;
                fix.place = place(units_[i].at);
                fix.at = instant(1'000'000 + second * 1000);
                fixes.push_back(fix);
            }
        }
        return all;
    }

private:
    static constexpr double turn = 6.283185307179586;
    static constexpr Place corner{408'800'000, -90'000'000};
    struct Moving {
        PlaneMetres at;
        double speed, course;
    };

    double real(double low, double high) { return low + (high - low) * dice_.real(); }
    double normal() { return std::sqrt(-2 * std::log(std::max(dice_.real(), 1e-300))) * std::cos(turn * dice_.real()); }
    PlaneMetres somewhere()
    {
        if (!dice_.chance(7, 10)) return {real(0, fence_city_m), real(0, fence_city_m)};
        PlaneMetres const about = clusters_[dice_.below(clusters_.size())];
        return {std::clamp(about.x + 3000 * normal(), 0.0, fence_city_m),
                std::clamp(about.y + 3000 * normal(), 0.0, fence_city_m)};
    }
    static Place place(PlaneMetres at) { return moved(corner, std::llround(at.x * 1000), std::llround(at.y * 1000)); }
    FenceShape circle()
    {
        auto const radius = static_cast<std::uint32_t>(real(50'000, 500'000));
        return {FenceKind::circle, {{place(somewhere())}}, radius};
    }
    FenceShape star()
    {
        PlaneMetres const centre = somewhere();
        double const radius = real(50, 500);
        auto const corners = 8 + dice_.below(57);
        FenceShape shape{FenceKind::polygon, {{}}, 0};
        for (std::uint64_t i = 0; i < corners; ++i) {
            double const angle = turn * static_cast<double>(i) / static_cast<double>(corners);
            double const out = radius * real(0.6, 1);
            shape.lines[0].push_back(place({centre.x + out * std::cos(angle), centre.y + out * std::sin(angle)}));
        }
        return shape;
    }
    void step(Moving& unit)
    {
        if (dice_.chance(1, 10)) unit.speed = real(0, 30);
        if (dice_.chance(1, 20)) unit.course = real(0, turn);
        unit.course += normal() * turn / 24;
        unit.at = {unit.at.x + unit.speed * std::cos(unit.course), unit.at.y + unit.speed * std::sin(unit.course)};
        if (unit.at.x < 0 || unit.at.x > fence_city_m) unit.course = turn / 2 - unit.course;
        if (unit.at.y < 0 || unit.at.y > fence_city_m) unit.course = -unit.course;
        unit.at = {std::clamp(unit.at.x, 0.0, fence_city_m), std::clamp(unit.at.y, 0.0, fence_city_m)};
    }

    Dice dice_;
    std::array<PlaneMetres, 20> clusters_{};
    std::vector<FenceShape> shapes_;
    std::vector<Moving> units_;
};

}  // namespace cresset::bench
