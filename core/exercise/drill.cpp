#include "core/exercise/drill.h"

#include "core/base/geo.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace cresset {

namespace {

using nlohmann::json;

/// Reads fields of one JSON object; remembers the first thing that is wrong, with the path to it.
class Reader {
public:
    Reader(json const& object, std::string path, std::string& problem) : path_{std::move(path)}, problem_{problem}
    {
        if (object.is_object())
            object_ = &object;
        else
            complain("", "an object { ... }");
    }
    ~Reader()
    {
        if (object_ == nullptr || !problem_.empty()) return;
        for (auto const& [key, value] : object_->items())
            if (!seen_.contains(key)) problem_ = fmt::format("{}{} is not known: check its spelling", path_, key);
    }
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;

    void whole(char const* key, std::int64_t& value, std::int64_t low, std::int64_t high)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        if (!found->is_number_integer() || *found < low || *found > high)
            return complain(key, fmt::format("a whole number from {} to {}", low, high));
        value = found->get<std::int64_t>();
    }
    void text(char const* key, std::string& value)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        if (!found->is_string() || found->get_ref<std::string const&>().size() > 4000) return complain(key, "a text");
        value = found->get<std::string>();
    }
    void text(char const* key, std::optional<std::string>& value)
    {
        if (object_ != nullptr && object_->contains(key)) text(key, value.emplace());
    }
    void names(char const* key, Names& value)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        Reader reader{*found, at(key), problem_};
        reader.text("en", value.en);
        reader.text("zh", value.zh);
    }
    void seconds(char const* key, SecondsRange& value)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        auto const is_time = [](json const& one) { return one.is_number_integer() && one >= 0 && one <= 86'400; };
        if (!found->is_array() || found->size() != 2 || !is_time((*found)[0]) || !is_time((*found)[1]) ||
            (*found)[0] > (*found)[1])
            return complain(key, "two whole numbers of seconds, the smaller first, such as [10, 60]");
        value = {(*found)[0].get<std::int64_t>(), (*found)[1].get<std::int64_t>()};
    }
    void list(char const* key, std::size_t most, auto const& read_item)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        if (!found->is_array() || found->size() > most)
            return complain(key, fmt::format("a list [ ... ] of at most {}", most));
        for (std::size_t i = 0; i < found->size() && problem_.empty(); ++i)
            read_item((*found)[i], fmt::format("{}{}[{}].", path_, key, i));
    }
    void texts(char const* key, std::vector<std::string>& values)
    {
        list(key, 100, [&](json const& item, std::string const& path) {
            if (!item.is_string())
                problem_ = fmt::format("{} must be a text", named(path));
            else
                values.push_back(item.get<std::string>());
        });
    }
    void object(char const* key, auto const& read)
    {
        json const* found = find(key);
        if (found == nullptr) return;
        Reader reader{*found, at(key), problem_};
        read(reader);
    }
    void need(char const* key, bool there)
    {
        if (!there && problem_.empty()) problem_ = fmt::format("{}{} is missing", path_, key);
    }

private:
    std::string at(char const* key) const { return fmt::format("{}{}.", path_, key); }
    json const* find(char const* key)
    {
        if (object_ == nullptr) return nullptr;
        seen_.insert(key);
        auto const found = object_->find(key);
        return found == object_->end() ? nullptr : &*found;
    }
    /// The path of the object itself ends with a dot; that of the whole drill is empty.
    static std::string named(std::string path)
    {
        if (path.ends_with('.')) path.pop_back();
        return path.empty() ? "the drill" : path;
    }
    void complain(char const* key, std::string_view expected)
    {
        if (problem_.empty()) problem_ = fmt::format("{} must be {}", named(path_ + key), expected);
    }

    json const* object_ = nullptr;
    std::string path_;
    std::string& problem_;
    std::set<std::string, std::less<>> seen_;
};

void read_fleet(json const& item, std::string const& path, std::string& problem, FleetRow& row)
{
    Reader in{item, path, problem};
    in.text("kind", row.kind);
    in.need("kind", !row.kind.empty());
    in.text("call_sign", row.call_sign);
    in.need("call_sign", !row.call_sign.empty());
    in.text("department", row.department);
    in.whole("per_station", row.per_station, 0, 200);
    in.texts("capabilities", row.capabilities);
}

void read_call(json const& item, std::string const& path, std::string& problem, CallRow& row)
{
    Reader in{item, path, problem};
    in.text("type", row.type);
    in.need("type", !row.type.empty());
    in.whole("priority", row.priority, 0, 9);
    in.whole("per_day_x10", row.per_day_x10, 0, 1'000'000);
    in.list("by_hour", 24, [&](json const& hour, std::string const& where) {
        if (!hour.is_number_integer() || hour < 0 || hour > 10'000)
            problem = fmt::format("{} must be a weight from 0 to 10000", where.substr(0, where.size() - 1));
        else
            row.by_hour.push_back(hour.get<std::int64_t>());
    });
    if (problem.empty() && !row.by_hour.empty() && row.by_hour.size() != 24)
        problem = fmt::format("{}by_hour must have 24 weights, one for each hour", path);
    in.seconds("scene_s", row.scene_s);
    in.whole("units", row.units, 1, 20);
    in.list("texts", 100, [&](json const& text, std::string const& where) {
        Reader names{text, where, problem};
        auto& one = row.texts.emplace_back();
        names.text("en", one.en);
        names.text("zh", one.zh);
    });
    in.texts("dispositions", row.dispositions);
}

void read_scripted(json const& item, std::string const& path, std::string& problem, ScriptedCall& row)
{
    Reader in{item, path, problem};
    in.whole("at_s", row.at_s, 0, 7 * 86'400);
    in.text("type", row.type);
    in.need("type", !row.type.empty());
    in.whole("priority", row.priority, 0, 9);
    in.text("where", row.where);
    if (problem.empty() && row.where && !parse_place(*row.where))
        problem = fmt::format("{}where must be \"latitude,longitude\"", path);
    in.names("text", row.text);
}

void read_crews(Reader& in, CrewHabits& crews)
{
    in.seconds("acknowledge_s", crews.acknowledge_s);
    in.seconds("turnout_s", crews.turnout_s);
    in.whole("deaf_percent", crews.deaf_percent, 0, 100);
    in.seconds("pause_s", crews.pause_s);
    in.whole("patrol_radius_m", crews.patrol_radius_m, 100, 100'000);
    in.whole("stops_a_day", crews.stops_a_day, 0, 1000);
    in.seconds("stop_s", crews.stop_s);
}

}  // namespace

CallRow const* Drill::call(std::string_view type) const
{
    auto const row = std::find_if(calls.begin(), calls.end(), [&](CallRow const& one) { return one.type == type; });
    return row == calls.end() ? nullptr : &*row;
}

Result<Drill> read_drill(std::string_view text)
{
    if (text.size() > 4'000'000) return Problem{"the drill is larger than 4 MB"};
    json document;
    try {
        document = json::parse(text);
    } catch (json::exception const& error) {
        return Problem{fmt::format("the drill is not JSON: {}", error.what())};
    }
    Drill drill;
    std::string problem;
    {
        Reader in{document, "", problem};
        in.names("name", drill.name);
        std::optional<std::string> starts;
        in.text("starts_at", starts);
        if (starts && !(drill.starts_at = from_iso(*starts)) && problem.empty())
            problem = "starts_at must be a time such as 2026-11-22T18:58:00+08:00";
        in.whole("length_s", drill.length_s, 1, 7 * 86'400);
        in.whole("tick_ms", drill.tick_ms, 100, 10'000);
        in.whole("fix_every_s", drill.fix_every_s, 1, 600);
        in.list("fleet", 100, [&](json const& item, std::string const& path) {
            read_fleet(item, path, problem, drill.fleet.emplace_back());
        });
        in.whole("drones", drill.drones, 0, 200);
        in.list("calls", 200, [&](json const& item, std::string const& path) {
            read_call(item, path, problem, drill.calls.emplace_back());
        });
        in.list("script", 2000, [&](json const& item, std::string const& path) {
            read_scripted(item, path, problem, drill.script.emplace_back());
        });
        in.object("crews", [&](Reader& reader) { read_crews(reader, drill.crews); });
        in.object("colleague", [&](Reader& reader) {
            reader.whole("takes_after_s", drill.colleague.takes_after_s, 0, 86'400);
            reader.whole("closes_after_s", drill.colleague.closes_after_s, 0, 86'400);
        });
    }
    if (!problem.empty()) return Problem{std::move(problem)};
    return drill;
}

std::string with_start(std::string_view text, Instant starts)
{
    auto document = json::parse(text);
    if (document.contains("starts_at")) return std::string{text};
    document["starts_at"] = to_iso(starts);
    return document.dump();
}

}  // namespace cresset
