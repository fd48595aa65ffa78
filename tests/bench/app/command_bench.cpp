// From a command to the screen that shows what it did, while ten thousand units report once a second: the whole window,
// with its journal on the disk.

#include "app/feeds/fix_door.h"
#include "app/window/console.h"
#include "core/base/dice.h"
#include "core/facts/sweep.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"
#include "tests/bench/widgets/crowd_marks.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace cresset::bench {

namespace {

namespace fs = std::filesystem;
using namespace app;

constexpr std::size_t crowd = 10'000;
constexpr int parts = 10;  // of the crowd, one every tenth of a second
constexpr int commands = 150;
constexpr int between_ms = 170;

/// A window on the training city with the crowd in it, all of whom go on reporting.
class BusyRoom {
public:
    explicit BusyRoom(fs::path const& folder)
    {
        RoomOrder order;
        order.city = training_city();
        order.journal = folder / "shift.cresset";
        Settings settings;
        settings.language = QStringLiteral("en");
        console_ = std::make_unique<Console>(settings);
        if (QString const problem = console_->open(order); !problem.isEmpty()) fail(problem.toStdString());
        std::vector<std::string> call_signs;
        for (std::size_t i = 0; i < crowd; ++i) call_signs.push_back(fmt::format("U{:05}", i));
        if (FixDoor{session(), "feed:bench"}.enlist(call_signs, units_)) fail("the crowd was refused");
        for (int part = 0; part < parts; ++part) report_part();
        window().resize(full_hd);
        window().show();
        window().start();
        window().map().fit();
        QObject::connect(&tick_, &QTimer::timeout, &window(), [this] { report_part(); });
        tick_.start(1000 / parts);
    }
    ~BusyRoom()
    {
        tick_.stop();
        console_->room().close();
    }

    MainWindow& window() { return console_->window(); }
    Session& session() { return console_->room().session(); }

private:
    static void fail(std::string const& why)
    {
        std::fprintf(stderr, "command: %s\n", why.c_str());
        std::abort();
    }

    void report_part()
    {
        std::vector<UnitFix> fixes;
        Place const middle = console_->room().pack()->info().bounds.middle();
        for (std::size_t i = static_cast<std::size_t>(round_ % parts); i < units_.size(); i += parts) {
            Dice home{i}, now{i, static_cast<std::uint64_t>(round_)};
            Fix fix;
            fix.place = moved(middle, home.range(-6'000'000, 6'000'000) + now.range(-15'000, 15'000),
                              home.range(-5'000'000, 5'000'000) + now.range(-15'000, 15'000));
            fix.at = session().now();
            fix.speed_cm_s = 900;
            fix.course_deg = static_cast<std::uint16_t>(now.below(360));
            fixes.push_back({units_[i], fix});
        }
        ++round_;
        Act act = session().new_act(feed_seat, feed_person);
        act.source = "feed:bench";
        Sweep sweep;
        sweep.count = static_cast<std::uint32_t>(fixes.size());
        sweep.bytes = pack_sweep(fixes);
        act.events.emplace_back(std::move(sweep));
        if (auto const ticket = session().submit(act); ticket.refusal) fail(explain(*ticket.refusal));
    }

    std::unique_ptr<Console> console_;
    std::vector<UnitId> units_;
    QTimer tick_;
    int round_ = 0;
};

/// Sees when the window was painted after the panels were told.
class Painted : public QObject {
public:
    explicit Painted(MainWindow& window) : window_{window}
    {
        window.installEventFilter(this);
        connect(&window.hub(), &widgets::DeskHub::changed, this,
                [this](widgets::DeskChanges const& changes) { told_ = told_ || changes.entries; });
    }
    /// Milliseconds from the command to the picture that has it.
    double after(QString const& line)
    {
        told_ = painted_ = false;
        double const start = wall_s();
        window_.findChild<widgets::CommandBar*>()->run(line);
        while (!painted_) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return 1000 * (wall_s() - start);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest && told_ && !inside_) {
            inside_ = true;  // what the window does with it is the painting
            QApplication::sendEvent(watched, event);
            inside_ = false;
            painted_ = true;
            return true;
        }
        return false;
    }

private:
    MainWindow& window_;
    bool told_ = false, painted_ = false, inside_ = false;
};

void wait(int ms)
{
    QElapsedTimer passed;
    for (passed.start(); passed.elapsed() < ms;) QApplication::processEvents(QEventLoop::AllEvents, 5);
}

void bench_command(Report& report)
{
    need_application();
    fs::path const folder = material_folder() / "command";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<double> times;
    {
        BusyRoom room{folder};
        Painted painted{room.window()};
        wait(3000);
        for (int i = 0; i < commands; ++i) {
            char const* const act = i % 2 == 0 ? "r" : "av";
            times.push_back(
                painted.after(QStringLiteral("%1 U%2").arg(QLatin1String{act}).arg(i / 2, 5, 10, QLatin1Char{'0'})));
            wait(between_ms);
        }
    }
    fs::remove_all(folder);
    std::ranges::sort(times);
    auto const say = [&](char const* name, double value, std::optional<double> bar) {
        report.say({.figure = "command.shown",
                    .name = fmt::format("10,000 units at 1 Hz, {}", name),
                    .value = value,
                    .unit = "ms",
                    .probe = Beside{"copy of the frame, ms", copy_ms(full_hd)},
                    .bar = bar,
                    .sense = "<="});
    };
    say("median", times[times.size() / 2], {});
    say("p99", times[times.size() * 99 / 100], 100);
}

}  // namespace

BENCH("command", bench_command)

}  // namespace cresset::bench
