/// Whatever the bytes, a CSV file is refused with a reason or every row of it is read or counted.
// max_len 4096

#include "core/feeds/incident_file.h"
#include "tests/fuzz/incidents.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::feeds;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    check_file(read_incident_csv(bytes, fuzz_map()));
    // Once more behind a heading that fits, so that every run reaches the rows.
    check_file(read_incident_csv("a,b,c,d,e,f,g\n" + std::string{bytes}, fuzz_map()));
    return 0;
}
