#pragma once
/// What this program tells its parent: the stream of maps/layer_stream.h on the standard output, gathered into large
/// pieces.

#include <string>
#include <string_view>

namespace cresset::layers {

class Told {
public:
    Told();
    void say(std::string_view record);
    /// Everything said so far is on its way. A parent that is gone ends this program.
    void flush();

private:
    std::string waiting_;
};

}  // namespace cresset::layers
