#include "widgets/glyph_outlines.h"

#include "widgets/label_text.h"

#include <QFont>
#include <QFontMetricsF>
#include <QMutex>
#include <QMutexLocker>
#include <QPainterPath>
#include <QTransform>
#include <tuple>

namespace cresset::widgets {
namespace {

constexpr int em = 32;               // pixels of the font that outlines are taken from
constexpr std::size_t most = 20000;  // glyphs kept; a city needs about 2,000

QFont fontOf(GlyphFace face)
{
    QFont font{QStringLiteral("Noto Sans CJK SC")};
    font.setPixelSize(em);
    font.setBold(face.bold);
    font.setItalic(face.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

SharedGlyph outlineOf(QString const& letters, GlyphFace face)
{
    QFont const font = fontOf(face);
    auto glyph = std::make_shared<Glyph>();
    glyph->advance = static_cast<float>(QFontMetricsF{font}.horizontalAdvance(letters) / em);
    QPainterPath path;
    path.addText(0, 0, font, letters);
    for (QPolygonF const& contour : path.toSubpathPolygons()) {
        qsizetype const count = contour.isClosed() ? contour.size() - 1 : contour.size();
        for (qsizetype i = 0; i < count; ++i)
            glyph->points.push_back({static_cast<float>(contour[i].x() / em), static_cast<float>(contour[i].y() / em)});
        glyph->contour_ends.push_back(static_cast<std::uint32_t>(glyph->points.size()));
    }
    return glyph;
}

/// Made once and shared by all maps of the program; what it holds depends on the fonts of the machine alone.
class Cache {
public:
    SharedGlyph get(QString const& letters, GlyphFace face)
    {
        QMutexLocker const lock{&mutex_};
        auto const key = std::tuple{face, letters};
        auto const found = glyphs_.find(key);
        if (found != glyphs_.end()) return found->second;
        if (glyphs_.size() >= most) glyphs_.clear();
        return glyphs_[key] = outlineOf(letters, face);
    }

private:
    QMutex mutex_;
    std::map<std::tuple<GlyphFace, QString>, SharedGlyph> glyphs_;
};

Cache& cache()
{
    static Cache cache;
    return cache;
}

}  // namespace

std::vector<SharedGlyph> glyphsOf(QString const& text, GlyphFace face)
{
    if (needsShaping(text)) return {cache().get(text, face)};
    std::vector<SharedGlyph> glyphs;
    for (char32_t const c : text.toStdU32String()) glyphs.push_back(cache().get(QString::fromUcs4(&c, 1), face));
    return glyphs;
}

}  // namespace cresset::widgets
