#include "app/window/long_work.h"

#include "core/store/error.h"
#include "widgets/background_work.h"

#include <QElapsedTimer>
#include <exception>

namespace cresset::app {

namespace {

constexpr qint64 tell_every_ms = 100;

/// What a failing disk throws is told as a problem, too.
std::optional<Problem> safely(LongWork::Task const& task, LongWork::Tell const& tell)
{
    try {
        return task(tell);
    } catch (StoreError const& error) {
        return Problem{error.what()};
    } catch (std::exception const& error) {
        return Problem{error.what()};
    }
}

}  // namespace

LongWork::~LongWork()
{
    cancel();
    if (thread_.joinable()) thread_.join();
}

bool LongWork::start(Task task)
{
    if (running_) return false;
    if (thread_.joinable()) thread_.join();
    running_ = true;
    wanted_ = true;
    thread_ = std::thread{[this, task = std::move(task)] { run(task); }};
    return true;
}

void LongWork::run(Task const& task)
{
    widgets::giveWayToWindow();
    QElapsedTimer since;
    Tell const tell = [&](std::string_view what, int per_mille) {
        if (!since.isValid() || since.elapsed() >= tell_every_ms) {
            since.start();
            QString const said = QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size()));
            QMetaObject::invokeMethod(
                this, [this, said, per_mille] { Q_EMIT progressed(said, per_mille); }, Qt::QueuedConnection);
        }
        return wanted_.load();
    };
    auto const problem = safely(task, tell);
    QMetaObject::invokeMethod(
        this,
        [this, problem] {
            running_ = false;
            bool const stopped = !wanted_ && problem;
            Q_EMIT finished(problem ? QString::fromStdString(problem->text) : QString{}, stopped);
        },
        Qt::QueuedConnection);
}

}  // namespace cresset::app
