#include "widgets/layer_state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr int least_opacity = 10;

LayerStates::iterator found(LayerStates& states, QString const& key)
{
    return std::ranges::find(states, key, &LayerState::key);
}

LayerState stateOf(QJsonObject const& row)
{
    LayerState state;
    state.key = row[QStringLiteral("key")].toString();
    state.shown = row[QStringLiteral("shown")].toBool(true);
    state.opacity = std::clamp(row[QStringLiteral("opacity")].toInt(100), least_opacity, 100);
    for (auto const& hidden : row[QStringLiteral("hidden")].toArray()) state.hidden.append(hidden.toString());
    return state;
}

}  // namespace

LayerStates usualLayers()
{
    LayerStates states;
    for (char const* key : {"units", "incidents", "drones", "routes", "cameras", "stations", "fences"})
        states.push_back({QString::fromLatin1(key), true, 100, {}});
    states.push_back({QStringLiteral("grids"), false, 100, {}});
    return states;
}

QString layersText(LayerStates const& states)
{
    QJsonArray rows;
    for (auto const& state : states)
        rows.append(QJsonObject{{QStringLiteral("key"), state.key},
                                {QStringLiteral("shown"), state.shown},
                                {QStringLiteral("opacity"), state.opacity},
                                {QStringLiteral("hidden"), QJsonArray::fromStringList(state.hidden)}});
    return QString::fromUtf8(QJsonDocument{rows}.toJson(QJsonDocument::Compact));
}

bool isFile(LayerState const& state)
{
    return state.key.startsWith(QStringLiteral("file:"));
}

LayerStates withFiles(LayerStates states, QStringList const& files)
{
    std::erase_if(states, [&](LayerState const& state) { return isFile(state) && !files.contains(state.key); });
    auto above = std::ranges::find_if(states, isFile) - states.begin();
    for (QString const& key : files)
        if (found(states, key) == states.end()) states.insert(states.begin() + above++, {key, true, 100, {}});
    return states;
}

LayerStates layersFrom(QString const& text, QStringList const& files)
{
    LayerStates usual = withFiles(usualLayers(), files), states;
    for (auto const& row : QJsonDocument::fromJson(text.toUtf8()).array()) {
        LayerState state = stateOf(row.toObject());
        auto const known = found(usual, state.key);
        if (known == usual.end()) continue;
        usual.erase(known);
        states.push_back(std::move(state));
    }
    for (auto const& missing : usual) states.push_back(missing);
    return states;
}

}  // namespace cresset::widgets
