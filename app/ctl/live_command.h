#pragma once
/// cressetctl feed --tcp, --udp, --serial and --system: a receiver's fixes into a journal as they come, until somebody
/// ends it.

#include "app/ctl/arguments.h"

#include <optional>

namespace cresset::app {

/// Words that do not go together with a file are the caller's to check.
std::optional<Problem> feed_live(Arguments const& arguments);

}  // namespace cresset::app
