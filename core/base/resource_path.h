#pragma once
/// Where the files of resources/ (themes, icons, codes, drills, translations) are, whether the program was installed
/// or just built.

#include <string>
#include <string_view>

namespace cresset {

/// The path of a resource such as "themes/night.json". Looked for, in this order: in the folder that the environment's
/// CRESSET_RESOURCES names, in <program>/../share/cresset, in the source tree this program was built from. If it is in
/// none of them, the path where an installed program would have it (so that a message can name it).
std::string resource_path(std::string_view name);

}  // namespace cresset
