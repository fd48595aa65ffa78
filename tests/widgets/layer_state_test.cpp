#include "widgets/layer_state.h"

#include <catch2/catch.hpp>

using namespace cresset::widgets;

TEST_CASE("What is no text of layers gives the usual ones")
{
    for (char const* text : {"", "nonsense", "{}", "[1, 2]", "[{\"key\": 7}]", "[{\"key\": \"no such layer\"}]"})
        CHECK(layersFrom(QString::fromLatin1(text)) == usualLayers());
}

TEST_CASE("Layers come back as they were left and each of them once")
{
    LayerStates states = usualLayers();
    std::swap(states[0], states[3]);
    states[1].shown = false;
    states[2].opacity = 40;
    states[3].hidden = {QStringLiteral("busy"), QStringLiteral("tails")};
    CHECK(layersFrom(layersText(states)) == states);
    LayerStates twice = states;
    twice.push_back(states[0]);
    CHECK(layersFrom(layersText(twice)) == states);
}

TEST_CASE("A layer that is newer than the settings stands below the others and none becomes invisible")
{
    LayerStates states = usualLayers();
    LayerState const first = states.front();
    states.erase(states.begin());
    states[0].opacity = -5;
    LayerStates const read = layersFrom(layersText(states));
    CHECK(read.size() == usualLayers().size());
    CHECK(read.back() == first);
    CHECK(read[0].opacity == 10);
}

TEST_CASE("Files are layers too and those that are gone are none")
{
    QStringList const two{QStringLiteral("file:1"), QStringLiteral("file:2")};
    LayerStates const with = withFiles(usualLayers(), two);
    REQUIRE(with.size() == usualLayers().size() + 2);
    CHECK(with[usualLayers().size()].key == two[0]);
    CHECK(isFile(with.back()));
    CHECK_FALSE(isFile(with.front()));
    LayerStates moved = with;
    std::swap(moved.front(), moved.back());
    moved.front().opacity = 30;
    CHECK(layersFrom(layersText(moved), two) == moved);
    CHECK(layersFrom(layersText(moved)).size() == usualLayers().size());
    CHECK(withFiles(moved, {}).size() == usualLayers().size());
    // A new one lies above the files that were there.
    CHECK(withFiles(with, two + QStringList{QStringLiteral("file:7")})[usualLayers().size()].key ==
          QStringLiteral("file:7"));
}
