#pragma once
/// Thrown inside this program where a file is not to be shown; told to the parent as its last word.

#include "maps/layer_refusal.h"

#include <string>

namespace cresset::layers {

struct Refused {
    maps::LayerRefusal reason;
    std::string detail{};
};

}  // namespace cresset::layers
