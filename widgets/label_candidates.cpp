#include "widgets/label_candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace cresset::widgets {
namespace {

using maps::TileFeature;
using maps::TileGeometry;
using maps::TileLayer;

constexpr std::size_t most_candidates = 20000;

std::set<maps::TileId> sourcesOf(BaseMap const& map, Viewport const& view)
{
    std::set<maps::TileId> sources;
    QRect const range = view.tileRange();
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x)
            sources.insert(map.source({view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)}));
    return sources;
}

/// "G2;G42" is two roads on one way: the first is shown. Longer ones are no numbers.
QString roadNumber(TileLayer const& layer, TileFeature const& feature)
{
    QString const all = QString::fromStdString(std::string{layer.text(feature, "ref")});
    QString const first = all.section(QLatin1Char{';'}, 0, 0).simplified();
    return first.size() <= 7 ? first : QString{};
}

class Collector {
public:
    Collector(MapStyle const& style, Viewport const& view, NameChoice names)
        : style_{style}, view_{view}, names_{names}, pieces_(style.labels.size())
    {
    }

    void add(maps::VectorTile const& tile, maps::TileId id)
    {
        QRectF const rect = view_.tileRect(id);
        box_ = {static_cast<float>(rect.left()), static_cast<float>(rect.top()), static_cast<float>(rect.right()),
                static_cast<float>(rect.bottom())};
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
        for (auto const& feature : layer.features) {
            if (!matches(feature)) continue;
            LabelText const text = textOf(rule, layer, feature, names);
            if (text.empty()) continue;
            if (feature.geometry == TileGeometry::point)
                addPoints(rule, layer, feature, text);
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

    RasterPoint pixel(TileLayer const& layer, maps::TilePoint point) const
    {
        float const scale = (box_.right - box_.left) / static_cast<float>(layer.extent);
        return {box_.left + static_cast<float>(point.x) * scale, box_.top + static_cast<float>(point.y) * scale};
    }

    /// A point that lies in the margin of this tile belongs to its neighbour, where it comes again.
    void addPoints(LabelRule const& rule, TileLayer const& layer, TileFeature const& feature, LabelText const& text)
    {
        RasterPoint const at = pixel(layer, layer.part(feature.first_part)[0]);
        PixelBox const picture{0, 0, static_cast<float>(view_.size().width()),
                               static_cast<float>(view_.size().height())};
        if (!box_.holds(at) || !picture.holds(at) || candidates_.size() >= most_candidates) return;
        candidates_.push_back({&rule, text, static_cast<int>(layer.number(feature, "rank", 50)), at, {}});
    }

    void addPieces(TileLayer const& layer, TileFeature const& feature, std::vector<PixelLine>& pieces)
    {
        for (auto part = feature.first_part; part < feature.end_part; ++part) {
            line_.clear();
            for (auto const point : layer.part(part)) {
                RasterPoint const at = pixel(layer, point);
                if (line_.empty() || std::hypot(at.x - line_.back().x, at.y - line_.back().y) >= 0.7f)
                    line_.push_back(at);
            }
            clipLine(line_, box_, pieces);
        }
    }

    void addLines(LabelRule const& rule, LabelText const& text, std::vector<PixelLine> pieces)
    {
        if (pieces.size() > 2000) pieces.resize(2000);
        for (auto& line : joinLines(std::move(pieces))) {
            int const length = static_cast<int>(lengthOf(line));
            if (length < 12 || candidates_.size() >= most_candidates) continue;
            candidates_.push_back({&rule, text, -length, line.front(), std::move(line)});
        }
    }

    MapStyle const& style_;
    Viewport const& view_;
    NameChoice names_;
    PixelBox box_;
    PixelLine line_;
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
