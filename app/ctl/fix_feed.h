#pragma once
/// The log of one receiver or of a gpsd server, played into a journal: each receiver is a unit, each fix a sweep.

#include "app/ctl/feed_session.h"
#include "app/feeds/line_source.h"
#include "core/feeds/reading.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset::app {

struct FixFeed {
    std::vector<feeds::Reading> readings;  // in the order of the log
    feeds::Counters counts;                // of its lines
    std::vector<std::string> problems;
};

FixFeed read_log(std::string_view text, FeedKind kind);
/// The first time that the log states with its date; 1970 if it never does.
Instant first_time(FixFeed const& feed);
/// `call_sign` is the first receiver; a second one is "CALLSIGN-2".
FeedReport play(FixFeed const& feed, std::string const& call_sign, FeedSession& session);

}  // namespace cresset::app
