/// Whatever the bytes, a feed map is refused with a reason or names what it must, and its times can be read by it.
// max_len 2048

#include "core/base/check.h"
#include "core/feeds/table_map.h"
#include "core/feeds/time_format.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace cresset::feeds;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    static_cast<void>(parse_time(bytes, "%Y-%m-%d %I:%M:%S.%f %p %z", "Asia/Shanghai"));
    static_cast<void>(parse_time(bytes, "iso", "Asia/Shanghai"));
    auto const map = parse_table_map(bytes);
    if (!map) return 0;
    CRESSET_CHECK(map->column(Column::external) && map->column(Column::received));
    CRESSET_CHECK(is_time_format(map->time_format));
    static_cast<void>(parse_time("2026-07-22 10:15:30", map->time_format, map->zone));
    return 0;
}
