#include "maps/zip_archive.h"

#include "tests/maps/made_zip.h"

#include <catch2/catch.hpp>

namespace cresset::maps {

namespace {

LayerRefusal refused(std::string const& bytes, ZipLimits const& limits = {})
{
    auto const opened = ZipArchive::open(bytes, limits);
    REQUIRE(std::holds_alternative<LayerRefusal>(opened));
    return std::get<LayerRefusal>(opened);
}

ZipArchive opened(std::string const& bytes)
{
    auto archive = ZipArchive::open(bytes);
    REQUIRE(std::holds_alternative<ZipArchive>(archive));
    return std::get<ZipArchive>(archive);
}

}  // namespace

TEST_CASE("what is no archive is refused")
{
    CHECK(refused("") == LayerRefusal::damaged);
    CHECK(refused("PK\x03\x04 and nothing more") == LayerRefusal::damaged);
    std::string const whole = made_zip({{"a.kml", "<kml/>"}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        auto const cut = whole.substr(0, length);
        CHECK(refused(cut) == LayerRefusal::damaged);
    }
}

TEST_CASE("an archive whose names lead elsewhere is refused as a whole")
{
    for (std::string const name :
         {"../a.kml", "/etc/passwd", "a/../../b.kml", "..", "c:\\a.kml", "C:/a.kml", "a\\b.kml", ""}) {
        CAPTURE(name);
        CHECK(refused(made_zip({{"fine.kml", "<kml/>"}, {name, "x"}})) == LayerRefusal::archive_misleads);
    }
    CHECK(refused(made_zip({{std::string{"a\0.kml", 6}, "x"}})) == LayerRefusal::archive_misleads);
    CHECK(refused(made_zip({{"link.kml", "/etc/passwd", 0120777}})) == LayerRefusal::archive_misleads);
    CHECK(refused(made_zip({{"disk.kml", "", 0060644}})) == LayerRefusal::archive_misleads);
}

TEST_CASE("an archive that unpacks to too much is refused before it is unpacked")
{
    std::string const zeros(4U << 20U, '\0');
    CHECK(refused(made_zip({{"bomb.geojson", zeros}})) == LayerRefusal::archive_too_large);
    CHECK(refused(made_zip({{"a", "1234567890"}, {"b", "1234567890"}}), {.unpacked = 15}) ==
          LayerRefusal::archive_too_large);
    CHECK(refused(made_zip({{"a", ""}, {"b", ""}, {"c", ""}}), {.entries = 2}) == LayerRefusal::archive_too_large);
}

TEST_CASE("an entry whose bytes are not what was said is refused")
{
    std::string bytes = made_zip({{"a.kml", "<kml>some text that packs</kml>"}});
    bytes[40] = static_cast<char>(bytes[40] ^ 0x10);  // among the packed bytes
    auto const archive = opened(bytes);
    CHECK(std::holds_alternative<LayerRefusal>(archive.unpack(archive.entries()[0])));
}

TEST_CASE("an archive gives back what was put in")
{
    std::string const text(3000, 'x');
    std::string const bytes = made_zip({{"folder/", ""}, {"folder/图层.kml", text}, {"b.prj", "short"}});
    auto const archive = opened(bytes);
    REQUIRE(archive.entries().size() == 3);
    CHECK(archive.entries()[1].name == "folder/图层.kml");
    CHECK(std::get<std::string>(archive.unpack(archive.entries()[1])) == text);
    CHECK(std::get<std::string>(archive.unpack(archive.entries()[2])) == "short");
}

}  // namespace cresset::maps
