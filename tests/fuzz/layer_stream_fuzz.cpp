/// Whatever bytes the reader of a map file tells, they are believed within limits or the stream is broken for good; in
/// pieces they are the same as at once.
// max_len 4096

#include "maps/layer_stream.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::maps;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    LayerIntake whole, pieces;
    bool const fine = whole.take(bytes);
    for (std::size_t at = 0; at < size; at += 3) pieces.take(bytes.substr(at, 3));
    if (fine == pieces.broken() || whole.ended() != pieces.ended()) std::abort();
    if (!fine || !whole.ended()) return 0;
    LayerShapes const shapes = whole.take_shapes();
    for (ShapeFeature const& feature : shapes.features) {
        static_cast<void>(shapes.label(feature));
        static_cast<void>(shapes.attributes(feature));
        for (std::uint32_t part = 0; part < feature.parts; ++part)
            if (shapes.part(feature.first_part + part).empty()) std::abort();
    }
    return 0;
}
