#include "tests/bench/report.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

namespace cresset::bench {

namespace {

/// Four significant digits: more would be noise.
double rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return std::strtod(text, nullptr);
}

std::optional<double> ratio_of(Figure const& figure)
{
    if (figure.ratio || !figure.peer) return figure.ratio;
    return figure.value / figure.peer->value;
}

bool holds(Figure const& figure)
{
    if (!figure.bar) return true;
    double const measured = ratio_of(figure).value_or(figure.value);
    return figure.sense == "<=" ? measured <= *figure.bar : measured >= *figure.bar;
}

nlohmann::ordered_json json_of(Figure const& figure)
{
    nlohmann::ordered_json json;
    json["figure"] = figure.figure;
    json["case"] = figure.name;
    json["value"] = rounded(figure.value);
    json["unit"] = figure.unit;
    if (figure.peer) json["peer"] = figure.peer->name, json["peer_value"] = rounded(figure.peer->value);
    if (auto const ratio = ratio_of(figure)) json["ratio"] = rounded(*ratio);
    if (figure.probe) json["probe"] = figure.probe->name, json["probe_value"] = rounded(figure.probe->value);
    if (figure.bar) json["bar"] = *figure.bar, json["sense"] = figure.sense, json["holds"] = holds(figure);
    return json;
}

}  // namespace

void Report::say(Figure const& figure)
{
    if (!figure.figure.starts_with(prefix_)) return;
    std::printf("%s\n", json_of(figure).dump().c_str());
    std::fflush(stdout);
    all_hold_ = all_hold_ && holds(figure);
}

std::vector<Bench>& benches()
{
    static std::vector<Bench> all;
    return all;
}

double wall_s()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double work_s()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values)
{
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace cresset::bench
