#pragma once
/// A file of past incidents and unit responses, played into a journal in the order of its own times.

#include "app/ctl/feed_session.h"
#include "core/feeds/incident_file.h"

namespace cresset::app {

/// The earliest time of the file; 1970 of an empty one.
Instant first_time(feeds::IncidentFile const& file);
/// The room's codes, and the words of the file that they do not have.
Codes with_words_of(Codes codes, feeds::IncidentFile const& file);
/// Incidents that the journal has already (by their number in the other system) are left out, with all their rows.
FeedReport play(feeds::IncidentFile const& file, FeedSession& session);

}  // namespace cresset::app
