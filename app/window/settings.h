#pragma once
/// What the program remembers of its user between two starts; nothing of a shift.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cresset::app {

struct Settings {
    QString language;  // "zh_CN" or "en"; empty: that of the machine
    QString theme = QStringLiteral("night");
    QByteArray geometry, docks;
    QString layers;       // how the map's layers are shown: layersFrom()
    QString files;        // map files that are layers: FileLayers
    int names = -1;       // which names the map shows: a NameChoice; -1: those of the language
    QString views;        // SavedViews
    QString macros;       // Macros::text()
    QStringList volumes;  // "distress 80": of the sounds that somebody set
    QStringList feeds;    // live receivers, as parse_feed_address() reads them

    static Settings load();
    void save() const;
    bool chinese() const;
};

}  // namespace cresset::app
