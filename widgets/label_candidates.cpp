#include "widgets/label_candidates.h"

#include "widgets/tile_frame.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace cresset::widgets {
namespace {

using maps::TileFeature;
using maps::TileGeometry;
using maps::TileLayer;

constexpr std::size_t most_candidates = 20000;

/// "G2;G42" is two roads on one way: the first is shown. Longer ones are no numbers.
QString roadNumber(TileLayer const& layer, TileFeature const& feature)
{
    QString const all = QString::fromStdString(std::string{layer.text(feature, "ref")});
    QString const first = all.section(QLatin1Char{';'}, 0, 0).simplified();
    return first.size() <= 8 ? first : QString{};
}

/// The sign of each feature of a layer, if it has one.
class Signs {
public:
    Signs(MapStyle const& style, TileLayer const& layer, double zoom)
    {
        for (auto const& rule : style.signs)
            if (rule.zooms.contains(zoom)) rules_.emplace_back(&rule, Matcher{rule.where, layer});
    }

    SignRule const* of(TileFeature const& feature) const
    {
        auto const found = std::ranges::find_if(rules_, [&](auto const& rule) { return rule.second(feature); });
        return found == rules_.end() ? nullptr : found->first;
    }

private:
    std::vector<std::pair<SignRule const*, Matcher>> rules_;
};

class Collector {
public:
    Collector(MapStyle const& style, Viewport const& view, NameChoice names)
        : style_{style}, view_{view}, names_{names}, pieces_(style.labels.size())
    {
    }

    void add(maps::VectorTile const& tile, maps::TileId id)
    {
        frame_ = TileFrame{view_, id};
        for (std::size_t i = 0; i < style_.labels.size(); ++i) {
            LabelRule const& rule = style_.labels[i];
            auto const* layer = rule.zooms.contains(view_.zoom()) ? tile.layer(rule.layer) : nullptr;
            if (layer) addRule(*layer, i);
        }
    }

    std::vector<LabelCandidate> take()
    {
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            for (auto& [text, pieces] : pieces_[i]) addLines(style_.labels[i], text, std::move(pieces));
        std::ranges::stable_sort(candidates_, [](LabelCandidate const& a, LabelCandidate const& b) {
            return std::tie(a.rule->rank, a.importance, a.text, a.point.y, a.point.x) <
                   std::tie(b.rule->rank, b.importance, b.text, b.point.y, b.point.x);
        });
        return std::move(candidates_);
    }

private:
    void addRule(TileLayer const& layer, std::size_t index)
    {
        LabelRule const& rule = style_.labels[index];
        Matcher const matches{rule.where, layer};
        LabelTexts names{layer, names_};
        std::optional<Signs> signs;
        if (rule.kind == LabelKind::poi) signs.emplace(style_, layer, view_.zoom());
        for (auto const& feature : layer.features) {
            if (!matches(feature)) continue;
            LabelText const text = textOf(rule, layer, feature, names);
            SignRule const* const sign = signs ? signs->of(feature) : nullptr;
            if (text.empty() && !(sign && view_.zoom() >= sign->alone_from)) continue;
            if (feature.geometry == TileGeometry::point)
                addPoint(layer, feature, {&rule, text, 0, {}, {}, sign});
            else if (feature.geometry == TileGeometry::line)
                addPieces(layer, feature, pieces_[index][text]);
        }
    }

    static LabelText textOf(LabelRule const& rule, TileLayer const& layer, TileFeature const& feature,
                            LabelTexts& names)
    {
        if (rule.kind == LabelKind::shield) return {roadNumber(layer, feature), {}};
        if (rule.kind != LabelKind::number) return names.of(feature);
        return {QString::fromStdString(std::string{layer.text(feature, "housenumber")}).left(8), {}};
    }

    /// A point that lies in the margin of this tile belongs to its neighbour, where it comes again.
    void addPoint(TileLayer const& layer, TileFeature const& feature, LabelCandidate candidate)
    {
        RasterPoint const at = frame_.pixel(layer, layer.part(feature.first_part)[0]);
        PixelBox const picture{0, 0, static_cast<float>(view_.size().width()),
                               static_cast<float>(view_.size().height())};
        if (!frame_.box().holds(at) || !picture.holds(at) || candidates_.size() >= most_candidates) return;
        candidate.point = at;
        candidate.importance = static_cast<int>(layer.number(feature, "rank", 50));
        candidates_.push_back(std::move(candidate));
    }

    void addPieces(TileLayer const& layer, TileFeature const& feature, std::vector<PixelLine>& pieces)
    {
        for (auto part = feature.first_part; part < feature.end_part; ++part)
            clipLine(frame_.line(layer, layer.part(part)), frame_.box(), pieces);
    }

    void addLines(LabelRule const& rule, LabelText const& text, std::vector<PixelLine> pieces)
    {
        if (pieces.size() > 2000) pieces.resize(2000);
        for (auto& line : joinLines(std::move(pieces))) {
            int const length = static_cast<int>(lengthOf(line));
            if (length < 12 || candidates_.size() >= most_candidates) continue;
            candidates_.push_back({&rule, text, -length, line.front(), std::move(line), nullptr});
        }
    }

    MapStyle const& style_;
    Viewport const& view_;
    NameChoice names_;
    TileFrame frame_;
    std::vector<LabelCandidate> candidates_;
    std::vector<std::map<LabelText, std::vector<PixelLine>>> pieces_;  // by rule
};

}  // namespace

std::vector<LabelCandidate> labelCandidates(BaseMap const& map, MapStyle const& style, Viewport const& view,
                                            NameChoice names)
{
    if (!map.isVector() || view.size().isEmpty()) return {};
    Collector collector{style, view, names};
    for (maps::TileId const id : sourcesOf(map, view))
        if (auto const tile = map.geometry(id)) collector.add(*tile, id);
    return collector.take();
}

}  // namespace cresset::widgets
