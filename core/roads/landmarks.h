#pragma once
/// Lower bounds of what is still to come, from exact costs to and from a few states at the edge of the city and the
/// triangle inequality (ALT: Goldberg and Harrelson 2005). They lead a search towards its goal and never change what it
/// finds. Costs 64 bytes a state.

#include "core/roads/road_net.h"

#include <array>
#include <cstdint>
#include <vector>

namespace cresset {

class Landmarks {
public:
    static constexpr std::size_t count = 8;
    /// Costs to each landmark, then from each; never_ms where there is no way.
    using Row = std::array<std::uint32_t, 2 * count>;

    explicit Landmarks(RoadNet const& net);

    Row const& row(StateNumber state) const { return rows_[state]; }
    /// At least that much from the end of one state to the end of another.
    static std::uint32_t at_least_ms(Row const& from, Row const& to)
    {
        std::int32_t best = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto const toward = static_cast<std::int32_t>(from[i]) - static_cast<std::int32_t>(to[i]);
            auto const away = static_cast<std::int32_t>(to[count + i]) - static_cast<std::int32_t>(from[count + i]);
            best = std::max(best, std::max(toward, away));
        }
        return static_cast<std::uint32_t>(best);
    }
    std::vector<StateNumber> const& states() const { return states_; }

private:
    std::vector<StateNumber> states_;
    std::vector<Row> rows_;
};

}  // namespace cresset
