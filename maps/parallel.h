#pragma once
/// Does pieces of work that do not depend on each other on several threads; what comes out must not depend on who did
/// what.

#include <cstddef>
#include <functional>

namespace cresset::maps {

/// Calls work(i) once for each i below count. keep_going(done) is asked on the caller's thread from time to time; if it
/// answers false, what has not begun is left. Answers whether all was done. An exception of the work comes out here.
bool in_parallel(std::size_t count, int threads, std::function<void(std::size_t)> const& work,
                 std::function<bool(std::size_t done)> const& keep_going = {});

}  // namespace cresset::maps
