#include "tests/app/program.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace cresset::app::test {

namespace fs = std::filesystem;

namespace {

class Pipe {
public:
    Pipe() { REQUIRE(::pipe2(ends_.data(), O_CLOEXEC) == 0); }
    Pipe(Pipe const&) = delete;
    Pipe& operator=(Pipe const&) = delete;
    ~Pipe()
    {
        close_in();
        ::close(ends_[0]);
    }
    int out() const { return ends_[0]; }
    int in() const { return ends_[1]; }
    void close_in()
    {
        if (ends_[1] >= 0) ::close(ends_[1]);
        ends_[1] = -1;
    }

private:
    std::array<int, 2> ends_{};
};

pid_t start(Words const& words, int out, int error)
{
    std::vector<std::string> all{CRESSETCTL};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> pointers;
    for (std::string& word : all) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO);
    pid_t child = 0;
    int const wrong = posix_spawn(&child, CRESSETCTL, &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    REQUIRE(wrong == 0);
    return child;
}

int wait_for(pid_t child)
{
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string read_all(int from)
{
    std::string text;
    std::array<char, 65536> buffer{};
    for (ssize_t n = 0; (n = ::read(from, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(n));
    return text;
}

std::string shown(Words const& words)
{
    std::string text = "cressetctl";
    for (auto const& word : words) text += " " + word;
    return text;
}

}  // namespace

nlohmann::json Answer::json() const
{
    INFO(out);
    auto parsed = nlohmann::json::parse(out, nullptr, false);
    REQUIRE_FALSE(parsed.is_discarded());
    return parsed;
}

Answer run(Words const& words)
{
    Pipe out;
    fs::path const errors = fs::temp_directory_path() / fmt::format("cressetctl-test-{}.err", ::getpid());
    int const error = ::open(errors.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    REQUIRE(error >= 0);
    pid_t const child = start(words, out.in(), error);
    ::close(error);
    out.close_in();
    Answer answer;
    answer.out = read_all(out.out());
    answer.exit_code = wait_for(child);
    answer.error = read(errors);
    fs::remove(errors);
    return answer;
}

Answer run_well(Words const& words)
{
    Answer answer = run(words);
    INFO(shown(words) << "\n" << answer.error);
    REQUIRE(answer.exit_code == 0);
    REQUIRE(answer.error.empty());
    return answer;
}

std::string failure(Words const& words)
{
    Answer const answer = run(words);
    INFO(shown(words) << "\n" << answer.error);
    REQUIRE(answer.exit_code == 1);
    REQUIRE(std::count(answer.error.begin(), answer.error.end(), '\n') == 1);
    REQUIRE(answer.error.starts_with("cressetctl"));
    return answer.error;
}

std::uint64_t run_and_kill(Words const& words, int confirmations)
{
    Pipe out;
    pid_t const child = start(words, out.in(), STDERR_FILENO);
    out.close_in();
    std::string text;
    std::array<char, 4096> buffer{};
    int seen = 0;
    while (seen < confirmations) {
        ssize_t const n = ::read(out.out(), buffer.data(), buffer.size());
        if (n <= 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(n));
        seen = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    }
    ::kill(child, SIGKILL);
    text += read_all(out.out());
    if (wait_for(child) != 128 + SIGKILL) return 0;
    text.resize(text.rfind('\n') + 1);
    auto const last = text.rfind("confirmed ");
    return last == std::string::npos ? 0 : std::stoull(text.substr(last + 10));
}

Answer run_and_stop(Words const& words, std::function<void()> const& meanwhile)
{
    Pipe out;
    pid_t const child = start(words, out.in(), STDERR_FILENO);
    out.close_in();
    Answer answer;
    std::array<char, 4096> buffer{};
    ssize_t const n = ::read(out.out(), buffer.data(), buffer.size());
    if (n > 0) answer.out.assign(buffer.data(), static_cast<std::size_t>(n));
    meanwhile();
    ::kill(child, SIGTERM);
    answer.out += read_all(out.out());
    answer.exit_code = wait_for(child);
    return answer;
}

fs::path folder(std::string const& name)
{
    fs::path const here = fs::path{BINARY_DIR} / "app-test" / name;
    fs::remove_all(here);
    fs::create_directories(here);
    return here;
}

std::string city()
{
    fs::path const here = fs::path{BINARY_DIR} / "app-test";
    fs::create_directories(here);
    fs::path const pack = here / "city.mbtiles";
    // Tests run beside each other: the first makes the city, the others wait for it.
    int const lock = ::open((here / "city.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    REQUIRE(lock >= 0);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    if (!fs::exists(pack) || fs::last_write_time(pack) < fs::last_write_time(CRESSETCTL))
        run_well({"city", "--seed", "1", "-o", pack.string()});
    ::close(lock);
    return pack.string();
}

void write(fs::path const& file, std::string const& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::string read(fs::path const& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

}  // namespace cresset::app::test
