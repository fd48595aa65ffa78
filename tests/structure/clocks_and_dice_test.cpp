#include "tests/structure/source_tree.h"

#include <catch2/catch.hpp>
#include <regex>
#include <set>

// Core reads no clock and throws no dice of its own: time comes from a TimeSource, chance from core/base/dice.h, so
// that a replay gives the same bytes. What must be otherwise stands here with its reason.

namespace cresset::structure {

namespace {

struct Refused {
    std::string_view what;
    std::regex pattern;
};

std::vector<Refused> const refused{
    {"a clock", std::regex{R"([cC]lock::now\s*\()"}},
    {"a clock", std::regex{R"(\b(system_clock|steady_clock|high_resolution_clock|utc_clock)\b)"}},
    {"a clock", std::regex{R"(\b(gettimeofday|clock_gettime|timespec_get|localtime|gmtime|mktime|ftime)\b)"}},
    {"a clock", std::regex{R"(\btime\s*\(\s*(nullptr|NULL|0|&\w+)\s*\))"}},
    {"a clock", std::regex{R"(\bstd::clock\s*\()"}},
    {"dice", std::regex{R"(\b(random_device|mt19937|mt19937_64|default_random_engine|minstd_rand)\b)"}},
    {"dice", std::regex{R"(\b\w+_distribution\b)"}},
    {"dice", std::regex{R"(\b(s?rand|rand_r|drand48|random|arc4random|getrandom|getentropy)\s*\()"}},
    {"dice", std::regex{R"(\b(RAND_bytes|RAND_priv_bytes)\b)"}},
    {"dice", std::regex{R"(#\s*include\s*<random>)"}},
};

struct Allowed {
    std::string path;
    std::string_view word;
    std::string_view reason;
    auto operator<=>(Allowed const&) const = default;
};

std::vector<Allowed> const allowed{
    {"core/store/digest.cpp", "RAND_bytes", "salts of erasable text must not be guessed; they stand in the journal"},
};

/// What stands before a comment. Enough for code: no string here holds two slashes that matter.
std::string code_of(std::string const& line)
{
    return line.substr(0, line.find("//"));
}

std::string_view refused_in(std::string const& code)
{
    for (auto const& one : refused)
        if (std::regex_search(code, one.pattern)) return one.what;
    return "";
}

Allowed const* allowed_in(std::string const& path, std::string const& code)
{
    for (auto const& one : allowed)
        if (one.path == path && code.find(one.word) != std::string::npos) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("clocks and dice are recognised and other words are not")
{
    for (std::string const code : {"auto t = std::chrono::system_clock::now();", "Clock::now()", "time(nullptr)",
                                   "std::time( NULL )", "gettimeofday(&tv, nullptr)",
                                   "clock_gettime(CLOCK_REALTIME, &t)", "std::rand() % 6", "std::random_device dev;",
                                   "std::uniform_int_distribution<int> d;", "#include <random>", "getrandom(p, n, 0)"})
        CHECK_FALSE(refused_in(code).empty());
    for (std::string const code :
         {"Instant Session::now() const", "clock_.now()", "observed_time(reading)", "operand(1)", "time_of_day",
          "dice.below(6)", "at_random_place", "std::chrono::hours{1}"})
        CHECK(refused_in(code).empty());
    CHECK(refused_in(code_of("x = 1;  // like std::rand()")).empty());
}

TEST_CASE("core reads no clock and throws no dice")
{
    std::set<Allowed> used;
    for (auto const& file : all_sources()) {
        if (!file.path.starts_with("core/")) continue;
        for (auto const& line : file.lines) {
            std::string const code = code_of(line);
            if (refused_in(code).empty()) continue;
            INFO(file.path << ": " << line);
            auto const* exception = allowed_in(file.path, code);
            CHECK(exception != nullptr);
            if (exception != nullptr) used.insert(*exception);
        }
    }
    CHECK(used.size() == allowed.size());  // an exception that nobody needs is taken away
}

}  // namespace cresset::structure
