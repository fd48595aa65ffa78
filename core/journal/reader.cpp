#include "core/journal/reader.h"

#include "core/journal/schema.h"
#include "core/journal/state.h"
#include "core/journal/tables.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace cresset {

namespace {

std::int64_t as_signed(Seq seq)
{
    return static_cast<std::int64_t>(std::min<std::uint64_t>(seq.value, std::numeric_limits<std::int64_t>::max()));
}

/// Not opened as read only where it can be helped: the last connection to leave tidies the log away, and one that may
/// not write cannot. query_only keeps this one from changing anything.
Database open_to_read(std::filesystem::path const& file, Disk& disk)
{
    auto database = Database::open(file, OpenMode::read_write, {std::chrono::seconds{5}, disk.vfs()});
    try {
        database.exec("PRAGMA query_only = ON");
        database.application_id();
        return database;
    } catch (StoreError const& error) {
        // A folder that cannot be written has no room for the log's index. Without a log there is no need for one.
        if (error.is_corrupt() || error.is_io_error() || disk.exists(file.string() + "-wal")) throw;
        return Database::open(file, OpenMode::immutable, {{}, disk.vfs()});
    }
}

}  // namespace

struct JournalReader::Inside {
    std::shared_ptr<Disk> disk;
    Database database;
    Seq seen;
};

JournalReader::JournalReader(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
JournalReader::JournalReader(JournalReader&&) noexcept = default;
JournalReader& JournalReader::operator=(JournalReader&&) noexcept = default;
JournalReader::~JournalReader() = default;

Result<JournalReader> JournalReader::open(std::filesystem::path const& file, std::shared_ptr<Disk> const& disk)
{
    if (!disk->exists(file)) return Problem{file.string() + " is not there"};
    try {
        auto inside = std::make_unique<Inside>(Inside{disk, open_to_read(file, *disk), {}});
        if (auto problem = check_tables(inside->database)) return *problem;
        chain_start_of(inside->database);
        JournalReader reader{std::move(inside)};
        reader.follow_from(reader.last());
        return reader;
    } catch (StoreError const& error) {
        if (!error.is_corrupt()) throw;
        return Problem{file.string() + " is no journal, or it is damaged: " + error.what()};
    }
}

std::filesystem::path const& JournalReader::file() const
{
    return inside_->database.file();
}

Seq JournalReader::last() const
{
    return {static_cast<std::uint64_t>(inside_->database.number("SELECT max(seq) FROM entry"))};
}

void JournalReader::rows(SeqRange range, std::function<bool(JournalRow const&)> const& visit) const
{
    auto select = inside_->database.statement("SELECT " CRESSET_ENTRY_COLUMNS
                                              " FROM entry WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
    select.bind_all(as_signed(range.first), as_signed(range.last));
    while (select.step() && visit(row_at(select))) {
    }
}

std::optional<JournalRow> JournalReader::row(Seq seq) const
{
    std::optional<JournalRow> found;
    rows({seq, seq}, [&](JournalRow const& row) { return found = row, true; });
    return found;
}

std::optional<Seq> JournalReader::last_before(Instant at) const
{
    // Times never go back, so the rows are sorted by them: halving finds the place without an index.
    auto select = inside_->database.statement("SELECT at FROM entry WHERE seq = ?1");
    auto const time_of = [&](std::int64_t seq) {
        select.reset();
        return select.bind(1, seq).step() ? select.integer(0) : std::numeric_limits<std::int64_t>::max();
    };
    std::int64_t low = 0;
    std::int64_t high = as_signed(last());
    while (low < high) {
        auto const middle = low + (high - low + 1) / 2;
        time_of(middle) <= ms(at) ? low = middle : high = middle - 1;
    }
    if (low == 0) return {};
    return Seq{static_cast<std::uint64_t>(low)};
}

std::vector<JournalRow> JournalReader::act(ActId act) const
{
    auto select = inside_->database.statement("SELECT " CRESSET_ENTRY_COLUMNS
                                              " FROM entry WHERE origin = ?1 AND act = ?2 ORDER BY part");
    select.bind_all(act.seat.value, act.number);
    std::vector<JournalRow> rows;
    while (select.step()) rows.push_back(row_at(select));
    return rows;
}

std::uint32_t JournalReader::last_act(SeatId seat) const
{
    auto select = inside_->database.statement("SELECT max(act) FROM entry WHERE origin = ?1");
    return select.bind_all(seat.value).step() ? static_cast<std::uint32_t>(select.integer(0)) : 0;
}

std::vector<JournalRow> JournalReader::follow(std::size_t limit)
{
    std::vector<JournalRow> fresh;
    rows({{inside_->seen.value + 1}}, [&](JournalRow const& row) {
        if (fresh.size() >= limit && row.act != fresh.back().act) return false;
        fresh.push_back(row);
        return true;
    });
    if (!fresh.empty()) inside_->seen = fresh.back().seq;
    return fresh;
}

void JournalReader::follow_from(Seq seen)
{
    inside_->seen = seen;
}

std::optional<std::string> JournalReader::blob(Digest const& digest) const
{
    auto select = inside_->database.statement("SELECT bytes FROM blob WHERE digest = ?1");
    if (!select.bind(1, Blob{digest.view()}).step() || select.is_null(0)) return {};
    return std::string{select.blob(0)};
}

std::optional<ErasableText> JournalReader::text(TextId id) const
{
    auto select = inside_->database.statement("SELECT text, salt FROM text WHERE id = ?1 AND erased = 0");
    if (!select.bind_all(id.packed()).step()) return {};
    return ErasableText{id, std::string{select.text(0)}, std::string{select.blob(1)}};
}

std::uint32_t JournalReader::last_text(std::uint16_t origin) const
{
    auto select = inside_->database.statement("SELECT max(id) FROM text WHERE id BETWEEN ?1 AND ?2");
    select.bind_all(TextId{origin, 0}.packed(), TextId{origin, std::numeric_limits<std::uint32_t>::max()}.packed());
    return select.step() ? static_cast<std::uint32_t>(select.integer(0) & 0xFFFF'FFFF) : 0;
}

std::optional<Snapshot> JournalReader::snapshot(Seq at_or_before) const
{
    ReadMoment const moment{inside_->database};
    auto select = inside_->database.statement("SELECT DISTINCT seq FROM snapshot WHERE seq <= ?1 ORDER BY seq DESC");
    for (select.bind(1, as_signed(at_or_before)); select.step();)
        if (auto found = snapshot_at(inside_->database, {static_cast<std::uint64_t>(select.integer(0))})) return found;
    return {};
}

std::vector<Seq> JournalReader::snapshots() const
{
    std::vector<Seq> places;
    auto select = inside_->database.statement("SELECT DISTINCT seq FROM snapshot ORDER BY seq");
    while (select.step()) places.push_back({static_cast<std::uint64_t>(select.integer(0))});
    return places;
}

std::string JournalReader::parent_digest() const
{
    return inside_->database.text("SELECT value FROM meta WHERE name = 'parent'");
}

Heads JournalReader::heads() const
{
    ReadMoment const moment{inside_->database};
    auto const state = read_state(inside_->database);
    if (!state) throw_damaged(state.problem());
    return state->heads;
}

std::string JournalReader::digest() const
{
    return heads().digest();
}

Database& JournalReader::database() const
{
    return inside_->database;
}

Disk& JournalReader::disk() const
{
    return *inside_->disk;
}

std::shared_ptr<Disk> JournalReader::shared_disk() const
{
    return inside_->disk;
}

}  // namespace cresset
