#include "tests/bench/child.h"

#include "tests/bench/report.h"

#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cresset::bench {

namespace {

double seconds_of(timeval const& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environment_with(std::vector<std::string> settings)
{
    for (char** one = environ; *one != nullptr; ++one) {
        std::string const known{*one};
        bool set_anew = false;
        for (auto const& setting : settings) set_anew |= known.starts_with(setting.substr(0, setting.find('=') + 1));
        if (!set_anew) settings.push_back(known);
    }
    return settings;
}

pid_t start(std::vector<std::string> words, std::vector<std::string> settings, int out)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, BINARY_DIR "/bench-child.log",
                                     O_WRONLY | O_CREAT | O_APPEND, 0644);
    pid_t child = -1;
    int const failed = posix_spawnp(&child, words[0].c_str(), &actions, nullptr, pointers_to(words).data(),
                                    pointers_to(settings).data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? child : -1;
}

void read_all(int from, double start, ChildRun& run)
{
    char buffer[65536];
    for (ssize_t size; (size = ::read(from, buffer, sizeof buffer)) != 0;) {
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return;
        run.out.append(buffer, static_cast<std::size_t>(size));
        if (run.first_line_s == 0 && run.out.find('\n') != run.out.npos) run.first_line_s = wall_s() - start;
    }
}

}  // namespace

ChildRun run_child(std::vector<std::string> const& words, std::vector<std::string> const& settings)
{
    ChildRun run;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return run;
    double const began = wall_s();
    pid_t const child = start(words, environment_with(settings), ends[1]);
    ::close(ends[1]);
    if (child > 0) read_all(ends[0], began, run);
    ::close(ends[0]);
    int status = 0;
    rusage used{};
    if (child <= 0 || ::wait4(child, &status, 0, &used) != child) return run;
    run.wall_s = wall_s() - began;
    run.work_s = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    run.peak_mb = static_cast<double>(used.ru_maxrss) / 1024;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

std::string program(char const* name)
{
    return std::string{BINARY_DIR "/bin/"} + name;
}

}  // namespace cresset::bench
