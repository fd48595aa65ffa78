#include "core/journal/entry_rows.h"

#include "core/base/check.h"

#include <fmt/format.h>

namespace cresset {

JournalRow row_of(Entry const& entry)
{
    return {entry.seq,           entry.at,     entry.happened_at,
            entry.act,           entry.part,   entry.who,
            entry.cause,         entry.source, std::string{kind_of(entry.event)},
            body_of(entry.event)};
}

ActRows rows_of(Entries const& entries, std::vector<ErasableText> texts)
{
    ActRows act;
    act.texts = std::move(texts);
    for (auto const& entry : entries) {
        act.rows.push_back(row_of(entry));
        auto const* const sweep = std::get_if<Sweep>(&entry.event);
        if (!sweep) continue;
        auto const digest = Digest::from_hex(sweep->digest);
        CRESSET_CHECK(digest.has_value());
        act.blobs.push_back({*digest, sweep->bytes});
    }
    return act;
}

Result<Entry> entry_of(JournalRow const& row)
{
    auto event = read_event(row.kind, row.body);
    if (!event) return Problem{fmt::format("entry {}: {}", row.seq.value, event.problem())};
    return Entry{row.seq, row.at,    row.happened_at, row.act,          row.part,
                 row.who, row.cause, row.source,      std::move(*event)};
}

std::optional<Problem> read_entries(JournalReader const& journal, SeqRange range,
                                    std::function<bool(Entry const&)> const& visit)
{
    std::optional<Problem> problem;
    journal.rows(range, [&](JournalRow const& row) {
        auto entry = entry_of(row);
        if (!entry) return problem = Problem{entry.problem()}, false;
        if (auto* const sweep = std::get_if<Sweep>(&entry->event))
            if (auto const digest = Digest::from_hex(sweep->digest)) sweep->bytes = journal.blob(*digest).value_or("");
        return visit(*entry);
    });
    return problem;
}

}  // namespace cresset
