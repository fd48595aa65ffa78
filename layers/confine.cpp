#include "layers/confine.h"

#include "layers/refused.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace cresset::layers {
namespace {

constexpr rlim_t more_memory = rlim_t{1} << 30;  // than it has now
constexpr rlim_t processor_seconds = 60;
constexpr rlim_t open_files = 32;

/// What reading from memory and writing to a pipe needs. All others fail, as if there were no such right.
constexpr std::array free_calls{
    SCMP_SYS(read),           SCMP_SYS(readv),           SCMP_SYS(pread64),
    SCMP_SYS(close),          SCMP_SYS(fstat),           SCMP_SYS(lseek),
    SCMP_SYS(munmap),         SCMP_SYS(mremap),          SCMP_SYS(brk),
    SCMP_SYS(madvise),        SCMP_SYS(futex),           SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),           SCMP_SYS(exit_group),      SCMP_SYS(getpid),
    SCMP_SYS(gettid),         SCMP_SYS(clock_gettime),   SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),      SCMP_SYS(sched_yield),     SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrusage),      SCMP_SYS(getcwd),          SCMP_SYS(uname),
    SCMP_SYS(sysinfo),        SCMP_SYS(geteuid),         SCMP_SYS(getuid),
    SCMP_SYS(fcntl),          SCMP_SYS(restart_syscall),
};

#ifdef __SANITIZE_ADDRESS__
constexpr bool sanitized = true;  // reserves terabytes, and asks a pipe of its own whether memory can be read
#else
constexpr bool sanitized = false;
#endif

rlim_t memory_now()
{
    unsigned long pages = 0;
    if (auto* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return rlim_t{pages} * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, rlim_t most)
{
    rlimit const limits{most, most};
    setrlimit(what, &limits);
}

void set_limits()
{
    if (!sanitized) limit(RLIMIT_AS, memory_now() + more_memory);
    limit(RLIMIT_CPU, processor_seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, open_files);
    std::signal(SIGXFSZ, SIG_IGN);
}

/// Memory may be asked for, but none that could be run.
bool allow_memory(scmp_filter_ctx filter)
{
    auto const no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code) == 0;
}

/// To its parent, and to nobody else.
bool allow_writing(scmp_filter_ctx filter)
{
    auto const to_parent = SCMP_A0(SCMP_CMP_LE, sanitized ? open_files : STDERR_FILENO);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, to_parent) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(writev), 1, to_parent) == 0;
}

/// A file that is open already may be asked for its size; of all others it is said that they are not there, and what
/// shall be opened is asked of kept_file.h.
bool answer_for_files(scmp_filter_ctx filter)
{
    auto const open_one = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH);
    auto const by_name = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, open_one) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(newfstatat), 1, by_name) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_TRAP, SCMP_SYS(openat), 0) == 0;
}

bool lock()
{
    scmp_filter_ctx const filter = seccomp_init(SCMP_ACT_ERRNO(EACCES));
    if (filter == nullptr) return false;
    bool fine = allow_memory(filter) && allow_writing(filter) && answer_for_files(filter);
    for (int const call : free_calls) fine = fine && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    if (sanitized) fine = fine && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(pipe2), 0) == 0;
    fine = fine && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return fine;
}

}  // namespace

void confine()
{
    // Granted to some and not to others: what counts is the filter below.
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) static_cast<void>(unshare(CLONE_NEWNET));
    prctl(PR_SET_DUMPABLE, 0);
    set_limits();
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !lock()) throw Refused{maps::LayerRefusal::not_confined};
}

}  // namespace cresset::layers
