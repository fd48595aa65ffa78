#include "core/journal/verify.h"
#include "tests/core/journal/fault_disk.h"
#include "tests/core/journal/making.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <thread>

using namespace cresset;
using namespace cresset::test;

namespace {

/// One shift on a disk that fails, and what was confirmed of it.
struct Shift {
    explicit Shift(std::uint64_t with_seed)
        : seed{with_seed}, disk{std::make_shared<FaultDisk>(with_seed)}, dice{seed, 5}
    {
    }

    JournalOptions options()
    {
        JournalOptions chosen;
        chosen.disk = disk;
        chosen.gather = std::chrono::milliseconds{1};
        chosen.retry_full = std::chrono::milliseconds{1};
        chosen.rows_a_commit = 1 + dice.below(20);
        chosen.log_pages = static_cast<std::int64_t>(dice.below(60));
        return chosen;
    }
    /// True if it stands; false if the disk failed meanwhile.
    bool create()
    {
        try {
            auto made = Journal::create("j", {"1:aa", instant(1), {{"world", std::string(3000, 'w')}}, {}}, options());
            if (made) journal = std::move(*made);
            return journal != nullptr;
        } catch (StoreError const&) {
            return false;
        }
    }
    bool open()
    {
        try {
            auto opened = Journal::open("j", options());
            if (!opened) FAIL("seed " << seed << ": " << opened.problem());
            journal = std::move(*opened);
            maker.emplace(seed, journal->last());
            return true;
        } catch (StoreError const&) {
            return false;
        }
    }
    /// Appends until there is trouble or enough; confirms now and then.
    void work(int acts)
    {
        for (int i = 0; i < acts && !journal->trouble(); ++i) {
            auto const mark = journal->append(maker->next(), dice.chance(2, 3) ? Urgency::at_once : Urgency::soon);
            if (dice.chance(1, 2)) journal->wait(mark);
            if (dice.chance(1, 10))
                journal->write_snapshot({mark.seq, {}, {{"a", std::string(dice.below(2000), 'a')}}});
            confirmed = std::max(confirmed, journal->durable().seq.value);
        }
        confirmed = std::max(confirmed, journal->durable().seq.value);
    }
    /// What stands in the file is what was appended from the first on, whole acts, and all that was confirmed.
    void check()
    {
        auto const reader = JournalReader::open("j", disk);
        if (!reader) FAIL("seed " << seed << ": " << reader.problem());
        auto const report = verify(*reader);
        if (report.broken) FAIL("seed " << seed << ": " << report.broken->text);
        if (report.entries < confirmed)
            FAIL("seed " << seed << ": " << confirmed << " confirmed, " << report.entries << " there");
        ActMaker again{seed};
        std::vector<JournalRow> expected;
        while (expected.size() < report.entries)
            for (auto& row : again.next().rows) expected.push_back(std::move(row));
        std::vector<JournalRow> found;
        reader->rows({}, [&](JournalRow const& row) { return found.push_back(row), true; });
        found.resize(report.entries);  // the writer may have gone on meanwhile
        if (found != expected) FAIL("seed " << seed << ": other rows than were appended, or half an act");
    }

    std::uint64_t seed;
    std::shared_ptr<FaultDisk> disk;
    Dice dice;
    std::unique_ptr<Journal> journal;
    std::optional<ActMaker> maker{std::in_place, seed};
    std::uint64_t confirmed = 0;
};

}  // namespace

TEST_CASE("When the power goes nothing that was confirmed is lost and no act is half there")
{
    std::uint64_t confirmed = 0;
    std::uint64_t cuts = 0;
    std::uint64_t without = 0;
    auto const seeds = cases(200, 1000);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Shift shift{seed};
        bool made = false;
        for (int round = 0; round < 4; ++round) {
            bool const in_creation = round == 0 && seed % 5 == 0;
            if (in_creation) shift.disk->cut_power_at(1 + shift.dice.below(60));
            if (made ? shift.open() : shift.create()) {
                made = true;
                if (shift.disk->has_power() && !in_creation) shift.disk->cut_power_at(1 + shift.dice.below(400));
                shift.work(120);
            }
            shift.journal.reset();
            cuts += shift.disk->has_power() ? 0 : 1;
            shift.disk->restart();
            made = shift.disk->exists("j");
            if (!made) ++without;
            if (!made && shift.confirmed > 0) FAIL("seed " << seed << ": the journal is gone");
            if (made) shift.check();
            if (!made) shift.maker.emplace(seed);
        }
        confirmed += shift.confirmed;
    }
    CHECK(cuts > seeds * 2);
    CHECK(without > 0);
    CHECK(confirmed > seeds * 100);
    WARN("power cuts " << cuts << " of " << seeds << " seeds, confirmed rows " << confirmed);
}

TEST_CASE("When the power goes while nobody watches the journal goes on with the same chain")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Shift shift{seed};
        REQUIRE(shift.create());
        shift.work(30);
        shift.disk->cut_power_at(1 + shift.dice.below(40));
        shift.work(30);
        shift.journal.reset();
        shift.disk->restart();
        REQUIRE(shift.open());
        shift.work(30);
        REQUIRE_FALSE(shift.journal->close());
        Shift plain{seed};
        REQUIRE(plain.create());
        while (plain.maker->last() < shift.maker->last()) plain.journal->append(plain.maker->next(), Urgency::soon);
        REQUIRE_FALSE(plain.journal->close());
        CHECK(shift.journal->digest() == plain.journal->digest());
        shift.check();
    }
}

TEST_CASE("After an input or output error nothing is confirmed until the file was opened anew and nothing is doubled")
{
    std::uint64_t troubles = 0;
    auto const seeds = cases(200, 1000);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Shift shift{seed};
        REQUIRE(shift.create());
        for (int round = 0; round < 3; ++round) {
            shift.disk->fail_at(1 + shift.dice.below(150), 1 + shift.dice.below(5));
            shift.work(60);
            shift.journal->wait({shift.journal->last()});
            while (auto const trouble = shift.journal->trouble()) {
                ++troubles;
                CHECK(trouble->what == Trouble::What::disk_failed);
                CHECK(trouble->since.value == shift.journal->durable().seq.value + 1);
                CHECK(trouble->since.value > shift.confirmed);
                CHECK_THAT(trouble->text, Catch::Contains("the journal's disk failed"));
                auto const problem = shift.journal->recover();
                if (problem && !shift.journal->trouble()) FAIL("seed " << seed << ": " << problem->text);
            }
            if (!shift.journal->wait({shift.journal->last()})) FAIL("seed " << seed << ": it does not go on");
            shift.confirmed = shift.journal->last().value;
            shift.check();
        }
        // What is confirmed after a failed sync is on the disk, not only shown: the power goes without warning.
        shift.disk->cut_power_at(1);
        shift.journal.reset();
        shift.disk->restart();
        shift.check();
    }
    CHECK(troubles > seeds);
    WARN("errors that led to trouble " << troubles << " of " << seeds * 3);
}

TEST_CASE("On a full disk nothing is confirmed and writing goes on by itself once there is room")
{
    std::uint64_t full = 0;
    auto const seeds = cases(120, 1000);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Shift shift{seed};
        REQUIRE(shift.create());
        shift.work(5);
        shift.disk->limit(shift.disk->used() + shift.dice.below(60'000));
        shift.work(200);
        shift.journal->wait({shift.journal->last()});
        auto const trouble = shift.journal->trouble();
        if (trouble) {
            ++full;
            CHECK(trouble->what == Trouble::What::disk_full);
            CHECK_THAT(trouble->text, Catch::Contains("the disk is full"));
            shift.check();  // reading goes on
            shift.journal->append(shift.maker->next(), Urgency::at_once);
        }
        shift.disk->limit(0);
        Watermark const end{shift.journal->last()};
        while (!shift.journal->wait(end)) std::this_thread::yield();
        CHECK_FALSE(shift.journal->trouble());
        shift.confirmed = end.seq.value;
        CHECK_FALSE(shift.journal->close());
        shift.check();
    }
    CHECK(full > seeds / 2);
    WARN("full " << full << " of " << seeds);
}

TEST_CASE("Whoever hears that the last act is confirmed sees no trouble any more")
{
    Shift shift{3};
    auto options = shift.options();
    std::atomic<std::uint64_t> end{0};
    std::atomic<bool> heard{false};
    std::atomic<bool> still_in_trouble{false};
    options.on_durable = [&](Watermark mark) {
        if (mark.seq.value != end) return;
        still_in_trouble = shift.journal->trouble().has_value();
        heard = true;
    };
    shift.journal = std::move(*Journal::create("j", {}, options));
    shift.disk->limit(1);
    shift.journal->append(shift.maker->next(), Urgency::at_once);
    while (!shift.journal->trouble()) std::this_thread::yield();
    end = shift.journal->append(shift.maker->next(), Urgency::at_once).seq.value;
    shift.disk->limit(0);
    while (!shift.journal->wait({{end}})) std::this_thread::yield();
    CHECK_FALSE(shift.journal->trouble());
    REQUIRE_FALSE(shift.journal->close());
    CHECK(heard);
    CHECK_FALSE(still_in_trouble);
}

TEST_CASE("Another program's lock on the file is no new trouble and writing goes on once it lets go")
{
    Shift shift{4};
    REQUIRE(shift.create());
    shift.work(5);
    shift.journal->wait({shift.journal->last()});
    bool const full = GENERATE(true, false);
    std::optional other{Database::open("j", OpenMode::read_write, {std::chrono::seconds{5}, shift.disk->vfs()})};
    other->exec("BEGIN IMMEDIATE");
    shift.disk->be_impatient();
    if (full) shift.disk->limit(1);
    Watermark const end = shift.journal->append(shift.maker->next(), Urgency::at_once);
    for (auto const before = shift.disk->pauses(); shift.disk->pauses() < before + 300;) std::this_thread::yield();
    REQUIRE(shift.journal->trouble());
    CHECK(shift.journal->durable() < end);
    other->exec("ROLLBACK");
    other.reset();
    shift.disk->limit(0);
    while (!shift.journal->wait(end)) std::this_thread::yield();
    CHECK_FALSE(shift.journal->trouble());
    CHECK_FALSE(shift.journal->close());
    shift.confirmed = end.seq.value;
    shift.check();
}

TEST_CASE("Closed in trouble the journal says what it could not save")
{
    Shift shift{1};
    REQUIRE(shift.create());
    shift.work(10);
    shift.journal->wait({shift.journal->last()});
    shift.confirmed = shift.journal->durable().seq.value;
    shift.disk->limit(1);
    for (int i = 0; i < 200; ++i) shift.journal->append(shift.maker->next(), Urgency::soon);
    auto const problem = shift.journal->close();
    REQUIRE(problem);
    CHECK_THAT(problem->text, Catch::Contains("entries could not be saved: the disk is full"));
    shift.disk->limit(0);
    shift.check();
}

TEST_CASE("In lasting trouble append throws before memory is full")
{
    Shift shift{2};
    auto options = shift.options();
    options.rows_waiting = 500;
    options.retry_full = std::chrono::hours{1};
    shift.journal = std::move(*Journal::create("j", {}, options));
    shift.disk->limit(1);
    int appended = 0;
    CHECK_THROWS_AS(
        [&] {
            for (; appended < 5000; ++appended) shift.journal->append(shift.maker->next(), Urgency::at_once);
        }(),
        StoreError);
    CHECK(appended < 1000);
}
