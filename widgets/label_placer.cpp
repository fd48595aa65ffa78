#include "widgets/label_placer.h"

#include "widgets/label_grid.h"
#include "widgets/label_shapes.h"
#include "widgets/wide_registers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace cresset::widgets {
namespace {

constexpr float air = 2.0f;  // pixels between two labels, at least
constexpr double small_names_from = 15;
constexpr float small_name = 0.9f;  // of the usual size
constexpr float small_name_overhang = 9;

class Placer {
public:
    Placer(LabelRequest const& request, Viewport const& view, LabelSet const* before)
        : request_{request},
          view_{view},
          dpr_{static_cast<float>(view.dpr())},
          grid_{view.size().width(), view.size().height()}
    {
        auto const width = static_cast<float>(view.size().width()), height = static_cast<float>(view.size().height());
        auto const margin = static_cast<float>(request.margin);
        whole_ = {0, 0, width, height};
        seen_ = {margin, margin, width - margin, height - margin};
        for (PixelBox const& box : request.obstacles) grid_.take(box);
        if (before && before->view.zoom() == view.zoom()) remember(*before);
    }

    void place(LabelCandidate const& candidate)
    {
        float const size = static_cast<float>(candidate.rule->size.at(view_.zoom())) * dpr_;
        if (size < 4) return;
        switch (candidate.rule->kind) {
            case LabelKind::line: return placeAlong(candidate, size);
            case LabelKind::shield: return placeShields(candidate, size);
            case LabelKind::area:
                return candidate.line.empty() ? placeCentred(candidate, size) : placeAlong(candidate, size);
            case LabelKind::poi: return placeBeside(candidate, size);
            case LabelKind::point:
            case LabelKind::number: return placeCentred(candidate, size);
        }
    }

    std::vector<PlacedLabel> take() { return std::move(labels_); }
    LabelGrid& grid() { return grid_; }

private:
    void remember(LabelSet const& before)
    {
        float const dx = static_cast<float>(before.view.left() - view_.left());
        float const dy = static_cast<float>(before.view.top() - view_.top());
        for (auto const& label : before.labels)
            before_[label.text].push_back({label.anchor.x + dx, label.anchor.y + dy});
    }

    bool repeated(LabelCandidate const& candidate, RasterPoint at) const
    {
        auto const found = anchors_.find(candidate.text);
        if (found == anchors_.end()) return false;
        auto const spacing = static_cast<float>(candidate.rule->spacing) * dpr_;
        return std::ranges::any_of(found->second,
                                   [&](RasterPoint p) { return std::hypot(p.x - at.x, p.y - at.y) < spacing; });
    }

    /// Whole in the view, or whole in the margin: never cut by the view's edge.
    bool inOnePart(std::vector<PixelBox> const& boxes) const
    {
        bool const all_seen = std::ranges::all_of(boxes, [&](PixelBox const& b) { return seen_.holds(b); });
        if (all_seen) return true;
        return std::ranges::all_of(boxes, [&](PixelBox const& b) { return whole_.holds(b) && !seen_.meets(b); });
    }

    bool accept(LabelCandidate const& candidate, RasterPoint anchor, LabelShape shape)
    {
        if (shape.boxes.empty() || !inOnePart(shape.boxes) || repeated(candidate, anchor)) return false;
        float const wanted = static_cast<float>(candidate.rule->air.at(view_.zoom())) * dpr_;
        if (!std::ranges::all_of(shape.boxes, [&](PixelBox const& box) { return grid_.free(box.grown(wanted)); }))
            return false;
        for (PixelBox const& box : shape.boxes) grid_.take(box.grown(air));
        anchors_[candidate.text].push_back(anchor);
        labels_.push_back(
            {candidate.text, candidate.rule, anchor, std::move(shape.glyphs), std::move(shape.boxes), candidate.sign});
        return true;
    }

    /// On its point; a place's name, which is of all the ground about, also a little above, below or beside it.
    void placeCentred(LabelCandidate const& candidate, float size)
    {
        auto const at = [&](float right, float down) {
            RasterPoint const middle{candidate.point.x + right * size, candidate.point.y + down * size};
            return accept(candidate, candidate.point,
                          centredShape(candidate.text, faceOf(*candidate.rule), size, middle));
        };
        if (at(0, 0) || candidate.rule->layer != "place") return;
        for (float const away : {1.2f, 1.9f, 2.6f})
            if (at(0, -away) || at(0, away) || at(-away, 0) || at(away, 0)) return;
    }

    /// A dot or a sign with the name to its right, left, below or above; or the sign alone.
    void placeBeside(LabelCandidate const& candidate, float size)
    {
        if (repeated(candidate, candidate.point)) return;
        float const radius = (candidate.sign ? sign_radius : dot_radius) * dpr_;
        if (!grid_.free(boxRound(candidate.point, radius))) return;
        if (!candidate.text.empty())
            for (Side const side : {Side::right, Side::left, Side::below, Side::above}) {
                Beside const where{candidate.point, side, radius, dpr_};
                if (accept(candidate, candidate.point,
                           besideShape(candidate.text, faceOf(*candidate.rule), size, where)))
                    return;
            }
        if (candidate.sign && view_.zoom() >= candidate.sign->alone_from)
            accept(candidate, candidate.point, {{}, {boxRound(candidate.point, radius)}});
    }

    void placeShields(LabelCandidate const& candidate, float size)
    {
        placeOnLine(candidate, candidate.line, [&](LineWalk const& walk, float at) {
            return accept(candidate, walk.at(at), shieldShape(candidate.text.first, size, walk.at(at)));
        });
    }

    /// Close up a street that has no room for its name gets it smaller, a little beyond its ends if need be.
    void placeAlong(LabelCandidate const& candidate, float size)
    {
        auto const wordings = wordingsOf(candidate);
        auto const along = [&](PixelLine const& line, float of_size) {
            placeOnLine(candidate, line, [&](LineWalk const& walk, float at) {
                return tryAlong(candidate, wordings, of_size, walk, at);
            });
        };
        along(candidate.line, size);
        if (view_.zoom() < small_names_from || anchors_.contains(candidate.text)) return;
        along(lengthened(candidate.line, small_name_overhang * dpr_), small_name * size);
    }

    /// One for every so much of the line: where it stood before, in the middle of its part, or ever farther from it.
    template <typename Try>
    void placeOnLine(LabelCandidate const& candidate, PixelLine const& line, Try attempt)
    {
        LineWalk const walk{line};
        for (float const at : placesBefore(candidate, walk)) attempt(walk, at);
        float const spacing = std::max(static_cast<float>(candidate.rule->spacing), 100.0f) * dpr_;
        int const count = std::max(1, static_cast<int>(walk.length() / spacing));
        float const part = walk.length() / static_cast<float>(count), step = std::max(14 * dpr_, part / 24);
        for (int i = 0; i < count; ++i) {
            float const middle = part * (static_cast<float>(i) + 0.5f);
            bool done = attempt(walk, middle);
            for (float shift = step; !done && shift < part / 2; shift += step)
                done = attempt(walk, middle - shift) || attempt(walk, middle + shift);
        }
    }

    bool tryAlong(LabelCandidate const& candidate, std::vector<Writing> const& wordings, float size,
                  LineWalk const& walk, float at)
    {
        RasterPoint const anchor = walk.at(at);
        if (repeated(candidate, anchor) || !grid_.free(boxRound(anchor, size / 2))) return false;
        return std::ranges::any_of(wordings, [&](Writing const& writing) {
            return accept(candidate, anchor, alongShape(writing, size, walk, at));
        });
    }

    /// Both names one after the other, or the first one alone.
    static std::vector<Writing> wordingsOf(LabelCandidate const& candidate)
    {
        LabelText const& text = candidate.text;
        GlyphFace const face = faceOf(*candidate.rule);
        std::vector<Writing> wordings;
        if (!text.second.isEmpty()) wordings.emplace_back(text.first + QStringLiteral("  ") + text.second, face);
        wordings.emplace_back(text.first, face);
        return wordings;
    }

    /// Distances along the line.
    std::vector<float> placesBefore(LabelCandidate const& candidate, LineWalk const& walk) const
    {
        std::vector<float> places;
        if (auto const found = before_.find(candidate.text); found != before_.end())
            for (RasterPoint const point : found->second) {
                float away = 0;
                float const at = walk.nearest(point, away);
                if (away < 4) places.push_back(at);
            }
        return places;
    }

    LabelRequest const& request_;
    Viewport const& view_;
    float dpr_;
    LabelGrid grid_;
    PixelBox whole_, seen_;
    std::map<LabelText, std::vector<RasterPoint>> anchors_, before_;
    std::vector<PlacedLabel> labels_;
};

}  // namespace

std::shared_ptr<LabelSet const> placeLabels(LabelRequest const& request, LabelSet const* before)
{
    leaveWideRegisters();
    auto set = std::make_shared<LabelSet>();
    set->style = request.style;
    set->view = request.view.grown(request.margin);
    set->margin = request.margin;
    if (!request.map || !request.style) return set;
    Placer placer{request, set->view, before};
    for (auto const& candidate : labelCandidates(*request.map, *request.style, set->view, request.names))
        placer.place(candidate);
    set->labels = placer.take();
    set->arrows = oneWayArrows(*request.map, *request.style, set->view, placer.grid());
    return set;
}

}  // namespace cresset::widgets
