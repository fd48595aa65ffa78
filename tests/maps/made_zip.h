#pragma once
/// Archives made by a test, as any program would make them, or as none should.

#include <cstdint>
#include <string>
#include <vector>
#include <zlib.h>

namespace cresset::maps {

struct MadeEntry {
    std::string name, bytes;
    std::uint32_t mode = 0100644;  // as on Unix
};

inline std::string made_number(std::uint32_t value, int length)
{
    std::string bytes;
    for (int i = 0; i < length; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

inline std::string deflated(std::string const& bytes)
{
    std::string out(bytes.size() + 100, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string made_zip(std::vector<MadeEntry> const& entries)
{
    std::string local, central;
    for (auto const& [name, bytes, mode] : entries) {
        std::string const packed = deflated(bytes);
        auto const sum = static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<Bytef const*>(bytes.data()), static_cast<uInt>(bytes.size())));
        auto const size = [](std::string const& text) { return static_cast<std::uint32_t>(text.size()); };
        std::string const middle = made_number(0, 2) + made_number(8, 2) + made_number(0, 4) + made_number(sum, 4) +
                                   made_number(size(packed), 4) + made_number(size(bytes), 4) +
                                   made_number(size(name), 2) + made_number(0, 2);
        central += made_number(0x02014b50, 4) + made_number(3 << 8 | 20, 2) + made_number(20, 2) + middle +
                   made_number(0, 2) + made_number(0, 2) + made_number(0, 2) + made_number(mode << 16, 4) +
                   made_number(size(local), 4) + name;
        local += made_number(0x04034b50, 4) + made_number(20, 2) + middle + name + packed;
    }
    auto const count = static_cast<std::uint32_t>(entries.size());
    return local + central + made_number(0x06054b50, 4) + made_number(0, 4) + made_number(count, 2) +
           made_number(count, 2) + made_number(static_cast<std::uint32_t>(central.size()), 4) +
           made_number(static_cast<std::uint32_t>(local.size()), 4) + made_number(0, 2);
}

}  // namespace cresset::maps
