#include "layers/unpacked.h"

#include "layers/refused.h"
#include "maps/zip_archive.h"

#include <algorithm>
#include <array>
#include <map>

namespace cresset::layers {
namespace {

using maps::LayerRefusal;
using maps::ZipArchive;
using maps::ZipEntry;

constexpr std::array map_endings{"geojson", "json", "gpkg", "shp", "kml", "gpx", "tif", "tiff", "mbtiles"};
constexpr std::array part_endings{"shx", "dbf", "prj", "cpg"};
constexpr std::size_t most_map_files = 64;

struct Name {
    std::string stem, ending;
};

Name name_of(std::string_view path)
{
    std::size_t const dot = path.rfind('.');
    if (dot == path.npos) return {std::string{path}, {}};
    std::string ending{path.substr(dot + 1)};
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return {std::string{path.substr(0, dot)}, std::move(ending)};
}

template <typename Endings>
bool has(Endings const& endings, std::string const& ending)
{
    return std::ranges::find(endings, ending) != endings.end();
}

class Unpacking {
public:
    explicit Unpacking(ZipArchive const& archive) : archive_{archive} {}

    Unpacked run()
    {
        for (ZipEntry const& entry : archive_.entries())
            if (auto name = name_of(entry.name); has(part_endings, name.ending) && !made_by_mac(entry.name))
                parts_[name.stem].push_back({name.ending, &entry});
        for (ZipEntry const& entry : archive_.entries())
            if (auto const name = name_of(entry.name); has(map_endings, name.ending) && !made_by_mac(entry.name))
                add(entry, name);
        if (out_.files.empty()) throw Refused{LayerRefusal::unknown_kind};
        return std::move(out_);
    }

private:
    struct Part {
        std::string ending;
        ZipEntry const* entry;
    };
    static bool made_by_mac(std::string_view name) { return name.starts_with("__MACOSX/"); }

    InputFile unpack(ZipEntry const& entry, std::string ending)
    {
        auto bytes = archive_.unpack(entry);
        if (auto const* refusal = std::get_if<LayerRefusal>(&bytes)) throw Refused{*refusal};
        std::string& kept = out_.kept.emplace_back(std::get<std::string>(std::move(bytes)));
        return {std::move(ending), {kept.data(), kept.size()}};
    }

    void add(ZipEntry const& entry, Name const& name)
    {
        if (out_.files.size() >= most_map_files) throw Refused{LayerRefusal::archive_too_large};
        InputFile const file = unpack(entry, name.ending);
        auto const kind = kind_of(file.text());
        if (!kind || *kind == FileKind::zip) throw Refused{LayerRefusal::damaged};
        MapFile& added = out_.files.emplace_back(MapFile{*kind, {file}});
        if (*kind == FileKind::shapefile)
            for (Part const& part : parts_[name.stem]) added.parts.push_back(unpack(*part.entry, part.ending));
    }

    ZipArchive const& archive_;
    std::map<std::string, std::vector<Part>> parts_;
    Unpacked out_;
};

}  // namespace

Unpacked unpack_input(std::vector<InputFile> const& given)
{
    auto const kind = kind_of(given[0].text());
    if (!kind) throw Refused{LayerRefusal::unknown_kind};
    if (*kind != FileKind::zip) return {{{*kind, given}}, {}};
    auto const archive = ZipArchive::open(given[0].text());
    if (auto const* refusal = std::get_if<LayerRefusal>(&archive)) throw Refused{*refusal};
    return Unpacking{std::get<ZipArchive>(archive)}.run();
}

}  // namespace cresset::layers
