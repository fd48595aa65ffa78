#include "maps/import.h"

#include "core/base/time_zone.h"
#include "core/store/error.h"
#include "maps/osm_reader.h"
#include "maps/pack_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace cresset::maps {

namespace {

namespace fs = std::filesystem;

/// The pack in the making: gone again unless it was given its name.
class Part {
public:
    explicit Part(fs::path const& output) : output_{output}, part_{output.string() + ".part"} {}
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;
    ~Part()
    {
        std::error_code ignored;
        if (!named_) fs::remove(part_, ignored);
    }
    fs::path const& file() const { return part_; }
    void give_name()
    {
        fs::rename(part_, output_);
        named_ = true;
        sync_folder();
    }

private:
    /// So that the new name outlives a power cut.
    void sync_folder() const
    {
        fs::path const folder = output_.has_parent_path() ? output_.parent_path() : fs::path{"."};
        int const handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (handle < 0) return;
        ::fsync(handle);
        ::close(handle);
    }

    fs::path output_, part_;
    bool named_ = false;
};

std::optional<Problem> refuse(fs::path const& output, ImportOptions const& options)
{
    if (!options.time_zone.empty() && !is_time_zone(options.time_zone))
        return Problem{fmt::format("{} is no time zone that this system knows: give one such as Asia/Shanghai",
                                   options.time_zone)};
    if (output.empty() || fs::is_directory(output))
        return Problem{fmt::format("{} is a folder: give the name of the pack to write", output.string())};
    fs::path const folder = output.has_parent_path() ? output.parent_path() : fs::path{"."};
    if (!fs::is_directory(folder))
        return Problem{fmt::format("{}: there is no such folder to write into", folder.string())};
    return {};
}

/// Everything is read again before it gets its name.
std::string check(fs::path const& file)
{
    auto const pack = CityPack::open(file);
    return pack ? pack->verify() : pack.problem();
}

Result<ImportReport> write_and_check(SourceMap map, fs::path const& output, ImportOptions const& options,
                                     Progress const& progress)
{
    Part part{output};
    auto report = write_pack(map, part.file(), options, progress);
    if (!report) return report;
    map = {};
    if (progress && !progress("checking", 0)) return Problem{std::string{stopped_text}};
    if (std::string const wrong = check(part.file()); !wrong.empty())
        return Problem{fmt::format("{}: what was written cannot be read again: {}", output.string(), wrong)};
    part.give_name();
    if (progress) progress("checking", 1000);
    return report;
}

}  // namespace

Result<ImportReport> write_city(SourceMap map, fs::path const& output, ImportOptions const& options,
                                Progress const& progress)
{
    try {
        if (auto problem = refuse(output, options)) return *problem;
        return write_and_check(std::move(map), output, options, progress);
    } catch (StoreError const& error) {
        return Problem{fmt::format("{}: cannot be written: {}", output.string(), error.what())};
    } catch (fs::filesystem_error const& error) {
        return Problem{fmt::format("{}: cannot be written: {}", output.string(), error.code().message())};
    }
}

Result<ImportReport> import_city(ImportOrder const& order, Progress const& progress)
{
    std::error_code ignored;
    if (fs::equivalent(order.input, order.output, ignored))
        return Problem{fmt::format("{}: the pack cannot be written over its own source", order.output.string())};
    if (auto problem = refuse(order.output, order.options)) return *problem;
    auto map = read_osm(order.input, progress);
    if (!map) return Problem{map.problem()};
    ImportOptions options = order.options;
    if (options.source.empty()) options.source = order.input.filename().string();
    return write_city(std::move(*map), order.output, options, progress);
}

}  // namespace cresset::maps
