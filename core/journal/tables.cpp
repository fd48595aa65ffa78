#include "core/journal/tables.h"

#include "core/store/packed.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace cresset {

namespace {

constexpr std::size_t largest_chunk = std::size_t{256} << 20U;

template <typename Number>
Number in_range(Statement const& select, int column)
{
    auto const value = select.integer(column);
    if (std::in_range<Number>(value)) return static_cast<Number>(value);
    throw_damaged(fmt::format("entry {}: {} = {} is out of range", select.integer(0), select.name(column), value));
}

PersonId person_at(Statement const& select, int column)
{
    auto const packed = in_range<std::uint64_t>(select, column);
    if (packed <= 0xFFFF'FFFF'FFFFU) return PersonId::unpacked(packed);
    throw_damaged(fmt::format("entry {}: who = {} is out of range", select.integer(0), packed));
}

std::int64_t chunk_row(Database& database, std::string_view bytes)
{
    auto const digest = sha256(bytes);
    auto select = database.statement("SELECT n FROM chunk WHERE digest = ?1");
    if (select.bind(1, Blob{digest.view()}).step()) return select.integer(0);
    auto const packed = pack(bytes, 3);
    database.statement("INSERT INTO chunk(digest, size, bytes) VALUES(?1, ?2, ?3)")
        .bind_all(Blob{digest.view()}, bytes.size(), Blob{packed})
        .run();
    return database.last_rowid();
}

std::optional<std::string> chunk_at(Statement const& select)
{
    auto bytes = unpack(select.blob(3), largest_chunk);
    if (!bytes || sha256(*bytes).view() != select.blob(2)) return {};
    return std::move(*bytes);
}

}  // namespace

void throw_damaged(std::string const& what)
{
    throw StoreError{11, what};  // SQLITE_CORRUPT
}

JournalRow row_at(Statement const& select)
{
    JournalRow row;
    row.seq = {in_range<std::uint64_t>(select, 0)};
    row.at = instant(select.integer(1));
    row.happened_at = instant(select.integer(2));
    row.act = {{in_range<std::uint16_t>(select, 3)}, in_range<std::uint32_t>(select, 4)};
    row.part = in_range<std::uint16_t>(select, 5);
    row.who = person_at(select, 6);
    if (!select.is_null(7)) row.cause = Seq{in_range<std::uint64_t>(select, 7)};
    row.source = select.text(8);
    row.kind = select.text(9);
    row.body = select.text(10);
    return row;
}

Digest chain_at(Statement const& select)
{
    if (auto const chain = Digest::from_bytes(select.blob(11))) return *chain;
    throw_damaged(fmt::format("entry {}: its chain is no digest", select.integer(0)));
}

Statement insert_row_statement(Database& database)
{
    return database.statement("INSERT INTO entry(" CRESSET_ENTRY_COLUMNS
                              ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
}

void insert_row(Statement& insert, JournalRow const& row, Digest const& chain)
{
    insert.bind_all(row.seq.value, ms(row.at), ms(row.happened_at), row.act.seat.value, row.act.number, row.part,
                    row.who.packed());
    if (row.cause)
        insert.bind(8, static_cast<std::int64_t>(row.cause->value));
    else
        insert.bind(8, Null{});
    insert.bind(9, row.source).bind(10, row.kind).bind(11, row.body).bind(12, Blob{chain.view()});
    insert.run();
}

void insert_text(Database& database, ErasableText const& text)
{
    database.statement("INSERT INTO text(id, salt, text, erased) VALUES(?1, ?2, ?3, 0)")
        .bind_all(text.id.packed(), Blob{text.salt}, text.text)
        .run();
}

void insert_blob(Database& database, JournalBlob const& blob)
{
    database.statement("INSERT INTO blob(digest, bytes) VALUES(?1, ?2) ON CONFLICT(digest) DO NOTHING")
        .bind_all(Blob{blob.digest.view()}, Blob{blob.bytes})
        .run();
}

void insert_snapshot(Database& database, Snapshot const& snapshot)
{
    for (auto const& [name, bytes] : snapshot.chunks)
        database.statement("INSERT OR REPLACE INTO snapshot(seq, name, at, chunk) VALUES(?1, ?2, ?3, ?4)")
            .bind_all(snapshot.seq.value, name, ms(snapshot.at), chunk_row(database, bytes))
            .run();
}

std::optional<Snapshot> snapshot_at(Database& database, Seq seq)
{
    Snapshot snapshot;
    snapshot.seq = seq;
    auto select = database.statement(
        "SELECT s.name, s.at, c.digest, c.bytes FROM snapshot s LEFT JOIN chunk c ON c.n = s.chunk "
        "WHERE s.seq = ?1 ORDER BY s.name");
    for (select.bind(1, static_cast<std::int64_t>(seq.value)); select.step();) {
        auto bytes = chunk_at(select);
        if (!bytes) return {};
        snapshot.at = instant(select.integer(1));
        snapshot.chunks.emplace_back(select.text(0), std::move(*bytes));
    }
    if (snapshot.chunks.empty()) return {};
    return snapshot;
}

Digest digest_of(Chunks const& chunks)
{
    auto sorted = chunks;
    std::sort(sorted.begin(), sorted.end());
    Sha256 hash;
    for (auto const& [name, bytes] : sorted) hash.add(sha256(name).view()).add(sha256(bytes).view());
    return hash.finish();
}

}  // namespace cresset
