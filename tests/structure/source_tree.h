#pragma once
/// The sources of the program as text: what the tests about the code itself read.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::structure {

struct SourceFile {
    std::string path;    // from the top of the tree: "core/base/geo.h"
    std::string folder;  // "core/base", "maps"
    std::vector<std::string> lines;
};

/// "core/base/geo.h" lies in "core/base", "maps/data/x.h" in "maps".
inline std::string folder_of(std::string_view path)
{
    std::size_t const first = path.find('/');
    if (!path.starts_with("core/")) return std::string{path.substr(0, first)};
    return std::string{path.substr(0, path.find('/', first + 1))};
}

inline SourceFile read_source(std::filesystem::path const& top, std::filesystem::path const& file)
{
    SourceFile source{std::filesystem::relative(file, top).generic_string(), {}, {}};
    source.folder = folder_of(source.path);
    std::ifstream stream{file};
    for (std::string line; std::getline(stream, line);) source.lines.push_back(line);
    return source;
}

/// All .h and .cpp files of core, maps, layers, widgets and app, in the order of their paths.
inline std::vector<SourceFile> all_sources()
{
    std::filesystem::path const top = SOURCE_DIR;
    std::vector<SourceFile> sources;
    for (auto const* part : {"core", "maps", "layers", "widgets", "app"}) {
        for (auto const& entry : std::filesystem::recursive_directory_iterator{top / part}) {
            auto const extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp") sources.push_back(read_source(top, entry.path()));
        }
    }
    std::sort(sources.begin(), sources.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
    return sources;
}

}  // namespace cresset::structure
