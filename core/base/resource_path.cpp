#include "core/base/resource_path.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace cresset {
namespace {

namespace fs = std::filesystem;

fs::path installed_folder()
{
    std::error_code error;
    fs::path const program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{"/usr/share/cresset"} : program.parent_path().parent_path() / "share" / "cresset";
}

std::vector<fs::path> folders()
{
    std::vector<fs::path> folders;
    if (char const* chosen = std::getenv("CRESSET_RESOURCES")) folders.emplace_back(chosen);
    folders.push_back(installed_folder());
    folders.emplace_back(CRESSET_SOURCE_RESOURCES);
    return folders;
}

}  // namespace

std::string resource_path(std::string_view name)
{
    std::error_code error;
    for (auto const& folder : folders())
        if (fs::exists(folder / name, error)) return (folder / name).string();
    return (installed_folder() / name).string();
}

}  // namespace cresset
