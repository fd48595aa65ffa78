#pragma once
/// A program run as a child: how long it took, how much work it did, how much memory it had at most.

#include <string>
#include <vector>

namespace cresset::bench {

struct ChildRun {
    int exit_code = -1;  // -1: it could not be started, or was ended by a signal
    double wall_s = 0;
    double work_s = 0;  // of all its threads, in the kernel too
    double peak_mb = 0;
    double first_line_s = 0;  // until its first line on standard output was whole
    std::string out;          // standard output; standard error goes to BINARY_DIR/bench-child.log
};

/// `settings`: "NAME=VALUE", on top of the environment.
ChildRun run_child(std::vector<std::string> const& words, std::vector<std::string> const& settings = {});

/// A program of this build ("cresset", "cressetctl").
std::string program(char const* name);

}  // namespace cresset::bench
