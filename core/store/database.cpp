#include "core/store/database.h"

#include "core/base/check.h"
#include "core/store/sqlite.h"

#include <map>
#include <vector>

namespace cresset {

struct Database::Inside {
    std::filesystem::path file;
    sqlite3* handle = nullptr;
    int log_frames = 0;
    // The same text may be in use more than once; each use has its own.
    std::map<std::string, std::vector<std::shared_ptr<CachedStatement>>, std::less<>> cache;

    Inside() = default;
    Inside(Inside const&) = delete;
    Inside& operator=(Inside const&) = delete;
    ~Inside()
    {
        cache.clear();
        sqlite3_close_v2(handle);
    }
};

namespace {

int flags_of(OpenMode mode)
{
    int const common = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    if (mode == OpenMode::create) return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (mode == OpenMode::read_write) return common | SQLITE_OPEN_READWRITE;
    return common | SQLITE_OPEN_READONLY | (mode == OpenMode::immutable ? SQLITE_OPEN_URI : 0);
}

std::string hex_escaped(unsigned char byte)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    return {'%', digits[byte >> 4U], digits[byte & 15U]};
}

/// "file:" URIs (https://www.sqlite.org/uri.html): everything that could mean something else is escaped.
std::string name_of(std::filesystem::path const& file, OpenMode mode)
{
    if (mode != OpenMode::immutable) return file.string();
    std::string uri = "file:";
    for (char const c : std::filesystem::absolute(file).string()) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/';
        uri += plain ? std::string{c} : hex_escaped(static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

int keep_log_size(void* inside, sqlite3*, char const*, int frames)
{
    *static_cast<int*>(inside) = frames;
    return SQLITE_OK;
}

}  // namespace

Database::Database(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(std::filesystem::path const& file, OpenMode mode, DatabaseOptions const& options)
{
    auto inside = std::make_unique<Inside>();
    inside->file = file;
    char const* const vfs = options.vfs.empty() ? nullptr : options.vfs.c_str();
    int const code = sqlite3_open_v2(name_of(file, mode).c_str(), &inside->handle, flags_of(mode), vfs);
    if (code != SQLITE_OK) throw_store_error(inside->handle, code, "cannot open " + file.string());
    sqlite3_db_config(inside->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    Database database{std::move(inside)};
    database.set_busy_timeout(options.busy_timeout);
    return database;
}

Database Database::in_memory()
{
    return open(":memory:", OpenMode::create);
}

std::filesystem::path const& Database::file() const
{
    return inside_->file;
}

void Database::exec(std::string const& sql)
{
    int const code = sqlite3_exec(inside_->handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_store_error(inside_->handle, code, sql.substr(0, 80));
}

Statement Database::statement(std::string_view sql)
{
    auto found = inside_->cache.find(sql);
    if (found == inside_->cache.end()) found = inside_->cache.emplace(std::string{sql}, 0).first;
    for (auto const& cached : found->second)
        if (!cached->borrowed) return Statement{cached};
    sqlite3_stmt* handle = nullptr;
    int const code = sqlite3_prepare_v3(inside_->handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) throw_store_error(inside_->handle, code, std::string{sql});
    CRESSET_CHECK(handle != nullptr);  // an empty text or a comment is no statement
    found->second.push_back(std::make_shared<CachedStatement>());
    found->second.back()->handle.reset(handle);
    return Statement{found->second.back()};
}

std::int64_t Database::number(std::string_view sql)
{
    auto select = statement(sql);
    return select.step() ? select.integer(0) : 0;
}

std::string Database::text(std::string_view sql)
{
    auto select = statement(sql);
    return select.step() ? std::string{select.text(0)} : std::string{};
}

std::string Database::quick_check()
{
    auto const said = text("PRAGMA quick_check(1)");
    return said == "ok" ? std::string{} : said;
}

std::int64_t Database::last_rowid() const
{
    return sqlite3_last_insert_rowid(inside_->handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(inside_->handle);
}

bool Database::in_transaction() const
{
    return sqlite3_get_autocommit(inside_->handle) == 0;
}

void Database::interrupt() const
{
    sqlite3_interrupt(inside_->handle);
}

std::uint32_t Database::application_id()
{
    return static_cast<std::uint32_t>(number("PRAGMA application_id"));
}

void Database::set_application_id(std::uint32_t id)
{
    exec("PRAGMA application_id = " + std::to_string(static_cast<std::int32_t>(id)));
}

std::int32_t Database::user_version()
{
    return static_cast<std::int32_t>(number("PRAGMA user_version"));
}

void Database::set_user_version(std::int32_t version)
{
    exec("PRAGMA user_version = " + std::to_string(version));
}

void Database::set_busy_timeout(std::chrono::milliseconds timeout)
{
    sqlite3_busy_timeout(inside_->handle, static_cast<int>(timeout.count()));
}

Database::CheckpointResult Database::checkpoint(Checkpoint how)
{
    int const mode = how == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
    int frames = 0;
    int moved = 0;
    int const code = sqlite3_wal_checkpoint_v2(inside_->handle, nullptr, mode, &frames, &moved);
    if (code != SQLITE_OK && code != SQLITE_BUSY) throw_store_error(inside_->handle, code, "checkpoint");
    return {code == SQLITE_OK && frames == moved, frames};
}

void Database::checkpoint_by_hand()
{
    sqlite3_wal_hook(inside_->handle, keep_log_size, &inside_->log_frames);
}

std::int64_t Database::log_frames() const
{
    return inside_->log_frames;
}

bool Database::backup_to(Database& to, int pages_a_step, Progress const& progress)
{
    CRESSET_CHECK(pages_a_step > 0);
    // One moment is kept in view: a writer elsewhere would make the copy start again at every step.
    exec("BEGIN");
    struct End {
        Database& db;
        ~End() { sqlite3_exec(db.inside_->handle, "COMMIT", nullptr, nullptr, nullptr); }
    } const end{*this};
    number("SELECT count(*) FROM sqlite_schema");
    auto* const copy = sqlite3_backup_init(to.inside_->handle, "main", inside_->handle, "main");
    if (!copy) throw_store_error(to.inside_->handle, sqlite3_errcode(to.inside_->handle), "backup");
    int code = SQLITE_OK;
    bool wanted = true;
    while (code == SQLITE_OK && wanted) {
        code = sqlite3_backup_step(copy, pages_a_step);
        int const total = sqlite3_backup_pagecount(copy);
        wanted = !progress || progress(total - sqlite3_backup_remaining(copy), total);
    }
    int const finished = sqlite3_backup_finish(copy);
    if (code != SQLITE_OK && code != SQLITE_DONE) throw_store_error(to.inside_->handle, code, "backup");
    if (finished != SQLITE_OK) throw_store_error(to.inside_->handle, finished, "backup");
    return wanted;
}

}  // namespace cresset
