/// Whatever the bytes, GeoJSON is refused with a reason or every feature of it is read or counted.
// max_len 4096

#include "core/feeds/incident_file.h"
#include "tests/fuzz/incidents.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::feeds;
    check_file(read_incident_geojson({reinterpret_cast<char const*>(data), size}, fuzz_map()));
    return 0;
}
