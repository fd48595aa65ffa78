#pragma once
/// What the program remembers of its user between two starts; nothing of a shift.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cresset::app {

struct Settings {
    QString language;  // "zh_CN" or "en"; empty: that of the machine
    QString theme = QStringLiteral("night");
    QString seat;             // whose layouts are used: a name such as "calls"; empty: the only one
    QString layouts, layout;  // SavedLayouts, and the one switched to last
    int text_size = 100;      // of 100, 100 to 200
    int tail_minutes = 10;    // how far back a unit's tail reaches, 1 to 30
    int confirm_above = 5;    // an act on more units than that needs a second Enter
    bool glide = true;        // the map glides to another zoom, or jumps
    QString layers;           // how the map's layers are shown: layersFrom()
    int names = -1;           // which names the map shows: a NameChoice; -1: those of the language
    QString files;            // map files that are layers: FileLayers
    QString views;            // SavedViews
    QString macros;           // Macros::text()
    QStringList volumes;      // "distress 80": of the sounds that somebody set
    QStringList feeds;        // live receivers, as parse_feed_address() reads them

    bool remembered = true;  // false: nothing is written (a picture is taken)

    static Settings load();
    /// Nothing was ever remembered here: the program starts for the first time.
    static bool isFirstStart();
    void save() const;
    bool chinese() const;
};

}  // namespace cresset::app
