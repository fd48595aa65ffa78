#pragma once
/// What is exported, as a table whose rows have a place or a line; and its forms: GeoJSON, CSV, GPX.

#include "app/ctl/print.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace cresset::app {

struct TrackPoint {
    Place place;
    Instant at{};
};

struct ExportRow {
    std::string name;
    std::optional<Place> place;     // of a thing; none: its place is not known
    std::vector<TrackPoint> track;  // of a track
    std::optional<Instant> at;
    Json cells = Json::object();  // column -> value
};

struct ExportTable {
    bool is_tracks = false;
    std::vector<ExportRow> rows;
};

std::string to_geojson(ExportTable const& table);
/// RFC 4180. A text that a spreadsheet would take for a formula (it begins with = + - @ or a control character) gets an
/// apostrophe before it. Tracks have a row for each point.
std::string to_csv(ExportTable const& table);
/// GPX 1.1: way points, or tracks.
std::string to_gpx(ExportTable const& table);

}  // namespace cresset::app
