/// Journals: copied, checked, replayed, printed.

#include "app/ctl/commands.h"
#include "app/ctl/journals.h"
#include "app/ctl/print.h"
#include "app/ctl/recompute.h"
#include "core/journal/backup.h"
#include "core/journal/verify.h"
#include "core/session/replay.h"
#include "core/store/digest.h"
#include "core/world/snapshot.h"

#include <cstdint>

namespace cresset::app {

namespace {

std::optional<Problem> backup(Arguments const& arguments)
{
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    std::string const copy = *arguments.option("-o");
    if (auto problem = back_up(*journal, copy)) return problem;
    auto const written = open_journal(copy);
    if (!written) return Problem{written.problem()};
    if (arguments.json())
        print_json({{"file", copy}, {"entries", written->last().value}, {"digest", written->digest()}});
    else
        print_line("wrote {}: {} entries, digest {}", copy, written->last().value, written->digest());
    return {};
}

Json report_json(VerifyReport const& report)
{
    Json json{{"whole", report.whole()},
              {"entries", report.entries},
              {"digest", report.digest},
              {"texts", report.texts},
              {"texts_erased", report.texts_erased},
              {"blobs", report.blobs},
              {"blobs_thinned", report.blobs_thinned},
              {"snapshots", report.snapshots},
              {"heads_checked", report.heads_checked},
              {"notes", report.notes}};
    if (report.broken) json["broken"] = {{"entry", report.broken->seq.value}, {"text", report.broken->text}};
    return json;
}

void print_report(VerifyReport const& report, std::optional<Recomputed> const& again)
{
    print_line("{} entries, whole, digest {}", report.entries, report.digest);
    print_line("{} texts ({} erased), {} blobs ({} thinned out), {} snapshots, {} heads checked", report.texts,
               report.texts_erased, report.blobs, report.blobs_thinned, report.snapshots, report.heads_checked);
    for (auto const& note : report.notes) print_line("note: {}", note);
    if (again) print_line("{} acts derived again, all alike", again->acts);
    if (again && !again->note.empty()) print_line("note: {}", again->note);
}

Result<std::optional<SignedHead>> head_option(Arguments const& arguments)
{
    auto const text = arguments.option("--head");
    if (!text) return std::optional<SignedHead>{};
    if (auto const head = SignedHead::parse(*text)) return std::optional{*head};
    return Problem{
        fmt::format("--head must be a digest as cressetctl digest prints it (COUNT:HEX), not \"{}\"", *text)};
}

std::optional<Problem> verify_journal(Arguments const& arguments)
{
    auto const head = head_option(arguments);
    if (!head) return Problem{head.problem()};
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    VerifyReport const report = verify(*journal, *head);
    std::optional<Recomputed> again;
    if (auto const pack = arguments.option("--recompute"); pack && report.whole()) {
        auto result = recompute(*journal, *pack);
        if (!result) return Problem{result.problem()};
        again = *std::move(result);
    }
    bool const differs = again && again->first_difference;
    if (arguments.json()) {
        Json json = report_json(report);
        if (again) {
            json["recomputed_acts"] = again->acts;
            json["recompute_note"] = again->note;
            if (differs)
                json["first_difference"] = {{"entry", again->first_difference->value}, {"text", again->difference}};
        }
        print_json(json);
    }
    if (!report.whole()) return Problem{report.broken->text};
    if (differs)
        return Problem{fmt::format("entry {} comes out otherwise when derived again: {}",
                                   again->first_difference->value, again->difference)};
    if (!arguments.json()) print_report(report, again);
    return {};
}

std::optional<Problem> digest(Arguments const& arguments)
{
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    if (arguments.json())
        print_json({{"digest", journal->digest()}, {"entries", journal->last().value}});
    else
        print_line("{}", journal->digest());
    return {};
}

/// Of the world's canonical bytes: two worlds with the same digest are the same world.
std::string digest_of(World const& world)
{
    Sha256 hash;
    for (auto const& [name, bytes] : to_chunks(world))
        hash.add(fmt::format("{} {} {} ", name.size(), name, bytes.size())).add(bytes);
    return hash.finish().hex();
}

std::optional<Problem> replay_journal(Arguments const& arguments)
{
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    auto const world = replay(*journal);
    if (!world) return Problem{world.problem()};
    auto const quick = world_at(*journal);
    if (!quick) return Problem{quick.problem()};
    if (*quick != *world)
        return Problem{"the world from the latest snapshot is not that of a full replay: a snapshot is wrong"};
    std::size_t open = 0;
    for (auto const& [id, incident] : world->incidents) open += incident.open() ? 1U : 0U;
    Json const json{{"entries", world->last.value}, {"at", to_iso(world->at)},
                    {"units", world->units.size()}, {"incidents", world->incidents.size()},
                    {"open_incidents", open},       {"digest", journal->digest()},
                    {"world", digest_of(*world)}};
    if (arguments.json()) return print_json(json), std::nullopt;
    print_line("{} entries to {}: {} units, {} incidents ({} open)", world->last.value, to_iso(world->at),
               world->units.size(), world->incidents.size(), open);
    print_line("digest {}", journal->digest());
    print_line("world  {}", digest_of(*world));
    return {};
}

std::string pair_text(std::uint64_t origin, std::uint64_t number)
{
    return fmt::format("{}:{}", origin, number);
}

void dump_row(JournalRow const& row)
{
    Json json{{"seq", row.seq.value},
              {"at", to_iso(row.at)},
              {"happened_at", to_iso(row.happened_at)},
              {"act", pair_text(row.act.seat.value, row.act.number)},
              {"part", row.part},
              {"who", pair_text(row.who.origin, row.who.number)}};
    if (row.cause) json["cause"] = row.cause->value;
    json["source"] = row.source;
    json["kind"] = row.kind;
    std::string text = json_text(json);
    text.pop_back();
    print(text + ",\"body\":" + row.body + "}\n");
}

std::optional<Problem> dump(Arguments const& arguments)
{
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    auto const kind = arguments.option("--kind");
    journal->rows({}, [&](JournalRow const& row) {
        if (!kind || row.kind == *kind) dump_row(row);
        return std::ferror(stdout) == 0;
    });
    return {};
}

}  // namespace

std::vector<CommandRule> journal_commands()
{
    return {
        {"backup",
         "copy a journal, also while it is being written",
         {"JOURNAL"},
         {{"-o", "COPY", "a new file; refused if it is there", true}},
         "The copy is verified before it gets its name.",
         backup},
        {"verify",
         "check every entry against its chain; name the first that is broken",
         {"JOURNAL"},
         {{"--head", "COUNT:HEX", "a digest kept elsewhere: shows a tail that was cut off"},
          {"--recompute", "PACK", "derive again what follows from each act, and name the first entry that differs"}},
         "The heads signed off in JOURNAL.heads are checked as well.",
         verify_journal},
        {"digest", "the journal's digest, COUNT:HEX", {"JOURNAL"}, {}, "Equal entries give equal digests.", digest},
        {"replay",
         "rebuild the world from the first entry on, without a pack or a clock",
         {"JOURNAL"},
         {},
         "Compares it with the world from the latest snapshot; they must be alike.",
         replay_journal},
        {"dump",
         "print the entries, a JSON object a line",
         {"JOURNAL"},
         {{"--kind", "KIND", "of this kind only (incident.reported, unit.status, sweep ...)"}},
         "Personal texts are not among them, only their ids.",
         dump},
    };
}

}  // namespace cresset::app
