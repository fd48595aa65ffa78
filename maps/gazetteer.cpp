#include "maps/gazetteer.h"

#include "core/base/text.h"
#include "maps/fold.h"
#include "maps/search_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace cresset::maps {

namespace {

constexpr std::int64_t max_candidates = 2000;
constexpr std::int32_t exact_score = 600, prefix_score = 300;
/// Nearness counts at most this much, half of it at two kilometres.
constexpr std::int64_t near_score = 250, half_near_mm = 2'000'000;

struct Candidate {
    Hit hit;
    std::int64_t id = 0;
    std::size_t length = 0;
};

std::int32_t score_of(Query const& query, Hit const& hit, std::string_view keys, std::int32_t weight)
{
    std::int32_t score = weight;
    Likeness const likeness = query.likeness(keys);
    if (likeness == Likeness::exact) score += exact_score;
    if (likeness == Likeness::prefix) score += prefix_score;
    if (query.is_crossing() && hit.kind == HitKind::crossing) score += 50;
    if (hit.distance_mm >= 0)
        score += static_cast<std::int32_t>(near_score * half_near_mm / (half_near_mm + hit.distance_mm));
    return score;
}

/// Columns: id, kind, name, name_zh, name_en, lat, lon, detail.
Hit read_hit(Statement const& row)
{
    Hit hit;
    hit.kind = static_cast<HitKind>(std::clamp<std::int64_t>(row.integer(1), 0, static_cast<int>(HitKind::area)));
    hit.name = row.text(2);
    hit.name_zh = row.text(3);
    hit.name_en = row.text(4);
    hit.place = {static_cast<std::int32_t>(row.integer(5)), static_cast<std::int32_t>(row.integer(6))};
    hit.detail = row.text(7);
    return hit;
}

Candidate read_candidate(Statement const& row, Query const& query, FindOptions const& options)
{
    Candidate candidate;
    candidate.id = row.integer(0);
    Hit& hit = candidate.hit;
    hit = read_hit(row);
    if (options.near) hit.distance_mm = distance_mm(*options.near, hit.place);
    hit.score = score_of(query, hit, row.text(9), static_cast<std::int32_t>(row.integer(8)));
    candidate.length = hit.name.size();
    return candidate;
}

std::vector<Candidate> candidates(Database& database, Query const& query, std::string const& match,
                                  FindOptions const& options)
{
    auto rows = database.statement(
        "SELECT n.id, n.kind, n.name, n.name_zh, n.name_en, n.lat, n.lon, n.detail, n.weight, n.keys FROM named_search "
        "s "
        "JOIN named n ON n.id = s.rowid WHERE s.named_search MATCH ?1 AND (?2 < 0 OR n.kind = ?2) "
        "ORDER BY s.rowid LIMIT ?3");
    rows.bind_all(match, options.kind ? static_cast<int>(*options.kind) : -1, max_candidates);
    std::vector<Candidate> found;
    while (rows.step()) found.push_back(read_candidate(rows, query, options));
    return found;
}

bool comes_before(Candidate const& a, Candidate const& b)
{
    if (a.hit.score != b.hit.score) return a.hit.score > b.hit.score;
    if (a.hit.distance_mm != b.hit.distance_mm) return a.hit.distance_mm < b.hit.distance_mm;
    return a.length != b.length ? a.length < b.length : a.id < b.id;
}

// --- what a place is called ---

struct Box {
    std::int32_t west, east, south, north;
};

Box box_around(Place place, std::int64_t reach_mm)
{
    Place const low = moved(place, -reach_mm, -reach_mm);
    Place const high = moved(place, reach_mm, reach_mm);
    return {low.lon_e7, high.lon_e7, low.lat_e7, high.lat_e7};
}

constexpr std::int64_t street_reach_mm = 400'000, number_reach_mm = 80'000, crossing_reach_mm = 60'000;

struct NearStreet {
    std::int64_t street = 0;
    std::int64_t distance = INT64_MAX;
};

NearStreet nearest_street(Database& database, Place place)
{
    Box const box = box_around(place, street_reach_mm);
    auto rows = database.statement(
        "SELECT l.street, l.shape FROM street_box b JOIN street_line l ON l.id = b.id "
        "WHERE b.east >= ?1 AND b.west <= ?2 AND b.north >= ?3 AND b.south <= ?4 ORDER BY l.id");
    rows.bind_all(box.west, box.east, box.south, box.north);
    NearStreet best;
    while (rows.step())
        if (auto const line = unpack_line(rows.blob(1)))
            if (std::int64_t const distance = distance_to_line_mm(*line, place); distance < best.distance)
                best = {rows.integer(0), distance};
    return best.distance <= street_reach_mm ? best : NearStreet{};
}

/// The nearest house number on that street, or crossing with it.
void add_nearest(Database& database, Place place, HitKind kind, Address& address)
{
    std::int64_t const reach = kind == HitKind::crossing ? crossing_reach_mm : number_reach_mm;
    Box const box = box_around(place, reach);
    auto rows = database.statement(
        "SELECT n.lat, n.lon, n.first, n.second, n.name_en FROM named_box b JOIN named n ON n.id = b.id "
        "WHERE b.east >= ?1 AND b.west <= ?2 AND b.north >= ?3 AND b.south <= ?4 AND n.kind = ?5 "
        "AND (n.first = ?6 OR (n.second = ?6 AND n.kind = 3)) ORDER BY n.id");
    rows.bind_all(box.west, box.east, box.south, box.north, static_cast<int>(kind), address.street);
    std::int64_t nearest = reach + 1;
    while (rows.step()) {
        Place const there{static_cast<std::int32_t>(rows.integer(0)), static_cast<std::int32_t>(rows.integer(1))};
        if (std::int64_t const distance = distance_mm(place, there); distance < nearest) {
            nearest = distance;
            std::string_view const other = rows.text(2) == address.street ? rows.text(3) : rows.text(2);
            (kind == HitKind::crossing ? address.crossing : address.house_number) = other;
            if (kind == HitKind::crossing) address.crossing_en = rows.text(4);
        }
    }
    if (kind == HitKind::crossing && has_han(address.crossing)) address.crossing_zh = address.crossing;
}

bool is_asked(Hit const& hit, std::vector<std::string> const& kinds)
{
    if (kinds.empty()) return hit.kind == HitKind::place || hit.kind == HitKind::station || hit.kind == HitKind::poi;
    std::string_view const what = std::string_view{hit.detail}.substr(0, hit.detail.find(" · "));
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string const& kind) { return kind == word_of(hit.kind) || kind == what; });
}

std::string or_else(std::string const& first, std::string const& second)
{
    return first.empty() ? second : first;
}

}  // namespace

bool has_gazetteer(Database& database)
{
    return database.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('named', 'named_search')") == 2;
}

std::vector<Hit> find_names(Database& database, std::string_view text, FindOptions const& options)
{
    auto const query = Query::read(text);
    if (!query) return {};
    std::vector<Candidate> found = candidates(database, *query, query->match(), options);
    // A house number that nobody mapped still lies on its street.
    if (found.empty() && query->has_number() && !query->match_without_numbers().empty())
        found = candidates(database, *query, query->match_without_numbers(), options);
    std::size_t const count = std::min(options.limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), comes_before);
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < count; ++i) hits.push_back(std::move(found[i].hit));
    return hits;
}

std::vector<Hit> things_near(Database& database, Place place, NearOptions const& options)
{
    Box const box = box_around(place, options.radius_mm);
    auto rows = database.statement(
        "SELECT id, kind, name, name_zh, name_en, lat, lon, detail FROM named "
        "WHERE lon BETWEEN ?1 AND ?2 AND lat BETWEEN ?3 AND ?4 ORDER BY id");
    rows.bind_all(box.west, box.east, box.south, box.north);
    std::vector<Hit> hits;
    while (rows.step()) {
        Hit hit = read_hit(rows);
        hit.distance_mm = distance_mm(place, hit.place);
        if (hit.distance_mm <= options.radius_mm && is_asked(hit, options.kinds)) hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](Hit const& a, Hit const& b) { return a.distance_mm < b.distance_mm; });
    hits.resize(std::min(hits.size(), options.limit));
    return hits;
}

Address nearest_address(Database& database, Place place)
{
    Address address;
    NearStreet const near = nearest_street(database, place);
    if (near.street == 0) return address;
    auto row = database.statement("SELECT name, name_zh, name_en FROM named WHERE id = ?1");
    row.bind_all(near.street);
    if (!row.step()) return address;
    address.street = row.text(0);
    address.street_zh = row.text(1);
    address.street_en = row.text(2);
    address.distance_mm = near.distance;
    add_nearest(database, place, HitKind::house_number, address);
    if (address.house_number.empty()) add_nearest(database, place, HitKind::crossing, address);
    return address;
}

void finish_address(Address& address, Place place)
{
    std::string const zh = or_else(address.street_zh, address.street);
    std::string const en = or_else(address.street_en, address.street);
    if (address.street.empty()) {
        std::string const where = to_text(place);
        address.text_zh = address.area.empty() ? where : or_else(address.area_zh, address.area) + " " + where;
        address.text_en = address.area.empty() ? where : or_else(address.area_en, address.area) + " " + where;
    } else if (!address.house_number.empty()) {
        address.text_zh = has_han(zh) ? fmt::format("{}{}号附近", zh, address.house_number)
                                      : fmt::format("{} {} 附近", zh, address.house_number);
        address.text_en = fmt::format("near {} {}", address.house_number, en);
    } else if (!address.crossing.empty()) {
        address.text_zh = fmt::format("{}/{}路口附近", zh, or_else(address.crossing_zh, address.crossing));
        address.text_en = "near " + or_else(address.crossing_en, fmt::format("{} & {}", en, address.crossing));
    } else {
        address.text_zh = zh + "附近";
        address.text_en = "near " + en;
    }
}

std::int64_t distance_to_line_mm(Line const& line, Place place)
{
    if (line.empty()) return INT64_MAX;
    double const cosine = static_cast<double>(cosine_q30(place.lat_e7)) / (1 << 30);
    std::int64_t best = distance_mm(line[0], place);
    for (std::size_t i = 1; i < line.size(); ++i) {
        double const x = (static_cast<double>(line[i].lon_e7) - line[i - 1].lon_e7) * cosine;
        double const y = static_cast<double>(line[i].lat_e7) - line[i - 1].lat_e7;
        double const px = (static_cast<double>(place.lon_e7) - line[i - 1].lon_e7) * cosine;
        double const py = static_cast<double>(place.lat_e7) - line[i - 1].lat_e7;
        double const square = x * x + y * y;
        double const part = square > 0 ? std::clamp((x * px + y * py) / square, 0.0, 1.0) : 0;
        constexpr std::int64_t whole = 1'000'000;
        Place const foot = between(line[i - 1], line[i], static_cast<std::int64_t>(part * whole), whole);
        best = std::min(best, distance_mm(foot, place));
    }
    return best;
}

}  // namespace cresset::maps
