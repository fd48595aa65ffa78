#pragma once
/// What is drawn of a thing with tags: the OpenMapTiles schema, version 3 (https://openmaptiles.org/schema/,
/// CC-BY 4.0), as a function of the tags and of the kind of thing alone. Geometry is added elsewhere.

#include "maps/schema_tags.h"
#include "maps/tile_attributes.h"
#include "maps/tile_layers.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

enum class ThingKind : std::uint8_t { node, open_way, closed_way, area };  // an area is a multipolygon

/// One feature to be. Of a way or an area, a point is where its name stands.
struct Drawing {
    MapLayer layer = MapLayer::landcover;
    TileGeometry kind = TileGeometry::point;
    int min_zoom = 14;
    int near_zoom = 0;  // from here on with `attributes`, below with `far_attributes`
    int order = 0;      // within the layer; of a poi, how far it stands back (small is important)
    bool directed = false;
    Attributes attributes = {};  // texts are the map's, or live as long as the program
    Attributes far_attributes = {};
};

using Drawings = std::vector<Drawing>;

/// All that is drawn of the thing.
Drawings drawings_of(TagView const& tags, ThingKind kind);

/// The drawing of an administrative border line, from its relation's level (2..11).
Drawing border_line(int admin_level, bool maritime, bool disputed);

// The parts of drawings_of, by what they look at.
void add_roads(TagView const& tags, ThingKind kind, Drawings& to);
void add_railways(TagView const& tags, ThingKind kind, Drawings& to);
void add_waters(TagView const& tags, ThingKind kind, Drawings& to);
void add_surfaces(TagView const& tags, ThingKind kind, Drawings& to);
void add_buildings(TagView const& tags, ThingKind kind, Drawings& to);
void add_pois(TagView const& tags, ThingKind kind, Drawings& to);
void add_places(TagView const& tags, ThingKind kind, Drawings& to);

/// name, name:zh, name:en, name:latin. Nothing if the thing has no name.
Attributes name_attributes(TagView const& tags);
/// True if the text has letters of the Latin script only (digits and signs may be among them).
bool is_latin(std::string_view text);
/// "bridge", "tunnel", "ford" or nothing.
std::string_view brunnel(TagView const& tags);
/// The number of the tag `layer`, -7..7.
int level_of(TagView const& tags);
/// True if a closed line with these tags is an area unless it says otherwise (`area`).
bool is_surface(TagView const& tags, ThingKind kind, bool unless_said);

}  // namespace cresset::maps
