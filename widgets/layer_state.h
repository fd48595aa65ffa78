#pragma once
/// How a layer of the map is shown, as the layer panel and the settings speak of it.

#include <QString>
#include <QStringList>
#include <vector>

namespace cresset::widgets {

struct LayerState {
    QString key;  ///< "units", "incidents" ..., or of a file: "file:3"
    bool shown = true;
    int opacity = 100;   ///< per cent, 10..100
    QStringList hidden;  ///< keys of the legend's rows that are filtered out
    friend bool operator==(LayerState const&, LayerState const&) = default;
};

/// Topmost first.
using LayerStates = std::vector<LayerState>;

/// The layers of the map as they come, in the usual order: every one shown but the patrol grids, for a quiet map.
LayerStates usualLayers();
/// JSON, for the settings.
QString layersText(LayerStates const& states);
/// What of the text fits the layers that there are, `files` (their keys) among them: unknown ones are left out, missing
/// ones stand below the others. Anything that is no such text gives the usual layers, and the files below them.
LayerStates layersFrom(QString const& text, QStringList const& files = {});
bool isFile(LayerState const& state);
/// The same with exactly these files: new ones above the files that were there, below all else.
LayerStates withFiles(LayerStates states, QStringList const& files);

}  // namespace cresset::widgets
