// The map as a person moves it: the first picture of a city, a pan, a zoom, a jump; with and without a crowd on it.

#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"
#include "tests/bench/widgets/crowd_marks.h"
#include "widgets/map_canvas.h"
#include "widgets/map_style.h"
#include "widgets/mark_layers.h"
#include "widgets/render_map.h"

#include <QApplication>
#include <QEventLoop>
#include <algorithm>

namespace cresset::bench {

using namespace widgets;

namespace {

struct Corner {
    char const* city;
    Place middle;
};
constexpr Corner corners[] = {{"monaco_full", {437'380'000, 74'200'000}}, {"porto_roads", {411'550'000, -86'100'000}}};

std::shared_ptr<BaseMap const> open_map(std::filesystem::path const& file)
{
    auto const map = BaseMap::open(file.string());
    return map ? *map : nullptr;
}

/// Milliseconds, with the bar that they must not pass, beside what the machine is worth at the moment.
void say(Report& report, std::string const& figure, std::string const& name, double ms, double bar)
{
    report.say({.figure = figure,
                .name = name,
                .value = ms,
                .unit = "ms",
                .probe = Beside{"copy of the frame, ms", copy_ms(full_hd)},
                .bar = bar,
                .sense = "<="});
}

/// Nothing decoded, nothing painted before: the file is opened anew every time (the disk's cache is warm).
void bench_cold(Report& report, Corner const& corner, std::filesystem::path const& file)
{
    Theme const theme = night();
    auto const style = MapStyle::load(theme);
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        double const start = wall_s();
        MapPicture what;
        what.map = open_map(file);
        what.style = *style;
        what.theme = &theme;
        what.view = Viewport{corner.middle, 14, full_hd};
        renderMap(what);
        times.push_back(1000 * (wall_s() - start));
    }
    say(report, "view.cold", corner.city + std::string{", z14 with labels"}, median(std::move(times)), 150);
}

/// A canvas of its own, with everything of its view painted.
class Shown {
public:
    Shown(std::filesystem::path const& file, Place middle, double zoom)
    {
        canvas.setGlide(false);
        canvas.resize(full_hd);
        canvas.setBaseMap(open_map(file));
        canvas.show();
        canvas.setView(middle, zoom);
        settle();
    }

    void settle()
    {
        do QApplication::processEvents(QEventLoop::AllEvents, 20);
        while (!canvas.complete());
        canvas.picture();
    }

    /// Milliseconds until the picture of a new view is there, as good as it is at once.
    double moveTo(Place middle, double zoom)
    {
        double const start = wall_s();
        canvas.setView(middle, zoom);
        canvas.picture();
        return 1000 * (wall_s() - start);
    }

    MapCanvas canvas{night()};
};

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// To and fro by some 240 pixels, a step a frame, so that what stands in the view stays in it; every `zoom_every`
/// frames another zoom.
template <typename Before>
std::vector<double> wander(Shown& shown, Place middle, int steps, int zoom_every, Before before)
{
    std::vector<double> times;
    double zoom = 14;
    for (int i = 0; i < steps; ++i) {
        if (zoom_every > 0 && i % zoom_every == 0) zoom = 14 + 0.25 * (i / zoom_every % 5);
        int const east = i / 40 % 2 == 0 ? i % 40 : 40 - i % 40;
        double const start = wall_s();
        before(i);
        shown.moveTo(moved(middle, east * 30'000, east * 9'000), zoom);
        times.push_back(1000 * (wall_s() - start));
        QApplication::processEvents();
    }
    return times;
}

void bench_warm(Report& report, Corner const& corner, std::filesystem::path const& file)
{
    Shown shown{file, corner.middle, 14};
    auto const nothing = [](int) {};
    wander(shown, corner.middle, 60, 0, nothing);
    shown.settle();
    auto const times = wander(shown, corner.middle, 240, 0, nothing);
    say(report, "view.warm", corner.city + std::string{", base frame of a pan"}, percentile(times, 0.5), 4);
}

/// Everybody reports once a second: one frame of thirty has new places.
void bench_crowd(Report& report, Corner const& corner, std::filesystem::path const& file)
{
    Shown shown{file, corner.middle, 14};
    UnitLayer units;
    CameraLayer cameras;
    Viewport const around = shown.canvas.view();
    std::vector<std::vector<UnitMark>> seconds;
    for (int second = 0; second < 8; ++second) seconds.push_back(units_in(around, 10'000, second));
    cameras.setMarks(cameras_in(around, 1'500));
    units.setMarks(seconds[0]);
    shown.canvas.addLayer(&cameras);
    shown.canvas.addLayer(&units);
    auto const report_now = [&](int frame) {
        if (frame % 30 == 0) units.setMarks(seconds[static_cast<std::size_t>(frame / 30) % seconds.size()]);
    };
    wander(shown, corner.middle, 120, 12, report_now);
    shown.settle();
    auto const times = wander(shown, corner.middle, 480, 12, report_now);
    say(report, "view.crowd", corner.city + std::string{", 10,000 moving units and 1,500 cameras, pan and zoom, p99"},
        percentile(times, 0.99), 16);
    shown.canvas.removeLayer(&units);
    shown.canvas.removeLayer(&cameras);
}

/// A place never seen before, from a view of the whole city.
void bench_jump(Report& report, Corner const& corner, std::filesystem::path const& file)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        Shown shown{file, corner.middle, 12};
        times.push_back(shown.moveTo(moved(corner.middle, i * 90'000, i * 20'000), 16));
    }
    say(report, "view.jump", corner.city + std::string{", first useful picture after a jump to z16, worst of 9"},
        *std::ranges::max_element(times), 50);
}

void bench_view(Report& report)
{
    need_application();
    for (Corner const& corner : corners) {
        auto const file = city_of(corner.city);
        if (!file) continue;
        if (report.wants("view.cold")) bench_cold(report, corner, *file);
        if (report.wants("view.warm")) bench_warm(report, corner, *file);
        if (report.wants("view.crowd")) bench_crowd(report, corner, *file);
        if (report.wants("view.jump")) bench_jump(report, corner, *file);
    }
}

}  // namespace

BENCH("view", bench_view)

}  // namespace cresset::bench
