#include "core/store/packed.h"

#include "core/base/check.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace cresset {

namespace {

Bytef* raw(char const* start)
{
    return const_cast<Bytef*>(reinterpret_cast<Bytef const*>(start));  // zlib does not write to its input
}

struct Inflater {
    z_stream stream{};
    Inflater() { CRESSET_CHECK(inflateInit(&stream) == Z_OK); }
    Inflater(Inflater const&) = delete;
    Inflater& operator=(Inflater const&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

}  // namespace

std::string pack(std::string_view bytes, int level)
{
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    int const code = compress2(reinterpret_cast<Bytef*>(packed.data()), &size, raw(bytes.data()), bytes.size(), level);
    CRESSET_CHECK(code == Z_OK);
    packed.resize(size);
    return packed;
}

Result<std::string> unpack(std::string_view packed, std::size_t limit)
{
    if (packed.size() > std::numeric_limits<uInt>::max()) return Problem{"the packed bytes are too many"};
    Inflater inflater;
    auto& stream = inflater.stream;
    stream.next_in = raw(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    int code = Z_OK;
    while (code == Z_OK && bytes.size() <= limit) {
        std::size_t const before = bytes.size();
        std::size_t const more = std::min<std::size_t>(std::max<std::size_t>(before, 4096), limit + 1 - before);
        bytes.resize(before + more);
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + before);
        stream.avail_out = static_cast<uInt>(std::min<std::size_t>(more, std::numeric_limits<uInt>::max()));
        code = inflate(&stream, Z_NO_FLUSH);
        bytes.resize(stream.total_out);
    }
    if (bytes.size() > limit) return Problem{"the bytes unpack to more than is allowed"};
    if (code != Z_STREAM_END) return Problem{"the packed bytes are damaged or cut off"};
    if (stream.avail_in != 0) return Problem{"there is something behind the packed bytes"};
    return bytes;
}

}  // namespace cresset
