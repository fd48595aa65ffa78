#pragma once
/// A street that is closed or slow: roadworks, a flood, a crowd.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/table.h"
#include "core/base/time.h"
#include "core/facts/listed.h"
#include "core/facts/names.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace cresset {

struct Closure {
    Place place;  // on the street; it holds for both directions, from one junction to the next
    Names street;
    std::int32_t speed_percent = 0;  // of what is usual there; 0: nobody gets through, at most 100
    std::optional<Instant> until;
    std::optional<Seq> changed_by;
    friend bool operator==(Closure const&, Closure const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("changed_by", &Closure::changed_by), field("place", &Closure::place),
                          field("speed_percent", &Closure::speed_percent), field("street", &Closure::street),
                          field("until", &Closure::until)};
    }
};

using Closures = Table<ClosureId, Closure>;

struct RoadClosed : Listed<ClosureId, Closure> {
    static constexpr std::string_view kind = "road.closed";
};

struct RoadOpened {
    static constexpr std::string_view kind = "road.opened";
    ClosureId closure;
    friend bool operator==(RoadOpened const&, RoadOpened const&) = default;
    static constexpr auto fields() { return std::tuple{field("closure", &RoadOpened::closure)}; }
};

}  // namespace cresset
