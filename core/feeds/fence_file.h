#pragma once
/// Fences as GeoJSON (RFC 7946), read and written. A polygon is a fence with its holes; a line is crossed, or with
/// "width_m" a corridor of that width; a point with "radius_m" a circle, which with "moves_with" is about the unit of
/// that call sign wherever it goes. Other properties, all optional: "watch" (a list of enter, leave, cross, dwell,
/// absent, speed; without it enter, leave and cross), "way" (to_left, to_right, both: how a line is crossed),
/// "dwell_s", "absent_s", "above_kmh", "below_kmh"; for whom: "kinds", "tags", "departments" (lists of words); when:
/// "days" (1 for Monday to 7), "from" and "to" ("22:00"), "season_from" and "season_to" ("05-01"), "starts_at" and
/// "ends_at" ("2026-11-22T19:02:41Z"); then: "alert", "priority" (1 to 3), "instruction", "camera" (its code). Lists
/// may also be texts with commas between. Its name is the feature's id, or the property "id" or "name"; "name_en" and
/// "name_zh" are its names in both languages.

#include "core/base/result.h"
#include "core/facts/fence.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

/// For whom, when, and what then. What a room knows by an id stands here by what people call it.
struct FenceTerms {
    std::vector<std::string> kinds, tags, departments;
    FenceHours hours;
    FenceThen then;      // without its camera
    std::string camera;  // its code
    friend bool operator==(FenceTerms const&, FenceTerms const&) = default;
};

struct FenceRow {
    std::string name;
    FenceShape shape;  // of one that moves: where its unit stood
    FenceWatch watch;
    Names names;  // empty where the file has only the name above
    FenceTerms terms;
    std::string moves_with{};  // the call sign of the unit
    friend bool operator==(FenceRow const&, FenceRow const&) = default;
};

struct FenceFile {
    std::vector<FenceRow> rows;     // in the order of the file
    std::vector<Problem> problems;  // "feature 12: ..."; those are left out
};

/// A problem only if the text is no FeatureCollection; at most 64 MiB.
Result<FenceFile> read_fences(std::string_view geojson);
/// A FeatureCollection that is read as the same fences.
std::string write_fences(std::vector<FenceRow> const& fences);

}  // namespace cresset::feeds
