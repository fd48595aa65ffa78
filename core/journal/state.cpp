#include "core/journal/state.h"

#include "core/journal/tables.h"

#include <fmt/format.h>

namespace cresset {

namespace {

std::string meta(Database& database, std::string_view name)
{
    auto select = database.statement("SELECT value FROM meta WHERE name = ?1");
    if (!select.bind(1, name).step()) throw_damaged(fmt::format("the journal does not say its \"{}\"", name));
    return std::string{select.text(0)};
}

JournalState kept_state(Database& database)
{
    JournalState state;
    state.heads.start = chain_start_of(database);
    auto select = database.statement("SELECT heads, at FROM signed");
    if (!select.step()) return state;
    auto const heads = Heads::unpacked(select.blob(0));
    if (!heads || heads->start != state.heads.start) return state;  // then all rows are read
    return {*heads, instant(select.integer(1))};
}

}  // namespace

Digest chain_start_of(Database& database)
{
    auto const world = Digest::from_hex(meta(database, "start"));
    if (!world) throw_damaged("the journal's start is no digest");
    return chain_start(meta(database, "parent"), *world);
}

Result<JournalState> read_state(Database& database)
{
    auto state = kept_state(database);
    ChainMaker maker;
    auto select = database.statement("SELECT " CRESSET_ENTRY_COLUMNS " FROM entry WHERE seq > ?1 ORDER BY seq");
    for (select.bind(1, static_cast<std::int64_t>(state.heads.count)); select.step();) {
        auto const row = row_at(select);
        if (row.seq.value != state.heads.count + 1)
            return Problem{fmt::format("entry {} is missing", state.heads.count + 1)};
        if (add_row(state, row, maker) != chain_at(select))
            return Problem{fmt::format("entry {} is damaged", row.seq.value)};
    }
    if (database.number("SELECT max(seq) FROM entry") != static_cast<std::int64_t>(state.heads.count))
        return Problem{"entries at the end are missing"};
    return state;
}

Digest const& add_row(JournalState& state, JournalRow const& row, ChainMaker& maker)
{
    auto const origin = row.act.seat.value;
    auto const chain = maker.next(state.heads.of(origin), row);
    state.heads.count = row.seq.value;
    state.at = row.at;
    return state.heads.chains.insert_or_assign(origin, chain).first->second;
}

void keep_state(Database& database, JournalState const& state)
{
    auto const heads = state.heads.packed();
    database.statement("INSERT OR REPLACE INTO signed(one, heads, at) VALUES(1, ?1, ?2)")
        .bind_all(Blob{heads}, ms(state.at))
        .run();
}

}  // namespace cresset
