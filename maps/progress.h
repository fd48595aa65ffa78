#pragma once
/// How far long work has come, and the wish to stop it.

#include <functional>
#include <string_view>

namespace cresset::maps {

/// Told now and then, always from the thread that asked for the work: what is being done ("reading", "tiles"; a key,
/// not a sentence for people) and how much of it is, 0..1000. Answers false to stop the work, which then says so as a
/// problem.
using Progress = std::function<bool(std::string_view what, int per_mille)>;

/// The problem of work that was stopped.
inline constexpr std::string_view stopped_text = "stopped";

}  // namespace cresset::maps
