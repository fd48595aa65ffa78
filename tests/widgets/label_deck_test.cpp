#include "widgets/label_deck.h"

#include <catch2/catch.hpp>

// Where the labels of marks are written.

using namespace cresset::widgets;

namespace {

/// The columns of the picture in which anything is drawn, first and last; {-1, -1} if there are none.
std::pair<int, int> drawn_columns(QImage const& picture)
{
    std::pair<int, int> columns{-1, -1};
    for (int x = 0; x < picture.width(); ++x)
        for (int y = 0; y < picture.height(); ++y) {
            if (qAlpha(picture.pixel(x, y)) == 0) continue;
            if (columns.first < 0) columns.first = x;
            columns.second = x;
        }
    return columns;
}

Theme night()
{
    auto const theme = Theme::load("night");
    REQUIRE(theme);
    return *theme;
}

struct Sheet {
    explicit Sheet(double dpr = 1) : deck{night(), dpr}
    {
        picture.fill(Qt::transparent);
        deck.begin(picture.size());
    }
    QImage picture{300, 100, QImage::Format_ARGB32_Premultiplied};
    LabelDeck deck;
};

}  // namespace

TEST_CASE("A label that the right edge would cut is written to the left of its mark whatever its rank")
{
    for (LabelRank const rank : {LabelRank::always, LabelRank::high, LabelRank::low}) {
        Sheet sheet;
        sheet.deck.add({280, 50}, QStringLiteral("P03 1:10"), rank);
        REQUIRE(sheet.deck.paint(sheet.picture) == 1);
        auto const [first, last] = drawn_columns(sheet.picture);
        CHECK(first > 200);
        CHECK(last < 280);
    }
}

TEST_CASE("A label with room to the right is written there up to the last column")
{
    for (LabelRank const rank : {LabelRank::always, LabelRank::high, LabelRank::low}) {
        Sheet sheet;
        sheet.deck.add({150, 50}, QStringLiteral("P03"), rank);
        REQUIRE(sheet.deck.paint(sheet.picture) == 1);
        CHECK(drawn_columns(sheet.picture).first > 150);
    }
}

TEST_CASE("What must be written is cut by no edge of the picture")
{
    Sheet sheet;
    sheet.deck.keepClear({20, 42, 200, 16});  // nothing can stand to the right
    sheet.deck.add({10, 50}, QStringLiteral("12 P42 +0:25"), LabelRank::always);
    REQUIRE(sheet.deck.paint(sheet.picture) == 1);
    auto const [first, last] = drawn_columns(sheet.picture);
    CHECK(first > 10);
    CHECK(last < 200);
}

TEST_CASE("Where the whole of what must be written finds no room its brief form is written")
{
    auto const widest = [](QString const& brief) {
        Sheet sheet;
        sheet.deck.keepClear({0, 0, 140, 100});
        sheet.deck.keepClear({180, 0, 120, 100});
        sheet.deck.add({160, 50}, QStringLiteral("12 P42 +0:25"), LabelRank::always, 4, LabelInk::strong, brief);
        CHECK(sheet.deck.paint(sheet.picture) == 1);
        auto const [first, last] = drawn_columns(sheet.picture);
        return last - first;
    };
    CHECK(widest({}) > 50);
    CHECK(widest(QStringLiteral("12")) < 20);
}

TEST_CASE("What must be said of a mark is not said twice when it stands to the left")
{
    Sheet sheet;
    sheet.deck.add({270, 50}, QStringLiteral("P03"), LabelRank::low);
    sheet.deck.add({270, 50}, QStringLiteral("P03 1:15"), LabelRank::always);
    CHECK(sheet.deck.paint(sheet.picture) == 1);
    CHECK(drawn_columns(sheet.picture).second < 270);
}

TEST_CASE("Of two marks at the right edge whose labels would meet the less important has none")
{
    Sheet sheet;
    sheet.deck.add({290, 50}, QStringLiteral("P03 1:10"), LabelRank::low);
    sheet.deck.add({270, 52}, QStringLiteral("P12 2:05"), LabelRank::high);
    CHECK(sheet.deck.paint(sheet.picture) == 1);
    CHECK(drawn_columns(sheet.picture).second < 270);
}
