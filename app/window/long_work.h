#pragma once
/// Work that takes long, in a thread of its own: says how far it is, can be stopped, and ends with a sentence. The
/// window goes on meanwhile.

#include "core/base/result.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace cresset::app {

class LongWork : public QObject {
    Q_OBJECT
public:
    /// As maps::Progress: told what is being done and how much of it (0..1000, below 0: not known); false to stop.
    using Tell = std::function<bool(std::string_view what, int per_mille)>;
    /// Runs in the thread. A problem if it could not be done, or was stopped.
    using Task = std::function<std::optional<Problem>(Tell const& tell)>;

    explicit LongWork(QObject* parent = nullptr) : QObject{parent} {}
    /// Stops what is running and waits for it.
    ~LongWork() override;

    /// False if something runs already.
    bool start(Task task);
    bool isRunning() const { return running_; }
    /// Asks it to stop; it ends a moment later.
    void cancel() { wanted_ = false; }

Q_SIGNALS:
    /// At most ten times a second.
    void progressed(QString const& what, int per_mille);
    /// Empty if it is done, else the problem as the core says it; `stopped` if somebody asked it to stop.
    void finished(QString const& problem, bool stopped);

private:
    void run(Task const& task);

    std::thread thread_;
    std::atomic<bool> wanted_{true};
    bool running_ = false;
};

}  // namespace cresset::app
