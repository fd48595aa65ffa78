#include "app/ctl/road_options.h"

#include "core/facts/json_text.h"
#include "core/roads/snap_index.h"

#include <fmt/format.h>

namespace cresset::app {

Result<Mode> mode_option(Arguments const& arguments)
{
    std::string const word = arguments.option_or("--mode", "emergency");
    Mode mode = Mode::emergency_car;
    if (from_word(word, mode)) return mode;
    return Problem{fmt::format("--mode must be emergency, car, ebike or foot, not \"{}\"", word)};
}

Problem no_road_near(Place place)
{
    return {fmt::format("there is no road for this mode within {} m of {}: is it in this city?",
                        SnapIndex::usual_reach_mm / 1000, to_text(place))};
}

}  // namespace cresset::app
