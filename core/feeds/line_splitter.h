#pragma once
/// Cuts a stream of bytes into lines, however it is sliced on its way. Holds at most `limit` bytes: a longer line is
/// told once as too long and its rest is skipped. Lines end with LF; a CR before it is taken off.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cresset::feeds {

class LineSplitter {
public:
    explicit LineSplitter(std::size_t limit) : limit_{limit} {}

    /// Calls `line(text)` for every line that ends in these bytes and `too_long()` for every one beyond the limit.
    template <typename OnLine, typename OnTooLong>
    void feed(std::string_view bytes, OnLine&& line, OnTooLong&& too_long)
    {
        while (!bytes.empty()) {
            std::size_t const end = bytes.find('\n');
            keep(bytes.substr(0, end), too_long);
            if (end == std::string_view::npos) return;
            finish(line);
            bytes.remove_prefix(end + 1);
        }
    }
    /// The stream has ended: its last line may have no LF.
    template <typename OnLine>
    void end(OnLine&& line)
    {
        if (!held_.empty()) finish(line);
        skipping_ = false;
    }

private:
    template <typename OnTooLong>
    void keep(std::string_view part, OnTooLong&& too_long)
    {
        if (skipping_) return;
        if (held_.size() + part.size() <= limit_) {
            held_.append(part);
            return;
        }
        too_long();
        held_.clear();
        skipping_ = true;
    }
    template <typename OnLine>
    void finish(OnLine&& line)
    {
        bool const skipped = std::exchange(skipping_, false);
        if (skipped) return;
        std::string_view text = held_;
        if (text.ends_with('\r')) text.remove_suffix(1);
        line(text);
        held_.clear();
    }

    std::size_t limit_;
    std::string held_;
    bool skipping_ = false;
};

}  // namespace cresset::feeds
