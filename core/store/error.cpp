#include "core/store/error.h"

#include "core/store/sqlite.h"

namespace cresset {

bool StoreError::is_disk_full() const
{
    return code() == SQLITE_FULL;
}

bool StoreError::is_io_error() const
{
    return code() == SQLITE_IOERR;
}

bool StoreError::is_corrupt() const
{
    return code() == SQLITE_CORRUPT || code() == SQLITE_NOTADB;
}

bool StoreError::is_busy() const
{
    return code() == SQLITE_BUSY || code() == SQLITE_LOCKED || code() == SQLITE_PROTOCOL;
}

bool StoreError::is_constraint() const
{
    return code() == SQLITE_CONSTRAINT;
}

void throw_store_error(sqlite3* db, int code, std::string const& doing)
{
    int const extended = db ? sqlite3_extended_errcode(db) : code;
    // The connection may have gone on to another matter; then its message is not about this code.
    bool const same = (extended & 0xFF) == (code & 0xFF);
    std::string const words = same && db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    throw StoreError{same ? extended : code, doing + ": " + words};
}

}  // namespace cresset
