#include "maps/schema.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cresset::maps {

namespace {

struct PlaceKind {
    std::string_view value;
    int min_zoom, rank;
    bool of_areas;  // an area of this kind carries its name too
};

constexpr std::array kinds = std::to_array<PlaceKind>({{"continent", 0, 1, false},
                                                       {"country", 1, 2, false},
                                                       {"state", 4, 3, false},
                                                       {"province", 4, 3, false},
                                                       {"city", 5, 7, false},
                                                       {"town", 8, 9, false},
                                                       {"village", 10, 11, false},
                                                       {"borough", 10, 10, false},
                                                       {"suburb", 11, 11, false},
                                                       {"quarter", 12, 12, true},
                                                       {"hamlet", 12, 13, false},
                                                       {"neighbourhood", 13, 13, true},
                                                       {"isolated_dwelling", 13, 15, false},
                                                       {"locality", 13, 15, false},
                                                       {"square", 14, 14, true},
                                                       {"island", 12, 12, true},
                                                       {"islet", 13, 15, true}});

/// Large cities come before small ones: rank 1 from five million people on.
int city_rank(double people)
{
    static constexpr std::array sizes{5e6, 2e6, 1e6, 5e5, 2e5, 1e5};
    auto const found = std::find_if(sizes.begin(), sizes.end(), [&](double size) { return people >= size; });
    return 1 + static_cast<int>(found - sizes.begin());
}

int rank_of(TagView const& tags, PlaceKind const& kind)
{
    // Populations are beyond the bounds of TagView::number, which is for lengths and levels.
    double people = 0;
    for (char const digit : tags[Key::population].substr(0, 12))
        if (digit >= '0' && digit <= '9') people = people * 10 + (digit - '0');
    if (kind.value == "city") return city_rank(people);
    return kind.rank - (people > 8000 ? 1 : 0);
}

std::int64_t capital_level(TagView const& tags)
{
    if (tags.is(Key::capital, "yes")) return 2;
    auto const level = tags.number(Key::capital);
    return level && *level >= 2 && *level <= 6 ? static_cast<std::int64_t>(*level) : 0;
}

void add_place(TagView const& tags, PlaceKind const& kind, Drawings& to)
{
    auto attributes = name_attributes(tags);
    if (attributes.empty()) return;
    int const rank = rank_of(tags, kind);
    attributes.emplace_back("class", kind.value);
    attributes.emplace_back("rank", std::int64_t{rank});
    if (auto const capital = capital_level(tags)) attributes.emplace_back("capital", capital);
    Drawing drawing{MapLayer::place, TileGeometry::point, kind.min_zoom};
    drawing.order = rank;
    drawing.attributes = drawing.far_attributes = std::move(attributes);
    to.push_back(std::move(drawing));
}

void add_height(TagView const& tags, Attributes& to)
{
    auto const height = tags.number(Key::ele);
    if (!height) return;
    to.emplace_back("ele", static_cast<std::int64_t>(std::lround(*height)));
    to.emplace_back("ele_ft", static_cast<std::int64_t>(std::lround(*height / 0.3048)));
}

void add_peak(TagView const& tags, Drawings& to)
{
    Drawing drawing{MapLayer::mountain_peak, TileGeometry::point, 11};
    drawing.attributes = name_attributes(tags);
    drawing.attributes.emplace_back("class", tags[Key::natural]);
    drawing.attributes.emplace_back("rank", std::int64_t{1});
    add_height(tags, drawing.attributes);
    drawing.far_attributes = drawing.attributes;
    to.push_back(std::move(drawing));
}

void add_aerodrome(TagView const& tags, Drawings& to)
{
    Drawing drawing{MapLayer::aerodrome_label, TileGeometry::point, tags.has(Key::iata) ? 8 : 10};
    drawing.attributes = name_attributes(tags);
    drawing.attributes.emplace_back("class", tags.has(Key::iata) ? "international" : "other");
    drawing.attributes.emplace_back("iata", tags[Key::iata]);
    drawing.attributes.emplace_back("icao", tags[Key::icao]);
    add_height(tags, drawing.attributes);
    drawing.far_attributes = drawing.attributes;
    to.push_back(std::move(drawing));
}

}  // namespace

void add_places(TagView const& tags, ThingKind kind, Drawings& to)
{
    auto const found =
        std::find_if(kinds.begin(), kinds.end(), [&](PlaceKind const& one) { return tags.is(Key::place, one.value); });
    if (found != kinds.end() && (kind == ThingKind::node || (found->of_areas && kind != ThingKind::open_way)))
        add_place(tags, *found, to);
    auto const natural = tags[Key::natural];
    if (kind == ThingKind::node && (natural == "peak" || natural == "volcano" || natural == "saddle"))
        add_peak(tags, to);
    if (kind != ThingKind::open_way && tags.is(Key::aeroway, "aerodrome")) add_aerodrome(tags, to);
}

}  // namespace cresset::maps
