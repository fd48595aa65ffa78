#include "core/journal/schema.h"

#include <fmt/format.h>
#include <map>
#include <string>
#include <vector>

namespace cresset {

namespace {

// Texts are numbered in the order of writing and overwritten in place by as many bytes, so that SQLite never moves one:
// what it moves can leave a copy behind in the unused part of a page.
constexpr char const* tables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entry(
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, happened_at INTEGER NOT NULL,
    origin INTEGER NOT NULL, act INTEGER NOT NULL, part INTEGER NOT NULL, who INTEGER NOT NULL, cause INTEGER,
    source TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, chain BLOB NOT NULL,
    UNIQUE(origin, act, part)) STRICT;
CREATE TABLE blob(n INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB) STRICT;
CREATE TABLE text(n INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, salt BLOB NOT NULL, text TEXT NOT NULL,
    erased INTEGER NOT NULL) STRICT;
CREATE TABLE chunk(n INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE snapshot(seq INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, chunk INTEGER NOT NULL,
    PRIMARY KEY(seq, name)) STRICT, WITHOUT ROWID;
CREATE TABLE signed(one INTEGER PRIMARY KEY CHECK(one = 1), heads BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE TRIGGER text_stays BEFORE UPDATE ON text WHEN OLD.id <> NEW.id OR OLD.erased <> 0 OR NEW.erased <> 1
    BEGIN SELECT RAISE(ABORT, 'a text is only ever erased'); END;
CREATE TRIGGER text_is_kept BEFORE DELETE ON text BEGIN SELECT RAISE(ABORT, 'a text is only ever erased'); END;
CREATE TRIGGER blob_stays BEFORE UPDATE ON blob WHEN OLD.digest <> NEW.digest OR NEW.bytes IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a blob is only ever thinned out'); END;
CREATE TRIGGER blob_is_kept BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT, 'a blob is only ever thinned out'); END;
)";

using Things = std::map<std::string, std::string>;

/// Name to definition, of one type ("table", "trigger").
Things things_of(Database& database, std::string_view type)
{
    Things things;
    auto select =
        database.statement("SELECT name, sql FROM sqlite_schema WHERE type = ?1 AND name NOT LIKE 'sqlite_%'");
    for (select.bind(1, type); select.step();) things.emplace(select.text(0), select.text(1));
    return things;
}

Things expected(std::string_view type)
{
    auto database = Database::in_memory();
    database.exec(tables);
    return things_of(database, type);
}

}  // namespace

void create_tables(Database& database)
{
    database.exec(tables);
    database.set_application_id(journal_application_id);
    database.set_user_version(journal_version);
}

std::optional<Problem> check_tables(Database& database)
{
    auto const file = database.file().string();
    if (database.application_id() != journal_application_id) return Problem{file + " is not a journal of this program"};
    auto const version = database.user_version();
    if (version > journal_version)
        return Problem{
            fmt::format("{} was written by a newer program (version {}; this one reads up to {}): open it there", file,
                        version, journal_version)};
    auto const found = things_of(database, "table");
    for (auto const& [name, sql] : expected("table"))
        if (auto const at = found.find(name); at == found.end() || at->second != sql)
            return Problem{fmt::format("{} is damaged: its table \"{}\" is missing or altered", file, name)};
    return {};
}

std::vector<std::string> altered_rules(Database& database)
{
    std::vector<std::string> altered;
    auto const ours = expected("trigger");
    auto const found = things_of(database, "trigger");
    for (auto const& [name, sql] : ours)
        if (auto const at = found.find(name); at == found.end() || at->second != sql) altered.push_back(name);
    for (auto const& [name, sql] : found)
        if (!ours.contains(name)) altered.push_back(name);
    return altered;
}

}  // namespace cresset
