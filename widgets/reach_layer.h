#pragma once
/// Areas by minutes on the map: how far one gets, or how soon somebody is there; and the streets where nobody is in
/// time. The soonest area is the strongest.

#include "core/roads/isochrone.h"
#include "widgets/map_layer.h"

#include <vector>

namespace cresset::widgets {

struct ReachPicture {
    std::vector<Isochrone> areas;  ///< the shortest first
    std::vector<Line> late;        ///< streets of the holes
    struct Note {
        Place place;
        QString text;
    };
    std::vector<Note> notes;  ///< of holes: how long they are
    std::vector<Place> starts;
};

class ReachLayer : public MapLayer {
public:
    void setPicture(ReachPicture picture);
    ReachPicture const& picture() const { return picture_; }
    void paint(Frame& frame) override;
    Bounds bounds() const override { return {}; }

    /// The colour of a band: 0 is the soonest of so many.
    static QRgb colourOf(Theme const& theme, std::size_t band, std::size_t bands);

private:
    ReachPicture picture_;
};

}  // namespace cresset::widgets
