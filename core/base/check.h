#pragma once
/// A promise between parts of the program that stays on in every build. A broken promise stops the program with
/// the place and the words: going on with a wrong picture of the city is worse. Bad input is not a broken promise.

namespace cresset {

[[noreturn]] void broken_promise(char const* what, char const* file, int line);

}  // namespace cresset

#define CRESSET_CHECK(condition) \
    ((condition) ? static_cast<void>(0) : ::cresset::broken_promise(#condition, __FILE__, __LINE__))
