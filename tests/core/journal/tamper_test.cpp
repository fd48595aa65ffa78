#include "core/journal/state.h"
#include "core/journal/tables.h"
#include "core/journal/verify.h"
#include "core/store/transaction.h"
#include "tests/core/journal/making.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

using namespace cresset;
using namespace cresset::test;

namespace {

constexpr std::uint64_t acts = 120;

/// Somebody with a tool for databases who takes the rules away first.
class Tamperer {
public:
    Tamperer(std::filesystem::path const& file, std::uint64_t seed)
        : file_{file}, dice_{seed}, database_{Database::open(file, OpenMode::read_write)}
    {
        for (auto const* rule :
             {"entry_stays", "entry_is_kept", "text_stays", "text_is_kept", "blob_stays", "blob_is_kept"})
            database_.exec(fmt::format("DROP TRIGGER {}", rule));
        rows_ = database_.number("SELECT max(seq) FROM entry");
    }

    /// Does one thing and says what.
    std::string strike()
    {
        using Trick = void (Tamperer::*)();
        static constexpr std::pair<char const*, Trick> tricks[] = {
            {"change a field", &Tamperer::change},
            {"change out of range", &Tamperer::change_out_of_range},
            {"delete a row", &Tamperer::remove},
            {"delete a row and close the gap", &Tamperer::remove_and_close},
            {"insert a row", &Tamperer::insert},
            {"swap two rows", &Tamperer::swap},
            {"cut the tail", &Tamperer::cut},
            {"cut the tail and the heads", &Tamperer::cut_with_heads},
            {"rewrite the chains", &Tamperer::rewrite},
            {"change a text", &Tamperer::change_text},
            {"take a text away", &Tamperer::remove_text},
            {"change bytes", &Tamperer::change_blob},
            {"take bytes away", &Tamperer::remove_blob},
            {"change the parent", &Tamperer::change_parent},
            {"change the start", &Tamperer::change_start},
            {"change a chain", &Tamperer::change_chain}};
        auto const& [name, trick] = tricks[dice_.below(std::size(tricks))];
        Transaction transaction{database_};
        (this->*trick)();
        transaction.commit();
        return name;
    }

private:
    std::int64_t some_row() { return dice_.range(1, rows_); }
    void run(std::string const& sql) { database_.exec(sql); }

    void change()
    {
        static constexpr char const* changes[] = {"at = at + 1",
                                                  "happened_at = happened_at - 1",
                                                  "act = act + 100000",
                                                  "part = part + 100",
                                                  "who = who + 1",
                                                  "cause = CASE WHEN cause IS NULL THEN 0 ELSE NULL END",
                                                  "source = 'simulator'",
                                                  "source = source || ' '",
                                                  "kind = 'incident.closed'",
                                                  "body = replace(body, '{', '{ ')",
                                                  "body = body || char(0)",
                                                  "origin = 3 - origin, act = act + 100000",
                                                  "origin = 9"};
        run(fmt::format("UPDATE entry SET {} WHERE seq = {}", changes[dice_.below(std::size(changes))], some_row()));
    }
    void change_out_of_range()
    {
        static constexpr char const* changes[] = {"origin = origin + 65536", "act = act + 4294967296",
                                                  "part = part + 65536",     "who = who + (1 << 48)",
                                                  "who = who - (1 << 62)",   "cause = -1"};
        run(fmt::format("UPDATE entry SET {} WHERE seq = {}", changes[dice_.below(std::size(changes))], some_row()));
    }
    void remove() { run(fmt::format("DELETE FROM entry WHERE seq = {}", some_row())); }
    void close_gap(std::int64_t at)
    {
        // In two steps past the others: no two rows may have one number meanwhile.
        run(fmt::format("UPDATE entry SET seq = -seq WHERE seq > {}", at));
        run("UPDATE entry SET seq = -seq - 1 WHERE seq < 0");
    }
    void remove_and_close()
    {
        auto const row = dice_.range(1, rows_ - 1);
        run(fmt::format("DELETE FROM entry WHERE seq = {}", row));
        close_gap(row);
    }
    void insert()
    {
        auto const row = some_row();
        run(fmt::format("UPDATE entry SET seq = -seq WHERE seq >= {}", row));
        run("UPDATE entry SET seq = -seq + 1 WHERE seq < 0");
        run(
            fmt::format("INSERT INTO entry SELECT {0}, at, happened_at, origin, act + 100000, part, who, NULL, source, "
                        "kind, body, chain FROM entry WHERE seq = {1}",
                        row, row + 1));
    }
    void swap()
    {
        auto const one = some_row();
        auto other = some_row();
        if (other == one) other = one % rows_ + 1;
        run(fmt::format("UPDATE entry SET seq = -1 WHERE seq = {}", one));
        run(fmt::format("UPDATE entry SET seq = {} WHERE seq = {}", one, other));
        run(fmt::format("UPDATE entry SET seq = {} WHERE seq = -1", other));
    }
    void cut()
    {
        run(fmt::format("DELETE FROM entry WHERE seq > {}", dice_.range(0, rows_ - 1)));
        run("DELETE FROM signed");
    }
    void cut_with_heads()
    {
        cut();
        std::filesystem::remove(heads_file(file_));
    }
    /// Knows how chains are made, and makes them all anew after a change.
    void rewrite()
    {
        change();
        std::filesystem::remove(heads_file(file_));
        run("DELETE FROM signed");
        std::vector<JournalRow> rows;
        {
            auto select = database_.statement("SELECT " CRESSET_ENTRY_COLUMNS " FROM entry ORDER BY seq");
            while (select.step()) rows.push_back(row_at(select));
        }
        JournalState state;
        state.heads.start = chain_start_of(database_);
        ChainMaker maker;
        for (auto const& row : rows)
            database_.statement("UPDATE entry SET chain = ?2 WHERE seq = ?1")
                .bind_all(row.seq.value, Blob{add_row(state, row, maker).view()})
                .run();
    }
    void change_text()
    {
        static constexpr char const* changes[] = {"text = text || '.'", "salt = zeroblob(16)", "text = upper(text)",
                                                  "id = id + 1000000"};
        some("text", fmt::format("UPDATE text SET {} WHERE n = ", changes[dice_.below(std::size(changes))]));
    }
    void remove_text() { some("text", "DELETE FROM text WHERE n = "); }
    void change_blob()
    {
        some("blob", dice_.chance(1, 2) ? "UPDATE blob SET bytes = zeroblob(length(bytes)) WHERE n = "
                                        : "UPDATE blob SET digest = zeroblob(32) WHERE n = ");
    }
    void remove_blob() { some("blob", "DELETE FROM blob WHERE n = "); }
    void some(std::string const& table, std::string const& sql)
    {
        auto const n = dice_.range(1, database_.number("SELECT max(n) FROM " + table));
        run(sql + std::to_string(n));
    }
    void change_parent() { run("UPDATE meta SET value = '1:ab' WHERE name = 'parent'"); }
    void change_start()
    {
        static constexpr char const* changes[] = {
            "UPDATE meta SET value = replace(value, '0', '1') WHERE name = 'start'",
            "DELETE FROM snapshot WHERE seq = 0 AND name = 'b'",
            "UPDATE snapshot SET name = 'c' WHERE seq = 0 AND name = 'b'", "UPDATE chunk SET bytes = zeroblob(5)",
            "DELETE FROM meta"};
        run(changes[dice_.below(std::size(changes))]);
    }
    void change_chain()
    {
        run(fmt::format("UPDATE entry SET chain = {} WHERE seq = {}",
                        dice_.chance(1, 2) ? "zeroblob(32)" : "substr(chain, 2)", some_row()));
    }

    std::filesystem::path file_;
    Dice dice_;
    Database database_;
    std::int64_t rows_ = 0;
};

}  // namespace

TEST_CASE("Every tampering is found given a head that was kept elsewhere")
{
    Folder const folder{"tamper"};
    std::string digest;
    {
        auto const journal = std::move(*Journal::create(folder / "a", {"1:aa", {}, {{"a", "1"}, {"b", "2"}}, {}}));
        ActMaker maker{1};
        for (std::uint64_t i = 0; i < acts; ++i) journal->append(maker.next(), Urgency::soon);
        REQUIRE_FALSE(journal->close());
        digest = journal->digest();
    }
    auto const head = SignedHead::parse(digest);
    REQUIRE(head);
    {
        auto const reader = JournalReader::open(folder / "a");
        REQUIRE(verify(*reader, head).whole());
        CHECK(verify(*reader, head).heads_checked == 2);
        CHECK_FALSE(verify(*reader, SignedHead{head->count, sha256("")}).whole());
        CHECK_FALSE(verify(*reader, SignedHead{head->count - 1, head->digest}).whole());
        CHECK_FALSE(verify(*reader, SignedHead{head->count + 1, head->digest}).whole());
    }
    auto const copy = folder / "b";
    std::map<std::string, int> found;
    auto const times = cases(1000, 10'000);
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        auto const overwrite = std::filesystem::copy_options::overwrite_existing;
        std::filesystem::copy_file(folder / "a", copy, overwrite);
        std::filesystem::copy_file(heads_file(folder / "a"), heads_file(copy), overwrite);
        auto const what = Tamperer{copy, seed}.strike();
        auto const reader = JournalReader::open(copy);
        if (reader && verify(*reader, head).whole()) FAIL("seed " << seed << " (" << what << ") was not found");
        ++found[what];
    }
    CHECK(found.size() == 16);
}

TEST_CASE("The first broken entry is named")
{
    Folder const folder{"names"};
    auto const journal = std::move(*Journal::create(folder / "a", {}));
    ActMaker maker{2};
    for (std::uint64_t i = 0; i < acts; ++i) journal->append(maker.next(), Urgency::soon);
    REQUIRE_FALSE(journal->close());
    auto const break_at = [&](std::string const& sql) {
        std::filesystem::copy_file(folder / "a", folder / "b", std::filesystem::copy_options::overwrite_existing);
        Database::open(folder / "b", OpenMode::read_write)
            .exec("DROP TRIGGER entry_stays; DROP TRIGGER entry_is_kept;" + sql);
        return verify(*JournalReader::open(folder / "b"));
    };
    auto const changed =
        break_at("UPDATE entry SET body = '{}' WHERE seq = 77; UPDATE entry SET at = 0 WHERE seq = 90");
    REQUIRE(changed.broken);
    CHECK(changed.broken->seq == Seq{77});
    CHECK_THAT(changed.broken->text, Catch::Contains("entry 77"));
    CHECK(changed.entries == 76);
    auto const missing = break_at("DELETE FROM entry WHERE seq = 42");
    REQUIRE(missing.broken);
    CHECK(missing.broken->text == "entry 42 is missing");
    auto const cut = break_at("DELETE FROM entry WHERE seq > 100");
    CHECK(cut.whole());  // a chain alone does not see it
    std::filesystem::copy_file(heads_file(folder / "a"), heads_file(folder / "b"));
    auto const seen = break_at("DELETE FROM entry WHERE seq > 100");
    REQUIRE(seen.broken);
    CHECK_THAT(seen.broken->text, Catch::Contains("the journal ends after 100"));
    CHECK_THAT(Journal::open(folder / "b").problem(), Catch::Contains("were signed off, but only 100 are there"));
    auto const rules = break_at("");
    CHECK(rules.whole());
    CHECK(rules.notes.size() == 2);
}

TEST_CASE("A check says how far it is and one that is stopped calls nothing whole and nothing broken")
{
    Folder const folder{"stopped"};
    auto const journal = std::move(*Journal::create(folder / "a", {}));
    ActMaker maker{3};
    for (int i = 0; i < 900; ++i) journal->append(maker.next(), Urgency::soon);
    REQUIRE_FALSE(journal->close());
    std::vector<std::uint64_t> told;
    std::uint64_t all = 0;
    auto const report = verify(*JournalReader::open(folder / "a"), {}, [&](std::uint64_t done, std::uint64_t of) {
        told.push_back(done);
        all = of;
        return true;
    });
    CHECK(report.whole());
    CHECK(all == report.entries);
    REQUIRE(told.size() >= 2);
    CHECK(told.front() == 0);
    CHECK(told.back() <= all);
    auto const stopped =
        verify(*JournalReader::open(folder / "a"), {}, [](std::uint64_t done, std::uint64_t) { return done == 0; });
    CHECK(stopped.stopped);
    CHECK_FALSE(stopped.broken);
    CHECK_FALSE(stopped.whole());
    CHECK(stopped.entries < all);
}

TEST_CASE("The log of another journal beside a journal is never mixed into it unseen")
{
    Folder const folder{"swap"};
    for (auto const* name : {"a", "b"}) {
        auto const journal = std::move(*Journal::create(folder / name, {name, {}, {}, {}}));
        ActMaker maker{static_cast<std::uint64_t>(name[0])};
        for (int i = 0; i < 50; ++i) journal->append(maker.next(), Urgency::soon);
        journal->wait({journal->last()});
        // As they stand while the desk runs: what a copy of the folder would have.
        for (auto const* end : {"", "-wal", ".heads"})
            std::filesystem::copy_file((folder / name).string() + end, (folder / name).string() + " copy" + end);
    }
    REQUIRE(std::filesystem::file_size((folder / "a copy-wal")) > 0);
    std::filesystem::copy_file(folder / "a copy-wal", folder / "b copy-wal",
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(verify(*JournalReader::open(folder / "a copy")).whole());
    auto const mixed = JournalReader::open(folder / "b copy");
    CHECK((!mixed || !verify(*mixed).whole() || mixed->parent_digest() == "b"));
}
