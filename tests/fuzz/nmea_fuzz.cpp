/// Whatever the bytes, NMEA ends in readings within their ranges, and slicing changes nothing.
// max_len 2048

#include "core/feeds/nmea.h"
#include "tests/fuzz/sliced.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    cresset::feeds::check_stream<cresset::feeds::NmeaReader>({reinterpret_cast<char const*>(data), size});
    return 0;
}
