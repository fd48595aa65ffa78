#include "core/roads/byte_codec.h"

#include "core/base/dice.h"

namespace cresset {

std::uint64_t check_value(std::string_view bytes)
{
    std::uint64_t sum = mix64(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::size_t const end = at + 8 < bytes.size() ? at + 8 : bytes.size();
        for (std::size_t i = at; i < end; ++i)
            word |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * (i - at));
        sum = mix64(sum ^ word);
    }
    return sum;
}

}  // namespace cresset
