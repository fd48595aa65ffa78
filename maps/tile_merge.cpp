#include "maps/tile_merge.h"

#include <algorithm>
#include <tuple>

namespace cresset::maps {

namespace {

struct End {
    TilePoint at;
    std::uint32_t line = 0;
    bool tail = false;  // the line's last point, else its first
};

bool earlier(End const& a, End const& b)
{
    return std::tuple{a.at.x, a.at.y, a.line, a.tail} < std::tuple{b.at.x, b.at.y, b.line, b.tail};
}

constexpr std::uint32_t none = UINT32_MAX;

class Merger {
public:
    Merger(std::vector<TileLine> lines, bool directed) : lines_{std::move(lines)}, directed_{directed}
    {
        next_.resize(lines_.size() * 2, none);
        used_.resize(lines_.size(), false);
        link();
    }

    std::vector<TileLine> merged()
    {
        std::vector<TileLine> result;
        for (int const closed : {0, 1})  // first those that have an end, then the rings that are left
            for (std::uint32_t i = 0; i < lines_.size(); ++i)
                for (bool const tail : {false, true})
                    if (!used_[i] && lines_[i].size() > 1 && (closed == 1 || next_[port(i, tail)] == none))
                        result.push_back(walk(i, tail));
        return result;
    }

private:
    /// Each end of each line has a number; next_ is the end that it is joined with.
    static std::uint32_t port(std::uint32_t line, bool tail) { return line * 2 + (tail ? 1U : 0U); }

    void link()
    {
        std::vector<End> ends;
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].size() < 2) continue;
            ends.push_back({lines_[i].front(), i, false});
            ends.push_back({lines_[i].back(), i, true});
        }
        std::sort(ends.begin(), ends.end(), earlier);
        for (std::size_t i = 0; i < ends.size();) {
            std::size_t after = i;
            while (after < ends.size() && ends[after].at == ends[i].at) ++after;
            if (after - i == 2) link(ends[i], ends[i + 1]);
            i = after;
        }
    }

    void link(End const& a, End const& b)
    {
        if (a.line == b.line || (directed_ && a.tail == b.tail)) return;
        next_[port(a.line, a.tail)] = port(b.line, b.tail);
        next_[port(b.line, b.tail)] = port(a.line, a.tail);
    }

    /// From this end of the line on to the other and beyond.
    TileLine walk(std::uint32_t line, bool from_tail)
    {
        bool const backwards = directed_ && from_tail;
        TileLine result;
        std::uint32_t at = port(line, from_tail);
        while (at != none && !used_[at / 2]) {
            used_[at / 2] = true;
            append(result, lines_[at / 2], at % 2 == 1);
            at = next_[at ^ 1U];
        }
        if (backwards) std::reverse(result.begin(), result.end());
        return result;
    }

    static void append(TileLine& result, TileLine const& line, bool turned)
    {
        auto const skip = result.empty() ? 0 : 1;
        if (turned)
            result.insert(result.end(), line.rbegin() + skip, line.rend());
        else
            result.insert(result.end(), line.begin() + skip, line.end());
    }

    std::vector<TileLine> lines_;
    bool directed_;
    std::vector<std::uint32_t> next_;
    std::vector<bool> used_;
};

}  // namespace

std::vector<TileLine> merge_lines(std::vector<TileLine> lines, bool directed)
{
    return Merger{std::move(lines), directed}.merged();
}

}  // namespace cresset::maps
