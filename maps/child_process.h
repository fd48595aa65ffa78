#pragma once
/// Another program, started with nothing but its words and pipes: it inherits no file and no setting, and it ends when
/// this object does.

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace cresset::maps {

class ChildProcess {
public:
    enum class Got { bytes, nothing_yet, end };

    static Result<ChildProcess> start(std::filesystem::path const& program, std::vector<std::string> const& words);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess();

    /// Adds what it says within that time.
    Got read(std::string& into, std::chrono::milliseconds within);
    /// False if it takes no more.
    bool write(std::string_view bytes);
    /// Waits for its end, for so long, then ends it; the signal that ended it, or none.
    int end(std::chrono::milliseconds within);

private:
    ChildProcess(pid_t child, int to, int from) : child_{child}, to_{to}, from_{from} {}
    void close_pipes();

    pid_t child_ = -1;
    int to_ = -1, from_ = -1;
};

}  // namespace cresset::maps
