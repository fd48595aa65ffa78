/// Map files as layers: dropped onto the window, chosen in the menu or named in the command line, all the same way.
#include "app/window/datum_menu.h"
#include "app/window/main_window.h"
#include "widgets/words.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr qsizetype most_at_once = 32;

QStringList localFiles(QMimeData const& data)
{
    QStringList files;
    for (QUrl const& url : data.urls())
        if (url.isLocalFile()) files.append(url.toLocalFile());
    return files;
}

bool meet(Bounds const& a, Bounds const& b)
{
    return a.min.lat_e7 <= b.max.lat_e7 && b.min.lat_e7 <= a.max.lat_e7 && a.min.lon_e7 <= b.max.lon_e7 &&
           b.min.lon_e7 <= a.max.lon_e7;
}

}  // namespace

void MainWindow::connectFiles()
{
    setAcceptDrops(true);
    connect(&map_files_, &FileLayers::changed, this, &MainWindow::filesChanged);
    connect(&map_files_, &FileLayers::finished, this, &MainWindow::fileFinished);
    connect(&hub_, &DeskHub::said, this, [this] { out_of_sight_.clear(); });  // something else stands there now
    connect(&map_.canvas(), &MapCanvas::viewChanged, this, [this] {
        if (!out_of_sight_.isEmpty()) cameIntoSight();
    });
    connect(&command_, &CommandBar::fileRequested, this, &MainWindow::addFile);
    connect(&layers_, &LayerPanel::fileWanted, this, &MainWindow::askForFiles);
    connect(&layers_, &LayerPanel::fileRemoved, &map_files_, &FileLayers::remove);
    connect(&layers_, &LayerPanel::fileRead, this, [this](QString const& key, Datum datum) {
        awaited_.append(key);
        map_files_.read(key, datum);
    });
    connect(&layers_, &LayerPanel::fileLooked, this, [this](QString const& key) {
        auto const* layer = map_files_.layer(key);
        if (layer == nullptr || layer->content().bounds().empty()) return;
        map_.follow({});
        map_.canvas().fitTo(layer->content().bounds());
    });
}

void MainWindow::setLayers(LayerStates const& states)
{
    map_.setLayers(states);
    settings_.layers = layersText(states);
}

/// The map lets go of what is gone before anything else happens.
void MainWindow::filesChanged()
{
    auto const rows = map_files_.rows();
    QStringList keys;
    for (FileRow const& row : rows) keys.append(row.key);
    auto const states = withFiles(layers_.states(), keys);
    bool const others = states != layers_.states();
    if (others) {
        layers_.setStates(states);
        setLayers(states);
    }
    layers_.setFiles(rows);
    if (QString const text = map_files_.text(); text != settings_.files) {
        settings_.files = text;
        settings_.save();
    }
}

void MainWindow::addFile(QString const& given, Datum datum)
{
    QString path = given;
    if (path.startsWith(QStringLiteral("~/"))) path = QDir::homePath() + path.mid(1);
    QString const key = map_files_.add(path, datum);
    awaited_.append(key);
    showDock("layers");
    layers_.choose(key);
    hub_.say(tr("%1 is being read").arg(map_files_.row(key)->name()));
}

/// Said of what somebody just did, not of what was remembered: that stands in the list.
void MainWindow::fileFinished(QString const& key)
{
    auto const* row = map_files_.row(key);
    if (row == nullptr || awaited_.removeAll(key) == 0) return;
    if (row->state == FileRow::State::refused) return hub_.say(problemText(row->problem), false);
    auto const& content = map_files_.layer(key)->content();
    if (content.raster) {  // a picture hides what lies below it: it begins at the bottom
        LayerStates states = layers_.states();
        auto const own = std::ranges::find(states, key, &LayerState::key);
        if (own != states.end()) std::rotate(own, own + 1, states.end());
        layers_.setStates(states);
        layers_.choose(key);
        setLayers(states);
    }
    bool const seen = meet(content.bounds(), map_.canvas().view().bounds());
    hub_.say(seen ? tr("%1 is on the map").arg(row->name())
                  : tr("%1 is a layer, but lies outside of the picture: \"Zoom to it\" goes there").arg(row->name()));
    if (!seen) out_of_sight_ = key;
}

/// What was said of a file is true no longer once somebody went to it.
void MainWindow::cameIntoSight()
{
    auto const* row = map_files_.row(out_of_sight_);
    auto const* layer = map_files_.layer(out_of_sight_);
    if (row == nullptr || layer == nullptr) return out_of_sight_.clear();
    if (meet(layer->content().bounds(), map_.canvas().view().bounds()))
        hub_.say(tr("%1 is on the map").arg(row->name()));
}

void MainWindow::askForFiles()
{
    auto* dialog = new QFileDialog{this, tr("Add a file as a layer")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Map files (*.geojson *.json *.gpkg *.shp *.zip *.kml *.kmz *.gpx *.tif *.tiff *.mbtiles)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](QStringList const& files) { askForDatum(files, map_.mapToGlobal(map_.rect().center())); });
    dialog->setModal(false);
    dialog->show();
}

void MainWindow::askForDatum(QStringList const& paths, QPoint global)
{
    if (paths.isEmpty()) return;
    QString const what = paths.size() == 1 ? QFileInfo{paths.front()}.fileName() : tr("%1 files").arg(paths.size());
    askDatum(*this, global, tr("Positions in %1 are in").arg(what), [this, paths](Datum datum) {
        for (QString const& path : paths.mid(0, most_at_once)) addFile(path, datum);
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList const files = localFiles(*event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    askForDatum(files, mapToGlobal(event->position().toPoint()));
}

}  // namespace cresset::app
