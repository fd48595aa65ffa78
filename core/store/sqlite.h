#pragma once
/// Inside core/store only: SQLite's header, and its codes turned into StoreErrors.

#include "core/store/error.h"

#include <memory>
#include <sqlite3.h>
#include <string>

namespace cresset {

[[noreturn]] void throw_store_error(sqlite3* db, int code, std::string const& doing);

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

/// In the cache, and borrowed by at most one Statement at a time.
struct CachedStatement {
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle;
    bool borrowed = false;
};

}  // namespace cresset
