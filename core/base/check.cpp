#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace cresset {

void broken_promise(char const* what, char const* file, int line)
{
    std::fprintf(stderr, "cresset: broken promise at %s:%d: %s\n", file, line, what);
    std::abort();
}

}  // namespace cresset
