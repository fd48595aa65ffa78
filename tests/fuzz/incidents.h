#pragma once
/// A map that reads every column, and what holds of every incident file.

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/feeds/incident_file.h"

#include <algorithm>

namespace cresset::feeds {

inline TableMap const& fuzz_map()
{
    static TableMap const map = *parse_table_map(R"({"format": "cresset feed map 1",
        "time": {"format": "%Y-%m-%d %H:%M:%S", "zone": "Asia/Shanghai"},
        "columns": {"external": "a", "received": "b", "type": "c", "priority": "d", "place": "e", "unit": "f",
                    "on_scene": "g"},
        "types": {"x": "theft"}, "priorities": {"1": 1}})");
    return map;
}

inline void check_file(Result<IncidentFile> const& file)
{
    if (!file) return;
    auto const& sums = file->counters;
    CRESSET_CHECK(sums.received == sums.read + sums.malformed());
    CRESSET_CHECK(sums.read == file->rows.size());
    CRESSET_CHECK(file->problems.size() == std::min<std::size_t>(sums.malformed(), IncidentFile::problem_limit));
    for (auto const& row : file->rows)
        CRESSET_CHECK(!row.external.empty() && is_utf8(row.external + row.type + row.unit));
    for (auto const& problem : file->problems) CRESSET_CHECK(is_utf8(problem.text));
}

}  // namespace cresset::feeds
