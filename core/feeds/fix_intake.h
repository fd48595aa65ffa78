#pragma once
/// From readings to fixes of units: asks the bindings for whom the device may speak and the filter whether the fix is
/// new and possible, and counts every reading once. What comes out may go into a sweep as it is.

#include "core/feeds/bindings.h"
#include "core/feeds/counters.h"
#include "core/feeds/fix_filter.h"
#include "core/feeds/reading.h"

#include <optional>
#include <utility>

namespace cresset::feeds {

class FixIntake {
public:
    explicit FixIntake(Bindings bindings, FixFilterLimits limits = {}) : bindings_{std::move(bindings)}, filter_{limits}
    {
    }

    /// The fix of the unit to which the device is bound; nothing if it has none, or may not have it.
    std::optional<UnitFix> take(Reading const& reading, Instant received_at);

    Bindings& bindings() { return bindings_; }
    Bindings const& bindings() const { return bindings_; }
    Counters const& counters() const { return counters_; }

private:
    Bindings bindings_;
    FixFilter filter_;
    Counters counters_;
};

}  // namespace cresset::feeds
