#include "maps/layer_file.h"

#include <csignal>

namespace cresset::maps {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds longest_reading{180'000}, longest_tile{20'000}, step{100}, to_end{500};

std::filesystem::path reader_program()
{
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "cresset-layer";
}

std::string name_of(LayerOrder const& order)
{
    return order.file.filename().string();
}

/// A reader that was ended by the limit of its time is told from one that fell.
Problem fallen(LayerOrder const& order, ChildProcess& reader)
{
    int const signal = reader.end(to_end);
    return refusal_of(signal == SIGXCPU ? LayerRefusal::took_too_long : LayerRefusal::reader_fell, name_of(order));
}

Result<ChildProcess> start_reader(LayerOrder const& order)
{
    std::error_code error;
    auto const program = reader_program();
    if (!std::filesystem::exists(program, error)) return refusal_of(LayerRefusal::reader_missing, name_of(order));
    std::vector<std::string> words{order.file.string(), std::string{word_of(order.datum)}};
    if (order.whole) words.emplace_back("whole");
    auto reader = ChildProcess::start(program, words);
    if (!reader) return refusal_of(LayerRefusal::reader_missing, name_of(order));
    return reader;
}

/// True once it has told what there is to tell before it is asked for more.
bool told_all(LayerIntake const& intake)
{
    return intake.ended() || intake.refusal() || intake.raster() || intake.written();
}

/// Nothing if all was told; else why not.
std::optional<Problem> listen(LayerOrder const& order, ChildProcess& reader, LayerIntake& intake,
                              Progress const& progress)
{
    auto const until = Clock::now() + longest_reading;
    std::string bytes;
    while (!told_all(intake)) {
        if (Clock::now() >= until) return refusal_of(LayerRefusal::took_too_long, name_of(order));
        if (progress && !progress("reading", intake.per_mille())) return Problem{std::string{stopped_text}};
        bytes.clear();
        auto const got = reader.read(bytes, step);
        if (got == ChildProcess::Got::end) return fallen(order, reader);
        if (!intake.take(bytes)) return refusal_of(LayerRefusal::reader_lied, name_of(order));
    }
    if (auto const& refusal = intake.refusal()) return refusal_of(refusal->reason, name_of(order), refusal->detail);
    return {};
}

}  // namespace

Result<OpenedLayer> open_layer(LayerOrder const& order, Progress const& progress)
{
    auto reader = start_reader(order);
    if (!reader) return Problem{reader.problem()};
    LayerIntake intake{order.whole ? whole_limits : layer_limits};
    if (auto problem = listen(order, *reader, intake, progress)) return *std::move(problem);
    OpenedLayer opened;
    if (auto const& extent = intake.raster())
        opened.raster = std::make_shared<LayerRaster>(order, *std::move(reader), *extent);
    else
        opened.shapes = intake.take_shapes();
    return opened;
}

Result<std::string> make_file(std::string_view kind, std::string_view geojson, std::string const& name)
{
    if (geojson.size() > layer_limits.record_bytes) return refusal_of(LayerRefusal::too_large, name);
    std::error_code error;
    auto const program = reader_program();
    if (!std::filesystem::exists(program, error)) return refusal_of(LayerRefusal::reader_missing, name);
    auto writer = ChildProcess::start(program, {"write", std::string{kind}});
    if (!writer) return refusal_of(LayerRefusal::reader_missing, name);
    std::string length;
    for (int i = 0; i < 8; ++i) length += static_cast<char>(geojson.size() >> (8 * i) & 0xff);
    LayerIntake intake;
    LayerOrder const order{name, Datum::wgs84};
    if (!writer->write(length) || !writer->write(geojson)) return fallen(order, *writer);
    if (auto problem = listen(order, *writer, intake, {})) return *std::move(problem);
    if (!intake.written()) return refusal_of(LayerRefusal::reader_lied, name);
    return *intake.written();
}

LayerRaster::LayerRaster(LayerOrder order, ChildProcess reader, RasterExtent extent)
    : order_{std::move(order)}, extent_{extent}, reader_{std::move(reader)}
{
    intake_.take(told_head() + told_raster(extent_));  // what it said already
}

std::string LayerRaster::tile(TileId id)
{
    std::scoped_lock const lock{mutex_};
    bool const there = !stopped_ && id.valid() && id.zoom >= extent_.least_zoom && (reader_ || restart());
    if (!there) return {};
    std::string pixels = ask(id);
    if (!reader_ && !stopped_ && restart()) pixels = ask(id);
    return pixels;
}

/// A reader that fell, or said what cannot be, is gone after this.
std::string LayerRaster::ask(TileId id)
{
    auto const until = Clock::now() + longest_tile;
    bool fine = reader_->write(asked_tile(id));
    std::string bytes;
    while (fine && !stopped_ && Clock::now() < until) {
        if (auto tile = intake_.take_tile()) {
            if (tile->id != id) break;
            return std::move(tile->pixels);
        }
        bytes.clear();
        fine = reader_->read(bytes, step) != ChildProcess::Got::end && intake_.take(bytes);
    }
    reader_.reset();
    return {};
}

bool LayerRaster::restart()
{
    auto reader = start_reader(order_);
    if (!reader) return false;
    LayerIntake intake;
    auto const going_on = [this](std::string_view, int) { return !stopped_; };
    if (listen(order_, *reader, intake, going_on) || intake.raster() != extent_) return false;
    reader_ = *std::move(reader);
    intake_ = std::move(intake);
    return true;
}

}  // namespace cresset::maps
