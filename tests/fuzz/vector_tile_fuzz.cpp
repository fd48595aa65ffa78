/// Whatever the bytes, decoding a tile ends with a tile whose ranges are sound, or with a Problem.

#include "core/base/check.h"
#include "maps/vector_tile.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::maps;
    auto const tile = decode_vector_tile({reinterpret_cast<char const*>(data), size});
    if (!tile) return 0;
    for (auto const& layer : tile->layers)
        for (auto const& feature : layer.features) {
            CRESSET_CHECK(feature.first_part < feature.end_part && feature.end_part <= layer.part_ends.size());
            for (auto part = feature.first_part; part < feature.end_part; ++part)
                CRESSET_CHECK(!layer.part(part).empty());
            static_cast<void>(layer.number(feature, "rank", 0));
        }
    return 0;
}
