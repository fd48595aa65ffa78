#include "maps/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace cresset::maps {
namespace {

struct Pipe {
    int read = -1, write = -1;
};

/// Both ends are closed in every child but where they are laid on purpose. A socket, so that writing to one who is
/// gone is an error and not a signal.
Pipe make_pipe()
{
    std::array<int, 2> ends{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
    return {ends[0], ends[1]};
}

void close_pipe(Pipe const& pipe)
{
    if (pipe.read >= 0) close(pipe.read);
    if (pipe.write >= 0) close(pipe.write);
}

int spawn(pid_t& child, std::filesystem::path const& program, std::vector<std::string> const& words, Pipe const& in,
          Pipe const& out)
{
    std::vector<std::string> all{program.string()};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (auto& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string language = "LANG=C.UTF-8", path = "PATH=/usr/bin:/bin";
    std::array<char*, 3> surroundings{language.data(), path.data(), nullptr};
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in.read, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out.write, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    int const failed = posix_spawn(&child, program.c_str(), &files, nullptr, arguments.data(), surroundings.data());
    posix_spawn_file_actions_destroy(&files);
    return failed;
}

}  // namespace

Result<ChildProcess> ChildProcess::start(std::filesystem::path const& program, std::vector<std::string> const& words)
{
    Pipe const in = make_pipe(), out = make_pipe();
    pid_t child = -1;
    int const failed = in.read < 0 || out.read < 0 ? errno : spawn(child, program, words, in, out);
    if (failed != 0) {
        close_pipe(in);
        close_pipe(out);
        return Problem{std::error_code{failed, std::generic_category()}.message()};
    }
    close(in.read);
    close(out.write);
    return ChildProcess{child, in.write, out.read};
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : child_{std::exchange(other.child_, -1)}, to_{std::exchange(other.to_, -1)}, from_{std::exchange(other.from_, -1)}
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(child_, other.child_);
    std::swap(to_, other.to_);
    std::swap(from_, other.from_);
    return *this;
}

ChildProcess::~ChildProcess()
{
    end({});
}

void ChildProcess::close_pipes()
{
    if (to_ >= 0) close(std::exchange(to_, -1));
    if (from_ >= 0) close(std::exchange(from_, -1));
}

ChildProcess::Got ChildProcess::read(std::string& into, std::chrono::milliseconds within)
{
    pollfd waiting{from_, POLLIN, 0};
    int const ready = poll(&waiting, 1, static_cast<int>(within.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR)) return Got::nothing_yet;
    std::array<char, 1 << 16> piece;
    ssize_t const got = ::read(from_, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) return Got::nothing_yet;
    if (got <= 0) return Got::end;
    into.append(piece.data(), static_cast<std::size_t>(got));
    return Got::bytes;
}

bool ChildProcess::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        ssize_t const written = send(to_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

int ChildProcess::end(std::chrono::milliseconds within)
{
    close_pipes();
    if (child_ < 0) return 0;
    int how = 0;
    constexpr std::chrono::milliseconds step{5};
    for (auto left = within; waitpid(child_, &how, WNOHANG) == 0; left -= step) {
        if (left <= std::chrono::milliseconds{0}) {
            kill(child_, SIGKILL);
            waitpid(child_, &how, 0);
            break;
        }
        std::this_thread::sleep_for(step);
    }
    child_ = -1;
    return WIFSIGNALED(how) ? WTERMSIG(how) : 0;
}

}  // namespace cresset::maps
