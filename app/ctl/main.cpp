/// cressetctl: everything of Cresset that needs no window. One table of commands; a failure is one line on standard
/// error and exit code 1.

#include "app/ctl/commands.h"
#include "app/ctl/print.h"

#include <algorithm>
#include <exception>
#include <iterator>

namespace cresset::app {

namespace {

constexpr std::string_view version = "cressetctl 0.1.0";

std::vector<CommandRule> all_commands()
{
    std::vector<CommandRule> all;
    auto const add = [&](std::vector<CommandRule> some) {
        std::move(some.begin(), some.end(), std::back_inserter(all));
    };
    add(city_commands());
    add(road_commands());
    add({isochrone_command(), coverage_command(), cordon_command()});
    add({run_command(), feed_command()});
    add(journal_commands());
    add({export_command(), stats_command(), fences_command()});
    return all;
}

std::string overview(std::vector<CommandRule> const& commands)
{
    std::string text = "cressetctl: city packs, routes, exercises, feeds and journals, without a window\n\n";
    for (CommandRule const& one : commands) text += fmt::format("  {}\n      {}\n", usage(one), one.summary);
    text +=
        "\n  cressetctl COMMAND --help      all about one command\n"
        "  cressetctl --version\n\n"
        "With --json a command prints JSON. A failure prints one line on standard error and ends with 1.\n";
    return text;
}

int fail(std::string_view where, std::string_view why)
{
    std::fflush(stdout);
    std::string line{why};
    std::replace(line.begin(), line.end(), '\n', ' ');
    fmt::print(stderr, "cressetctl{}{}: {}\n", where.empty() ? "" : " ", where, line);
    return 1;
}

int perform(CommandRule const& command, std::span<char const* const> words)
{
    auto const arguments = Arguments::parse(command, words);
    if (!arguments) return fail(command.name, arguments.problem());
    if (arguments->has("--help")) {
        print(help(command));
        return 0;
    }
    try {
        if (auto const problem = command.run(*arguments)) return fail(command.name, problem->text);
    } catch (std::exception const& failure) {  // the machine: a disk, memory
        return fail(command.name, failure.what());
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return fail(command.name, "the answer could not be written: is the disk full?");
    return 0;
}

int start(std::span<char const* const> words)
{
    auto const commands = all_commands();
    std::string_view const first = words.empty() ? "" : words.front();
    if (first == "--version") return print_line("{}", version), 0;
    bool const wants_help = first == "--help" || first == "-h" || first == "help";
    if (wants_help && words.size() == 1) return print(overview(commands)), 0;
    std::string_view const name = wants_help ? words[1] : first;
    if (name.empty()) return fail("", "give a command; cressetctl --help lists them");
    auto const found =
        std::find_if(commands.begin(), commands.end(), [&](CommandRule const& one) { return one.name == name; });
    if (found == commands.end())
        return fail("", fmt::format("there is no command \"{}\"; cressetctl --help lists them", name));
    if (wants_help) return print(help(*found)), 0;
    return perform(*found, words.subspan(1));
}

}  // namespace

}  // namespace cresset::app

int main(int count, char** words)
{
    return cresset::app::start({words + 1, static_cast<std::size_t>(std::max(count, 1) - 1)});
}
