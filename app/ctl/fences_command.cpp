/// What units do with fences, from a file of each: so that anyone can check the rules that the console works by.

#include "app/ctl/commands.h"
#include "app/ctl/print.h"
#include "app/resources.h"
#include "core/feeds/fence_file.h"
#include "core/feeds/fix_line.h"
#include "core/rules/fences.h"

#include <fstream>
#include <iostream>
#include <map>

namespace cresset::app {

namespace {

constexpr int problems_printed = 100;

/// With the milliseconds, also where they are none.
std::string time_text(Instant at)
{
    std::string text = to_iso(at);
    if (text.find('.') == std::string::npos) text.insert(text.size() - 1, ".000");
    return text;
}

class Watching {
public:
    explicit Watching(std::vector<feeds::FenceRow> fences) : rows_{std::move(fences)}
    {
        for (FenceNumber i = 0; i < rows_.size(); ++i) {
            auto const& row = rows_[i];
            if (row.moves_with.empty())
                fences_.set(i, row.shape, row.watch, earliest_instant);
            else
                fences_.set_around(i, number_of(row.moves_with), row.shape.radius_mm, row.watch, earliest_instant);
        }
    }

    void take(feeds::FixLine const& line)
    {
        happened_.clear();
        fences_.fix(number_of(line.unit), line.fix, happened_);
        for (FenceHappening const& one : happened_) print_happening(one);
    }

private:
    UnitNumber number_of(std::string const& unit)
    {
        auto const [known, is_new] = numbers_.try_emplace(unit, static_cast<UnitNumber>(units_.size()));
        if (is_new) units_.push_back(unit);
        return known->second;
    }
    void print_happening(FenceHappening const& one) const
    {
        Json json{{"unit", units_[one.unit]}};
        json["fence"] = one.fence == no_fence ? Json{} : Json(rows_[one.fence].name);
        json["event"] = word_of(one.what);
        json["at"] = time_text(one.at);
        if (one.what == FenceEvent::cross)
            json["way"] = word_of(one.to_left ? CrossingWay::to_left : CrossingWay::to_right);
        print_json_line(json);
    }

    std::vector<feeds::FenceRow> rows_;
    Fences fences_;
    std::map<std::string, UnitNumber> numbers_;
    std::vector<std::string> units_;
    std::vector<FenceHappening> happened_;
};

/// Says what is left out, and why, as long as that is readable.
class Problems {
public:
    void say(std::string const& text)
    {
        if (++count_ <= problems_printed) fmt::print(stderr, "cressetctl fences: {}\n", text);
    }
    void sum_up() const
    {
        if (count_ > problems_printed)
            fmt::print(stderr, "cressetctl fences: and {} more that could not be read\n", count_ - problems_printed);
    }

private:
    int count_ = 0;
};

void watch_all(std::istream& in, Watching& watching, Problems& problems)
{
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (trim(line).empty()) continue;
        auto const read = feeds::read_fix_line(line);
        if (read)
            watching.take(*read);
        else
            problems.say(fmt::format("line {} is left out: {}", number, read.problem()));
    }
}

std::optional<Problem> fences(Arguments const& arguments)
{
    std::string const file = *arguments.option("--fences"), fixes = *arguments.option("--fixes");
    auto const text = read_text_file(file);
    if (!text) return Problem{text.problem()};
    auto read = feeds::read_fences(*text);
    if (!read) return Problem{fmt::format("{}: {}", file, read.problem())};
    std::ifstream opened;
    if (fixes != "-") opened.open(fixes);
    if (fixes != "-" && !opened) return Problem{fmt::format("{} cannot be read: is the path right?", fixes)};
    if (read->rows.empty())
        return Problem{fmt::format("{} has no fence that can be watched{}{}", file, read->problems.empty() ? "" : ": ",
                                   read->problems.empty() ? "" : read->problems.front().text)};
    Problems problems;
    for (Problem const& one : read->problems) problems.say(fmt::format("{}, {}; it is left out", file, one.text));
    Watching watching{std::move(read->rows)};
    watch_all(fixes == "-" ? std::cin : opened, watching, problems);
    problems.sum_up();
    return {};
}

}  // namespace

CommandRule fences_command()
{
    return {
        "fences",
        "what units do with fences: each crossing with its time, a JSON object a line",
        {},
        {{"--fences", "FILE.geojson", "polygons, lines, points with radius_m; see below", true},
         {"--fixes", "FILE.ndjson", "a JSON object a line; - reads standard input", true}},
        "A fix: {\"unit\":\"P12\",\"at\":\"2026-11-22T19:02:41.250Z\",\"lat\":29.9,\"lon\":121.6,\"accuracy_m\":8}, "
        "the accuracy\nmay be left out (10 m). Of each unit in the order of time; a fix that is late or comes twice "
        "changes nothing.\n"
        "Properties of a fence, all optional: id or name, watch (list of enter, leave, cross, dwell, absent, "
        "speed),\nway (to_left, to_right), dwell_s, absent_s, above_kmh, below_kmh; width_m makes a corridor of a "
        "line,\nmoves_with lets a point with radius_m go where that unit goes.\n"
        "Printed: unit, fence, event (enter, leave, cross, dwell, absent, speed, doubtful), at. A doubtful fix is "
        "one that\nno car can have come to; it counts once the next one confirms it.",
        fences};
}

}  // namespace cresset::app
