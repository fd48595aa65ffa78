/// Whatever the bytes, an archive is refused, or each of its entries unpacks to what was said of it or is refused.
// max_len 4096

#include "maps/zip_archive.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::maps;
    ZipLimits limits;
    limits.unpacked = 1 << 20;
    auto const opened = ZipArchive::open({reinterpret_cast<char const*>(data), size}, limits);
    auto const* archive = std::get_if<ZipArchive>(&opened);
    if (archive == nullptr) return 0;
    for (ZipEntry const& entry : archive->entries()) {
        auto const bytes = archive->unpack(entry);
        if (auto const* text = std::get_if<std::string>(&bytes))
            if (text->size() != entry.unpacked) std::abort();
    }
    return 0;
}
