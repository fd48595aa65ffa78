#pragma once
/// Every piece of every fence, always: what the quick searches are checked against.

#include "core/rules/fence_search.h"

#include <vector>

namespace cresset {

class PlainSearch : public FenceSearch {
public:
    void add(PartNumber number, FencePart const& part) override
    {
        if (parts_.size() <= number) parts_.resize(number + 1);
        parts_[number] = pieces_of(number, part);
    }
    void remove(PartNumber number, FencePart const&) override { parts_[number].clear(); }
    bool look(Stretch const&, Hint&, std::vector<Pieces>& found) const override
    {
        found.assign(parts_.begin(), parts_.end());
        return false;
    }
    std::size_t memory_bytes() const override { return 0; }

private:
    std::vector<std::vector<FencePiece>> parts_;
};

}  // namespace cresset
