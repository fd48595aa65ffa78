/// Whatever the bytes, a drill is refused with a reason or has numbers that a simulated city can run by.
// max_len 4096

#include "core/base/check.h"
#include "core/exercise/drill.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const drill = cresset::read_drill({reinterpret_cast<char const*>(data), size});
    if (!drill) {
        CRESSET_CHECK(!drill.problem().empty());
        return 0;
    }
    CRESSET_CHECK(drill->tick_ms >= 100 && drill->fix_every_s >= 1 && drill->length_s >= 1);
    for (auto const& row : drill->calls) {
        CRESSET_CHECK(row.by_hour.empty() || row.by_hour.size() == 24);
        CRESSET_CHECK(row.scene_s.from <= row.scene_s.to);
    }
    return 0;
}
