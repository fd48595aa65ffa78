#pragma once
/// Streets that are closed (a barred disc) or slow (a disc with the percent of their speed).

#include "widgets/map_layer.h"

#include <vector>

namespace cresset::widgets {

struct ClosureMark {
    Place place;
    Line street;
    int speed_percent = 0;
    QString label;
};

class ClosureLayer : public MapLayer {
public:
    void setMarks(std::vector<ClosureMark> marks) { marks_ = std::move(marks); }
    std::vector<ClosureMark> const& marks() const { return marks_; }
    void paint(Frame& frame) override;
    Bounds bounds() const override { return {}; }

private:
    std::vector<ClosureMark> marks_;
};

}  // namespace cresset::widgets
