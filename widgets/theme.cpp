#include "widgets/theme.h"

#include "core/base/check.h"
#include "core/base/resource_path.h"
#include "widgets/read_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace cresset::widgets {
namespace {

constexpr std::array<std::string_view, 8> status_names{"available", "dispatched", "en_route",       "on_scene",
                                                       "busy",      "on_break",   "out_of_service", "distress"};
constexpr std::array<char, 8> status_letters{'A', 'D', 'E', 'S', 'B', 'R', 'X', '!'};

/// "#RRGGBB" or "#RRGGBBAA".
std::optional<QColor> parseColour(std::string const& text)
{
    bool const right_form = (text.size() == 7 || text.size() == 9) && text[0] == '#' &&
                            std::all_of(text.begin() + 1, text.end(), [](char c) { return std::isxdigit(c); });
    if (!right_form) return {};
    QColor colour{QString::fromStdString(text.substr(0, 7))};
    if (text.size() == 9) colour.setAlpha(std::stoi(text.substr(7), nullptr, 16));
    return colour;
}

}  // namespace

Result<Theme> Theme::load(std::string_view name)
{
    auto const text = readFile(resource_path("themes/" + std::string{name} + ".json"));
    if (!text) return Problem{text.problem()};
    return parse(*text);
}

Result<Theme> Theme::parse(std::string_view json)
{
    auto const document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object() || !document.contains("colours") || !document["colours"].is_object())
        return Problem{"the theme is not JSON with an object \"colours\""};
    Theme theme;
    theme.name_ = document.value("name", "unnamed");
    theme.dark_ = document.value("dark", false);
    for (auto const& [name, value] : document["colours"].items()) {
        auto const colour = value.is_string() ? parseColour(value.get<std::string>()) : std::nullopt;
        if (!colour) return Problem{"the theme's colour \"" + name + "\" is not of the form #RRGGBB or #RRGGBBAA"};
        theme.colours_[name] = *colour;
    }
    return theme;
}

QColor Theme::colour(std::string_view name) const
{
    auto const found = colours_.find(name);
    CRESSET_CHECK(found != colours_.end());
    return found->second;
}

std::vector<std::string> Theme::names() const
{
    std::vector<std::string> names;
    for (auto const& [name, colour] : colours_) names.push_back(name);
    return names;
}

QColor Theme::status(MarkStatus status) const
{
    return colour("status." + std::string{nameOf(status)});
}

QColor Theme::priority(int priority) const
{
    return colour("priority." + std::to_string(std::clamp(priority < 1 ? 4 : priority, 1, 4)));
}

std::string_view nameOf(MarkStatus status)
{
    return status_names.at(static_cast<std::size_t>(status));
}

QChar letterOf(MarkStatus status)
{
    return QLatin1Char{status_letters.at(static_cast<std::size_t>(status))};
}

}  // namespace cresset::widgets
