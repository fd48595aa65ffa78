#pragma once
/// The symbols of all marks, each drawn once from its SVG parts (frame, glyph, badge) and turned once into every
/// heading; a frame only copies them. For one theme and one scale.

#include "widgets/icon.h"
#include "widgets/marks.h"
#include "widgets/symbol.h"
#include "widgets/theme.h"

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace cresset::widgets {

/// How a mark stands out.
enum class Emphasis : std::uint8_t { none, hovered, selected };

class SymbolAtlas {
public:
    /// Headings are drawn in steps of 360/64 degrees.
    static constexpr int headings = 64;

    SymbolAtlas(Theme theme, double dpr);
    double dpr() const { return dpr_; }

    Symbol const& unit(UnitMark const& mark, Emphasis emphasis);
    Symbol const& incident(IncidentMark const& mark, Emphasis emphasis);
    Symbol const& camera(CameraMark const& mark, bool small, Emphasis emphasis);
    Symbol const& drone(DroneMark const& mark, Emphasis emphasis);
    Symbol const& post(PostMark const& mark, Emphasis emphasis);
    Symbol const& pin();
    /// The frame round a unit in distress, wide or drawn in.
    Symbol const& distressFrame(bool wide);
    /// How many units, in a ring that shares itself out among their states.
    Symbol const& cluster(std::array<int, 8> const& by_status, Emphasis emphasis);

    static int headingStep(int degrees) { return ((degrees % 360 + 360) % 360 * headings + 180) / 360 % headings; }

private:
    using Key = std::tuple<int, int, int, int, int, std::string>;

    template <typename Draw>
    Symbol const& cached(Key const& key, int pixels, Draw draw);
    int scaled(int pixels) const { return static_cast<int>(std::lround(pixels * dpr_)); }
    void ring(QPainter& painter, QRectF const& round, Emphasis emphasis) const;
    void pointer(QPainter& painter, QRectF const& whole, int step, QColor colour) const;
    void badge(QPainter& painter, QRectF const& where, MarkStatus status) const;
    void figure(QPainter& painter, QRectF const& where, QString const& text, QColor ink) const;
    Symbol drawn(int pixels, auto draw) const;
    void drawCluster(QPainter& painter, double side, std::array<int, 8> const& by_status) const;
    void drawUnit(QPainter& painter, double side, UnitMark const& mark, std::optional<int> step) const;
    void drawIncident(QPainter& painter, double side, IncidentMark const& mark, int age_step) const;

    Theme theme_;
    double dpr_;
    std::map<Key, Symbol> symbols_;
    std::map<std::pair<std::array<int, 8>, Emphasis>, Symbol> clusters_;
    std::vector<Symbol const*> units_;  ///< the same, by number: units come by ten thousands
};

}  // namespace cresset::widgets
