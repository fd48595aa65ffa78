#pragma once
/// cressetctl run as a child, as people and scripts run it.

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/types.h>
#include <vector>

namespace cresset::app::test {

struct Answer {
    int exit_code = 0;
    std::string out;
    std::string error;
    /// Of standard output; fails the test if it is none.
    nlohmann::json json() const;
};

using Words = std::vector<std::string>;

Answer run(Words const& words);
/// The answer of a command that must not fail.
Answer run_well(Words const& words);
/// The one line on standard error of a command that must fail.
std::string failure(Words const& words);

/// Started, and killed (-9) as soon as it confirmed something so many times; the last confirmed entry. 0 if it ended
/// before.
std::uint64_t run_and_kill(Words const& words, int confirmations);

/// Started, and asked to end (SIGTERM) as soon as it said something and `meanwhile` is done.
Answer run_and_stop(
    Words const& words, std::function<void()> const& meanwhile = [] {});

/// An empty folder of the test.
std::filesystem::path folder(std::string const& name);
/// The training city, made once for all tests.
std::string city();

void write(std::filesystem::path const& file, std::string const& text);
std::string read(std::filesystem::path const& file);

}  // namespace cresset::app::test
