#pragma once
/// Reads a small file of ours whole.

#include "core/base/result.h"

#include <string>

namespace cresset::widgets {

/// Refuses a file that cannot be read, with its name.
Result<std::string> readFile(std::string const& path);

}  // namespace cresset::widgets
