#include "widgets/background_work.h"

#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

namespace cresset::widgets {
namespace {
constexpr int politeness = 10;  // as `nice` counts: a ninth of the window's share
}

/// On Linux a thread has a politeness of its own; where it cannot be set, the work is only less polite.
void giveWayToWindow()
{
    thread_local bool const done = setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), politeness) == 0;
    static_cast<void>(done);
}

}  // namespace cresset::widgets
