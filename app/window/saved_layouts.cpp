#include "app/window/saved_layouts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace cresset::app {

namespace {

QJsonObject jsonOf(WindowPlace const& place)
{
    QRect const& at = place.on_screen;
    return {{QStringLiteral("screen"), place.screen},
            {QStringLiteral("x"), at.x()},
            {QStringLiteral("y"), at.y()},
            {QStringLiteral("width"), at.width()},
            {QStringLiteral("height"), at.height()}};
}

std::optional<WindowPlace> windowPlaceOf(QJsonValue const& value)
{
    QJsonObject const row = value.toObject();
    auto const number = [&](char const* name) { return row[QString::fromLatin1(name)].toInt(); };
    QRect const at{number("x"), number("y"), number("width"), number("height")};
    constexpr int far = 1'000'000;
    if (at.isEmpty() || std::abs(at.x()) > far || std::abs(at.y()) > far || at.width() > far || at.height() > far)
        return {};
    return WindowPlace{row[QStringLiteral("screen")].toString(), at};
}

QJsonObject jsonOf(SavedLayout const& layout)
{
    QJsonObject floating;
    for (auto const& [panel, place] : layout.floating) floating[panel] = jsonOf(place);
    return {{QStringLiteral("seat"), layout.seat},
            {QStringLiteral("name"), layout.name},
            {QStringLiteral("docks"), QString::fromLatin1(layout.docks.toBase64())},
            {QStringLiteral("window"), jsonOf(layout.window)},
            {QStringLiteral("maximized"), layout.maximized},
            {QStringLiteral("floating"), floating}};
}

std::optional<SavedLayout> layoutOf(QJsonObject const& row)
{
    SavedLayout layout;
    layout.seat = row[QStringLiteral("seat")].toString();
    layout.name = row[QStringLiteral("name")].toString();
    layout.docks = QByteArray::fromBase64(row[QStringLiteral("docks")].toString().toLatin1());
    layout.maximized = row[QStringLiteral("maximized")].toBool();
    auto const window = windowPlaceOf(row[QStringLiteral("window")]);
    if (layout.docks.isEmpty() || !window) return {};
    layout.window = *window;
    QJsonObject const floating = row[QStringLiteral("floating")].toObject();
    for (QString const& panel : floating.keys())
        if (auto const place = windowPlaceOf(floating[panel])) layout.floating[panel] = *place;
    return layout;
}

auto isCalled(QString const& seat, QString const& name)
{
    return [seat, name](SavedLayout const& layout) {
        return layout.seat == seat && layout.name.compare(name, Qt::CaseInsensitive) == 0;
    };
}

}  // namespace

SavedLayouts::SavedLayouts(QString const& text)
{
    for (auto const& row : QJsonDocument::fromJson(text.toUtf8()).array())
        if (auto const layout = layoutOf(row.toObject())) keep(*layout);
}

QString SavedLayouts::text() const
{
    QJsonArray rows;
    for (auto const& layout : layouts_) rows.append(jsonOf(layout));
    return QString::fromUtf8(QJsonDocument{rows}.toJson(QJsonDocument::Compact));
}

void SavedLayouts::keep(SavedLayout const& layout)
{
    auto const there = std::ranges::find_if(layouts_, isCalled(layout.seat, layout.name));
    if (there != layouts_.end())
        *there = layout;
    else
        layouts_.push_back(layout);
}

bool SavedLayouts::forget(QString const& seat, QString const& name)
{
    return std::erase_if(layouts_, isCalled(seat, name)) > 0;
}

std::optional<SavedLayout> SavedLayouts::find(QString const& seat, QString const& name) const
{
    auto const there = std::ranges::find_if(layouts_, isCalled(seat, name));
    return there == layouts_.end() ? std::nullopt : std::optional{*there};
}

std::vector<QString> SavedLayouts::names(QString const& seat) const
{
    std::vector<QString> names;
    for (auto const& layout : layouts_)
        if (layout.seat == seat && !layout.name.isEmpty()) names.push_back(layout.name);
    return names;
}

std::vector<QString> SavedLayouts::seats() const
{
    std::vector<QString> seats;
    for (auto const& layout : layouts_)
        if (std::ranges::find(seats, layout.seat) == seats.end()) seats.push_back(layout.seat);
    return seats;
}

}  // namespace cresset::app
