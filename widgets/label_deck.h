#pragma once
/// The labels of marks in one frame: laid down by all layers, then drawn without overlap, most important first. A label
/// that finds no room is left out; nothing covers what was kept clear (priority 1, what is selected).

#include "widgets/symbol.h"
#include "widgets/theme.h"

#include <QHash>
#include <QImage>
#include <QRect>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace cresset::widgets {

/// Ranks of labels. `always`: drawn even where there is no room, in its brief form if it has one.
enum class LabelRank : std::uint8_t { always, high, middle, low };

/// Names of ground are written quieter than those of things that act.
enum class LabelInk : std::uint8_t { strong, quiet };

class LabelDeck {
public:
    LabelDeck(Theme const& theme, double dpr);

    /// What a label covers, laid down so.
    static QRect rectOf(QPoint at, QString const& text, int gap, double dpr);

    void begin(QSize picture);
    /// To the right of what stands at `at`, from `gap` pixels (at one device pixel a pixel) on; to its left where the
    /// picture would cut it. One that is always drawn takes any place around that is free; `brief` is drawn instead
    /// where none is.
    void add(QPoint at, QString const& text, LabelRank rank, int gap = 12, LabelInk ink = LabelInk::strong,
             QString const& brief = {});
    /// No label but its own covers this.
    void keepClear(QRect const& rect);
    /// Draws them and forgets them; tells how many were drawn.
    int paint(QImage& picture);

private:
    static constexpr int cell = 8;
    struct Waiting {
        QPoint at;
        QString text;
        int gap;
        LabelInk ink;
        QString brief;
    };

    Symbol const& stamp(QString const& text, LabelInk ink);
    static QPoint rightOf(Waiting const& waiting) { return waiting.at + QPoint{waiting.gap, 0}; }
    static QPoint leftOf(Waiting const& waiting, Symbol const& label);
    std::optional<QPoint> freePlace(Waiting const& waiting, Symbol const& label) const;
    QPoint anyPlace(Waiting const& waiting, Symbol const& label) const;
    void drawAlways(QImage& picture, Waiting const& waiting);
    /// True if what must be drawn says it already of the same mark ("P03 1:15" of P03).
    bool said(Waiting const& waiting) const;
    bool taken(QRect const& rect) const;
    void take(QRect const& rect);
    QRect cellsOf(QRect const& rect) const;
    std::size_t indexOf(int row, int column) const;

    QColor ink_, quiet_, halo_;
    double dpr_;
    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<std::uint8_t> cells_;
    std::array<std::vector<Waiting>, 4> waiting_;
    std::vector<QRect> kept_;
    std::array<QHash<QString, Symbol>, 2> stamps_;  // by ink
};

}  // namespace cresset::widgets
