#include "tests/structure/source_tree.h"

#include <array>
#include <catch2/catch.hpp>
#include <optional>
#include <regex>
#include <set>

// Who may include what: ONE table. A folder may use the folders of lower rank; folders of one rank are neighbours that
// do not know each other. The C++ library is open to all; of other libraries a folder may use those that it names, by
// the beginning of the header's name. Every foreign library has as few doors as can be.

namespace cresset::structure {

namespace {

struct Layer {
    std::string_view folder;
    int rank;
    std::vector<std::string_view> foreign;
};

std::vector<Layer> const layers{
    {"core/base", 0, {"fmt/", "date/"}},
    {"core/facts", 1, {"fmt/", "nlohmann/"}},
    {"core/store", 2, {"fmt/", "sqlite3.h", "openssl/", "zlib.h", "fcntl.h", "unistd.h", "sys/"}},
    {"core/feeds", 3, {"fmt/", "nlohmann/", "date/"}},
    {"core/journal", 3, {"fmt/", "nlohmann/", "zlib.h"}},
    {"core/rules", 3, {"fmt/", "nlohmann/"}},
    {"core/roads", 3, {"fmt/", "nlohmann/"}},
    {"core/world", 4, {"fmt/", "nlohmann/"}},
    {"core/links", 5, {"fmt/", "nlohmann/"}},
    {"core/exercise", 6, {"fmt/", "nlohmann/"}},
    {"core/session", 7, {"fmt/", "nlohmann/"}},
    {"maps",
     8,
     {"fmt/", "nlohmann/", "osmium/", "protozero/", "zlib.h", "bzlib.h", "expat.h", "unicode/", "GeographicLib/",
      "fcntl.h", "unistd.h", "sys/", "spawn.h"}},
    // The program that reads files of others: the one door to GDAL and PROJ, and what locks it up.
    {"layers",
     9,
     {"fmt/", "gdal", "cpl_", "ogr", "proj.h", "iconv.h", "seccomp.h", "sched.h", "ucontext.h", "fcntl.h", "unistd.h",
      "sys/"}},
    {"widgets", 9, {"fmt/", "nlohmann/", "Q", "sys/", "unistd.h"}},
    {"app", 10, {"fmt/", "nlohmann/", "Q", "fcntl.h", "unistd.h", "signal.h", "sys/"}},
};

/// Whole modules of Qt: they cost seconds a file and hide what is used.
std::set<std::string> const umbrellas{
    "QtCore",   "QtGui",         "QtWidgets", "QtNetwork",    "QtPositioning", "QtMultimedia", "QtMultimediaWidgets",
    "QtSvg",    "QtSvgWidgets",  "QtTest",    "QtConcurrent", "QtDBus",        "QtXml",        "QtSql",
    "QtOpenGL", "QtPrintSupport"};

Layer const* layer_of(std::string_view folder)
{
    auto const found =
        std::find_if(layers.begin(), layers.end(), [&](Layer const& layer) { return layer.folder == folder; });
    return found == layers.end() ? nullptr : &*found;
}

struct Include {
    std::string name;
    bool own;  // in quotes
};

std::optional<Include> include_of(std::string const& line)
{
    static std::regex const pattern{R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)"};
    std::smatch match;
    if (!std::regex_match(line, match, pattern)) return {};
    return Include{match[2], match[1] == "\""};
}

/// <vector> and the like: no dot, no slash, small letters.
bool is_standard(std::string const& name)
{
    return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string why_not_own(Layer const& from, std::string const& name)
{
    if (name.ends_with(".moc")) return "";
    Layer const* to = layer_of(folder_of(name));
    if (to == nullptr) return "includes in quotes start at the top of the tree";
    if (!std::filesystem::exists(std::filesystem::path{SOURCE_DIR} / name)) return "there is no such file";
    if (to->folder == from.folder || to->rank < from.rank) return "";
    return to->rank == from.rank ? "neighbours do not know each other" : "that folder lies above this one";
}

std::string why_not_foreign(Layer const& from, std::string const& name)
{
    if (is_standard(name)) return "";
    if (umbrellas.contains(name)) return "that is a whole module: include the class";
    auto const begins = [&](std::string_view prefix) { return name.starts_with(prefix); };
    if (std::any_of(from.foreign.begin(), from.foreign.end(), begins)) return "";
    return "that library has no door in this folder";
}

std::string why_not(Layer const& from, Include const& include)
{
    return include.own ? why_not_own(from, include.name) : why_not_foreign(from, include.name);
}

}  // namespace

TEST_CASE("the table refuses what it should refuse")
{
    auto const refused = [](std::string_view folder, std::string const& line) {
        return !why_not(*layer_of(folder), *include_of(line)).empty();
    };
    CHECK(refused("core/base", "#include \"core/facts/unit.h\""));
    CHECK(refused("core/feeds", "#include \"core/journal/journal.h\""));
    CHECK(refused("core/feeds", "#include \"reading.h\""));
    CHECK(refused("core/feeds", "#include \"core/feeds/nowhere.h\""));
    CHECK(refused("core/world", "#include <QString>"));
    CHECK(refused("core/world", " # include <sqlite3.h>"));
    CHECK(refused("core/store", "#include <gdal.h>"));
    CHECK(refused("widgets", "#include <QtWidgets>"));
    CHECK(refused("widgets", "#include <osmium/osm.hpp>"));
    CHECK(refused("maps", "#include \"widgets/viewport.h\""));
    CHECK(refused("maps", "#include <gdal_priv.h>"));
    CHECK(refused("widgets", "#include \"layers/told.h\""));
    CHECK_FALSE(refused("core/feeds", "#include \"core/feeds/nmea.h\"  // our own"));
    CHECK_FALSE(refused("core/journal", "#include \"core/store/database.h\""));
    CHECK_FALSE(refused("core/store", "#include <sqlite3.h>"));
    CHECK_FALSE(refused("widgets", "#include <QString>"));
    CHECK_FALSE(include_of("// #include <QString>"));
}

TEST_CASE("every include keeps to the table of layers")
{
    std::size_t seen = 0;
    for (auto const& file : all_sources()) {
        Layer const* layer = layer_of(file.folder);
        INFO(file.path);
        REQUIRE(layer != nullptr);
        for (auto const& line : file.lines) {
            auto const include = include_of(line);
            if (!include) continue;
            ++seen;
            INFO(line);
            CHECK(why_not(*layer, *include) == "");
        }
    }
    CHECK(seen > 300);
}

TEST_CASE("every header begins with pragma once and a sentence that says what it is")
{
    for (auto const& file : all_sources()) {
        if (!file.path.ends_with(".h")) continue;
        CAPTURE(file.path);
        REQUIRE(file.lines.size() > 2);
        CHECK(file.lines[0] == "#pragma once");
        CHECK(file.lines[1].starts_with("/// "));
    }
}

}  // namespace cresset::structure
