/// Whatever stands in a journal: kind, a zero byte, body. It is refused in words, or it is an event that comes back
/// equal from its own body and that can be written.
// max_len 4096

#include "core/base/check.h"
#include "core/facts/event.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const zero = bytes.find('\0');
    if (zero == std::string_view::npos) return 0;
    auto const event = cresset::read_event(bytes.substr(0, zero), bytes.substr(zero + 1));
    if (!event) {
        CRESSET_CHECK(!event.problem().empty());
        return 0;
    }
    CRESSET_CHECK(cresset::kind_of(*event) == bytes.substr(0, zero));
    CRESSET_CHECK(cresset::can_be_written(*event));
    auto const body = cresset::body_of(*event);
    auto const again = cresset::read_event(cresset::kind_of(*event), body);
    CRESSET_CHECK(again && *again == *event && cresset::body_of(*again) == body);
    return 0;
}
