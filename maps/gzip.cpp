#include "maps/gzip.h"

#include <algorithm>
#include <zlib.h>

namespace cresset::maps {

namespace {

constexpr int gzip_window = 15 + 16;
constexpr int any_window = 15 + 32;  // gzip or zlib, whichever it is

Bytef* input(std::string_view bytes)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
}

/// Unpacks into `result` until the end of the stream, the limit, or an error; answers zlib's word for it.
int inflate_all(z_stream& stream, std::string& result, std::size_t limit)
{
    std::size_t done = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        if (done > limit) return Z_MEM_ERROR;
        if (done == result.size()) result.resize(std::min(limit + 1, std::max<std::size_t>(result.size() * 2, 4096)));
        stream.next_out = reinterpret_cast<Bytef*>(result.data()) + done;
        stream.avail_out = static_cast<uInt>(result.size() - done);
        state = inflate(&stream, Z_NO_FLUSH);
        done = result.size() - stream.avail_out;
    }
    result.resize(done);
    return done > limit ? Z_MEM_ERROR : state;
}

}  // namespace

std::string gzip(std::string_view bytes, int level)
{
    z_stream stream{};
    int const ready = deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
    CRESSET_CHECK(ready == Z_OK);
    gz_header head{};
    head.os = 255;  // "unknown": the same bytes on every system
    deflateSetHeader(&stream, &head);
    std::string result(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    int const state = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    CRESSET_CHECK(state == Z_STREAM_END);
    return result;
}

bool is_packed(std::string_view bytes)
{
    if (bytes.size() < 2) return false;
    auto const first = static_cast<unsigned char>(bytes[0]);
    auto const second = static_cast<unsigned char>(bytes[1]);
    return (first == 0x1F && second == 0x8B) || (first == 0x78 && (first * 256 + second) % 31 == 0);
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit)
{
    if (bytes.size() > UINT32_MAX) return Problem{"the packed bytes are too many"};
    z_stream stream{};
    int const ready = inflateInit2(&stream, any_window);
    CRESSET_CHECK(ready == Z_OK);
    stream.next_in = input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string result(std::min(limit + 1, bytes.size() * 4 + 64), '\0');
    int const state = inflate_all(stream, result, limit);
    inflateEnd(&stream);
    if (state == Z_STREAM_END) return result;
    if (state == Z_MEM_ERROR) return Problem{"the packed bytes unpack to more than is allowed"};
    return Problem{"the packed bytes are broken or cut short"};
}

}  // namespace cresset::maps
