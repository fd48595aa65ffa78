#include "layers/told.h"

#include "maps/layer_stream.h"

#include <cerrno>
#include <unistd.h>

namespace cresset::layers {

namespace {
constexpr std::size_t piece = 1 << 16;
}

Told::Told() : waiting_{maps::told_head()} {}

void Told::say(std::string_view record)
{
    waiting_ += record;
    if (waiting_.size() >= piece) flush();
}

void Told::flush()
{
    for (std::string_view left = waiting_; !left.empty();) {
        ssize_t const written = write(STDOUT_FILENO, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) _exit(1);
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    waiting_.clear();
}

}  // namespace cresset::layers
