#include "widgets/label_shapes.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr float second_size = 0.86f;  // of the second name, against the first
constexpr float line_height = 1.18f;  // em

struct TextLine {
    std::vector<SharedGlyph> glyphs;
    float size = 0, width = 0;
};

TextLine lineOf(QString const& text, GlyphFace face, float size)
{
    TextLine line{glyphsOf(text, face), size, 0};
    for (auto const& glyph : line.glyphs) line.width += glyph->advance * size;
    return line;
}

/// Chinese is broken after ten characters, other writing at blanks near every 16.
QStringList wrapped(QString const& text)
{
    if (needsShaping(text)) return {text};
    QStringList lines;
    if (standsUpright(text)) {
        qsizetype const parts = (text.size() + 9) / 10, each = (text.size() + parts - 1) / parts;
        for (qsizetype i = 0; i < text.size(); i += each) lines.append(text.mid(i, each));
        return lines;
    }
    for (QString const& word : text.split(QLatin1Char{' '}))
        if (!lines.isEmpty() && lines.last().size() + word.size() < 16)
            lines.last() += QLatin1Char{' '} + word;
        else
            lines.append(word);
    return lines;
}

std::vector<TextLine> linesOf(LabelText const& text, GlyphFace face, float size)
{
    std::vector<TextLine> lines;
    for (QString const& line : wrapped(text.first)) lines.push_back(lineOf(line, face, size));
    if (!text.second.isEmpty())
        for (QString const& line : wrapped(text.second)) lines.push_back(lineOf(line, face, size * second_size));
    return lines;
}

float heightOf(std::vector<TextLine> const& lines)
{
    float height = 0;
    for (auto const& line : lines) height += line.size * line_height;
    return height;
}

/// Upright letters on whole pixels are crisp.
void addLine(TextLine const& line, float left, float middle_y, LabelShape& shape)
{
    float x = std::round(left);
    float const base = std::round(middle_y + glyph_middle * line.size);
    shape.boxes.push_back({x - 1, middle_y - 0.58f * line.size, x + line.width + 1, middle_y + 0.62f * line.size});
    for (auto const& glyph : line.glyphs) {
        shape.glyphs.push_back({glyph, {x, base}, line.size, 1, 0});
        x += glyph->advance * line.size;
    }
}

enum class Align : std::uint8_t { left, middle, right };

/// A block of lines with its top at `top`; `x` is its left, middle or right.
LabelShape block(std::vector<TextLine> const& lines, Align align, float x, float top)
{
    LabelShape shape;
    for (auto const& line : lines) {
        float const left = align == Align::left ? x : align == Align::right ? x - line.width : x - line.width / 2;
        addLine(line, left, top + line.size * line_height / 2, shape);
        top += line.size * line_height;
    }
    return shape;
}

}  // namespace

GlyphFace faceOf(LabelRule const& rule)
{
    return {rule.bold, rule.italic};
}

LabelShape centredShape(LabelText const& text, GlyphFace face, float size, RasterPoint middle)
{
    auto const lines = linesOf(text, face, size);
    return block(lines, Align::middle, middle.x, middle.y - heightOf(lines) / 2);
}

LabelShape besideShape(LabelText const& text, GlyphFace face, float size, Beside const& where)
{
    auto const lines = linesOf(text, face, size);
    float const height = heightOf(lines), gap = where.radius + 2.5f * where.dpr;
    RasterPoint const at = where.point;
    LabelShape shape = where.side == Side::right   ? block(lines, Align::left, at.x + gap, at.y - height / 2)
                       : where.side == Side::left  ? block(lines, Align::right, at.x - gap, at.y - height / 2)
                       : where.side == Side::below ? block(lines, Align::middle, at.x, at.y + gap - 2)
                                                   : block(lines, Align::middle, at.x, at.y - gap + 2 - height);
    shape.boxes.push_back(boxRound(at, where.radius));
    return shape;
}

PixelBox boxRound(RasterPoint middle, float half)
{
    return {middle.x - half, middle.y - half, middle.x + half, middle.y + half};
}

LabelShape shieldShape(QString const& text, float size, RasterPoint middle)
{
    TextLine const line = lineOf(text, {true, false}, size);
    LabelShape shape;
    addLine(line, middle.x - line.width / 2, middle.y, shape);
    PixelBox& box = shape.boxes[0];
    box = {std::round(middle.x - line.width / 2) - 4, std::round(middle.y - 0.72f * size), 0, 0};
    box.right = box.left + std::ceil(line.width) + 8;
    box.bottom = box.top + std::round(1.44f * size);
    return shape;
}

namespace {

/// How writing runs on a piece of a line.
struct Course {
    bool reversed = false;  ///< from the line's end towards its start
    bool stacked = false;   ///< letters upright, one below the other
};

Course courseOf(Writing const& writing, RasterPoint from, RasterPoint to)
{
    float const dx = to.x - from.x, dy = to.y - from.y;
    bool const stacked = writing.stackable && std::fabs(dy) > 1.1f * std::fabs(dx);
    return {stacked ? dy < 0 : dx < 0, stacked};
}

float turnBetween(float a, float b)
{
    return std::fabs(std::remainder(a - b, 6.2831853f));
}

}  // namespace

Writing::Writing(QString const& text, GlyphFace face) : glyphs{glyphsOf(text, face)}
{
    bool const upright = standsUpright(text);
    tracking = upright ? 0.22f : 0.05f;
    stackable = upright && !text.contains(QLatin1Char{' '});
    for (auto const& glyph : glyphs) width += glyph->advance;
    if (!glyphs.empty()) width += tracking * static_cast<float>(glyphs.size() - 1);
}

LabelShape alongShape(Writing const& writing, float size, LineWalk const& walk, float at)
{
    float const width = writing.width * size;
    float const begin = at - width / 2, end = at + width / 2;
    if (writing.glyphs.empty() || begin < 3 || end > walk.length() - 3) return {};
    Course const course = courseOf(writing, walk.at(begin), walk.at(end));
    LabelShape shape;
    float gone = 0, first_angle = 0, last_angle = 0;
    for (std::size_t i = 0; i < writing.glyphs.size(); ++i) {
        float const advance = writing.glyphs[i]->advance * size;
        auto const point = [&](float along) { return walk.at(course.reversed ? end - along : begin + along); };
        RasterPoint const a = point(gone - 0.3f * size), middle = point(gone + advance / 2),
                          b = point(gone + advance + 0.3f * size);
        float const angle = std::atan2(b.y - a.y, b.x - a.x);
        if (i == 0) first_angle = angle;
        if (i > 0 && (turnBetween(angle, last_angle) > 0.45f || turnBetween(angle, first_angle) > 1.6f)) return {};
        last_angle = angle;
        float const turn = course.stacked ? angle - 1.5707963f : angle;
        float const cosine = std::cos(turn), sine = std::sin(turn);
        float const back = -advance / 2, down = glyph_middle * size;
        shape.glyphs.push_back({writing.glyphs[i],
                                {middle.x + back * cosine - down * sine, middle.y + back * sine + down * cosine},
                                size,
                                cosine,
                                sine});
        float const half = std::max(0.56f * size, writing.glyphs.size() == 1 ? width / 2 : 0);
        shape.boxes.push_back(boxRound(middle, half));
        gone += advance + writing.tracking * size;
    }
    return shape;
}

}  // namespace cresset::widgets
