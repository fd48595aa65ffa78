#pragma once
/// What became of a feed, said in the journal and to the one who asked for it.

#include "app/ctl/arguments.h"
#include "app/ctl/feed_session.h"

#include <string>

namespace cresset::app {

/// Closes the session. A problem if something could not be saved.
std::optional<Problem> finish(Arguments const& arguments, FeedReport const& report, FeedSession& session);

}  // namespace cresset::app
