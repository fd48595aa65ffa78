#pragma once
/// Work beside the window of which only the newest counts: what is asked for while something runs takes the place of
/// what waits, and an answer that was overtaken is not told.

#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace cresset::app {

class NewestWork : public QObject {
public:
    /// What to do with the answer, in the window's thread.
    using Tell = std::function<void()>;
    /// Runs in the thread of the work.
    using Task = std::function<Tell()>;

    explicit NewestWork(QObject* parent = nullptr);
    ~NewestWork() override;

    void ask(Task task);
    /// No answer is wanted any more.
    void cancel();
    bool isBusy() const { return answered_ < asked_; }

private:
    struct Asked {
        std::uint64_t number = 0;
        Task task;
    };
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Asked> next_;
    bool ends_ = false;
    std::uint64_t asked_ = 0, answered_ = 0;  ///< of the window's thread
    std::thread thread_;                      ///< last: it begins when all else is there
};

}  // namespace cresset::app
