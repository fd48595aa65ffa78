#pragma once
/// Names for the training city, invented: two characters and what the thing is. None is given twice.

#include "core/base/dice.h"

#include <cstdint>
#include <set>
#include <string>

namespace cresset::maps::city {

struct Name {
    std::string zh, en;
};

class Names {
public:
    explicit Names(std::uint64_t seed) : dice_{seed, 6} {}
    /// Two characters alone: 青溪 / Qingxi.
    Name stem();
    /// A stem with what it names: with("小学", " Primary School").
    Name with(std::string const& zh, std::string const& en);

private:
    Dice dice_;
    std::set<std::string> stems_, given_;

    Name thrown();
};

}  // namespace cresset::maps::city
