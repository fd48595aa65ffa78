#pragma once
/// Cordons on the map: the ring, how far the suspect can have come, the points with who closes them, and where he gets
/// out. One that is only planned is dashed; its points can be pulled.

#include "widgets/map_layer.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cresset::widgets {

struct CordonPicture {
    struct Post {
        Place place;
        QString label;        ///< "1 P07 +0:42"
        bool closed = false;  ///< its unit stands there
    };
    struct Leak {
        Place place;
        QString label;  ///< "2:10"
    };
    bool planned = false;
    Place seen;
    std::uint32_t radius_mm = 0;
    std::vector<Line> run;  ///< streets that he can have come along by now
    std::vector<Post> posts;
    std::vector<Leak> leaks;
};

class CordonLayer : public MapLayer {
public:
    void setPictures(std::vector<CordonPicture> pictures) { pictures_ = std::move(pictures); }
    std::vector<CordonPicture> const& pictures() const { return pictures_; }
    /// While a point is pulled: where it is.
    void setPulled(std::optional<std::size_t> post, Place at = {}) { pulled_ = post, pulled_at_ = at; }

    void paint(Frame& frame) override;
    /// Points of the one that is planned: handles by their number.
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    Bounds bounds() const override { return {}; }

    /// The handle of a point; nothing if the mark is none of ours.
    static MarkKey handleOf(std::size_t post) { return {MarkKind::handle, tag | post}; }
    static std::optional<std::size_t> postOf(MarkKey mark);

private:
    static constexpr std::uint64_t tag = std::uint64_t{0xC0} << 56;
    void paintOne(Frame& frame, CordonPicture const& picture) const;
    void paintRun(Frame& frame, CordonPicture const& picture) const;
    void paintPosts(Frame& frame, CordonPicture const& picture) const;
    void paintLeaks(Frame& frame, CordonPicture const& picture) const;

    std::vector<CordonPicture> pictures_;
    std::optional<std::size_t> pulled_;
    Place pulled_at_;
};

/// A circle on the ground as a closed line.
Line circleLine(Place middle, std::uint32_t radius_mm);

}  // namespace cresset::widgets
