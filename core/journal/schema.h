#pragma once
/// The tables of a journal's file, and whether a file has them.

#include "core/base/result.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace cresset {

constexpr std::uint32_t journal_application_id = 0x43525354;  // "CRST"
constexpr std::int32_t journal_version = 1;

void create_tables(Database& database);
/// A problem if the file is another program's, a newer version's, or lacks tables.
std::optional<Problem> check_tables(Database& database);
/// Rules (triggers) that somebody took away or changed.
std::vector<std::string> altered_rules(Database& database);

}  // namespace cresset
