#include "core/base/text.h"
#include "core/journal/verify.h"
#include "tests/core/journal/making.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/wait.h>

using namespace cresset;
using namespace cresset::test;

namespace {

constexpr std::uint64_t seed = 20;
constexpr char const* where = "CRESSET_KILL_TEST_FILE";

std::filesystem::path desk_folder()
{
    return quick_folder() / fmt::format("cresset-kill-{}", ::getpid());
}

/// This program once more, in the role of the desk that will be killed; what it says comes through the pipe.
class Desk {
public:
    explicit Desk(std::filesystem::path const& journal)
    {
        REQUIRE(::pipe(pipe_) == 0);
        pid_ = ::fork();
        REQUIRE(pid_ >= 0);
        if (pid_ == 0) {
            ::dup2(pipe_[1], STDOUT_FILENO);
            ::close(pipe_[0]);
            ::setenv(where, journal.c_str(), 1);
            ::execl("/proc/self/exe", "desk", "[.desk]", nullptr);
            ::_exit(99);
        }
        ::close(pipe_[1]);
    }
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    /// Reads so many bytes of what it says, or all if it says less.
    void listen(std::size_t bytes)
    {
        char buffer[4096];
        while (said_.size() < bytes) {
            auto const got = ::read(pipe_[0], buffer, std::min(sizeof buffer, bytes - said_.size()));
            if (got <= 0) return;
            said_.append(buffer, static_cast<std::size_t>(got));
        }
    }
    /// Kills it, hears what it had still said, and answers the last place it confirmed.
    std::uint64_t kill()
    {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        listen(std::size_t{1} << 30U);
        ::close(pipe_[0]);
        std::uint64_t confirmed = 0;
        auto lines = split(said_, '\n');
        lines.pop_back();  // not ended: it was killed while it spoke
        for (auto const line : lines)
            if (line.starts_with("confirmed ")) confirmed = parse_whole<std::uint64_t>(line.substr(10)).value();
        return confirmed;
    }

private:
    int pipe_[2] = {-1, -1};
    ::pid_t pid_ = -1;
    std::string said_;
};

}  // namespace

TEST_CASE("A desk that is about to be killed", "[.desk]")
{
    auto const* const file = std::getenv(where);
    if (!file) return;  // only the test below means it
    JournalOptions options;
    options.gather = std::chrono::milliseconds{2};
    options.log_pages = 100;
    options.on_durable = [](Watermark mark) {
        auto const line = fmt::format("confirmed {}\n", mark.seq.value);
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(98);
    };
    bool const there = std::filesystem::exists(file);
    auto opened = there ? Journal::open(file, options) : Journal::create(file, {"1:aa", {}, {{"w", "w"}}, {}}, options);
    if (!opened) ::_exit(97);
    ActMaker maker{seed, (*opened)->last()};
    Dice dice{seed, maker.last().value};
    for (int i = 0; i < 100'000; ++i) {
        auto const mark = (*opened)->append(maker.next(), dice.chance(1, 2) ? Urgency::at_once : Urgency::soon);
        if (dice.chance(1, 3)) (*opened)->wait(mark);
        if (dice.chance(1, 30)) (*opened)->write_snapshot({mark.seq, {}, {{"s", std::string(dice.below(5000), 's')}}});
    }
}

TEST_CASE("A desk killed at any moment has kept all that it confirmed and can go on at once")
{
    auto const folder = desk_folder();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto const file = folder / "a.cresset";
    std::uint64_t confirmed_in_all = 0;
    std::uint64_t confirmed = 0;
    int early = 0;
    int const kills = static_cast<int>(cases(120, 1000));
    for (int i = 0; i < kills; ++i) {
        if (i % 12 == 0) {
            std::filesystem::remove_all(folder);
            std::filesystem::create_directories(folder);
            confirmed = 0;
        }
        Dice dice{seed, static_cast<std::uint64_t>(i)};
        Desk desk{file};
        desk.listen(dice.below(i % 12 == 0 ? 3 : 600));  // at first sometimes before the journal is there
        for (auto spin = dice.below(300'000); spin > 0; --spin) asm volatile("");
        auto const now = desk.kill();
        confirmed_in_all += now > confirmed ? now - confirmed : 0;
        confirmed = std::max(confirmed, now);
        if (!std::filesystem::exists(file)) {
            ++early;
            if (confirmed > 0) FAIL("kill " << i << ": the journal is gone");
            continue;
        }
        auto const reader = JournalReader::open(file);
        if (!reader) FAIL("kill " << i << ": " << reader.problem());
        auto const report = verify(*reader);
        if (report.broken) FAIL("kill " << i << ": " << report.broken->text);
        if (report.entries < confirmed)
            FAIL("kill " << i << ": " << confirmed << " confirmed, " << report.entries << " there");
        ActMaker again{seed};
        std::vector<JournalRow> expected;
        while (expected.size() < report.entries)
            for (auto& row : again.next().rows) expected.push_back(std::move(row));
        std::vector<JournalRow> found;
        reader->rows({}, [&](JournalRow const& row) { return found.push_back(row), true; });
        if (found != expected) FAIL("kill " << i << ": other rows than were appended, or half an act");
    }
    std::filesystem::remove_all(folder);
    CHECK(confirmed_in_all > static_cast<std::uint64_t>(kills) * 10);
    WARN(kills << " kills, " << early << " before the journal was there, " << confirmed_in_all << " rows confirmed");
}
