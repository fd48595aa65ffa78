/// Whole shifts that must come out as they did before, to the byte. NAME.rows is the journal that NAME.json with
/// NAME.script wrote. If a change is meant to change what is written, renew them and read the diff before committing:
///
///   CRESSET_RENEW_GOLDEN=1 build/release/bin/drills_test
///
/// writes every NAME.rows anew in the source tree; a run without the variable then compares with them.

#include "core/journal/verify.h"
#include "tests/drills/golden_run.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>

using namespace cresset;
using namespace cresset::golden;

namespace {

constexpr Duration at_once{24 * 3'600'000};
constexpr char const* drills[] = {"colleague", "operator", "midnight"};

Lines golden_lines(std::string const& name)
{
    return lines_of(text_of(name + ".rows"));
}

void write(std::string const& name, Lines const& lines)
{
    std::ofstream out{folder() / (name + ".rows"), std::ios::binary | std::ios::trunc};
    for (auto const& line : lines) out << line << '\n';
    std::cout << "renewed " << name << ".rows\n";
}

/// A journal of what a golden file holds.
JournalReader rebuilt(Lines const& lines, fs::path const& file)
{
    RowReader read{lines};
    REQUIRE_FALSE(read.acts.empty());
    JournalStart start;
    start.at = read.acts.front().rows.front().at;
    auto journal = Journal::create(file, start);
    REQUIRE(journal);
    for (auto& act : read.acts) (*journal)->append(std::move(act), Urgency::soon);
    REQUIRE_FALSE((*journal)->close());
    auto reader = JournalReader::open(file);
    REQUIRE(reader);
    return *std::move(reader);
}

std::size_t count_of(Lines const& lines, std::string_view words)
{
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [&](std::string const& line) { return line.find(words) != std::string::npos; }));
}

/// The first line that has the words; the first of them becomes the second.
Lines changed(Lines lines, std::string_view kind, std::string_view words, std::string_view others)
{
    for (auto& line : lines)
        if (line.starts_with(kind) && line.find(words) != std::string::npos) {
            line.replace(line.find(words), words.size(), others);
            return lines;
        }
    FAIL("no line has " << words);
    return lines;
}

}  // namespace

TEST_CASE("golden rows are written anew only where that is asked for")
{
    if (std::getenv("CRESSET_RENEW_GOLDEN") == nullptr) return;
    test::Folder const here{"golden-renewed"};
    for (std::string const name : drills) {
        GoldenRun run{name, here / (name + ".cresset")};
        write(name, run.go(at_once));
    }
}

TEST_CASE("a golden journal that was changed is found out")
{
    test::Folder const here{"golden-changed"};
    Lines const lines = golden_lines("operator");
    REQUIRE_FALSE(lines.empty());
    RowReader const whole{lines};
    CHECK(first_difference(lines, lines).empty());
    Lines shorter = lines;
    shorter.pop_back();
    CHECK(first_difference(lines, shorter).find("(the end)") != std::string::npos);

    auto const entry = changed(lines, "entry", R"("type":"robbery")", R"("type":"theft")");
    CHECK(first_difference(lines, entry).find("robbery") != std::string::npos);
    CHECK(rebuilt(entry, here / "entry.cresset").digest() != whole.digest);
    auto const text = changed(lines, "text", "knife", "spoon");
    CHECK(verify(rebuilt(text, here / "text.cresset")).broken->text.find("text was altered") != std::string::npos);
    auto const fix = changed(lines, "fix", "\t31", "\t30");
    CHECK(verify(rebuilt(fix, here / "fix.cresset")).broken->text.find("bytes") != std::string::npos);
}

TEST_CASE("another seed writes other rows")
{
    test::Folder const here{"golden-seed"};
    GoldenRun other{"colleague", here / "other.cresset", 8};
    CHECK_FALSE(first_difference(golden_lines("colleague"), other.go(Duration{60'000})).empty());
}

TEST_CASE("a drill with its seed and its operator writes the golden rows at any step")
{
    test::Folder const here{"golden-steps"};
    for (std::string const name : drills) {
        INFO(name);
        GoldenRun whole{name, here / (name + "-fast.cresset")};
        Lines const fast = whole.go(at_once);
        INFO(first_difference(golden_lines(name), fast));
        CHECK((golden_lines(name) == fast));
        for (std::int64_t const step_ms : {16, 1000, 7001}) {
            GoldenRun slow{name, here / fmt::format("{}-{}.cresset", name, step_ms)};
            Lines const rows = slow.go(Duration{step_ms});
            INFO(step_ms << " ms: " << first_difference(fast, rows));
            CHECK((rows == fast));
            CHECK(slow.world() == whole.world());
        }
    }
}

TEST_CASE("a journal rebuilt from golden rows is whole and replays to the golden world")
{
    test::Folder const here{"golden-replay"};
    for (std::string const name : drills) {
        INFO(name);
        Lines const lines = golden_lines(name);
        RowReader const read{lines};
        auto const journal = rebuilt(lines, here / (name + ".cresset"));
        CHECK(journal.digest() == read.digest);
        auto const report = verify(journal);
        INFO((report.broken ? report.broken->text : ""));
        CHECK(report.whole());
        CHECK(report.entries == count_of(lines, "entry\t"));
        auto const world = replay(journal);
        REQUIRE(world);
        CHECK(world_digest(*world) == read.world);
        INFO(first_difference(lines, RowWriter{journal}.lines()));
        CHECK((RowWriter{journal}.lines() == lines));
    }
}

TEST_CASE("the golden journals have in them what they are for")
{
    for (char const* kind : {"incident.dispatched", "incident.closed", "unit.status"})
        CHECK(count_of(golden_lines("colleague"), kind) >= 5);
    std::set<std::string, std::less<>> kinds;
    for (std::string const name : drills) {
        RowReader const read{golden_lines(name)};
        for (auto const& act : read.acts)
            for (auto const& row : act.rows) kinds.insert(row.kind);
    }
    for (char const* kind : {"act.undone", "act.redone"}) CHECK(kinds.contains(kind));
    CHECK(kinds.size() > 20);
    for (std::string const name : drills) CHECK(fs::file_size(folder() / (name + ".rows")) < 100'000);
}
