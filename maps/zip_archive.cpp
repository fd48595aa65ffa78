#include "maps/zip_archive.h"

#include <algorithm>
#include <optional>
#include <zlib.h>

namespace cresset::maps {
namespace {

constexpr std::size_t end_bytes = 22, row_bytes = 46, local_bytes = 30, most_comment = 65535;
constexpr std::uint32_t end_mark = 0x06054b50, row_mark = 0x02014b50, local_mark = 0x04034b50;
constexpr std::uint32_t zip64 = 0xffffffff;
constexpr int stored = 0, deflated = 8;
constexpr std::uint32_t kind_mask = 0170000, plain_file = 0100000, folder = 0040000;  // of a Unix mode

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

/// Where the end record stands: the last one, behind which is nothing but its comment.
std::optional<std::size_t> end_of(std::string_view bytes)
{
    if (bytes.size() < end_bytes) return {};
    std::size_t const last = bytes.size() - end_bytes, first = last > most_comment ? last - most_comment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (number(bytes, at, 4) == end_mark && at + end_bytes + number(bytes, at + 20, 2) == bytes.size()) return at;
    return {};
}

bool leads_elsewhere(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != name.npos || name.find('\0') != name.npos ||
        (name.size() > 1 && name[1] == ':'))
        return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        std::size_t const end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

/// Made on Unix and neither a plain file nor a folder: a link or a device.
bool is_special(std::uint32_t made_by, std::uint32_t attributes)
{
    std::uint32_t const kind = attributes >> 16 & kind_mask;
    return made_by >> 8 == 3 && kind != 0 && kind != plain_file && kind != folder;
}

struct Row {
    ZipEntry entry;
    std::size_t next = 0;
    std::optional<LayerRefusal> refusal;
};

Row row_at(std::string_view bytes, std::size_t at)
{
    Row const damaged{{}, 0, LayerRefusal::damaged};
    if (at + row_bytes > bytes.size() || number(bytes, at, 4) != row_mark) return damaged;
    std::size_t const name = number(bytes, at + 28, 2);
    Row row;
    row.next = at + row_bytes + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    if (row.next > bytes.size()) return damaged;
    row.entry = {std::string{bytes.substr(at + row_bytes, name)},
                 number(bytes, at + 20, 4),
                 number(bytes, at + 24, 4),
                 number(bytes, at + 42, 4),
                 number(bytes, at + 16, 4),
                 static_cast<int>(number(bytes, at + 10, 2))};
    bool const secret = (number(bytes, at + 8, 2) & 1) != 0;
    if (row.entry.packed == zip64 || row.entry.unpacked == zip64 || row.entry.at == zip64)
        row.refusal = LayerRefusal::archive_too_large;
    else if (leads_elsewhere(row.entry.name) || is_special(number(bytes, at + 4, 2), number(bytes, at + 38, 4)))
        row.refusal = LayerRefusal::archive_misleads;
    else if (secret || (row.entry.method != stored && row.entry.method != deflated))
        row.refusal = LayerRefusal::damaged;
    return row;
}

/// Nothing if the packed bytes do not unpack to exactly that size.
std::optional<std::string> inflated(std::string_view packed, std::size_t size)
{
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib's signature; it only reads
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    bool const whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return whole ? std::optional{std::move(out)} : std::nullopt;
}

}  // namespace

std::variant<ZipArchive, LayerRefusal> ZipArchive::open(std::string_view bytes, ZipLimits const& limits)
{
    auto const end = end_of(bytes);
    if (!end) return LayerRefusal::damaged;
    std::size_t const count = number(bytes, *end + 10, 2), at = number(bytes, *end + 16, 4);
    if (count > limits.entries) return LayerRefusal::archive_too_large;
    ZipArchive archive;
    archive.bytes_ = bytes;
    std::uint64_t total = 0;
    for (std::size_t i = 0, next = at; i < count; ++i) {
        Row row = row_at(bytes, next);
        if (row.refusal) return *row.refusal;
        next = row.next;
        total += row.entry.unpacked;
        bool const swells =
            row.entry.unpacked > limits.free && row.entry.unpacked / limits.ratio > row.entry.packed;
        if (swells || total > limits.unpacked) return LayerRefusal::archive_too_large;
        archive.entries_.push_back(std::move(row.entry));
    }
    return archive;
}

std::variant<std::string, LayerRefusal> ZipArchive::unpack(ZipEntry const& entry) const
{
    if (entry.at + local_bytes > bytes_.size() || number(bytes_, entry.at, 4) != local_mark)
        return LayerRefusal::damaged;
    std::size_t const begin =
        entry.at + local_bytes + number(bytes_, entry.at + 26, 2) + number(bytes_, entry.at + 28, 2);
    if (begin + entry.packed > bytes_.size()) return LayerRefusal::damaged;
    std::string_view const packed = bytes_.substr(begin, entry.packed);
    std::optional<std::string> out;
    if (entry.method == deflated)
        out = inflated(packed, entry.unpacked);
    else if (entry.packed == entry.unpacked)
        out = std::string{packed};
    if (!out) return LayerRefusal::damaged;
    auto const sum = crc32(0, reinterpret_cast<Bytef const*>(out->data()), static_cast<uInt>(out->size()));
    if (sum != entry.crc) return LayerRefusal::damaged;
    return *std::move(out);
}

}  // namespace cresset::maps
