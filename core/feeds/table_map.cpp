#include "core/feeds/table_map.h"

#include "core/base/time_zone.h"
#include "core/feeds/outside_json.h"
#include "core/feeds/time_format.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::feeds {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, column_count> column_names{
    "external", "type",      "priority", "received",  "entry", "dispatch", "response", "on_scene", "transport",
    "hospital", "available", "unit",     "unit_kind", "place", "lat",      "lon",      "address",  "disposition"};

constexpr std::string_view map_format = "cresset feed map 1";

using Words = std::map<std::string, std::string, std::less<>>;

/// Reads on after the first thing that is wrong, and keeps that one to be told.
class MapReader {
public:
    Result<TableMap> read(Json const& json)
    {
        if (!json.is_object() || text_at(json, "format", "") != map_format)
            return Problem{fmt::format("the map cannot be used: it must begin with \"format\": \"{}\"", map_format)};
        map_.name = text_at(json, "name", "");
        read_separator(text_at(json, "separator", ""));
        read_time(object_at(json, "time"));
        map_.types = words_of(object_at(json, "types"));
        read_priorities(object_at(json, "priorities"));
        map_.unit_kinds = words_of(object_at(json, "unit_kinds"));
        read_columns(object_at(json, "columns"));
        if (problem_) return Problem{"the map cannot be used: " + problem_->text};
        return map_;
    }

private:
    void fail(std::string text)
    {
        if (!problem_) problem_ = Problem{std::move(text)};
    }

    std::string text_at(Json const& object, char const* key, std::string const& fallback)
    {
        auto const found = object.find(key);
        if (found == object.end()) return fallback;
        if (found->is_string()) return found->get<std::string>();
        fail(fmt::format("\"{}\" must be text", key));
        return fallback;
    }

    Json const& object_at(Json const& object, char const* key)
    {
        auto const found = object.find(key);
        if (found == object.end()) return empty_;
        if (found->is_object()) return *found;
        fail(fmt::format("\"{}\" must be an object in braces", key));
        return empty_;
    }

    void read_separator(std::string const& separator)
    {
        if (separator.empty()) return;
        if (separator == "," || separator == ";" || separator == "\t")
            map_.separator = separator.front();
        else
            fail("\"separator\" must be a comma, a semicolon or a tab");
    }

    void read_time(Json const& json)
    {
        map_.time_format = text_at(json, "format", map_.time_format);
        map_.zone = text_at(json, "zone", map_.zone);
        if (!is_time_format(map_.time_format)) fail(fmt::format("\"{}\" is no time format", map_.time_format));
        if (!is_time_zone(map_.zone)) fail(fmt::format("\"{}\" is no time zone that this system knows", map_.zone));
    }

    void read_columns(Json const& json)
    {
        for (auto const& [ours, theirs] : json.items()) read_column(ours, theirs);
        for (Column const needed : {Column::external, Column::received})
            if (!map_.column(needed)) fail(fmt::format("\"columns\" must name \"{}\"", name_of(needed)));
        if (map_.column(Column::lat).has_value() != map_.column(Column::lon).has_value())
            fail("\"columns\" must name both \"lat\" and \"lon\" or neither");
    }

    void read_column(std::string const& ours, Json const& theirs)
    {
        auto const known = std::find(column_names.begin(), column_names.end(), ours);
        if (known == column_names.end()) return fail(fmt::format("\"{}\" is no column of an incident", ours));
        if (!theirs.is_string()) return fail(fmt::format("the column for \"{}\" must be text", ours));
        map_.columns[static_cast<std::size_t>(known - column_names.begin())] = theirs.get<std::string>();
    }

    Words words_of(Json const& json)
    {
        Words words;
        for (auto const& [theirs, ours] : json.items()) {
            if (ours.is_string())
                words[theirs] = ours.get<std::string>();
            else
                fail(fmt::format("what \"{}\" stands for must be text", theirs));
        }
        return words;
    }

    void read_priorities(Json const& json)
    {
        for (auto const& [theirs, ours] : json.items()) {
            if (ours.is_number_integer() && ours >= 1 && ours <= 4)
                map_.priorities[theirs] = ours.get<int>();
            else
                fail(fmt::format("priority \"{}\" must stand for a whole number from 1 to 4", theirs));
        }
    }

    TableMap map_;
    Json const empty_ = Json::object();
    std::optional<Problem> problem_;
};

}  // namespace

std::string_view name_of(Column column)
{
    return column_names[static_cast<std::size_t>(column)];
}

Result<TableMap> parse_table_map(std::string_view json)
{
    auto const parsed = parse_json(json, {1024 * 1024, 8});
    if (auto const* reason = std::get_if<Malformed>(&parsed))
        return Problem{fmt::format("the map cannot be read: {}", name_of(*reason))};
    return MapReader{}.read(std::get<Json>(parsed));
}

}  // namespace cresset::feeds
