/// Problems that a person at the desk meets, in the language in use. The core and the maps say them in English, with
/// names and causes in them; here the sentence is known again by its shape.

#include "widgets/fence_words.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace cresset::widgets {

namespace {

// The more particular first: the first that fits is taken. A "{0}" may be another problem, which is translated too.
// Long sentences stand on two lines. NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr char const* problems[] = {
    QT_TRANSLATE_NOOP("Problem", "{0} is held by another program: open it to read"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no journal, or it is damaged: {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0} is not a journal of this program"),
    QT_TRANSLATE_NOOP("Problem", "{0} cannot be opened as MBTiles: {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0} is not there: was it moved, or its disk taken out?"),
    QT_TRANSLATE_NOOP("Problem", "{0} is not there"),
    QT_TRANSLATE_NOOP("Problem", "{0} cannot name a macro: take a word of letters, without blanks or signs"),
    QT_TRANSLATE_NOOP("Problem", "{0} is a verb: give the macro another name"),
    QT_TRANSLATE_NOOP("Problem", "a macro has 1 to {0} lines: write && between them"),
    QT_TRANSLATE_NOOP("Problem", "\"{0}\" begins with no verb: a macro is made of lines as one types them"),
    QT_TRANSLATE_NOOP("Problem", "{0} macros are kept: forget one first"),
    QT_TRANSLATE_NOOP("Problem", "{0} takes {1} words: {2}"),
    QT_TRANSLATE_NOOP("Problem", "the table of sounds (sounds.json) does not fit its form"),
    QT_TRANSLATE_NOOP("Problem", "{0} cannot be read: look whether it is a file that you may open"),
    QT_TRANSLATE_NOOP("Problem", "{0} is too large to be a layer: cut it to the city first"),
    QT_TRANSLATE_NOOP("Problem",
                      "{0} is no map file that can be a layer: give GeoJSON, GeoPackage, Shapefile, KML, GPX, GeoTIFF "
                      "or MBTiles"),
    QT_TRANSLATE_NOOP("Problem", "{0} lacks its {1}: put all parts of the Shapefile into one folder"),
    QT_TRANSLATE_NOOP("Problem",
                      "{0} is damaged, or it is not what it seems: save it anew in the program that it came from"),
    QT_TRANSLATE_NOOP("Problem", "{0} declares entities, which no map file needs: save it anew without a DOCTYPE"),
    QT_TRANSLATE_NOOP("Problem", "{0} unpacks to too much: take the map files out and give them alone"),
    QT_TRANSLATE_NOOP("Problem", "{0} has names that lead elsewhere: take the map files out and give them alone"),
    QT_TRANSLATE_NOOP("Problem", "{0} has nothing that can be shown on a map"),
    QT_TRANSLATE_NOOP("Problem", "{0} does not say in which coordinate system it is: save it in WGS-84 (EPSG:4326)"),
    QT_TRANSLATE_NOOP("Problem", "{0} has too many points to be a layer: cut it to the city first"),
    QT_TRANSLATE_NOOP("Problem", "{0} is a base map of vector tiles: open it as a city"),
    QT_TRANSLATE_NOOP("Problem", "this system cannot confine the program that reads map files, so {0} is not read"),
    QT_TRANSLATE_NOOP("Problem", "{0} took too long to read: cut it to the city first"),
    QT_TRANSLATE_NOOP("Problem",
                      "{0} made its reader fall: it is damaged or made to do harm, and nothing of it is shown"),
    QT_TRANSLATE_NOOP("Problem", "what the reader told of {0} cannot be: nothing of it is shown"),
    QT_TRANSLATE_NOOP("Problem", "cresset-layer is not beside the program, so {0} cannot be read: install it again"),
    QT_TRANSLATE_NOOP("Problem", "{0} is there already: choose another name"),
    QT_TRANSLATE_NOOP("Problem", "{0} is there already: give another name, or --resume to go on with it"),
    QT_TRANSLATE_NOOP("Problem", "the copy is as broken as its source: {0}"),
    QT_TRANSLATE_NOOP("Problem", "to read only, give a journal that exists"),
    QT_TRANSLATE_NOOP("Problem", "there is no such text, or it is erased already"),
    QT_TRANSLATE_NOOP("Problem", "the text is erased, but a reader still holds the log, which is cut when it lets go"),
    QT_TRANSLATE_NOOP("Problem",
                      "the disk is full: nothing more is saved until there is room; make room on the journal's disk"),
    QT_TRANSLATE_NOOP("Problem", "the journal's file is damaged ({0}): go on in a new journal"),
    QT_TRANSLATE_NOOP("Problem",
                      "the journal's disk failed ({0}): nothing more is saved; try again, or go on in a new journal "
                      "on another disk"),
    QT_TRANSLATE_NOOP("Problem", "{0}: was made by a newer program (version {1} of the pack, this program reads {2})"),
    QT_TRANSLATE_NOOP("Problem", "{0} cannot be read: {1}"),
    QT_TRANSLATE_NOOP("Problem", "give a file that ends with .osm.pbf, .osm, .osm.gz or .osm.bz2"),
    QT_TRANSLATE_NOOP("Problem", "there is no such file"),
    QT_TRANSLATE_NOOP("Problem", "it has no nodes"),
    QT_TRANSLATE_NOOP("Problem", "it has no ways; the file may be cut short"),
    QT_TRANSLATE_NOOP("Problem", "it does not fit into memory"),
    QT_TRANSLATE_NOOP("Problem", "the map has no nodes: there is nothing to draw"),
    QT_TRANSLATE_NOOP("Problem", "the map has nothing that can be drawn: take an extract with roads or buildings"),
    QT_TRANSLATE_NOOP("Problem", "the map is too large for one city: cut the city out of it first (osmium extract)"),
    QT_TRANSLATE_NOOP("Problem", "{0}: the pack cannot be written over its own source"),
    QT_TRANSLATE_NOOP("Problem", "{0} is a folder: give the name of the pack to write"),
    QT_TRANSLATE_NOOP("Problem", "{0}: there is no such folder to write into"),
    QT_TRANSLATE_NOOP("Problem", "{0}: cannot be written: {1}"),
    QT_TRANSLATE_NOOP("Problem", "the backup was stopped"),
    QT_TRANSLATE_NOOP("Problem", "the check was stopped"),
    QT_TRANSLATE_NOOP("Problem", "stopped"),
    QT_TRANSLATE_NOOP("Problem", "{0}: the city pack is damaged ({1})"),
    QT_TRANSLATE_NOOP("Problem", "{0}: the city pack is damaged"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no feed: write it as gpsd+tcp://127.0.0.1:2947=P12 or nmea+udp://:10110=P12"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no call sign: give 1 to {1} letters and figures without spaces"),
    QT_TRANSLATE_NOOP("Problem", "{0} has a [ without its ]"),
    QT_TRANSLATE_NOOP("Problem", "{0} has no port after the colon"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no name of a host"),
    QT_TRANSLATE_NOOP("Problem", "a feed over TCP needs a host, such as 127.0.0.1:2947"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no port: give a whole number from 1 to 65535"),
    QT_TRANSLATE_NOOP("Problem", "an address of a feed is shorter than that"),
    QT_TRANSLATE_NOOP("Problem", "{0}: only a gpsd has devices, such as /dev/ttyUSB0"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no address: over UDP give the sender's as figures, or none"),
    QT_TRANSLATE_NOOP("Problem", "another feed listens at UDP port {0} already"),
    QT_TRANSLATE_NOOP("Problem", "{0} is a feed already"),
    QT_TRANSLATE_NOOP("Problem", "{0} has a feed already: remove that first"),
    QT_TRANSLATE_NOOP("Problem", "another feed reads {0} already"),
    QT_TRANSLATE_NOOP("Problem",
                      "one receiver is one unit: give its call sign; only a fleet may speak for all (fleet+tcp)"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no unit of this room: write * for all units, or list it first"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no serial port: give its path, such as /dev/ttyUSB0"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no speed of a serial port: give one of {1}"),
    QT_TRANSLATE_NOOP("Problem", "a receiver at a serial port speaks NMEA: write nmea+serial:///dev/ttyUSB0=P12"),
    QT_TRANSLATE_NOOP("Problem", "a base map alone: no roads, names or stations; cressetctl import makes a city pack"),
    QT_TRANSLATE_NOOP("Problem", "the data of this city has no roads, so no ways can be found on it"),
    QT_TRANSLATE_NOOP("Problem", "this city has no names to search"),
    QT_TRANSLATE_NOOP("Problem", "{0} is this computer already: remove that feed first"),
    QT_TRANSLATE_NOOP("Problem", "the place of this computer is written place+system://=P12"),
    QT_TRANSLATE_NOOP("Problem", "{0} is no provider of places: give its name, such as geoclue2, or nothing"),
    QT_TRANSLATE_NOOP("Problem", "{0} is driven by the simulated city: give the receiver a call sign of its own"),
    QT_TRANSLATE_NOOP("Problem",
                      "the drill needs a city pack with roads: give --city, or make one with cressetctl import"),
    QT_TRANSLATE_NOOP("Problem", "the file of fences is no GeoJSON FeatureCollection: it has no list \"features\""),
    QT_TRANSLATE_NOOP("Problem", "the file of fences is no JSON, or nested too deep"),
    QT_TRANSLATE_NOOP("Problem", "the file of fences is larger than 64 MiB"),
    QT_TRANSLATE_NOOP("Problem", "a picture has no fences: give a file of lines and areas"),
    QT_TRANSLATE_NOOP("Problem", "{0} cannot be written: look whether its folder may be written to"),
    QT_TRANSLATE_NOOP("Problem", "feature {0}: {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0}: there is no department {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0}: there is no camera {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0}: there is no unit {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0}: it lies on no map"),
    QT_TRANSLATE_NOOP("Problem", "a position is not [longitude, latitude] in degrees"),
    QT_TRANSLATE_NOOP("Problem", "coordinates are missing"),
    QT_TRANSLATE_NOOP("Problem", "a point is a fence with \"radius_m\" only"),
    QT_TRANSLATE_NOOP("Problem", "\"{0}\" is no shape of a fence: draw a Polygon, a LineString or a Point"),
    QT_TRANSLATE_NOOP("Problem", "{0} must be a number above 0, at most {1}"),
    QT_TRANSLATE_NOOP("Problem", "{0} must be a time of the day (22:00)"),
    QT_TRANSLATE_NOOP("Problem", "{0} must be a day of the year (05-01)"),
};
// NOLINTEND(bugprone-suspicious-missing-comma)

/// Which words stand in the holes; nothing if it is not that sentence.
std::optional<QStringList> fit(QString const& sentence, QString const& text)
{
    static QRegularExpression const hole{QStringLiteral("\\\\\\{[0-9]\\\\\\}")};
    QString const shape = QRegularExpression::escape(sentence).replace(hole, QStringLiteral("(.+)"));
    auto const match =
        QRegularExpression{QRegularExpression::anchoredPattern(shape), QRegularExpression::DotMatchesEverythingOption}
            .match(text);
    if (!match.hasMatch()) return {};
    return match.capturedTexts().mid(1);
}

}  // namespace

std::span<char const* const> knownProblems()
{
    return problems;
}

char const* problemSentence(std::string const& problem)
{
    for (char const* english : problems)
        if (fit(QString::fromUtf8(english), QString::fromStdString(problem))) return english;
    return nullptr;
}

QString problemText(std::string const& problem)
{
    QString const text = QString::fromStdString(problem);
    for (char const* english : problems) {
        auto const words = fit(QString::fromUtf8(english), text);
        if (!words) continue;
        QString sentence = QCoreApplication::translate("Problem", english);
        for (qsizetype i = 0; i < words->size(); ++i)
            sentence.replace(QStringLiteral("{%1}").arg(i), problemText((*words)[i].toStdString()));
        return sentence;
    }
    return fenceFaultText(problem);
}

}  // namespace cresset::widgets
