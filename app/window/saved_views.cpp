#include "app/window/saved_views.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace cresset::app {

namespace {

std::optional<SavedView> viewOf(QJsonObject const& row)
{
    auto const place =
        place_from_degrees(row[QStringLiteral("lat")].toDouble(1000), row[QStringLiteral("lon")].toDouble(1000));
    SavedView view{row[QStringLiteral("city")].toString(),
                   row[QStringLiteral("name")].toString(),
                   {},
                   row[QStringLiteral("zoom")].toDouble(14)};
    if (!place || view.name.isEmpty()) return {};
    view.centre = *place;
    return view;
}

auto isCalled(QString const& city, QString const& name)
{
    return [city, name](SavedView const& view) {
        return view.city == city && view.name.compare(name, Qt::CaseInsensitive) == 0;
    };
}

}  // namespace

SavedViews::SavedViews(QString const& text)
{
    for (auto const& row : QJsonDocument::fromJson(text.toUtf8()).array())
        if (auto const view = viewOf(row.toObject())) keep(*view);
}

QString SavedViews::text() const
{
    QJsonArray rows;
    for (auto const& view : views_)
        rows.append(QJsonObject{{QStringLiteral("city"), view.city},
                                {QStringLiteral("name"), view.name},
                                {QStringLiteral("lat"), view.centre.lat()},
                                {QStringLiteral("lon"), view.centre.lon()},
                                {QStringLiteral("zoom"), view.zoom}});
    return QString::fromUtf8(QJsonDocument{rows}.toJson(QJsonDocument::Compact));
}

void SavedViews::keep(SavedView const& view)
{
    auto const there = std::ranges::find_if(views_, isCalled(view.city, view.name));
    if (there != views_.end())
        *there = view;
    else
        views_.push_back(view);
}

bool SavedViews::forget(QString const& city, QString const& name)
{
    return std::erase_if(views_, isCalled(city, name)) > 0;
}

std::optional<SavedView> SavedViews::find(QString const& city, QString const& name) const
{
    auto const there = std::ranges::find_if(views_, isCalled(city, name));
    return there == views_.end() ? std::nullopt : std::optional{*there};
}

std::vector<SavedView> SavedViews::of(QString const& city) const
{
    std::vector<SavedView> some;
    std::ranges::copy_if(views_, std::back_inserter(some), [&](SavedView const& view) { return view.city == city; });
    return some;
}

}  // namespace cresset::app
