#include "app/ctl/arguments.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::app {

namespace {

constexpr OptionRule json_rule{"--json", "", "print JSON instead of text"};
constexpr OptionRule help_rule{"--help", "", "print this help"};

OptionRule const* rule_of(CommandRule const& command, std::string_view name)
{
    if (name == json_rule.name) return &json_rule;
    if (name == help_rule.name || name == "-h") return &help_rule;
    auto const found = std::find_if(command.options.begin(), command.options.end(),
                                    [&](OptionRule const& one) { return one.name == name; });
    return found == command.options.end() ? nullptr : &*found;
}

std::string shown(OptionRule const& rule)
{
    return rule.value.empty() ? std::string{rule.name} : fmt::format("{} {}", rule.name, rule.value);
}

bool is_option(std::string_view word)
{
    return word.size() > 1 && word.front() == '-';
}

std::optional<Problem> missing(CommandRule const& rule, std::size_t positionals,
                               std::map<std::string, std::string, std::less<>> const& options)
{
    if (options.contains(help_rule.name)) return {};
    if (positionals < rule.positionals.size() && !rule.positionals[positionals].starts_with('['))
        return Problem{fmt::format("{} is missing: {}", rule.positionals[positionals], usage(rule))};
    for (OptionRule const& one : rule.options)
        if (one.needed && !options.contains(one.name))
            return Problem{fmt::format("{} is missing: {}", shown(one), usage(rule))};
    return {};
}

}  // namespace

Result<Arguments> Arguments::parse(CommandRule const& rule, std::span<char const* const> words)
{
    Arguments result;
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view const word = words[i];
        if (options_end || !is_option(word)) {
            if (result.positionals_.size() == rule.positionals.size())
                return Problem{fmt::format("\"{}\" is one word too many: {}", word, usage(rule))};
            result.positionals_.emplace_back(word);
            continue;
        }
        if (word == "--") {
            options_end = true;
            continue;
        }
        std::size_t const equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
        std::string_view const name = word.substr(0, equals);
        OptionRule const* option = rule_of(rule, name);
        if (option == nullptr) return Problem{fmt::format("there is no option {}: {}", name, usage(rule))};
        bool const has_value = equals != std::string_view::npos;
        if (option->value.empty() && has_value) return Problem{fmt::format("{} takes no value", name)};
        std::string value;
        if (!option->value.empty()) {
            if (!has_value && (i + 1 == words.size() || std::string_view{words[i + 1]}.starts_with("--")))
                return Problem{fmt::format("{} needs a value: {}", name, shown(*option))};
            value = has_value ? word.substr(equals + 1) : words[++i];
        }
        if (!result.options_.emplace(option->name, std::move(value)).second)
            return Problem{fmt::format("{} is given twice", name)};
    }
    if (auto const problem = missing(rule, result.positionals_.size(), result.options_)) return *problem;
    return result;
}

std::optional<std::string> Arguments::option(std::string_view name) const
{
    auto const found = options_.find(name);
    return found == options_.end() ? std::nullopt : std::optional{found->second};
}

std::string Arguments::option_or(std::string_view name, std::string_view usual) const
{
    return option(name).value_or(std::string{usual});
}

std::string usage(CommandRule const& rule)
{
    std::string text = fmt::format("cressetctl {}", rule.name);
    for (auto const positional : rule.positionals) text += fmt::format(" {}", positional);
    for (OptionRule const& one : rule.options) text += one.needed ? " " + shown(one) : " [" + shown(one) + "]";
    return text + " [--json]";
}

std::string help(CommandRule const& rule)
{
    std::string text = fmt::format("{}\n\n{}\n\nOptions:\n", usage(rule), rule.summary);
    auto const add = [&](OptionRule const& one) { text += fmt::format("  {:<28} {}\n", shown(one), one.help); };
    for (OptionRule const& one : rule.options) add(one);
    add(json_rule);
    add(help_rule);
    if (!rule.help.empty()) text += fmt::format("\n{}\n", rule.help);
    return text;
}

}  // namespace cresset::app
