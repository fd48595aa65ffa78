#include "core/journal/verify.h"

#include "core/journal/head_file.h"
#include "core/journal/journal.h"
#include "core/journal/mentions.h"
#include "core/journal/schema.h"
#include "core/journal/start.h"
#include "core/journal/state.h"
#include "core/journal/tables.h"
#include "core/journal/text_seal.h"
#include "core/store/packed.h"
#include "core/store/transaction.h"

#include <fmt/format.h>
#include <map>

namespace cresset {

namespace {

/// Goes over the rows once; each check adds to the report or breaks it.
class Verifier {
public:
    Verifier(JournalReader const& journal, std::optional<SignedHead> const& head, VerifyProgress const& progress)
        : journal_{journal}, database_{journal.database()}, progress_{progress}
    {
        if (head) expected_.emplace(head->count, head->digest);
    }

    VerifyReport run()
    {
        try {
            ReadMoment const moment{database_};
            check_all();
        } catch (StoreError const& error) {
            if (!error.is_corrupt()) throw;
            broken(fmt::format("after entry {} the file is damaged: {}", state_.heads.count, error.what()));
        }
        report_.entries = state_.heads.count;
        report_.digest = state_.heads.digest();
        return report_;
    }

private:
    bool fine() const { return report_.whole(); }
    /// At the row after the last one that was found whole, unless said otherwise.
    void broken(std::string text) { broken_at({state_.heads.count + 1}, std::move(text)); }
    void broken_at(Seq seq, std::string text)
    {
        if (!report_.broken) report_.broken = Broken{seq, std::move(text)};
    }

    void check_all()
    {
        read_heads();
        state_.heads.start = chain_start_of(database_);
        check_start();
        check_heads();
        if (fine()) check_rows();
        if (fine()) check_end();
        if (fine()) check_rest();
    }

    void read_heads()
    {
        auto const file = read_head_file(journal_.disk(), heads_file(journal_.file()));
        for (auto const& head : file.heads) expected_.emplace(head.count, head.digest);
        if (file.damaged > 0)
            report_.notes.push_back(fmt::format("{} lines of the heads file are damaged", file.damaged));
    }

    void check_start()
    {
        auto const start = snapshot_at(database_, {0});
        std::string const seals = database_.text("SELECT value FROM meta WHERE name = 'seals'");
        auto const digest = start_digest(start ? start->chunks : Chunks{}, seals);
        if (digest.hex() != database_.text("SELECT value FROM meta WHERE name = 'start'"))
            return broken_at({0}, "the world that the journal begins with was altered");
        auto const texts = read_seals(seals);
        if (!texts) return broken_at({0}, "what the journal begins with cannot be read");
        for (auto const& [id, seal] : *texts) check_text(id, seal, {0}, "the world that the journal begins with");
    }

    /// Every head that was signed off for as many entries as there are so far.
    void check_heads()
    {
        auto const [first, last] = expected_.equal_range(state_.heads.count);
        for (auto head = first; head != last; ++head, ++report_.heads_checked)
            if (fmt::format("{}:{}", head->first, head->second.hex()) != state_.heads.digest())
                broken_at({state_.heads.count},
                          fmt::format("the first {} entries are not those that were signed off", head->first));
    }

    void check_rows()
    {
        auto const all = static_cast<std::uint64_t>(database_.number("SELECT count(*) FROM entry"));
        auto select = database_.statement("SELECT " CRESSET_ENTRY_COLUMNS " FROM entry ORDER BY seq");
        while (fine() && select.step()) {
            if (state_.heads.count % told_every == 0) tell(all);
            if (!fine()) return;
            auto const row = row_at(select);
            check_row(row, chain_at(select));
            if (fine()) check_heads();
        }
    }

    void tell(std::uint64_t all)
    {
        if (progress_ && !progress_(state_.heads.count, all)) report_.stopped = true;
    }

    void check_row(JournalRow const& row, Digest const& chain)
    {
        auto const expected = state_.heads.count + 1;
        if (row.seq.value != expected) return broken(fmt::format("entry {} is missing", expected));
        if (maker_.next(state_.heads.of(row.act.seat.value), row) != chain)
            return broken(fmt::format("entry {}, or one of its origin before it, was altered, taken out or put in",
                                      row.seq.value));
        if (expected > 1 && row.at < state_.at)
            return broken(fmt::format("entry {} is from before the one before it", expected));
        if (row.cause && *row.cause >= row.seq)
            return broken(fmt::format("entry {} follows from a later one", expected));
        for (auto const& text : texts_mentioned(row.body))
            check_text(text.id, text.hmac, {expected}, fmt::format("entry {}", expected));
        for (auto const& digest : blobs_mentioned(row.body)) check_blob(digest);
        if (!fine()) return;
        state_.heads.chains[row.act.seat.value] = chain;
        state_.heads.count = row.seq.value;
        state_.at = row.at;
    }

    void check_text(TextId id, std::string_view seal, Seq seq, std::string const& who)
    {
        auto select = database_.statement("SELECT erased, salt, text FROM text WHERE id = ?1");
        if (!select.bind_all(id.packed()).step()) return broken_at(seq, who + ": its text is missing");
        ++report_.texts;
        if (select.integer(0) != 0)
            ++report_.texts_erased;
        else if (seal_of(select.blob(1), select.text(2)) != seal)
            broken_at(seq, who + ": its text was altered");
    }

    void check_blob(Digest const& digest)
    {
        auto select = database_.statement("SELECT bytes FROM blob WHERE digest = ?1");
        if (!select.bind_all(Blob{digest.view()}).step())
            return broken(fmt::format("entry {}: the bytes that it names are missing", state_.heads.count + 1));
        ++report_.blobs;
        if (select.is_null(0))
            ++report_.blobs_thinned;
        else if (sha256(select.blob(0)) != digest)
            broken(fmt::format("entry {}: the bytes that it names were altered", state_.heads.count + 1));
    }

    void check_end()
    {
        auto const longest = expected_.empty() ? 0 : expected_.rbegin()->first;
        if (longest > state_.heads.count)
            broken(
                fmt::format("{} entries were signed off, but the journal ends after {}", longest, state_.heads.count));
    }

    /// What is kept for speed, and SQLite's own idea of the file.
    void check_rest()
    {
        check_snapshots();
        for (auto const& rule : altered_rules(database_))
            report_.notes.push_back(fmt::format("the rule \"{}\" was taken away, altered or added", rule));
        if (auto const said = database_.quick_check(); !said.empty()) broken("the file is damaged: " + said);
    }

    void check_snapshots()
    {
        for (auto const seq : journal_.snapshots()) {
            ++report_.snapshots;
            if (seq.value > state_.heads.count || !snapshot_at(database_, seq))
                report_.notes.push_back(
                    fmt::format("the snapshot at entry {} is damaged and is passed over", seq.value));
        }
    }

    JournalReader const& journal_;
    Database& database_;
    VerifyProgress const& progress_;
    static constexpr std::uint64_t told_every = 1000;  // entries
    std::multimap<std::uint64_t, Digest> expected_;
    JournalState state_;
    ChainMaker maker_;
    VerifyReport report_;
};

}  // namespace

VerifyReport verify(JournalReader const& journal, std::optional<SignedHead> const& head, VerifyProgress const& progress)
{
    return Verifier{journal, head, progress}.run();
}

}  // namespace cresset
