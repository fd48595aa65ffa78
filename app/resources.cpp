#include "app/resources.h"

#include "core/base/resource_path.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <system_error>

namespace cresset::app {

namespace fs = std::filesystem;

namespace {
constexpr std::uintmax_t most_bytes = 64 << 20;
}

Result<std::string> read_text_file(fs::path const& file)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return Problem{fmt::format("there is no file {}", file.string())};
    if (fs::file_size(file, error) > most_bytes) return Problem{fmt::format("{} is larger than 64 MiB", file.string())};
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return Problem{fmt::format("{} cannot be read", file.string())};
    return text.str();
}

Result<Codes> load_codes()
{
    std::map<std::string, std::string> files;
    for (char const* name : {"status", "incidents", "priorities", "dispositions", "units", "limits", "timers"}) {
        auto text = read_text_file(resource_path(fmt::format("codes/{}.json", name)));
        if (!text) return Problem{text.problem()};
        files[name] = *text;
    }
    return join_codes(files);
}

Result<DispatchRules> load_dispatch_rules(Codes const& codes)
{
    std::map<std::string, std::string> files;
    for (char const* name : {"run_cards", "dispatch_rules"}) {
        auto text = read_text_file(resource_path(fmt::format("codes/{}.json", name)));
        if (!text) return Problem{text.problem()};
        files[name] = *text;
    }
    return join_dispatch_rules(files, codes);
}

Result<FieldRules> load_field_rules()
{
    auto const text = read_text_file(resource_path("codes/field_rules.json"));
    return text ? read_field_rules(*text) : Result<FieldRules>{Problem{text.problem()}};
}

Result<Verbs> load_verbs()
{
    auto const text = read_text_file(resource_path("codes/verbs.json"));
    return text ? Verbs::read(*text) : Result<Verbs>{Problem{text.problem()}};
}

Result<std::string> load_drill(std::string const& name_or_path)
{
    std::error_code error;
    if (fs::exists(name_or_path, error)) return read_text_file(name_or_path);
    fs::path const shipped = resource_path("drills/" + name_or_path + ".json");
    if (fs::exists(shipped, error)) return read_text_file(shipped);
    return Problem{
        fmt::format("there is no drill {}: give a file, or the name of one in resources/drills", name_or_path)};
}

fs::path training_city_file()
{
    std::error_code error;
    fs::path const program = fs::read_symlink("/proc/self/exe", error);
    fs::path const beside = program.parent_path().parent_path() / "training-city.mbtiles";
    if (!error && fs::exists(beside, error)) return beside;
    char const* data = std::getenv("XDG_DATA_HOME");
    char const* home = std::getenv("HOME");
    fs::path const base = data != nullptr && *data != '\0' ? fs::path{data}
                          : home != nullptr                ? fs::path{home} / ".local" / "share"
                                                           : fs::temp_directory_path();
    return base / "cresset" / "training-city.mbtiles";
}

}  // namespace cresset::app
