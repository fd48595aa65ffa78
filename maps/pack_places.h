#pragma once
/// A city pack as the desk's gazetteer: finds what people type, says what a place is called.

#include "core/facts/event.h"
#include "core/session/place_finder.h"
#include "maps/pack.h"

#include <memory>

namespace cresset::maps {

class PackPlaces : public PlaceFinder {
public:
    explicit PackPlaces(std::shared_ptr<CityPack const> pack) : pack_{std::move(pack)} {}
    std::vector<FoundPlace> find_places(std::string_view text, std::size_t limit,
                                        std::optional<Place> near) const override;
    Names name_of(Place place) const override;

private:
    std::shared_ptr<CityPack const> pack_;
};

/// Departments, stations, grids and cameras as the events that a shift begins with.
std::vector<Event> listing_events(CityThings const& things);

}  // namespace cresset::maps
