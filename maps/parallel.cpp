#include "maps/parallel.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace cresset::maps {

namespace {

class Gang {
public:
    Gang(std::size_t count, std::function<void(std::size_t)> const& work) : count_{count}, work_{work} {}

    /// One piece of work; false if there is none left.
    bool step() noexcept
    {
        auto const i = next_.fetch_add(1);
        if (stopped_ || i >= count_) return false;
        try {
            work_(i);
        } catch (...) {
            std::lock_guard const lock{turn_};
            if (!failure_) failure_ = std::current_exception();
            stopped_ = true;
        }
        ++done_;
        return true;
    }

    void stop() { stopped_ = true; }
    std::size_t done() const { return done_; }
    bool finish()
    {
        if (failure_) std::rethrow_exception(failure_);
        return !stopped_;
    }

private:
    std::size_t count_;
    std::function<void(std::size_t)> const& work_;
    std::atomic<std::size_t> next_{0}, done_{0};
    std::atomic<bool> stopped_{false};
    std::mutex turn_;
    std::exception_ptr failure_;
};

}  // namespace

bool in_parallel(std::size_t count, int threads, std::function<void(std::size_t)> const& work,
                 std::function<bool(std::size_t)> const& keep_going)
{
    Gang gang{count, work};
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i)
            others.emplace_back([&] {
                while (gang.step()) {
                }
            });
        while (gang.step())
            if (keep_going && !keep_going(gang.done())) gang.stop();
    }
    return gang.finish();
}

}  // namespace cresset::maps
