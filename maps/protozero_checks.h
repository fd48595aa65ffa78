#pragma once
/// What protozero finds malformed comes out as an exception and does not stop the program. To be included before any
/// header of protozero, in every file that uses one: its functions are inline and must be the same everywhere.

#include <stdexcept>

#ifdef protozero_assert
#error "include maps/protozero_checks.h before protozero"
#endif
#define protozero_assert(condition) \
    static_cast<void>((condition) || (throw std::runtime_error{"the data is malformed"}, false))
