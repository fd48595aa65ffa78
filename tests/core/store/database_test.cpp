#include "core/store/database.h"

#include "core/store/disk.h"
#include "core/store/transaction.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <unistd.h>

using namespace cresset;

namespace {

/// A folder of its own, gone with the scope.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("cresset-store-" + std::to_string(::getpid()));
    Folder() { std::filesystem::remove_all(path), std::filesystem::create_directories(path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path operator/(char const* name) const { return path / name; }
};

}  // namespace

TEST_CASE("Opening what is not there or is no database is an error with words")
{
    Folder const folder;
    CHECK_THROWS_AS(Database::open(folder / "none.db", OpenMode::read_write), StoreError);
    CHECK_THROWS_AS(Database::open(folder / "none.db", OpenMode::read_only), StoreError);
    CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
    std::ofstream{folder / "letter.txt"} << std::string(5000, 'x');
    auto letter = Database::open(folder / "letter.txt", OpenMode::read_only);
    try {
        letter.number("SELECT count(*) FROM sqlite_schema");
        FAIL("a letter was read as a database");
    } catch (StoreError const& error) {
        CHECK(error.is_corrupt());
        CHECK_FALSE(error.is_io_error());
        CHECK(std::string{error.what()}.find("not a database") != std::string::npos);
    }
}

TEST_CASE("A statement that does not parse says what is wrong")
{
    auto db = Database::in_memory();
    CHECK_THROWS_WITH(db.statement("SELEKT 1"), Catch::Contains("syntax error"));
    CHECK_THROWS_WITH(db.exec("CREATE TABLE"), Catch::Contains("incomplete input"));
}

TEST_CASE("Values come back as they were bound")
{
    auto db = Database::in_memory();
    db.exec("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB, n INTEGER) STRICT");
    std::string const odd{"a\0b'\"江湾", 11};
    db.statement("INSERT INTO t VALUES(?1,?2,?3,?4,?5)").bind_all(-5, 0.25, odd, Blob{odd}, Null{}).run();
    db.statement("INSERT INTO t VALUES(?1,?2,?3,?4,?5)").bind_all(INT64_MIN, 1.0, "", Blob{}, Null{}).run();
    auto select = db.statement("SELECT * FROM t ORDER BY rowid");
    REQUIRE(select.step());
    CHECK(select.columns() == 5);
    CHECK(select.name(2) == "s");
    CHECK(select.integer(0) == -5);
    CHECK(select.is_integer(0));
    CHECK(select.real(1) == 0.25);
    CHECK(select.text(2) == odd);
    CHECK(select.blob(3) == odd);
    CHECK(select.is_null(4));
    REQUIRE(select.step());
    CHECK(select.integer(0) == INT64_MIN);
    CHECK(select.text(2).empty());
    CHECK_FALSE(select.is_null(2));
    CHECK_FALSE(select.is_null(3));
    CHECK_FALSE(select.step());
}

TEST_CASE("The same statement may be in use twice at once and outlives its database")
{
    auto db = std::make_optional(Database::in_memory());
    db->exec("CREATE TABLE t(i INTEGER); INSERT INTO t VALUES(1),(2),(3)");
    auto outer = db->statement("SELECT i FROM t ORDER BY i");
    int pairs = 0;
    while (outer.step()) {
        auto inner = db->statement("SELECT i FROM t ORDER BY i");
        while (inner.step()) ++pairs;
    }
    CHECK(pairs == 9);
    outer.reset();
    db.reset();
    CHECK(outer.columns() == 1);
}

TEST_CASE("A transaction that is not committed leaves nothing")
{
    auto db = Database::in_memory();
    db.exec("CREATE TABLE t(i INTEGER UNIQUE)");
    {
        Transaction const transaction{db};
        db.exec("INSERT INTO t VALUES(1)");
    }
    CHECK(db.number("SELECT count(*) FROM t") == 0);
    {
        Transaction transaction{db};
        db.exec("INSERT INTO t VALUES(1)");
        transaction.commit();
    }
    CHECK(db.number("SELECT count(*) FROM t") == 1);
    try {
        db.exec("INSERT INTO t VALUES(1)");
        FAIL("a double was taken");
    } catch (StoreError const& error) {
        CHECK(error.is_constraint());
    }
}

TEST_CASE("A second writer is told that it has to wait and a reader keeps its moment")
{
    Folder const folder;
    auto one = Database::open(folder / "a.db", OpenMode::create);
    one.exec("PRAGMA journal_mode = WAL; CREATE TABLE t(i INTEGER)");
    auto two = Database::open(folder / "a.db", OpenMode::read_write);
    auto reader = Database::open(folder / "a.db", OpenMode::read_only);
    CHECK_THROWS_AS(reader.exec("INSERT INTO t VALUES(1)"), StoreError);
    Transaction transaction{one};
    try {
        Transaction const other{two};
        FAIL("two writers at once");
    } catch (StoreError const& error) {
        CHECK(error.is_busy());
    }
    std::optional<ReadMoment> moment{std::in_place, reader};
    one.exec("INSERT INTO t VALUES(1)");
    transaction.commit();
    CHECK(reader.number("SELECT count(*) FROM t") == 0);
    moment.reset();
    CHECK(reader.number("SELECT count(*) FROM t") == 1);
}

TEST_CASE("A backup made while another connection writes is one whole moment")
{
    Folder const folder;
    auto db = Database::open(folder / "a.db", OpenMode::create);
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t(i INTEGER, b BLOB)");
    db.checkpoint_by_hand();
    auto const insert = [&] { db.exec("INSERT INTO t VALUES(1, zeroblob(20000)); INSERT INTO t VALUES(2, 'x')"); };
    for (int i = 0; i < 20; ++i) insert();
    CHECK(db.log_frames() > 0);
    auto source = Database::open(folder / "a.db", OpenMode::read_only);
    auto copy = Database::open(folder / "b.db", OpenMode::create);
    int steps = 0;
    bool const whole = source.backup_to(copy, 8, [&](int done, int total) {
        insert();
        return ++steps, done <= total;
    });
    CHECK(whole);
    CHECK(steps > 5);
    CHECK(copy.quick_check().empty());
    CHECK(copy.number("SELECT count(*) FROM t") == 40);
    CHECK(db.number("SELECT count(*) FROM t") == 40 + 2 * steps);
    CHECK_FALSE(source.backup_to(copy, 8, [](int, int) { return false; }));
}

TEST_CASE("The log is moved into the file and cut to nothing")
{
    Folder const folder;
    auto db = Database::open(folder / "a.db", OpenMode::create);
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t(b BLOB)");
    db.checkpoint_by_hand();
    db.exec("INSERT INTO t VALUES(zeroblob(100000))");
    CHECK(std::filesystem::file_size(folder / "a.db-wal") > 100'000);
    CHECK(db.checkpoint(Database::Checkpoint::passive).complete);
    CHECK(db.checkpoint(Database::Checkpoint::truncate).complete);
    CHECK(std::filesystem::file_size(folder / "a.db-wal") == 0);
}

TEST_CASE("A file that cannot be written opens as immutable even with odd letters in its name")
{
    Folder const folder;
    auto const file = folder / "a b?c#d%江.db";
    {
        auto db = Database::open(file, OpenMode::create);
        db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t(i INTEGER); INSERT INTO t VALUES(7)");
        db.set_application_id(0xFEDCBA98U);
        db.set_user_version(3);
    }
    auto db = Database::open(file, OpenMode::immutable);
    CHECK(db.number("SELECT i FROM t") == 7);
    CHECK(db.application_id() == 0xFEDCBA98U);
    CHECK(db.user_version() == 3);
    CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
}

TEST_CASE("A lock has one holder and renaming replaces nothing")
{
    Folder const folder;
    auto const disk = machine_disk();
    auto lock = disk->lock(folder / "x.lock");
    REQUIRE(lock);
    CHECK_FALSE(disk->lock(folder / "x.lock"));
    lock.reset();
    CHECK(disk->lock(folder / "x.lock"));
    CHECK_FALSE(disk->read(folder / "none"));
    disk->append(folder / "a", "one\n");
    disk->append(folder / "a", "two\n");
    CHECK(disk->read(folder / "a") == "one\ntwo\n");
    disk->append(folder / "b", "three\n");
    CHECK_THROWS_AS(disk->rename(folder / "a", folder / "b"), StoreError);
    CHECK(disk->read(folder / "b") == "three\n");
    disk->rename(folder / "a", folder / "c");
    CHECK_FALSE(disk->exists(folder / "a"));
    CHECK(disk->exists(folder / "c"));
    disk->remove(folder / "c");
    disk->remove(folder / "c");
    CHECK_FALSE(disk->exists(folder / "c"));
    CHECK(disk->space(folder / "b").left > 0);
    CHECK_THROWS_AS(disk->append(folder / "no/such", "x"), StoreError);
}
