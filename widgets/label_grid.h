#pragma once
/// Which parts of a picture are taken by labels already.

#include "widgets/label_lines.h"

#include <algorithm>
#include <vector>

namespace cresset::widgets {

class LabelGrid {
public:
    LabelGrid(int width, int height) : columns_{width / cell + 1}, rows_{height / cell + 1}
    {
        cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    }

    bool free(PixelBox const& box) const
    {
        bool is_free = true;
        over(box, [&](std::size_t at) {
            is_free =
                is_free && std::ranges::none_of(cells_[at], [&](PixelBox const& other) { return other.meets(box); });
        });
        return is_free;
    }

    bool free(std::vector<PixelBox> const& boxes) const
    {
        return std::ranges::all_of(boxes, [this](PixelBox const& box) { return free(box); });
    }

    void take(PixelBox const& box)
    {
        over(box, [&](std::size_t at) { cells_[at].push_back(box); });
    }

private:
    static constexpr int cell = 48;

    template <typename Each>
    void over(PixelBox const& box, Each each) const
    {
        auto const index = [](float v, int count) { return std::clamp(static_cast<int>(v) / cell, 0, count - 1); };
        int const last_column = index(box.right, columns_), last_row = index(box.bottom, rows_);
        for (int row = index(box.top, rows_); row <= last_row; ++row)
            for (int column = index(box.left, columns_); column <= last_column; ++column)
                each(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                     static_cast<std::size_t>(column));
    }

    int columns_, rows_;
    std::vector<std::vector<PixelBox>> cells_;
};

}  // namespace cresset::widgets
