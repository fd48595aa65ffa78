#include "app/window/newest_work.h"

#include "widgets/background_work.h"

#include <QMetaObject>
#include <utility>

namespace cresset::app {

NewestWork::NewestWork(QObject* parent) : QObject{parent}, thread_{[this] { run(); }} {}

NewestWork::~NewestWork()
{
    {
        std::lock_guard const lock{mutex_};
        ends_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void NewestWork::ask(Task task)
{
    {
        std::lock_guard const lock{mutex_};
        next_ = Asked{++asked_, std::move(task)};
    }
    wake_.notify_one();
}

void NewestWork::cancel()
{
    std::lock_guard const lock{mutex_};
    next_.reset();
    answered_ = ++asked_;
}

void NewestWork::run()
{
    widgets::giveWayToWindow();
    for (;;) {
        Asked asked;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [&] { return ends_ || next_; });
            if (ends_) return;
            asked = *std::exchange(next_, {});
        }
        auto tell = asked.task();
        QMetaObject::invokeMethod(
            this,
            [this, number = asked.number, tell = std::move(tell)] {
                if (number != asked_) return;  // a newer one is on its way
                answered_ = number;
                if (tell) tell();
            },
            Qt::QueuedConnection);
    }
}

}  // namespace cresset::app
