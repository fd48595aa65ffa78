#include "widgets/label_placer.h"

#include "widgets/label_grid.h"
#include "widgets/label_shapes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace cresset::widgets {
namespace {

constexpr float air = 2.0f;  // pixels between two labels, at least

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
        if (shape.glyphs.empty() || !inOnePart(shape.boxes) || !grid_.free(shape.boxes) || repeated(candidate, anchor))
            return false;
        for (PixelBox const& box : shape.boxes)
            grid_.take({box.left - air, box.top - air, box.right + air, box.bottom + air});
        anchors_[candidate.text].push_back(anchor);
        labels_.push_back({candidate.text, candidate.rule, anchor, std::move(shape.glyphs), std::move(shape.boxes)});
        return true;
    }

    void placeCentred(LabelCandidate const& candidate, float size)
    {
        accept(candidate, candidate.point,
               centredShape(candidate.text, faceOf(*candidate.rule), size, candidate.point));
    }

    /// A dot with the name to its right, left, below or above.
    void placeBeside(LabelCandidate const& candidate, float size)
    {
        if (repeated(candidate, candidate.point)) return;
        for (Side const side : {Side::right, Side::left, Side::below, Side::above})
            if (accept(candidate, candidate.point,
                       besideShape(candidate.text, faceOf(*candidate.rule), size, {candidate.point, side, dpr_})))
                return;
    }

    void placeShields(LabelCandidate const& candidate, float size)
    {
        LineWalk const walk{candidate.line};
        float const spacing = static_cast<float>(candidate.rule->spacing) * dpr_;
        for (float const at : anchorsOf(candidate, walk, spacing))
            accept(candidate, walk.at(at), shieldShape(candidate.text.first, size, walk.at(at)));
    }

    void placeAlong(LabelCandidate const& candidate, float size)
    {
        LineWalk const walk{candidate.line};
        float const spacing = static_cast<float>(candidate.rule->spacing) * dpr_;
        for (float const at : anchorsOf(candidate, walk, spacing))
            for (float const shift : {0.0f, -0.12f, 0.12f, -0.25f, 0.25f})
                if (tryAlong(candidate, walk, size, at + shift * std::min(spacing, walk.length()))) break;
    }

    bool tryAlong(LabelCandidate const& candidate, LineWalk const& walk, float size, float at)
    {
        RasterPoint const anchor = walk.at(at);
        if (repeated(candidate, anchor)) return false;
        GlyphFace const face = faceOf(*candidate.rule);
        for (QString const& text : wordings(candidate.text))
            if (accept(candidate, anchor, alongShape(text, face, size, walk, at))) return true;
        return false;
    }

    /// Both names one after the other, or the first one alone.
    static std::vector<QString> wordings(LabelText const& text)
    {
        if (text.second.isEmpty()) return {text.first};
        return {text.first + QStringLiteral("  ") + text.second, text.first};
    }

    /// Distances along the line where the name is tried: where it stood before, then evenly.
    std::vector<float> anchorsOf(LabelCandidate const& candidate, LineWalk const& walk, float spacing) const
    {
        std::vector<float> anchors;
        if (auto const found = before_.find(candidate.text); found != before_.end())
            for (RasterPoint const point : found->second) {
                float away = 0;
                float const at = walk.nearest(point, away);
                if (away < 4) anchors.push_back(at);
            }
        int const count = std::max(1, static_cast<int>(walk.length() / std::max(spacing, 100.0f)));
        for (int i = 0; i < count; ++i)
            anchors.push_back(walk.length() * (static_cast<float>(i) + 0.5f) / static_cast<float>(count));
        return anchors;
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
    auto set = std::make_shared<LabelSet>();
    set->style = request.style;
    set->view = request.view.grown(request.margin);
    set->margin = request.margin;
    if (!request.map || !request.style) return set;
    Placer placer{request, set->view, before};
    for (auto const& candidate : labelCandidates(*request.map, *request.style, set->view, request.names))
        placer.place(candidate);
    set->labels = placer.take();
    return set;
}

}  // namespace cresset::widgets
