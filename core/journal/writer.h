#pragma once
/// The thread that writes a journal: takes what waits, commits it, confirms it; and what it does when the disk fails.

#include "core/journal/journal.h"
#include "core/journal/journal_file.h"
#include "core/journal/queue.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace cresset {

class JournalWriter {
public:
    JournalWriter(std::filesystem::path path, JournalFile file, JournalOptions options);
    JournalWriter(JournalWriter const&) = delete;
    JournalWriter& operator=(JournalWriter const&) = delete;
    ~JournalWriter();

    std::filesystem::path const& path() const { return path_; }
    JournalOptions const& options() const { return options_; }

    Watermark append(ActRows act, Urgency urgency);
    Seq last() const;
    Watermark durable() const { return {{durable_.load(std::memory_order_acquire)}}; }
    bool wait(Watermark mark) const;
    std::optional<Trouble> trouble() const;
    std::optional<Problem> recover();
    std::string digest() const;
    /// Puts a job behind what is waiting. ask() waits until it is done; a problem if there is trouble before.
    void post(JournalJob job);
    std::optional<Problem> ask(JournalJob const& job);
    std::optional<Problem> close();
    /// From a job: the log must be cut as soon as no reader is in the way.
    void want_log_cut() { log_cut_wanted_ = true; }

private:
    // On the writer's thread.
    void run();
    bool wait_for_work();
    void work();
    void write_acts();
    void confirm();
    void housekeep();
    void say_trouble(StoreError const& error);
    void set_trouble(Trouble const& trouble);
    bool wait_out_trouble();
    std::optional<Problem> reopen();
    void finish();

    std::filesystem::path const path_;
    JournalOptions const options_;

    // The writer's thread alone.
    std::optional<JournalFile> file_;
    JournalState confirmed_;
    std::deque<ActRows> in_hand_;  // being written; kept until confirmed
    bool log_cut_wanted_ = false;
    bool may_pass_ = false;  // the trouble: it is tried again without being asked

    mutable std::mutex mutex_;
    mutable std::condition_variable moved_;  // the mark, trouble, answers to ask() and recover(), room in the queue
    std::condition_variable work_;
    JournalQueue queue_;
    Seq last_;
    Instant last_at_{};
    Heads heads_;  // of what is durable
    std::optional<Trouble> trouble_;
    std::uint64_t recoveries_wanted_ = 0;
    std::uint64_t recoveries_tried_ = 0;
    std::optional<Problem> recovery_;
    std::uint64_t lost_at_close_ = 0;
    bool stopping_ = false;
    bool stopped_ = false;

    std::atomic<std::uint64_t> durable_{0};
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace cresset
