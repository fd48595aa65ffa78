/// Whatever the bytes, a fleet's lines end in readings within their ranges, and slicing changes nothing.
// max_len 4096

#include "core/feeds/fleet_reader.h"
#include "tests/fuzz/sliced.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    cresset::feeds::check_stream<cresset::feeds::FleetReader>({reinterpret_cast<char const*>(data), size});
    return 0;
}
