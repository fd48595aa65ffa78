/// Whatever the bytes, a sweep is refused or holds fixes that can be packed again, sorted, within the calendar.
// max_len 1024

#include "core/base/check.h"
#include "core/facts/sweep.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const fixes = cresset::unpack_sweep({reinterpret_cast<char const*>(data), size});
    for (auto const& one : fixes) CRESSET_CHECK(cresset::in_calendar(one.fix.at));
    CRESSET_CHECK(cresset::unpack_sweep(cresset::pack_sweep(fixes)) == fixes);
    return 0;
}
