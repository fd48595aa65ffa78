#include "core/store/statement.h"

#include "core/base/check.h"
#include "core/store/sqlite.h"

namespace cresset {

Statement::Statement(std::shared_ptr<CachedStatement> cached) : cached_{std::move(cached)}
{
    cached_->borrowed = true;
}

Statement::Statement(Statement&& other) noexcept : cached_{std::move(other.cached_)} {}

Statement::~Statement()
{
    if (!cached_) return;
    sqlite3_reset(cached_->handle.get());
    sqlite3_clear_bindings(cached_->handle.get());
    cached_->borrowed = false;
}

void Statement::check(int code) const
{
    if (code == SQLITE_OK) return;
    auto* const handle = cached_->handle.get();
    throw_store_error(sqlite3_db_handle(handle), code, sqlite3_sql(handle));
}

Statement& Statement::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(cached_->handle.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(cached_->handle.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    char const* const start = text.data() ? text.data() : "";  // a null pointer would bind NULL
    check(sqlite3_bind_text64(cached_->handle.get(), index, start, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, Blob blob)
{
    char const* const start = blob.bytes.data() ? blob.bytes.data() : "";
    check(sqlite3_bind_blob64(cached_->handle.get(), index, start, blob.bytes.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind(int index, Null)
{
    check(sqlite3_bind_null(cached_->handle.get(), index));
    return *this;
}

bool Statement::step()
{
    int const code = sqlite3_step(cached_->handle.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(cached_->handle.get());  // its code is that of the step before, already told
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(cached_->handle.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(cached_->handle.get(), column);
}

std::string_view Statement::text(int column) const
{
    auto const* const start = sqlite3_column_text(cached_->handle.get(), column);
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(cached_->handle.get(), column));
    return start ? std::string_view{reinterpret_cast<char const*>(start), size} : std::string_view{};
}

std::string_view Statement::blob(int column) const
{
    auto const* const start = static_cast<char const*>(sqlite3_column_blob(cached_->handle.get(), column));
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(cached_->handle.get(), column));
    return start ? std::string_view{start, size} : std::string_view{};
}

bool Statement::is_null(int column) const
{
    return sqlite3_column_type(cached_->handle.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const
{
    return sqlite3_column_type(cached_->handle.get(), column) == SQLITE_INTEGER;
}

int Statement::columns() const
{
    return sqlite3_column_count(cached_->handle.get());
}

std::string_view Statement::name(int column) const
{
    return sqlite3_column_name(cached_->handle.get(), column);
}

}  // namespace cresset
