#include "maps/place_forms.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

bool near(std::optional<Place> place, Place other, double metres)
{
    return place && static_cast<double>(distance_mm(*place, other)) < metres * 1000;
}

Place const bund{312'304'000, 1'214'737'000};

}  // namespace

TEST_CASE("What is no place by figures is not taken for one")
{
    for (char const* text : {"", " ", "12 5", "中山路 12", "People's Square", "51R", "51R 354123", "51I 354123 3456789",
                             "61R 354123 3456789", "51R UQ 5412 567", "51R IQ 54123 56789", "91.5, 121.4",
                             "31.2, 181.4", "31°61'00\"N 121°28'25\"E", "P12", "#1023", "1.5.2, 3"})
        CHECK_FALSE(place_from_figures(text));
}

TEST_CASE("A band that does not belong to the figures is refused and so a mistyped letter is found")
{
    CHECK(place_from_figures("51R 354661 3456207"));
    CHECK_FALSE(place_from_figures("51J 354661 3456207"));
    CHECK_FALSE(place_from_figures("51U 354661 3456207"));
}

TEST_CASE("Near the poles there are degrees and no zone")
{
    CHECK(utm_text({850'000'000, 0}).empty());
    CHECK(mgrs_text({-810'000'000, 0}).empty());
    CHECK(degrees_text({850'000'000, 0}) == "85.00000, 0.00000");
}

TEST_CASE("Known places stand where another way of computing puts them")
{
    // The well-known example of the military grid, computed apart: Krueger's series to the fourth order.
    CHECK(near(place_from_figures("4Q FJ 12345 67890"), {214'098'012, -1'579'160'763}, 2));
    CHECK(near(place_from_figures("4QFJ1234567890"), {214'098'012, -1'579'160'763}, 2));
    CHECK(mgrs_text({488'583'700, 22'944'810}).starts_with("31U DQ 48"));  // the Eiffel Tower
    CHECK(utm_text({488'583'700, 22'944'810}).starts_with("31U 448"));
}

TEST_CASE("The three forms are understood as they are written with and without blanks and in small letters")
{
    CHECK(degrees_text(bund) == "31.23040, 121.47370");
    CHECK(near(place_from_figures(degrees_text(bund)), bund, 2));
    CHECK(near(place_from_figures(utm_text(bund)), bund, 2));
    CHECK(near(place_from_figures(mgrs_text(bund)), bund, 2));
    std::string tight = mgrs_text(bund);
    std::erase(tight, ' ');
    CHECK(near(place_from_figures(tight), bund, 2));
    CHECK(near(place_from_figures(" 51r uq 54661 56207 "), bund, 2000));
    CHECK(near(place_from_figures("31°13'49.4\"N 121°28'25.3\"E"), bund, 2));
    CHECK(near(place_from_figures("31°13′49.4″N, 121°28′25.3″E"), bund, 2));
    CHECK(near(place_from_figures("31.2304N 121.4737E"), bund, 2));
    CHECK(near(place_from_figures("121.4737E, 31.2304N"), bund, 2));
}

TEST_CASE("Any place that has a zone comes back within its metre from both of its forms")
{
    Dice dice{5};
    for (int i = 0; i < 20'000; ++i) {
        Place const place{static_cast<std::int32_t>(dice.range(-799'000'000, 839'000'000)),
                          static_cast<std::int32_t>(dice.range(-1'799'000'000, 1'799'000'000))};
        auto const far = [&](std::optional<Place> other) {
            return !other || distance_mm(place, *other) > 1'600;  // the diagonal of a metre
        };
        INFO(degrees_text(place) << " = " << utm_text(place) << " = " << mgrs_text(place));
        REQUIRE_FALSE(far(place_from_figures(utm_text(place))));
        REQUIRE_FALSE(far(place_from_figures(mgrs_text(place))));
    }
}
