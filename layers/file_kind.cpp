#include "layers/file_kind.h"

#include "layers/refused.h"

#include <algorithm>

namespace cresset::layers {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_prologue = 64 << 10;  // before the root element
constexpr std::string_view doctype = "<!DOCTYPE";
constexpr std::string_view white = " \t\r\n";

std::string_view without_mark(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text;
}

std::string_view word_of(std::string_view text)
{
    std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>["));
    if (std::size_t const colon = name.find(':'); colon != name.npos) name.remove_prefix(colon + 1);
    return name;
}

/// The name of the root element, without its namespace; empty if it does not come soon. A DOCTYPE names it too.
std::string_view root_of(std::string_view text)
{
    text = text.substr(0, most_prologue);
    while (text.starts_with('<')) {
        bool const comment = text.starts_with("<!--");
        if (text.starts_with(doctype)) return word_of(without_mark(text.substr(doctype.size())));
        if (!comment && text.size() > 1 && text[1] != '?' && text[1] != '!') break;
        std::string_view const end = comment ? "-->"sv : ">"sv;
        std::size_t const at = text.find(end);
        if (at == text.npos) return {};
        text = without_mark(text.substr(at + end.size()));
    }
    if (!text.starts_with('<')) return {};
    return word_of(text.substr(1));
}

std::optional<FileKind> kind_of_xml(std::string_view text)
{
    std::string_view const root = root_of(text);
    if (root != "kml" && root != "gpx") return {};
    if (text.find(doctype) != text.npos || text.find("<!ENTITY") != text.npos)
        throw Refused{maps::LayerRefusal::entities};
    return root == "kml" ? FileKind::kml : FileKind::gpx;
}

FileKind kind_of_database(std::string_view bytes)
{
    std::string_view const application = bytes.size() >= 72 ? bytes.substr(68, 4) : std::string_view{};
    bool const package = application == "GPKG" || application == "GP10" || application == "GP11";
    return package ? FileKind::geopackage : FileKind::mbtiles;
}

}  // namespace

std::optional<FileKind> kind_of(std::string_view bytes)
{
    if (bytes.starts_with("SQLite format 3\0"sv)) return kind_of_database(bytes);
    if (bytes.starts_with("\0\0\x27\x0a"sv)) return FileKind::shapefile;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return FileKind::zip;
    for (std::string_view const tiff : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
        if (bytes.starts_with(tiff)) return FileKind::geotiff;
    std::string_view const text = without_mark(bytes);
    if (text.starts_with('{')) return FileKind::geojson;
    if (text.starts_with('<')) return kind_of_xml(text);
    return {};
}

}  // namespace cresset::layers
