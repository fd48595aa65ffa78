#include "core/journal/head_file.h"

#include "core/base/text.h"

namespace cresset {

HeadFile read_head_file(Disk& disk, std::filesystem::path const& file)
{
    HeadFile found;
    auto const text = disk.read(file).value_or("");
    found.ends_with_a_whole_line = text.empty() || text.back() == '\n';
    for (auto const line : split(text, '\n')) {
        if (line.empty()) continue;
        if (auto const head = SignedHead::parse(line))
            found.heads.push_back(*head);
        else
            ++found.damaged;
    }
    return found;
}

}  // namespace cresset
