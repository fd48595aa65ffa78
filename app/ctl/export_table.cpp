#include "app/ctl/export_table.h"

namespace cresset::app {

namespace {

Json geometry_of(ExportTable const& table, ExportRow const& row)
{
    if (!table.is_tracks) {
        if (!row.place) return {};
        return {{"type", "Point"}, {"coordinates", position_json(*row.place)}};
    }
    if (row.track.size() == 1) return {{"type", "Point"}, {"coordinates", position_json(row.track.front().place)}};
    Json points = Json::array();
    for (TrackPoint const& point : row.track) points.push_back(position_json(point.place));
    return {{"type", "LineString"}, {"coordinates", std::move(points)}};
}

bool looks_like_a_formula(std::string const& text)
{
    return !text.empty() && (std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos ||
                             static_cast<unsigned char>(text.front()) < 0x20);
}

std::string csv_cell(Json const& value)
{
    if (value.is_null()) return {};
    if (!value.is_string()) return value.dump();
    std::string text = value.get<std::string>();
    if (looks_like_a_formula(text)) text.insert(0, "'");
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char const c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
    return quoted + '"';
}

std::string csv_line(std::vector<std::string> const& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cells[i];
    return line + "\r\n";
}

std::string degrees(std::int32_t e7)
{
    return fmt::format("{:.7f}", e7 / 1e7);
}

std::string tracks_csv(ExportTable const& table)
{
    std::string text = csv_line({"unit", "at", "lat", "lon"});
    for (ExportRow const& row : table.rows)
        for (TrackPoint const& point : row.track)
            text += csv_line(
                {csv_cell(row.name), to_iso(point.at), degrees(point.place.lat_e7), degrees(point.place.lon_e7)});
    return text;
}

std::string xml(std::string_view text)
{
    std::string safe;
    for (char const c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20)  // XML 1.0 has no place for the others
            safe += c;
    }
    return safe;
}

std::string gpx_place(Place place)
{
    return fmt::format("lat=\"{}\" lon=\"{}\"", degrees(place.lat_e7), degrees(place.lon_e7));
}

std::string gpx_track(ExportRow const& row)
{
    std::string text = fmt::format("  <trk><name>{}</name><trkseg>\n", xml(row.name));
    for (TrackPoint const& point : row.track)
        text += fmt::format("    <trkpt {}><time>{}</time></trkpt>\n", gpx_place(point.place), to_iso(point.at));
    return text + "  </trkseg></trk>\n";
}

std::string gpx_waypoint(ExportRow const& row)
{
    if (!row.place) return {};
    std::string text = fmt::format("  <wpt {}>", gpx_place(*row.place));
    if (row.at) text += fmt::format("<time>{}</time>", to_iso(*row.at));
    return text + fmt::format("<name>{}</name></wpt>\n", xml(row.name));
}

}  // namespace

std::string to_geojson(ExportTable const& table)
{
    std::string text = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        ExportRow const& row = table.rows[i];
        Json properties = row.cells;
        if (table.is_tracks) {
            Json times = Json::array();
            for (TrackPoint const& point : row.track) times.push_back(to_iso(point.at));
            properties["times"] = std::move(times);
        }
        text += i == 0 ? "\n" : ",\n";
        text += json_text(
            {{"type", "Feature"}, {"geometry", geometry_of(table, row)}, {"properties", std::move(properties)}});
    }
    return text + "\n]}\n";
}

std::string to_csv(ExportTable const& table)
{
    if (table.is_tracks) return tracks_csv(table);
    if (table.rows.empty()) return "lat,lon\r\n";
    std::vector<std::string> heading;
    for (auto const& [column, value] : table.rows.front().cells.items()) heading.push_back(column);
    heading.insert(heading.end(), {"lat", "lon"});
    std::string text = csv_line(heading);
    for (ExportRow const& row : table.rows) {
        std::vector<std::string> cells;
        for (auto const& [column, value] : row.cells.items()) cells.push_back(csv_cell(value));
        cells.push_back(row.place ? degrees(row.place->lat_e7) : "");
        cells.push_back(row.place ? degrees(row.place->lon_e7) : "");
        text += csv_line(cells);
    }
    return text;
}

std::string to_gpx(ExportTable const& table)
{
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gpx version=\"1.1\" creator=\"Cresset\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n";
    for (ExportRow const& row : table.rows) text += table.is_tracks ? gpx_track(row) : gpx_waypoint(row);
    return text + "</gpx>\n";
}

}  // namespace cresset::app
