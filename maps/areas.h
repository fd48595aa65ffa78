#pragma once
/// Named areas of a city: administrative units, suburbs, parks, squares, campuses. And which of them a place lies in.

#include "maps/pack.h"
#include "maps/source_map.h"

#include <vector>

namespace cresset::maps {

/// In the order of the map, ids counted from 1. Only what has a name and a closed outline.
std::vector<Area> collect_areas(SourceMap const& map);

/// Where things are, in words: the smallest administrative or settled area around a place. Answers are kept a cell of
/// about 100 m, so a hundred thousand questions are quick; at an edge an answer may belong to the neighbour.
class Whereabouts {
public:
    /// The areas must outlive it.
    explicit Whereabouts(std::vector<Area> const& areas);
    /// Null if none is known.
    Area const* at(Place place);

private:
    Area const* find(Place place) const;
    struct Row {
        std::int64_t size_m2;
        Bounds box;
        Area const* area;
    };
    std::vector<Row> rows_;  // small before large
    Table<Place, Area const*> kept_;
};

}  // namespace cresset::maps
