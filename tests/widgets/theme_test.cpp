#include "widgets/theme.h"

#include "core/base/resource_path.h"
#include "widgets/icon.h"
#include "widgets/map_style.h"
#include "widgets/read_file.h"
#include "widgets/style_sheet.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cresset::widgets;

namespace {

double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1: relative luminance and contrast.
double luminance(QColor c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}
double contrast(QColor a, QColor b)
{
    double const la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme load(char const* name)
{
    auto const theme = Theme::load(name);
    REQUIRE(theme);
    return *theme;
}

}  // namespace

TEST_CASE("A theme that is missing or has a wrong colour is refused with its name")
{
    REQUIRE(Theme::load("dusk").problem().find("dusk.json") != std::string::npos);
    REQUIRE(Theme::parse("[]").problem().find("colours") != std::string::npos);
    REQUIRE(Theme::parse(R"({"colours":{"a":"red"}})").problem().find("\"a\"") != std::string::npos);
    REQUIRE(Theme::parse(R"({"colours":{"a":"#12345"}})").problem().find("\"a\"") != std::string::npos);
}

TEST_CASE("A style with a colour that the palette does not have, a wrong kind or an odd dash is refused")
{
    Theme const night = load("night");
    std::string const begin = R"({"background":"map.land","areas":[],"roads":[],"lines":[)",
                      end = R"(],"labels":[],"signs":[]})";
    REQUIRE(MapStyle::parse(begin + end, night));
    REQUIRE_FALSE(MapStyle::parse("{", night));
    REQUIRE_FALSE(MapStyle::parse(begin + R"({"layer":"a","colour":"map.purple"})" + end, night));
    REQUIRE_FALSE(MapStyle::parse(begin + R"({"layer":"a","colour":"map.land","dash":[1,2,3]})" + end, night));
    REQUIRE_FALSE(MapStyle::parse(begin + R"({"layer":"a","colour":"map.land","dash":[0,0]})" + end, night));
    std::string const sign =
        R"({"background":"map.land","areas":[],"roads":[],"lines":[],"labels":[],"signs":[{"glyph":)";
    REQUIRE(MapStyle::parse(sign + R"("glyph-fuel"}]})", night));
    REQUIRE_FALSE(MapStyle::parse(sign + R"("glyph-unicorn"}]})", night));
}

TEST_CASE("Both themes have the same colours and make the shipped style")
{
    Theme const night = load("night"), day = load("day");
    REQUIRE(night.names() == day.names());
    for (Theme const& theme : {night, day}) {
        auto const style = MapStyle::load(theme);
        REQUIRE(style);
        REQUIRE((*style)->roads.size() > 8);
    }
}

TEST_CASE("Text has a contrast of at least 4.5 to 1 on every ground and marks have 3 to 1")
{
    for (char const* name : {"night", "day"}) {
        Theme const theme = load(name);
        for (char const* ground : {"window", "panel", "raised"}) {
            INFO(name << " " << ground);
            CHECK(contrast(theme.colour("text"), theme.colour(ground)) >= 4.5);
            CHECK(contrast(theme.colour("dim"), theme.colour(ground)) >= 4.5);
            for (int status = 0; status < 7; ++status)
                CHECK(contrast(theme.status(static_cast<MarkStatus>(status)), theme.colour(ground)) >= 4.5);
            CHECK(contrast(theme.colour("warning"), theme.colour(ground)) >= 4.5);
            CHECK(contrast(theme.colour("error"), theme.colour(ground)) >= 4.5);
        }
        for (int priority = 1; priority <= 4; ++priority) {
            INFO(name << " priority " << priority);
            CHECK(contrast(theme.priority(priority), theme.colour("panel")) >= 3);
            CHECK(contrast(theme.priority(priority), theme.colour(priority == 1 ? "priority.1_ink" : "priority.ink")) >=
                  3);
        }
        CHECK(contrast(theme.colour("map.label.road"), theme.colour("map.land")) >= 4.5);
        CHECK(contrast(theme.colour("map.label.poi"), theme.colour("map.land")) >= 4.5);
        CHECK(contrast(theme.colour("mark.text"), theme.colour("mark.text_halo")) >= 4.5);
        CHECK(contrast(theme.colour("mark.text_quiet"), theme.colour("mark.text_halo")) >= 4.5);
        CHECK(contrast(theme.colour("mark.text"), theme.colour("mark.body")) >= 4.5);
    }
}

TEST_CASE("What the style sheet draws from files has the colours of its theme")
{
    for (char const* name : {"night", "day"}) {
        Theme const theme = load(name);
        for (auto const& [drawing, colour] : {std::pair{"arrow", "dim"}, std::pair{"tick", "on_accent"}}) {
            std::string const file = std::string{"icons/"} + drawing + "-" + name + ".svg";
            auto const text = readFile(cresset::resource_path(file));
            INFO(file);
            REQUIRE(text);
            CHECK(text->find(theme.colour(colour).name().toUpper().toStdString()) != std::string::npos);
            CHECK(styleSheetOf(theme).contains(QString::fromStdString(file)));
        }
    }
}

TEST_CASE("Every state has a letter and a badge of its own")
{
    QString letters;
    for (int status = 0; status < 8; ++status) {
        auto const state = static_cast<MarkStatus>(status);
        REQUIRE(iconExists("status-" + std::string{nameOf(state)}));
        REQUIRE_FALSE(letters.contains(letterOf(state)));
        letters.append(letterOf(state));
    }
    REQUIRE(letters == "ADESBRX!");
    REQUIRE_FALSE(iconExists("status-asleep"));
}
