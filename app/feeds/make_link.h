#pragma once
/// The link that an address asks for.

#include "app/feeds/feed_link.h"

#include <chrono>
#include <functional>
#include <memory>

namespace cresset::app {

/// `patience` is for a connection that does not come about.
using LinkMaker =
    std::function<std::unique_ptr<FeedLink>(FeedAddress const& address, std::chrono::milliseconds patience)>;

std::unique_ptr<FeedLink> make_link(FeedAddress const& address, std::chrono::milliseconds patience);

}  // namespace cresset::app
