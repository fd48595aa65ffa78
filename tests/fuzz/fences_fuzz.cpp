/// Whatever the file of fences says, it is refused or every fence of it is watched; and what units do there is the same
/// by the squares and by a look at every edge.
// max_len 4096

#include "core/base/check.h"
#include "core/feeds/fence_file.h"
#include "core/rules/fences.h"
#include "tests/core/rules/plain_search.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace {

using namespace cresset;

/// Along the places of the fences, and to and fro between the first and all others.
std::vector<Place> way_through(std::vector<feeds::FenceRow> const& rows)
{
    std::vector<Place> way;
    for (auto const& row : rows)
        for (Line const& line : row.shape.lines)
            for (Place const place : line)
                if (way.size() < 200) way.insert(way.end(), {place, way.empty() ? place : way.front()});
    return way;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const file = feeds::read_fences({reinterpret_cast<char const*>(data), size});
    if (!file) return 0;
    Fences quick, plain{{}, std::make_unique<PlainSearch>()};
    FenceNumber number = 0;
    for (auto const& row : file->rows) {
        quick.set(number, row.shape, row.watch, instant(0));
        plain.set(number++, row.shape, row.watch, instant(0));
    }
    std::vector<FenceHappening> by_quick, by_plain;
    Fix fix;
    for (Place const place : way_through(file->rows)) {
        fix.place = place;
        fix.at += std::chrono::hours{10'000};  // time enough for every way
        quick.fix(0, fix, by_quick);
        plain.fix(0, fix, by_plain);
    }
    CRESSET_CHECK(by_quick == by_plain);
    return 0;
}
