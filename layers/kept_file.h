#pragma once
/// One file that the libraries may open by its name after everything else is shut: the kernel hands each attempt to open
/// a file back to this program (SIGSYS), which answers with a copy of the handle it kept, or that there is no such file.

#include <string>

namespace cresset::layers {

/// Opens it and keeps it; false if it cannot be read. The filter of system calls must trap `openat`.
bool keep_file(std::string const& path);

}  // namespace cresset::layers
