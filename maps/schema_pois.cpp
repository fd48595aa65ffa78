#include "maps/schema.h"

#include <algorithm>
#include <array>

namespace cresset::maps {

namespace {

/// A kind of point of interest: class as the schema calls it (empty: the value), from which zoom on, and how far it
/// stands back where there is little room. What a dispatcher asks for first stands first.
struct Poi {
    Key key;
    std::string_view value, poi_class;
    int rank = 50;
    int min_zoom = 14;
};

constexpr std::array pois = std::to_array<Poi>({
    {Key::amenity, "hospital", "hospital", 1, 12},
    {Key::amenity, "police", "police", 2, 12},
    {Key::amenity, "fire_station", "fire_station", 3, 12},
    {Key::railway, "station", "railway", 4, 12},
    {Key::railway, "halt", "railway", 5, 13},
    {Key::amenity, "townhall", "town_hall", 6, 13},
    {Key::amenity, "university", "college", 7, 13},
    {Key::amenity, "college", "college", 8, 13},
    {Key::amenity, "school", "school", 9, 13},
    {Key::leisure, "stadium", "stadium", 10, 13},
    {Key::amenity, "bus_station", "bus", 11, 13},
    {Key::amenity, "ferry_terminal", "ferry_terminal", 12, 13},
    {Key::railway, "subway_entrance", "entrance", 13},
    {Key::railway, "train_station_entrance", "entrance", 13},
    {Key::tourism, "attraction", "attraction", 14, 13},
    {Key::amenity, "prison", "prison", 14},
    {Key::amenity, "courthouse", "town_hall", 15},
    {Key::amenity, "embassy", "embassy", 15},
    {Key::amenity, "public_building", "town_hall", 16},
    {Key::office, "government", "town_hall", 16},
    {Key::office, "diplomatic", "embassy", 16},
    {Key::amenity, "kindergarten", "school", 17},
    {Key::amenity, "clinic", "hospital", 17},
    {Key::amenity, "nursing_home", "hospital", 18},
    {Key::tourism, "museum", "museum", 18},
    {Key::tourism, "zoo", "zoo", 18, 13},
    {Key::tourism, "theme_park", "theme_park", 18, 13},
    {Key::tourism, "aquarium", "aquarium", 19},
    {Key::shop, "mall", "shop", 19},
    {Key::shop, "department_store", "grocery", 20},
    {Key::leisure, "park", "park", 20, 13},
    {Key::amenity, "community_centre", "town_hall", 21},
    {Key::amenity, "library", "library", 21},
    {Key::amenity, "theatre", "theatre", 21},
    {Key::amenity, "cinema", "cinema", 21},
    {Key::amenity, "marketplace", "grocery", 22},
    {Key::amenity, "place_of_worship", "place_of_worship", 22},
    {Key::amenity, "fuel", "fuel", 23},
    {Key::amenity, "bank", "bank", 23},
    {Key::tourism, "hotel", "lodging", 24},
    {Key::leisure, "sports_centre", "stadium", 25},
    {Key::leisure, "golf_course", "golf", 25},
    {Key::leisure, "marina", "harbor", 25},
    {Key::leisure, "water_park", "swimming", 25},
    {Key::waterway, "dock", "harbor", 26},
    {Key::historic, "castle", "castle", 26},
    {Key::historic, "monument", "monument", 27},
    {Key::historic, "ruins", "castle", 30},
    {Key::amenity, "post_office", "post", 27},
    {Key::landuse, "cemetery", "cemetery", 28},
    {Key::amenity, "grave_yard", "cemetery", 28},
    {Key::railway, "tram_stop", "railway", 30},
    {Key::highway, "bus_stop", "bus", 31},
    {Key::aerialway, "station", "aerialway", 31},
    {Key::amenity, "parking", "parking", 32},
    {Key::shop, "supermarket", "grocery", 33},
    {Key::amenity, "pharmacy", "pharmacy", 34},
    {Key::amenity, "doctors", "doctors", 35},
    {Key::amenity, "dentist", "dentist", 36},
    {Key::amenity, "veterinary", "veterinary", 37},
    {Key::tourism, "motel", "lodging", 38},
    {Key::tourism, "hostel", "lodging", 38},
    {Key::tourism, "guest_house", "lodging", 38},
    {Key::tourism, "bed_and_breakfast", "lodging", 38},
    {Key::tourism, "alpine_hut", "lodging", 38},
    {Key::tourism, "chalet", "lodging", 38},
    {Key::tourism, "camp_site", "campsite", 38},
    {Key::tourism, "caravan_site", "campsite", 38},
    {Key::tourism, "gallery", "art_gallery", 39},
    {Key::tourism, "viewpoint", "attraction", 39},
    {Key::tourism, "artwork", "art_gallery", 45},
    {Key::tourism, "information", "information", 46},
    {Key::tourism, "picnic_site", "picnic_site", 47},
    {Key::amenity, "arts_centre", "art_gallery", 39},
    {Key::amenity, "nightclub", "bar", 40},
    {Key::amenity, "bar", "bar", 41},
    {Key::amenity, "pub", "beer", 41},
    {Key::amenity, "biergarten", "beer", 42},
    {Key::amenity, "restaurant", "restaurant", 42},
    {Key::amenity, "fast_food", "fast_food", 43},
    {Key::amenity, "food_court", "fast_food", 43},
    {Key::amenity, "cafe", "cafe", 43},
    {Key::amenity, "ice_cream", "ice_cream", 44},
    {Key::amenity, "taxi", "car", 44},
    {Key::amenity, "bicycle_rental", "bicycle_rental", 45},
    {Key::amenity, "toilets", "toilets", 46},
    {Key::amenity, "shelter", "shelter", 48},
    {Key::amenity, "telephone", "telephone", 49},
    {Key::amenity, "post_box", "post", 55},
    {Key::amenity, "recycling", "recycling", 55},
    {Key::amenity, "bbq", "park", 55},
    {Key::amenity, "bicycle_parking", "bicycle_parking", 57},
    {Key::amenity, "motorcycle_parking", "motorcycle_parking", 57},
    {Key::amenity, "waste_basket", "waste_basket", 60},
    {Key::amenity, "swimming_pool", "swimming", 52},
    {Key::leisure, "swimming_area", "swimming", 52},
    {Key::leisure, "ice_rink", "ice_rink", 48},
    {Key::leisure, "miniature_golf", "golf", 48},
    {Key::leisure, "dog_park", "dog_park", 50},
    {Key::leisure, "playground", "playground", 50},
    {Key::leisure, "garden", "park", 50},
    {Key::leisure, "pitch", "pitch", 53},
    {Key::shop, "books", "library", 46},
    {Key::shop, "clothes", "clothing_store", 46},
    {Key::shop, "bag", "clothing_store", 47},
    {Key::shop, "alcohol", "alcohol_shop", 46},
    {Key::shop, "beverages", "alcohol_shop", 46},
    {Key::shop, "wine", "alcohol_shop", 46},
    {Key::shop, "bakery", "bakery", 46},
    {Key::shop, "butcher", "butcher", 46},
    {Key::shop, "deli", "grocery", 46},
    {Key::shop, "greengrocer", "grocery", 46},
    {Key::shop, "car", "car", 46},
    {Key::shop, "car_repair", "car", 47},
    {Key::shop, "music", "music", 47},
    {Key::shop, "laundry", "laundry", 47},
    {Key::shop, "dry_cleaning", "laundry", 47},
    {Key::shop, "hairdresser", "hairdresser", 47},
    {Key::barrier, "border_control", "border_control", 13},
    {Key::barrier, "toll_booth", "toll_booth", 40},
    {Key::barrier, "sally_port", "gate", 50},
    {Key::barrier, "lift_gate", "lift_gate", 54},
    {Key::barrier, "gate", "gate", 54},
    {Key::barrier, "cycle_barrier", "cycle_barrier", 58},
    {Key::barrier, "bollard", "bollard", 59},
    {Key::barrier, "stile", "stile", 59},
});

bool is_shop(std::string_view shop)
{
    return !shop.empty() && shop != "no" && shop != "vacant";
}

std::optional<Poi> poi_of(TagView const& tags)
{
    auto const found =
        std::find_if(pois.begin(), pois.end(), [&](Poi const& poi) { return tags.is(poi.key, poi.value); });
    if (found != pois.end()) return *found;
    if (is_shop(tags[Key::shop])) return Poi{Key::shop, tags[Key::shop], "shop", 45};
    if (tags.has(Key::sport) && tags.has(Key::name)) return Poi{Key::sport, tags[Key::sport], tags[Key::sport], 53};
    if (tags.yes(Key::office) && tags.has(Key::name)) return Poi{Key::office, tags[Key::office], "office", 51};
    return {};
}

/// Compounds and buildings with a name are how people say where they are.
std::optional<Poi> named_place(TagView const& tags, ThingKind kind)
{
    if (kind == ThingKind::node || !tags.has(Key::name)) return {};
    for (auto const* use :
         {"residential", "commercial", "industrial", "retail", "military", "recreation_ground", "forest"})
        if (tags.is(Key::landuse, use)) return Poi{Key::landuse, use, use, 21};
    if (tags.yes(Key::building)) return Poi{Key::building, tags[Key::building], "building", 44};
    return {};
}

}  // namespace

void add_pois(TagView const& tags, ThingKind kind, Drawings& to)
{
    if (kind == ThingKind::open_way || tags.is(Key::disused, "yes")) return;
    auto poi = poi_of(tags);
    if (!poi) poi = named_place(tags, kind);
    if (!poi) return;
    Drawing drawing{MapLayer::poi, TileGeometry::point, poi->min_zoom};
    drawing.order = poi->rank;
    drawing.attributes = name_attributes(tags);
    drawing.attributes.emplace_back("class", poi->poi_class);
    drawing.attributes.emplace_back("subclass", poi->value);
    if (tags.is(Key::station, "subway")) drawing.attributes.emplace_back("station", "subway");
    drawing.far_attributes = drawing.attributes;
    to.push_back(std::move(drawing));
}

}  // namespace cresset::maps
