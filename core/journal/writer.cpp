#include "core/journal/writer.h"

#include "core/base/check.h"

#include <fmt/format.h>

namespace cresset {

namespace {

constexpr std::chrono::milliseconds idle{250};

Trouble trouble_of(StoreError const& error, Seq since)
{
    if (error.is_disk_full())
        return {Trouble::What::disk_full, since,
                "the disk is full: nothing more is saved until there is room; make room on the journal's disk"};
    if (error.is_busy())
        return {Trouble::What::disk_failed, since,
                "another program holds the journal's file: nothing more is saved until it lets go; close it"};
    if (error.is_corrupt())
        return {Trouble::What::damaged, since,
                fmt::format("the journal's file is damaged ({}): go on in a new journal", error.what())};
    return {
        Trouble::What::disk_failed, since,
        fmt::format("the journal's disk failed ({}): nothing more is saved; try again, or go on in a new journal on "
                    "another disk",
                    error.what())};
}

}  // namespace

JournalWriter::JournalWriter(std::filesystem::path path, JournalFile file, JournalOptions options)
    : path_{std::move(path)}, options_{std::move(options)}, file_{std::move(file)}, confirmed_{file_->state()}
{
    last_ = {confirmed_.heads.count};
    last_at_ = confirmed_.at;
    heads_ = confirmed_.heads;
    durable_ = last_.value;
    thread_ = std::thread{[this] { run(); }};
}

JournalWriter::~JournalWriter()
{
    close();
}

Watermark JournalWriter::append(ActRows act, Urgency urgency)
{
    std::unique_lock lock{mutex_};
    moved_.wait(lock, [this] { return queue_.rows() < options_.rows_waiting || trouble_ || stopping_; });
    CRESSET_CHECK(!stopping_ && !act.rows.empty());
    if (queue_.rows() >= options_.rows_waiting) throw StoreError{10, trouble_->text};  // SQLITE_IOERR
    for (auto const& row : act.rows) {
        CRESSET_CHECK(row.seq.value == last_.value + 1);
        CRESSET_CHECK(row.at >= last_at_);
        last_ = row.seq;
        last_at_ = row.at;
    }
    bool const was_empty = queue_.empty();
    queue_.push(std::move(act), urgency);
    if (was_empty || urgency == Urgency::at_once || queue_.rows() >= options_.rows_a_commit) work_.notify_one();
    return {last_};
}

Seq JournalWriter::last() const
{
    std::lock_guard const lock{mutex_};
    return last_;
}

bool JournalWriter::wait(Watermark mark) const
{
    if (durable() >= mark) return true;
    std::unique_lock lock{mutex_};
    moved_.wait(lock, [&] { return durable() >= mark || trouble_ || stopped_; });
    return durable() >= mark;
}

std::optional<Trouble> JournalWriter::trouble() const
{
    std::lock_guard const lock{mutex_};
    return trouble_;
}

std::string JournalWriter::digest() const
{
    std::lock_guard const lock{mutex_};
    return heads_.digest();
}

std::optional<Problem> JournalWriter::recover()
{
    std::unique_lock lock{mutex_};
    if (!trouble_) return {};
    auto const mine = ++recoveries_wanted_;
    work_.notify_one();
    moved_.wait(lock, [&] { return recoveries_tried_ >= mine || stopped_; });
    return recovery_;
}

void JournalWriter::post(JournalJob job)
{
    std::lock_guard const lock{mutex_};
    CRESSET_CHECK(!stopping_);
    queue_.push(std::move(job));
    work_.notify_one();
}

std::optional<Problem> JournalWriter::ask(JournalJob const& job)
{
    struct Answer {
        bool done = false;
        bool given_up = false;  // what the job refers to may be gone
    };
    auto const answer = std::make_shared<Answer>();
    post([=, this](JournalFile& file) {
        std::unique_lock lock{mutex_};
        if (answer->given_up) return;
        lock.unlock();
        job(file);
        lock.lock();
        answer->done = true;
        moved_.notify_all();
    });
    std::unique_lock lock{mutex_};
    moved_.wait(lock, [&] { return answer->done || trouble_ || stopped_; });
    answer->given_up = true;
    if (answer->done) return {};
    return Problem{trouble_ ? trouble_->text : "the journal is closed"};
}

std::optional<Problem> JournalWriter::close()
{
    {
        std::lock_guard const lock{mutex_};
        stopping_ = true;
        work_.notify_one();
        moved_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
    if (lost_at_close_ == 0) return {};
    return Problem{fmt::format("the last {} entries could not be saved: {}", lost_at_close_, trouble_->text)};
}

void JournalWriter::run()
{
    while (wait_for_work()) {
        try {
            work();
        } catch (StoreError const& error) {
            say_trouble(error);
            if (!wait_out_trouble()) break;
        }
    }
    finish();
}

/// False when there is nothing left and no more to come.
bool JournalWriter::wait_for_work()
{
    std::unique_lock lock{mutex_};
    auto const something = [this] { return !queue_.empty() || stopping_; };
    bool const untidy = log_cut_wanted_ || !file_->log_is_moved();
    if (!in_hand_.empty()) return true;
    if (untidy)
        work_.wait_for(lock, idle, something);
    else
        work_.wait(lock, something);
    auto const enough = [this] { return queue_.urgent() || queue_.rows() >= options_.rows_a_commit || stopping_; };
    if (!queue_.empty() && !enough()) work_.wait_for(lock, options_.gather, enough);
    return !queue_.empty() || !stopping_;
}

void JournalWriter::work()
{
    JournalJob job;
    {
        std::lock_guard const lock{mutex_};
        if (in_hand_.empty()) queue_.take_acts(in_hand_, options_.rows_a_commit);
        if (in_hand_.empty()) job = queue_.take_job();
    }
    if (!in_hand_.empty())
        write_acts();
    else if (job)
        job(*file_);
    else
        housekeep();
}

void JournalWriter::write_acts()
{
    file_->commit(in_hand_);
    in_hand_.clear();
    confirm();
    file_->sign();
    if (file_->log_pages() > options_.log_pages) file_->tidy();
}

/// Trouble is over in the same moment in which the last act in hand is confirmed: whoever sees that mark sees no
/// trouble.
void JournalWriter::confirm()
{
    confirmed_ = file_->state();
    bool over = false;
    {
        std::lock_guard const lock{mutex_};
        durable_.store(confirmed_.heads.count, std::memory_order_release);
        heads_ = confirmed_.heads;
        over = trouble_ && in_hand_.empty();
        if (over) trouble_.reset();
        moved_.notify_all();
    }
    if (options_.on_durable) options_.on_durable(durable());
    if (over && options_.on_trouble) options_.on_trouble({});
}

void JournalWriter::housekeep()
{
    if (log_cut_wanted_) log_cut_wanted_ = !file_->cut_log();
    file_->tidy();
}

void JournalWriter::say_trouble(StoreError const& error)
{
    CRESSET_CHECK(!error.is_constraint());  // an act or a text was given twice
    may_pass_ = error.is_disk_full() || error.is_busy();
    set_trouble(trouble_of(error, {confirmed_.heads.count + 1}));
}

void JournalWriter::set_trouble(Trouble const& trouble)
{
    bool same = false;
    {
        std::lock_guard const lock{mutex_};
        same = trouble_ && trouble_->what == trouble.what;
        trouble_ = trouble;
        moved_.notify_all();
    }
    if (!same && options_.on_trouble) options_.on_trouble(trouble);
}

/// True when it is over; false if the journal is being closed meanwhile and the last attempt failed too.
bool JournalWriter::wait_out_trouble()
{
    while (true) {
        std::unique_lock lock{mutex_};
        auto const asked = [this] { return recoveries_wanted_ > recoveries_tried_ || stopping_; };
        if (may_pass_)
            work_.wait_for(lock, options_.retry_full, asked);
        else
            work_.wait(lock, asked);
        auto const wanted = recoveries_wanted_;
        bool const last_attempt = stopping_;
        lock.unlock();
        auto problem = reopen();
        lock.lock();
        bool const over = !problem;
        recovery_ = std::move(problem);
        recoveries_tried_ = wanted;
        moved_.notify_all();
        if (over || last_attempt) return over;
    }
}

/// Opens the file anew, drops from the hand what is there already, and writes the rest.
std::optional<Problem> JournalWriter::reopen()
{
    try {
        file_.reset();
        auto opened = JournalFile::open(path_, options_.disk);
        if (!opened) return Problem{opened.problem()};
        auto const there = acts_already_there(confirmed_, in_hand_, opened->state());
        if (!there) return Problem{there.problem()};
        if (*there > 0 && !opened->log_is_renewed())
            return Problem{
                "a reader holds the journal's log, so nobody knows what is on the disk: close it and try again"};
        in_hand_.erase(in_hand_.begin(), in_hand_.begin() + static_cast<std::ptrdiff_t>(*there));
        opened->sign_end();
        file_.emplace(std::move(*opened));
        confirm();
        if (!in_hand_.empty()) write_acts();  // only that shows that it can be written again
        return {};
    } catch (StoreError const& error) {
        if (!error.is_busy() || !trouble()) say_trouble(error);  // a reader in the way is no new trouble
        return Problem{error.what()};
    }
}

void JournalWriter::finish()
{
    try {
        if (file_) file_->sign_end();
        if (file_) file_->cut_log();
    } catch (StoreError const& error) {
        set_trouble(trouble_of(error, {confirmed_.heads.count + 1}));  // all that was confirmed is in the log
    }
    file_.reset();
    std::lock_guard const lock{mutex_};
    lost_at_close_ = last_.value - confirmed_.heads.count;
    stopped_ = true;
    moved_.notify_all();
}

}  // namespace cresset
