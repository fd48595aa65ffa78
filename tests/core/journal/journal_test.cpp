#include "core/journal/backup.h"
#include "core/journal/verify.h"
#include "tests/core/journal/making.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <thread>

using namespace cresset;
using namespace cresset::test;

namespace {

std::unique_ptr<Journal> create(std::filesystem::path const& file, JournalStart const& start = {})
{
    auto made = Journal::create(file, start);
    if (!made) FAIL(made.problem());
    return std::move(*made);
}

std::unique_ptr<Journal> open(std::filesystem::path const& file)
{
    auto opened = Journal::open(file);
    if (!opened) FAIL(opened.problem());
    return std::move(*opened);
}

JournalReader reader(std::filesystem::path const& file)
{
    auto opened = JournalReader::open(file);
    if (!opened) FAIL(opened.problem());
    return std::move(*opened);
}

std::vector<JournalRow> all_rows(JournalReader const& from)
{
    std::vector<JournalRow> rows;
    from.rows({}, [&](JournalRow const& row) { return rows.push_back(row), true; });
    return rows;
}

std::vector<JournalRow> append(Journal& journal, ActMaker& maker, int acts, Urgency urgency = Urgency::at_once)
{
    std::vector<JournalRow> rows;
    for (int i = 0; i < acts; ++i) {
        auto act = maker.next();
        rows.insert(rows.end(), act.rows.begin(), act.rows.end());
        journal.append(std::move(act), urgency);
    }
    return rows;
}

void check_whole(std::filesystem::path const& file)
{
    auto const report = verify(reader(file));
    if (report.broken) FAIL(report.broken->text);
}

std::string slurp(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("A file that is not there or is no journal is refused with words")
{
    Folder const folder{"hostile"};
    CHECK_THAT(Journal::open(folder / "none").problem(), Catch::Contains("is not there"));
    CHECK_THAT(JournalReader::open(folder / "none").problem(), Catch::Contains("is not there"));
    std::ofstream{folder / "letter"} << "Dear Sir" << std::string(5000, ' ');
    CHECK_THAT(Journal::open(folder / "letter").problem(), Catch::Contains("no journal"));
    CHECK_THAT(JournalReader::open(folder / "letter").problem(), Catch::Contains("no journal"));
    std::ofstream{folder / "empty"} << "";
    CHECK_THAT(JournalReader::open(folder / "empty").problem(), Catch::Contains("not a journal"));
    Database::open(folder / "other", OpenMode::create).exec("CREATE TABLE entry(seq); PRAGMA application_id = 77");
    CHECK_THAT(Journal::open(folder / "other").problem(), Catch::Contains("not a journal"));
    CHECK_THAT(JournalReader::open(folder / "other").problem(), Catch::Contains("not a journal"));
}

TEST_CASE("A newer program's journal and one without its tables are refused with words")
{
    Folder const folder{"versions"};
    create(folder / "new");
    Database::open(folder / "new", OpenMode::read_write).set_user_version(2);
    CHECK_THAT(Journal::open(folder / "new").problem(), Catch::Contains("newer program"));
    CHECK_THAT(JournalReader::open(folder / "new").problem(), Catch::Contains("newer program"));
    create(folder / "less");
    Database::open(folder / "less", OpenMode::read_write).exec("DROP TABLE blob");
    CHECK_THAT(Journal::open(folder / "less").problem(), Catch::Contains("its table \"blob\" is missing"));
    create(folder / "odd");
    Database::open(folder / "odd", OpenMode::read_write).exec("ALTER TABLE entry ADD COLUMN more TEXT");
    CHECK_THAT(JournalReader::open(folder / "odd").problem(), Catch::Contains("\"entry\" is missing or altered"));
}

TEST_CASE("A cut or scrambled file is refused or found broken and never crashes")
{
    Folder const folder{"scrambled"};
    {
        auto const journal = create(folder / "a");
        ActMaker maker{1};
        append(*journal, maker, 200);
    }
    auto const whole = slurp(folder / "a");
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        auto bytes = whole;
        if (dice.chance(1, 3)) bytes.resize(dice.below(bytes.size()));
        for (auto flips = 1 + dice.below(40); flips > 0 && !bytes.empty(); --flips)
            bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
        std::ofstream{folder / "b", std::ios::binary} << bytes;
        try {
            auto const opened = JournalReader::open(folder / "b");
            refused += !opened || verify(*opened).broken ? 1 : 0;
        } catch (StoreError const&) {
            ++refused;
        }
    }
    CHECK(refused > 150);  // the rest hit what nobody reads: free space, snapshots
}

TEST_CASE("A name that is taken is refused and a draft that was left is replaced")
{
    Folder const folder{"create"};
    std::ofstream{folder / "a.new"} << "left over";
    create(folder / "a");
    check_whole(folder / "a");
    CHECK_FALSE(std::filesystem::exists(folder / "a.new"));
    CHECK_THAT(Journal::create(folder / "a", {}).problem(), Catch::Contains("is there already"));
}

TEST_CASE("Rows come back as they were appended and the journal goes on where it stood")
{
    Folder const folder{"rows"};
    std::vector<JournalRow> rows;
    ActMaker maker{2};
    for (int round = 0; round < 4; ++round) {
        auto const journal = round == 0 ? create(folder / "a") : open(folder / "a");
        CHECK(journal->last() == maker.last());
        auto const more = append(*journal, maker, 300, round % 2 == 0 ? Urgency::at_once : Urgency::soon);
        rows.insert(rows.end(), more.begin(), more.end());
        CHECK(journal->last() == maker.last());
        if (round == 1) CHECK_FALSE(journal->close());
    }
    auto const from = reader(folder / "a");
    CHECK(all_rows(from) == rows);
    CHECK(from.last() == maker.last());
    CHECK(from.row({17}) == rows[16]);
    CHECK_FALSE(from.row({rows.size() + 1}));
    CHECK(from.act(rows[40].act).front().act == rows[40].act);
    CHECK(from.act({{9}, 9}).empty());
    CHECK_FALSE(from.last_before(rows[0].at - Duration{1}));
    CHECK(from.last_before(rows[99].at) == Seq{100});
    CHECK(from.last_before(rows[99].at + Duration{1}) == Seq{100});
    CHECK(from.last_before(rows.back().at + Duration{1}) == rows.back().seq);
    auto const report = verify(from);
    CHECK(report.whole());
    CHECK(report.notes.empty());
    CHECK(report.entries == rows.size());
    CHECK(report.digest == from.digest());
    CHECK(report.texts > 100);
    CHECK(report.blobs > 100);
    CHECK(report.heads_checked >= 4);
}

TEST_CASE("Closed by its writer or left by its last reader a journal is one file and its heads")
{
    Folder const folder{"tidy"};
    ActMaker maker{14};
    auto journal = create(folder / "a");
    append(*journal, maker, 20);
    auto const files = [&] {
        std::set<std::string> names;
        for (auto const& one : std::filesystem::directory_iterator{folder.path}) names.insert(one.path().filename());
        return names;
    };
    std::optional from{reader(folder / "a")};
    journal.reset();
    from.reset();
    CHECK(files() == std::set<std::string>{"a", "a.heads"});
    check_whole(folder / "a");
    CHECK(files() == std::set<std::string>{"a", "a.heads"});
}

TEST_CASE("Every act is written whole and its texts and blobs with it")
{
    Folder const folder{"parts"};
    ActMaker maker{3};
    auto const journal = create(folder / "a");
    for (int i = 0; i < 50; ++i) {
        auto const act = maker.next();
        REQUIRE(journal->wait(journal->append(act, Urgency::at_once)));
        auto const from = reader(folder / "a");
        CHECK(from.act(act.rows[0].act) == act.rows);
        for (auto const& text : act.texts) CHECK(from.text(text.id) == text);
        for (auto const& blob : act.blobs) CHECK(from.blob(blob.digest) == blob.bytes);
        if (!act.texts.empty()) CHECK(from.last_text(act.texts.back().id.origin) == act.texts.back().id.number);
    }
}

TEST_CASE("The digest is that of the rows however they were grouped and tidied")
{
    Folder const folder{"grouping"};
    std::set<std::string> digests;
    for (int how = 0; how < 4; ++how) {
        auto const file = folder / std::to_string(how);
        JournalOptions options;
        options.rows_a_commit = how == 1 ? 1 : 1000;
        auto journal = std::move(*Journal::create(file, {}, options));
        ActMaker maker{4};
        for (int i = 0; i < 450; ++i) {
            auto const mark = journal->append(maker.next(), how == 2 ? Urgency::soon : Urgency::at_once);
            if (how == 3 && i % 90 == 0) {
                journal->wait(mark);
                journal.reset();
                journal = open(file);
            }
        }
        journal.reset();
        auto const report = verify(reader(file));
        CHECK(report.whole());
        digests.insert(report.digest);
    }
    CHECK(digests.size() == 1);
    CHECK(SignedHead::parse(*digests.begin())->count > 1000);
}

TEST_CASE("The mark advances in order and is told")
{
    Folder const folder{"marks"};
    std::vector<Watermark> told;
    JournalOptions options;
    options.on_durable = [&](Watermark mark) { told.push_back(mark); };
    auto const journal = std::move(*Journal::create(folder / "a", {}, options));
    ActMaker maker{5};
    append(*journal, maker, 100);
    CHECK(journal->wait({maker.last()}));
    CHECK(journal->durable() == Watermark{maker.last()});
    append(*journal, maker, 100, Urgency::soon);
    CHECK_FALSE(journal->close());
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.back() == Watermark{maker.last()});
    CHECK_FALSE(journal->wait({{maker.last().value + 1}}));
}

TEST_CASE("A second writer is refused and may read and follow")
{
    Folder const folder{"second"};
    auto journal = create(folder / "a");
    CHECK(Journal::is_held(folder / "a", *machine_disk()));
    CHECK_THAT(Journal::open(folder / "a").problem(), Catch::Contains("held by another program"));
    ActMaker maker{6};
    journal->wait({append(*journal, maker, 5).back().seq});
    auto follower = reader(folder / "a");
    CHECK(follower.follow().empty());
    for (int i = 0; i < 20; ++i) {
        auto const rows = append(*journal, maker, 3);
        journal->wait({rows.back().seq});
        CHECK(follower.follow() == rows);
    }
    follower.follow_from({0});
    auto const first = follower.follow(7);
    CHECK(first.size() >= 7);
    CHECK(first.size() < 11);
    CHECK(first.front().seq == Seq{1});
    journal.reset();
    CHECK_FALSE(Journal::is_held(folder / "a", *machine_disk()));
    CHECK(Journal::open(folder / "a"));
}

TEST_CASE("A journal in a place that cannot be written is read without leaving a trace")
{
    Folder const folder{"archive"};
    ActMaker maker{7};
    auto const rows = append(*create(folder / "a"), maker, 50);
    std::filesystem::permissions(folder / "a", std::filesystem::perms::owner_read);
    std::filesystem::permissions(folder.path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(all_rows(reader(folder / "a")) == rows);
    check_whole(folder / "a");
    std::filesystem::permissions(folder.path, std::filesystem::perms::owner_all);
    CHECK_FALSE(std::filesystem::exists((folder / "a").string() + "-wal"));
    CHECK_FALSE(std::filesystem::exists((folder / "a").string() + "-shm"));
}

TEST_CASE("A backup made while it is written verifies and holds a whole moment")
{
    Folder const folder{"backup"};
    auto const journal = create(folder / "a");
    ActMaker maker{8};
    journal->wait({append(*journal, maker, 1500).back().seq});
    auto const from = reader(folder / "a");
    int steps = 0;
    auto const problem = back_up(from, folder / "b", [&](int done, int total) {
        append(*journal, maker, 20);
        return ++steps, done <= total;
    });
    if (problem) FAIL(problem->text);
    append(*journal, maker, 20);
    CHECK_FALSE(journal->close());
    auto const report = verify(reader(folder / "b"));
    CHECK(report.whole());
    CHECK(report.heads_checked == 1);
    auto const mine = all_rows(from);
    auto const copied = all_rows(reader(folder / "b"));
    CHECK(copied.size() >= 1500);
    CHECK(copied.size() < mine.size());
    CHECK(std::equal(copied.begin(), copied.end(), mine.begin()));
    CHECK_THAT(back_up(from, folder / "b")->text, Catch::Contains("is there already"));
    CHECK_THAT(back_up(from, folder / "c", [](int, int) { return false; })->text, Catch::Contains("stopped"));
    CHECK_FALSE(std::filesystem::exists(folder / "c"));
    CHECK_FALSE(std::filesystem::exists(folder / "c.new"));
    auto const next = open(folder / "b");  // a copy can be gone on with
    CHECK(next->last().value == copied.size());
}

TEST_CASE("A new shift begins with its parent's digest and the world it takes over")
{
    Folder const folder{"shift"};
    ErasableText const text{{1, 5}, "who rang", "salt"};
    Chunks const world{{"units", "many"}, {"incidents", std::string(10'000, 'i')}};
    auto const journal = create(folder / "b", {"12:ab", instant(5000), world, {text}});
    auto const from = reader(folder / "b");
    CHECK(from.parent_digest() == "12:ab");
    CHECK(from.text({1, 5}) == text);
    CHECK(from.last_text(1) == 5);
    auto const start = from.snapshot({0});
    REQUIRE(start);
    CHECK(start->at == instant(5000));
    CHECK(start->chunks == Chunks{{"incidents", std::string(10'000, 'i')}, {"units", "many"}});
    CHECK(from.digest() == journal->digest());
    CHECK(from.digest() != reader((create(folder / "c", {"12:ab", instant(5000), {}, {}}), folder / "c")).digest());
    CHECK(from.digest() != reader((create(folder / "d", {"12:ac", instant(5000), world, {}}), folder / "d")).digest());
}

TEST_CASE("Texts of the world that a journal begins with are sealed and may be erased")
{
    Folder const folder{"start-texts"};
    std::vector<ErasableText> const texts{{{1, 5}, "who rang", "salt"}, {{2, 1}, "what happened", "pepper"}};
    auto journal = create(folder / "a", {"12:ab", instant(5000), {{"units", "many"}}, texts});
    CHECK(verify(reader(folder / "a")).texts == 2);
    CHECK_FALSE(journal->erase_text({2, 1}));
    CHECK_FALSE(journal->close());
    auto const report = verify(reader(folder / "a"));
    CHECK(report.whole());
    CHECK(report.texts_erased == 1);

    for (char const* change : {"UPDATE text SET text = 'who sang' WHERE n = 1", "DELETE FROM text WHERE n = 1",
                               "UPDATE meta SET value = '' WHERE name = 'seals'",
                               "UPDATE meta SET value = replace(value, '1:5', '1:6') WHERE name = 'seals'",
                               "DELETE FROM meta WHERE name = 'seals'"}) {
        INFO(change);
        std::filesystem::copy_file(folder / "a", folder / "b", std::filesystem::copy_options::overwrite_existing);
        {
            auto database = Database::open(folder / "b", OpenMode::read_write);
            database.exec("DROP TRIGGER text_stays; DROP TRIGGER text_is_kept");
            database.exec(change);
        }
        auto const broken = verify(reader(folder / "b"));
        REQUIRE(broken.broken);
        CHECK(broken.broken->seq == Seq{0});
    }
}

TEST_CASE("A snapshot takes room only for what changed and a damaged one is passed over")
{
    Folder const folder{"snapshots"};
    auto journal = create(folder / "a");
    ActMaker maker{9};
    Chunks chunks;
    Dice dice{9};
    for (int i = 0; i < 100; ++i) {
        std::string bytes;
        for (int k = 0; k < 5000; ++k) bytes += static_cast<char>(dice.below(256));
        chunks.emplace_back(fmt::format("part {:03}", i), bytes);
    }
    for (int i = 0; i < 40; ++i) {
        auto const last = append(*journal, maker, 5).back();
        chunks[dice.below(100)].second[0] ^= 1;
        journal->write_snapshot({last.seq, last.at, chunks});
    }
    CHECK_FALSE(journal->close());
    CHECK(std::filesystem::file_size(folder / "a") < 1'500'000);  // 40 whole ones would be 20 MB
    auto const places = reader(folder / "a").snapshots();
    REQUIRE(places.size() == 40);
    auto const found = reader(folder / "a").snapshot({maker.last().value + 100});
    REQUIRE(found);
    CHECK(found->seq == maker.last());
    CHECK(found->chunks == chunks);
    CHECK(reader(folder / "a").snapshot({places[20].value - 1})->seq == places[19]);
    CHECK_FALSE(reader(folder / "a").snapshot({places[0].value - 1}));
    Database::open(folder / "a", OpenMode::read_write)
        .exec(fmt::format(
            "UPDATE chunk SET bytes = zeroblob(9) WHERE n = (SELECT chunk FROM snapshot WHERE seq = {} LIMIT "
            "1 OFFSET 3)",
            maker.last().value));
    auto const report = verify(reader(folder / "a"));
    CHECK(report.whole());
    CHECK_FALSE(report.notes.empty());
    CHECK((!reader(folder / "a").snapshot(maker.last()) ||
           reader(folder / "a").snapshot(maker.last())->seq < maker.last()));
}

TEST_CASE("An erased text is in no file any more and the chain stays whole")
{
    Folder const folder{"erase"};
    auto journal = create(folder / "a");
    ActMaker maker{10};
    std::vector<ErasableText> texts;
    Dice dice{10};
    for (int i = 0; i < 400; ++i) {
        auto act = maker.next();
        texts.insert(texts.end(), act.texts.begin(), act.texts.end());
        journal->append(std::move(act), dice.chance(1, 2) ? Urgency::at_once : Urgency::soon);
        if (i % 7 == 0 && !texts.empty() && texts.size() % 3 == 0) {
            auto const which = dice.below(texts.size());
            auto const problem = journal->erase_text(texts[which].id);
            if (problem) FAIL(problem->text);
            texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(which));
        }
    }
    REQUIRE(texts.size() > 60);
    auto const erase_half = [&] {
        std::vector<ErasableText> kept;
        std::vector<ErasableText> gone;
        for (auto const& text : texts) (dice.chance(1, 2) ? kept : gone).push_back(text);
        for (auto const& text : gone) CHECK_FALSE(journal->erase_text(text.id));
        std::string bytes;
        for (auto const& one : std::filesystem::directory_iterator{folder.path}) bytes += slurp(one.path());
        for (auto const& text : gone) {
            CHECK(bytes.find(text.text.substr(0, text.text.find(' ', 7) + 1)) == std::string::npos);
            CHECK(bytes.find(text.salt) == std::string::npos);
        }
        for (auto const& text : kept) CHECK(bytes.find(text.text) != std::string::npos);
        texts = kept;
        return gone;
    };
    auto const gone = erase_half();
    erase_half();
    CHECK_THAT(journal->erase_text(gone[0].id)->text, Catch::Contains("erased already"));
    CHECK_THAT(journal->erase_text({9, 9})->text, Catch::Contains("no such text"));
    CHECK_FALSE(reader(folder / "a").text(gone[0].id));
    CHECK(reader(folder / "a").text(texts[0].id) == texts[0]);
    journal.reset();
    auto const report = verify(reader(folder / "a"));
    CHECK(report.whole());
    CHECK(report.texts_erased >= gone.size());
    CHECK(report.texts - report.texts_erased == texts.size());
}

TEST_CASE("A text erased while a reader holds the log is cut from it when the reader lets go")
{
    Folder const folder{"erase-held"};
    auto const journal = create(folder / "a");
    ActMaker maker{11};
    std::vector<ErasableText> texts;
    while (texts.empty()) {
        auto act = maker.next();
        texts = act.texts;
        journal->append(std::move(act), Urgency::at_once);
    }
    journal->wait({maker.last()});
    {
        auto const holder = reader(folder / "a");
        holder.rows({}, [&](JournalRow const&) {
            CHECK_THAT(journal->erase_text(texts[0].id)->text, Catch::Contains("a reader still holds the log"));
            return false;
        });
    }
    CHECK_FALSE(journal->close());
    CHECK(slurp(folder / "a").find(texts[0].text) == std::string::npos);
    CHECK_FALSE(std::filesystem::exists((folder / "a").string() + "-wal"));
}

TEST_CASE("A thinned track leaves the chain whole")
{
    Folder const folder{"thin"};
    auto journal = create(folder / "a");
    ActMaker maker{12};
    std::vector<JournalBlob> blobs;
    for (int i = 0; i < 100; ++i) {
        auto act = maker.next();
        blobs.insert(blobs.end(), act.blobs.begin(), act.blobs.end());
        journal->append(std::move(act), Urgency::soon);
    }
    REQUIRE(blobs.size() > 10);
    CHECK_FALSE(journal->thin_blob(blobs[3].digest));
    CHECK_THAT(journal->thin_blob(blobs[3].digest)->text, Catch::Contains("already"));
    journal.reset();
    CHECK_FALSE(reader(folder / "a").blob(blobs[3].digest));
    CHECK(reader(folder / "a").blob(blobs[4].digest) == blobs[4].bytes);
    auto const report = verify(reader(folder / "a"));
    CHECK(report.whole());
    CHECK(report.blobs_thinned == 1);
}

TEST_CASE("SQLite itself refuses to change or delete an entry")
{
    Folder const folder{"rules"};
    ActMaker maker{13};
    append(*create(folder / "a"), maker, 20);
    auto db = Database::open(folder / "a", OpenMode::read_write);
    CHECK_THROWS_WITH(db.exec("UPDATE entry SET body = '{}' WHERE seq = 3"), Catch::Contains("never changed"));
    CHECK_THROWS_WITH(db.exec("DELETE FROM entry"), Catch::Contains("never deleted"));
    CHECK_THROWS_WITH(db.exec("DELETE FROM text"), Catch::Contains("only ever erased"));
    CHECK_THROWS_WITH(db.exec("UPDATE text SET text = 'x'"), Catch::Contains("only ever erased"));
    CHECK_THROWS_WITH(db.exec("UPDATE blob SET bytes = x'00'"), Catch::Contains("only ever thinned"));
}
