#include "widgets/icon.h"

#include "core/base/resource_path.h"
#include "widgets/read_file.h"

#include <QByteArray>
#include <QSvgRenderer>
#include <filesystem>

namespace cresset::widgets {
namespace {

std::string pathOf(std::string_view name)
{
    return resource_path("icons/" + std::string{name} + ".svg");
}

QByteArray coloured(std::string const& drawing, IconColours const& colours)
{
    QByteArray text = QByteArray::fromStdString(drawing);
    text.replace("#BODY", colours.body.name().toLatin1());
    text.replace("#EDGE", colours.edge.name().toLatin1());
    text.replace("#INK", colours.ink.name().toLatin1());
    return text;
}

}  // namespace

void drawIcon(QPainter& painter, std::string_view name, QRectF const& where, IconColours const& colours)
{
    auto const drawing = readFile(pathOf(name));
    if (!drawing) return;
    QSvgRenderer renderer{coloured(*drawing, colours)};
    renderer.render(&painter, where);
}

bool iconExists(std::string_view name)
{
    std::error_code error;
    return std::filesystem::exists(pathOf(name), error);
}

QImage iconPicture(std::string_view name, int pixels, IconColours const& colours)
{
    QImage picture{pixels, pixels, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    drawIcon(painter, name, QRectF{picture.rect()}, colours);
    return picture;
}

}  // namespace cresset::widgets
