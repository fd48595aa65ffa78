// How fast the journal is, beside what the disk can do at all, a raw checksummed log, and SQLite alone.

#include "core/facts/sweep.h"
#include "core/journal/entry_rows.h"
#include "core/journal/journal.h"
#include "core/journal/verify.h"
#include "core/store/transaction.h"
#include "tests/bench/crowd.h"
#include "tests/bench/report.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <unistd.h>
#include <zlib.h>

namespace cresset::bench {

namespace {

constexpr double round_s = 0.4;
constexpr int rounds = 7;
constexpr std::size_t group = 100;

/// In the build tree: the folder for temporary files may be in memory. CRESSET_BENCH_FOLDER names another disk.
std::filesystem::path bench_folder()
{
    auto const* const chosen = std::getenv("CRESSET_BENCH_FOLDER");
    return std::filesystem::path{chosen ? chosen : BINARY_DIR} / "bench-journal";
}

std::filesystem::path fresh(char const* name)
{
    auto const folder = bench_folder();
    std::filesystem::create_directories(folder);
    for (auto const* end : {"", "-wal", "-shm", ".heads"}) std::filesystem::remove((folder / name).string() + end);
    return folder / name;
}

/// Repeats until the time is over; times a second.
double rate(std::function<void()> const& once)
{
    long count = 0;
    double const start = wall_s();
    double now = start;
    for (; now - start < round_s; now = wall_s()) once(), ++count;
    return static_cast<double>(count) / (now - start);
}

/// What operators and units say all day, about 200 bytes each, numbered on.
class EntryMaker {
public:
    Entry next()
    {
        Entry entry;
        entry.seq = {++seq_.value};
        entry.at = entry.happened_at = instant(1'700'000'000'000 + static_cast<std::int64_t>(seq_.value));
        entry.act = {{1}, static_cast<std::uint32_t>(seq_.value)};
        entry.who = {1, 7};
        entry.source = "operator";
        auto const number = static_cast<std::uint32_t>(seq_.value);
        if (number % 2 == 0) {
            entry.event = UnitStatusSet{{1, number % 500}, Status::en_route};
        } else {
            IncidentReported report;
            report.incident = {1, number};
            report.number = number;
            report.type = "robbery";
            report.place = {312345678, 1214567890};
            report.address.zh = "中山路 12 号, 轮渡码头对面";
            report.place_source = "address";
            entry.event = report;
        }
        return entry;
    }
    ActRows next_act() { return rows_of({next()}, {}); }

private:
    Seq seq_;
};

class RawFile {
public:
    explicit RawFile(char const* name) : fd_{::open(fresh(name).c_str(), O_RDWR | O_CREAT | O_APPEND, 0644)} {}
    RawFile(RawFile const&) = delete;
    RawFile& operator=(RawFile const&) = delete;
    ~RawFile() { ::close(fd_); }
    void write_through(std::string const& bytes) const
    {
        if (::write(fd_, bytes.data(), bytes.size()) < 0 || ::fdatasync(fd_) != 0) std::abort();
    }

private:
    int fd_;
};

/// As many bytes as the entries would be, each with a CRC-32.
std::string checksummed(EntryMaker& maker)
{
    std::string bytes;
    for (std::size_t i = 0; i < group; ++i) {
        auto const body = body_of(maker.next().event);
        auto const sum = ::crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
        bytes += fmt::format("{:08x}{:08x}", sum, body.size());
        bytes += body;
    }
    return bytes;
}

class BareSqlite {
public:
    BareSqlite() : database_{Database::open(fresh("bare"), OpenMode::create)}
    {
        database_.exec(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE entry(seq INTEGER PRIMARY KEY, at INTEGER, kind TEXT, unit INTEGER, body TEXT)");
    }
    void commit(EntryMaker& maker)
    {
        Transaction transaction{database_};
        auto insert = database_.statement("INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5)");
        for (std::size_t i = 0; i < group; ++i) {
            auto const entry = maker.next();
            auto const body = body_of(entry.event);
            insert.bind_all(entry.seq.value, ms(entry.at), kind_of(entry.event), 7, body).run();
        }
        transaction.commit();
    }

private:
    Database database_;
};

std::unique_ptr<Journal> new_journal(char const* name, JournalOptions options = {})
{
    return std::move(*Journal::create(fresh(name), {}, std::move(options)));
}

/// Each entry a transaction and a sync of its own. First as fast as the writer's thread can, while others go on
/// working; then with somebody who waits for each before the next. The disk's own rate is taken before and after.
void single_commits(Report& report, bool waiting)
{
    JournalOptions options;
    options.rows_a_commit = 1;
    options.rows_waiting = 50;
    auto const journal = new_journal("single", options);
    RawFile const raw{"raw"};
    EntryMaker maker;
    std::string const record(256, 'r');
    std::vector<double> ours;
    std::vector<double> disk;
    std::vector<double> ratios;
    for (int i = 0; i < rounds; ++i) {
        double const before = rate([&] { raw.write_through(record); });
        ours.push_back(rate([&] {
            auto const mark = journal->append(maker.next_act(), Urgency::at_once);
            if (waiting) journal->wait(mark);
        }));
        journal->wait({journal->last()});
        disk.push_back((before + rate([&] { raw.write_through(record); })) / 2);
        ratios.push_back(ours.back() / disk.back());
    }
    Figure figure{.figure = "journal.commit", .name = "group 1", .value = median(ours), .unit = "1/s"};
    figure.peer = Beside{"fdatasync", median(disk)};
    figure.ratio = median(ratios);
    if (waiting)
        figure.name = "group 1, each waited for on another thread";
    else
        figure.bar = 0.9;
    report.say(figure);
}

/// Groups of 100, as fast as they go: each entry serialised, chained, and durable at the end of the round.
void grouped_commits(Report& report)
{
    JournalOptions options;
    options.rows_a_commit = group;
    options.rows_waiting = 20 * group;
    auto const journal = new_journal("grouped", options);
    BareSqlite bare;
    RawFile const raw{"raw log"};
    EntryMaker maker;
    EntryMaker for_bare;
    EntryMaker for_raw;
    std::vector<double> ours;
    std::vector<double> sqlite;
    std::vector<double> log;
    std::vector<double> disk;
    for (int i = 0; i < rounds; ++i) {
        disk.push_back(rate([&] { raw.write_through(std::string(256, 'r')); }));
        log.push_back(group * rate([&] { raw.write_through(checksummed(for_raw)); }));
        sqlite.push_back(group * rate([&] { bare.commit(for_bare); }));
        auto const before = journal->durable().seq.value;
        double const start = wall_s();
        while (wall_s() - start < round_s)
            for (std::size_t k = 0; k < group; ++k) journal->append(maker.next_act(), Urgency::soon);
        journal->wait({journal->last()});
        ours.push_back(static_cast<double>(journal->durable().seq.value - before) / (wall_s() - start));
    }
    Figure figure{.figure = "journal.entries", .name = "group 100", .value = median(ours), .unit = "1/s"};
    figure.probe = Beside{"fdatasync per second", median(disk)};
    figure.bar = 120'000;
    report.say(figure);
    figure.bar.reset();
    figure.probe.reset();
    figure.name = "group 100 beside a raw checksummed log";
    figure.peer = Beside{"raw checksummed log", median(log)};
    report.say(figure);
    figure.name = "group 100 beside SQLite without chain and key";
    figure.peer = Beside{"SQLite, synchronous=FULL", median(sqlite)};
    report.say(figure);
}

Entry sweep_of(std::vector<UnitFix> const& fixes, int tick)
{
    Sweep sweep;
    sweep.count = static_cast<std::uint32_t>(fixes.size());
    sweep.bytes = pack_sweep(fixes);
    sweep.digest = sha256(sweep.bytes).hex();
    Entry entry;
    entry.seq = {static_cast<std::uint64_t>(tick)};
    entry.at = entry.happened_at = instant(crowd_begins_ms + tick * 1000);
    entry.act = {{1}, static_cast<std::uint32_t>(tick)};
    entry.source = "feed:units";
    entry.event = std::move(sweep);
    return entry;
}

/// 10,000 units at 1 Hz: the work of all threads from packing the fixes to the log moved into the file after each
/// second, as at an idle desk.
void sweeps(Report& report)
{
    constexpr std::uint32_t units = 10'000;
    constexpr int ticks = 60;
    JournalOptions options;
    options.log_pages = 0;
    auto journal = new_journal("sweeps", options);
    double work = 0;
    for (int tick = 1; tick <= ticks; ++tick) {
        auto const fixes = fixes_at(tick, units);
        double const before = work_s();
        journal->wait(journal->append(rows_of({sweep_of(fixes, tick)}, {}), Urgency::at_once));
        work += work_s() - before;
    }
    double const before = work_s();
    auto const file = journal->file();
    journal.reset();
    work += work_s() - before;
    RawFile const raw{"raw"};
    double const disk = rate([&] { raw.write_through(std::string(256, 'r')); });
    Beside const probe{"fdatasync per second", disk};
    report.say({.figure = "journal.sweep",
                .name = "10,000 units at 1 Hz, of one core",
                .value = work / ticks * 100,
                .unit = "%",
                .probe = probe,
                .bar = 2,
                .sense = "<="});
    report.say({.figure = "journal.sweep",
                .name = "on disk",
                .value = static_cast<double>(std::filesystem::file_size(file)) / (double{units} * ticks),
                .unit = "bytes a fix",
                .probe = probe,
                .bar = 15,
                .sense = "<="});
}

void verifying(Report& report)
{
    constexpr int entries = 100'000;
    auto journal = new_journal("verify");
    EntryMaker maker;
    for (int i = 0; i < entries; ++i) journal->append(maker.next_act(), Urgency::soon);
    auto const file = journal->file();
    journal.reset();
    auto const reader = JournalReader::open(file);
    double const start = wall_s();
    bool const whole = verify(*reader).whole();
    double const verified = wall_s();
    std::size_t bytes = 0;
    reader->rows({}, [&](JournalRow const& row) { return bytes += row.body.size(), true; });
    double const read = wall_s();
    report.say({.figure = "journal.verify",
                .name = "rows, chains, heads, quick_check",
                .value = whole ? entries / (verified - start) : 0,
                .unit = "rows/s",
                .probe = Beside{"rows read per second", entries / (read - verified)},
                .bar = 100'000});
}

void bench_journal(Report& report)
{
    if (report.wants("journal.commit")) {
        single_commits(report, false);
        single_commits(report, true);
    }
    if (report.wants("journal.entries")) grouped_commits(report);
    if (report.wants("journal.sweep")) sweeps(report);
    if (report.wants("journal.verify")) verifying(report);
    std::filesystem::remove_all(bench_folder());
}

}  // namespace

BENCH("journal", bench_journal)

}  // namespace cresset::bench
