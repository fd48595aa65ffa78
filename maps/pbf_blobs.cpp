#include "maps/pbf_blobs.h"

#include "maps/protozero_checks.h"  // before protozero

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <protozero/pbf_reader.hpp>

namespace cresset::maps {

namespace {

constexpr std::uint32_t longest_header = 64 * 1024;
constexpr protozero::pbf_tag_type type_tag = 1, size_tag = 3;

/// The length of the next header; nothing at the end of the file, or if no header is that long.
std::uint32_t header_length(std::ifstream& file)
{
    std::array<char, 4> bytes{};
    if (!file.read(bytes.data(), bytes.size())) return 0;
    std::uint32_t length = 0;
    for (char const byte : bytes) length = length << 8U | static_cast<unsigned char>(byte);
    return length <= longest_header ? length : 0;
}

struct BlobHeader {
    bool has_type = false;
    std::int32_t size = 0;
};

BlobHeader read_header(std::string const& bytes)
{
    BlobHeader result;
    protozero::pbf_reader fields{bytes};
    while (fields.next()) {
        if (fields.tag() == type_tag && fields.wire_type() == protozero::pbf_wire_type::length_delimited)
            result.has_type = !fields.get_view().empty();
        else if (fields.tag() == size_tag && fields.wire_type() == protozero::pbf_wire_type::varint)
            result.size = fields.get_int32();
        else
            fields.skip();
    }
    return result;
}

}  // namespace

std::string fault_of_blobs(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    for (std::size_t blob = 1; std::uint32_t const length = header_length(file); ++blob) {
        std::string bytes(length, '\0');
        if (!file.read(bytes.data(), length)) return {};
        BlobHeader const header = read_header(bytes);
        if (!header.has_type) return fmt::format("its blob {} has no type; the file is damaged", blob);
        if (header.size <= 0) return fmt::format("its blob {} has no size; the file is damaged", blob);
        file.seekg(header.size, std::ios::cur);
    }
    return {};
}

}  // namespace cresset::maps
