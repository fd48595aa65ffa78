#include "layers/input_files.h"

#include "layers/refused.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cresset::layers {
namespace {

using maps::LayerRefusal;
namespace fs = std::filesystem;

constexpr std::array parts_of_shapefile{"shx", "dbf", "prj", "cpg"};
constexpr std::array parts_of_picture{"tfw", "tifw", "wld", "prj"};

std::string ending_of(fs::path const& path)
{
    std::string ending = path.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

/// Nothing if it is no plain file or cannot be read.
std::optional<std::span<char>> mapped(fs::path const& path)
{
    int const file = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0) return {};
    struct stat what {};
    std::optional<std::span<char>> bytes;
    if (fstat(file, &what) == 0 && S_ISREG(what.st_mode)) {
        auto const size = static_cast<std::size_t>(what.st_size);
        void* const at = size == 0 ? nullptr : mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
        if (at != MAP_FAILED) bytes = std::span{static_cast<char*>(at), size};
    }
    close(file);
    return bytes;
}

template <typename Endings>
void add_parts(fs::path const& path, Endings const& endings, std::vector<InputFile>& files)
{
    std::error_code error;
    for (auto const& entry : fs::directory_iterator{path.parent_path(), error}) {
        fs::path const& other = entry.path();
        if (other.stem() != path.stem() || std::ranges::find(endings, ending_of(other)) == endings.end()) continue;
        if (auto const bytes = mapped(other)) files.push_back({ending_of(other), *bytes});
    }
}

}  // namespace

std::vector<InputFile> open_input(std::string const& given)
{
    std::error_code error;
    fs::path const path = fs::absolute(given, error);
    auto const bytes = mapped(path);
    if (!bytes) throw Refused{fs::exists(path, error) ? LayerRefusal::cannot_be_read : LayerRefusal::not_there};
    std::vector<InputFile> files{{ending_of(path), *bytes}};
    if (files[0].ending == "shp") add_parts(path, parts_of_shapefile, files);
    if (files[0].ending == "tif" || files[0].ending == "tiff") add_parts(path, parts_of_picture, files);
    return files;
}

}  // namespace cresset::layers
