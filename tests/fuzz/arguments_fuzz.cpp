/// Whatever words follow a command of cressetctl (here: the lines of the input), they are refused with a reason, or
/// every word that is needed is there and nothing but options of the table.
// max_len 512

#include "app/ctl/arguments.h"
#include "core/base/check.h"
#include "core/base/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace cresset;

app::CommandRule const& rule()
{
    static app::CommandRule const one{
        "run",
        "run it",
        {"DRILL", "PACK"},
        {{"--city", "PACK", "where", true}, {"-o", "OUT", "what to write", false}, {"--resume", "", "go on", false}},
        "",
        nullptr};
    return one;
}

void check(app::Arguments const& arguments)
{
    if (arguments.has("--help")) return;
    static_cast<void>(arguments.positional(0));
    static_cast<void>(arguments.positional(1));
    CRESSET_CHECK(arguments.option("--city").has_value());
    CRESSET_CHECK(!arguments.has("--resume") || arguments.option("--resume")->empty());
    CRESSET_CHECK(arguments.option_or("-o", "-") == arguments.option("-o").value_or("-"));
    CRESSET_CHECK(!arguments.has("--") && !arguments.has("-h"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::vector<std::string> words;
    for (auto const line : split({reinterpret_cast<char const*>(data), size}, '\n'))
        words.emplace_back(line.substr(0, line.find('\0')));
    std::vector<char const*> pointers;
    for (auto const& word : words) pointers.push_back(word.c_str());
    auto const arguments = app::Arguments::parse(rule(), pointers);
    if (!arguments)
        CRESSET_CHECK(!arguments.problem().empty());
    else
        check(*arguments);
    return 0;
}
