#pragma once
/// The words after a command: what it takes is a table, and what the table does not know is refused. "--name value" and
/// "--name=value" are the same; "--" ends the options.

#include "core/base/result.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::app {

struct OptionRule {
    std::string_view name;   // "--from", "-o"
    std::string_view value;  // "LAT,LON"; empty: a switch
    std::string_view help;
    bool needed = false;
};

class Arguments;

struct CommandRule {
    std::string_view name;
    std::string_view summary;                   // half a line
    std::vector<std::string_view> positionals;  // "PACK"; needed, but for "[FILE]"
    std::vector<OptionRule> options;            // --json and --help belong to every command
    std::string_view help;                      // what to know beside the options; may be empty
    std::optional<Problem> (*run)(Arguments const&) = nullptr;
};

class Arguments {
public:
    /// A problem says which word is wrong or missing.
    static Result<Arguments> parse(CommandRule const& rule, std::span<char const* const> words);

    std::string const& positional(std::size_t number) const { return positionals_.at(number); }
    std::size_t positionals() const { return positionals_.size(); }
    bool has(std::string_view name) const { return options_.contains(name); }
    std::optional<std::string> option(std::string_view name) const;
    std::string option_or(std::string_view name, std::string_view usual) const;
    bool json() const { return has("--json"); }

private:
    std::vector<std::string> positionals_;
    std::map<std::string, std::string, std::less<>> options_;
};

/// "cressetctl eta PACK --from LAT,LON --to LAT,LON [--mode MODE] ..."
std::string usage(CommandRule const& rule);
/// Usage, options and all the rest, for people.
std::string help(CommandRule const& rule);

}  // namespace cresset::app
