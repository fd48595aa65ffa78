#include "widgets/layer_panel.h"

#include "widgets/desk_hub.h"
#include "widgets/icon.h"
#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr int key_role = Qt::UserRole;
constexpr int sign_side = 18;
constexpr int most_name = 110;  // pixels of a layer's name beside its opacity

/// A row of the legend: what stands for what.
struct LegendRow {
    QString key, name;
    std::string icon;
    IconColours colours;
    bool filters = true;  // can be ticked off
};

QIcon signOf(LegendRow const& row)
{
    return QIcon{QPixmap::fromImage(iconPicture(row.icon, 2 * sign_side, row.colours))};
}

std::vector<LegendRow> unitRows(Theme const& theme, DeskHub const& hub)
{
    std::vector<LegendRow> rows;
    for (Status const status : all_statuses) {
        Unit unit;
        unit.status = status;
        MarkStatus const mark = markStatus(unit);
        std::string const name{nameOf(mark)};
        rows.push_back({QString::fromStdString(name),
                        QStringLiteral("%1  %2").arg(letterOf(mark)).arg(statusText(status, hub)),
                        "status-" + name,
                        {{}, theme.colour("mark.frame"), theme.status(mark)}});
    }
    rows.push_back({QStringLiteral("tails"),
                    LayerPanel::tr("where it has been (in hand, on scene)"),
                    "tail",
                    {theme.colour("mark.tail"), {}, {}}});
    rows.push_back({QStringLiteral("clusters"),
                    LayerPanel::tr("several as one, seen from afar"),
                    "cluster",
                    {theme.colour("status.available"), theme.colour("mark.frame"), theme.colour("mark.body")}});
    rows.push_back({QStringLiteral("distress"),
                    LayerPanel::tr("!  distress, always shown"),
                    "frame-distress",
                    {theme.colour("status.distress"), theme.colour("mark.selected"), {}},
                    false});
    rows.push_back({QStringLiteral("stale"),
                    LayerPanel::tr("position is old"),
                    "frame-unit-stale",
                    {theme.colour("status.available"), theme.colour("mark.frame"), {}},
                    false});
    return rows;
}

std::vector<LegendRow> incidentRows(Theme const& theme, DeskHub const& hub)
{
    std::vector<LegendRow> rows;
    for (PriorityCode const& code : hub.world().codes.priorities)
        rows.push_back({QStringLiteral("p%1").arg(code.rank),
                        hub.name(code.name),
                        "frame-incident",
                        {theme.priority(code.rank), theme.colour("mark.frame"), {}},
                        code.rank != 1});
    return rows;
}

std::vector<LegendRow> cameraRows(Theme const& theme)
{
    auto const colours = [&](char const* name) {
        return IconColours{theme.colour(name), theme.colour("mark.frame"), theme.colour("mark.frame")};
    };
    return {{QStringLiteral("working"), LayerPanel::tr("camera"), "frame-camera", colours("mark.camera")},
            {QStringLiteral("broken"), LayerPanel::tr("camera, out of order"), "frame-camera",
             colours("mark.camera_broken")}};
}

std::vector<LegendRow> legendOf(QString const& layer, Theme const& theme, DeskHub const& hub)
{
    IconColours const post{theme.colour("mark.post"), theme.colour("mark.frame"), theme.colour("mark.post")};
    if (layer == QStringLiteral("units")) return unitRows(theme, hub);
    if (layer == QStringLiteral("incidents")) return incidentRows(theme, hub);
    if (layer == QStringLiteral("cameras")) return cameraRows(theme);
    if (layer == QStringLiteral("stations"))
        return {{QStringLiteral("police"), LayerPanel::tr("police station"), "glyph-police", post},
                {QStringLiteral("fire"), LayerPanel::tr("fire station"), "glyph-fire", post}};
    return {};
}

QString layerName(QString const& key)
{
    if (key == QStringLiteral("units")) return LayerPanel::tr("Units");
    if (key == QStringLiteral("incidents")) return LayerPanel::tr("Incidents");
    if (key == QStringLiteral("drones")) return LayerPanel::tr("Drones and what they see");
    if (key == QStringLiteral("routes")) return LayerPanel::tr("Ways of units");
    if (key == QStringLiteral("cameras")) return LayerPanel::tr("Cameras");
    if (key == QStringLiteral("stations")) return LayerPanel::tr("Stations");
    if (key == QStringLiteral("fences")) return LayerPanel::tr("Fences");
    return LayerPanel::tr("Patrol grids");
}

}  // namespace

LayerPanel::LayerPanel(DeskHub const& hub, QWidget* parent) : QWidget{parent}, hub_{hub}, states_{usualLayers()}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    opacity_label_.setTextFormat(Qt::PlainText);
    tree_.setHeaderHidden(true);
    tree_.setIconSize({sign_side, sign_side});
    opacity_.setOrientation(Qt::Horizontal);
    opacity_.setRange(10, 100);
    opacity_.setSingleStep(10);
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(6);
    grid->addWidget(&tree_, 0, 0, 1, 3);
    grid->addWidget(&file_, 1, 0, 1, 3);
    grid->addWidget(&opacity_label_, 2, 0);
    grid->addWidget(&opacity_, 2, 1, 1, 2);
    grid->addWidget(&names_label_, 3, 0);
    grid->addWidget(&names_, 3, 1, 1, 2);
    grid->addWidget(&up_, 4, 0);
    grid->addWidget(&down_, 4, 1);
    grid->addWidget(&usual_, 4, 2);
    grid->addWidget(&add_, 5, 0, 1, 3);
    buildFiles();
    connect(&tree_, &QTreeWidget::itemChanged, this, &LayerPanel::ticked);
    connect(&tree_, &QTreeWidget::currentItemChanged, this, &LayerPanel::showOpacity);
    connect(&opacity_, &QSlider::valueChanged, this, [this](int value) {
        int const row = currentLayer();
        if (row < 0) return;
        states_[static_cast<std::size_t>(row)].opacity = value;
        showOpacity();
        Q_EMIT changed(states_);
    });
    connect(&up_, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(&down_, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(&usual_, &QPushButton::clicked, this, &LayerPanel::resetLayers);
    connect(&names_, &QComboBox::activated, this, [this](int row) { Q_EMIT namesChosen(row - 1); });
    setFocusProxy(&tree_);
}

void LayerPanel::setTheme(Theme const& theme)
{
    theme_ = &theme;
    retranslate();
}

void LayerPanel::setStates(LayerStates states)
{
    states_ = std::move(states);
    fill();
}

void LayerPanel::setNames(int choice)
{
    names_.setCurrentIndex(choice + 1);
}

/// What can be done with a file.
void LayerPanel::buildFiles()
{
    auto* grid = new QGridLayout{&file_};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    file_note_.setTextFormat(Qt::PlainText);
    file_note_.setWordWrap(true);
    grid->addWidget(&file_note_, 0, 0, 1, 3);
    grid->addWidget(&datum_label_, 1, 0);
    grid->addWidget(&datum_, 1, 1, 1, 2);
    grid->addWidget(&look_, 2, 0);
    grid->addWidget(&again_, 2, 1);
    grid->addWidget(&remove_, 2, 2);
    connect(&add_, &QPushButton::clicked, this, &LayerPanel::fileWanted);
    connect(&remove_, &QPushButton::clicked, this, &LayerPanel::removeCurrent);
    connect(&look_, &QPushButton::clicked, this, [this] {
        if (auto const* file = currentFile()) Q_EMIT fileLooked(file->key);
    });
    connect(&again_, &QPushButton::clicked, this, [this] {
        if (auto const* file = currentFile()) Q_EMIT fileRead(QString{file->key}, file->datum);
    });
    connect(&datum_, &QComboBox::activated, this, [this](int row) {
        if (auto const* file = currentFile())
            Q_EMIT fileRead(QString{file->key}, all_datums[static_cast<std::size_t>(row)]);
    });
    connect(&tree_, &QTreeWidget::itemDoubleClicked, this, [this] {
        if (auto const* file = currentFile()) Q_EMIT fileLooked(file->key);
    });
    tree_.installEventFilter(this);
    file_.hide();
}

void LayerPanel::removeCurrent()
{
    if (auto const* file = currentFile()) Q_EMIT fileRemoved(QString{file->key});
}

bool LayerPanel::eventFilter(QObject* watched, QEvent* event)
{
    bool const deletes = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete;
    if (watched == &tree_ && deletes && currentFile() != nullptr) return removeCurrent(), true;
    return QWidget::eventFilter(watched, event);
}

void LayerPanel::resetLayers()
{
    QStringList files;
    for (FileRow const& file : files_) files.append(file.key);
    setStates(withFiles(usualLayers(), files));
    Q_EMIT changed(states_);
}

void LayerPanel::setFiles(std::vector<FileRow> files)
{
    if (files == files_) return;
    bool const same = std::ranges::equal(files, files_, {}, &FileRow::key, &FileRow::key);
    files_ = std::move(files);
    if (same)
        refreshFiles();
    else
        fill();
}

/// What is known of them is told anew; where the list stands and what is in hand stays.
void LayerPanel::refreshFiles()
{
    if (theme_ == nullptr) return;
    QSignalBlocker const quiet{tree_};
    for (int i = 0; i < tree_.topLevelItemCount(); ++i) {
        auto const* file = fileOf(states_[static_cast<std::size_t>(i)].key);
        if (file == nullptr) continue;
        auto* item = tree_.topLevelItem(i);
        bool const in_hand = tree_.currentItem() != nullptr && tree_.currentItem()->parent() == item;
        if (in_hand) tree_.setCurrentItem(item);
        qDeleteAll(item->takeChildren());
        addFileNote(*item, *file);
    }
    showFile();
}

void LayerPanel::choose(QString const& key)
{
    auto const at = std::ranges::find(states_, key, &LayerState::key);
    if (at == states_.end()) return;
    auto* item = tree_.topLevelItem(static_cast<int>(at - states_.begin()));
    tree_.setCurrentItem(item);
    tree_.scrollToItem(item);
}

FileRow const* LayerPanel::fileOf(QString const& key) const
{
    auto const found = std::ranges::find(files_, key, &FileRow::key);
    return found == files_.end() ? nullptr : &*found;
}

FileRow const* LayerPanel::currentFile() const
{
    int const row = currentLayer();
    return row < 0 ? nullptr : fileOf(states_[static_cast<std::size_t>(row)].key);
}

QString LayerPanel::nameOfLayer(QString const& key) const
{
    auto const* file = fileOf(key);
    return file == nullptr ? layerName(key) : file->name();
}

QString LayerPanel::noteOf(FileRow const& file) const
{
    if (file.state == FileRow::State::refused) return problemText(file.problem);
    if (file.state == FileRow::State::reading)
        return file.per_mille == 0 ? tr("is being read…") : tr("is being read: %1 %").arg(file.per_mille / 10);
    if (file.features == 0) return tr("a picture");
    QString text = tr("%1 features").arg(QLocale::c().toString(static_cast<qulonglong>(file.features)));
    if (file.left_out > 0)
        text += tr(", %1 without a place").arg(QLocale::c().toString(static_cast<qulonglong>(file.left_out)));
    return text;
}

/// Of a refusal only the sign here; its sentence stands below the list, where there is room for it.
void LayerPanel::addFileNote(QTreeWidgetItem& layer, FileRow const& file)
{
    bool const refused = file.state == FileRow::State::refused;
    QString const note = refused ? tr("not shown") : noteOf(file);
    QString const datum = QString::fromLatin1(file.datum == Datum::gcj02  ? "GCJ-02"
                                              : file.datum == Datum::bd09 ? "BD-09"
                                                                          : "WGS-84");
    auto* item = new QTreeWidgetItem{&layer, {note + QStringLiteral(" · ") + datum}};
    item->setForeground(0, theme_->colour(refused ? "error" : "dim"));
    item->setToolTip(0, QStringLiteral("%1\n%2").arg(noteOf(file), file.path).toHtmlEscaped());
    layer.setIcon(0, signOf({{}, {}, "layer", {theme_->colour(file.colourName()), theme_->colour("mark.frame"), {}}}));
    layer.setToolTip(0, file.path.toHtmlEscaped());
}

void LayerPanel::showFile()
{
    auto const* file = currentFile();
    file_.setVisible(file != nullptr);
    if (file == nullptr) return;
    bool const reading = file->state == FileRow::State::reading;
    file_note_.setText(noteOf(*file));  // what else is known of it stands in its row
    file_note_.setVisible(file->state == FileRow::State::refused);
    QSignalBlocker const quiet{datum_};
    datum_.setCurrentIndex(static_cast<int>(file->datum));
    look_.setEnabled(file->state == FileRow::State::shown);
    again_.setEnabled(!reading);
    remove_.setText(reading ? tr("Stop") : tr("Remove"));
    remove_.setToolTip(reading ? tr("It is not read on, and no layer") : tr("It is no layer any more (Delete)"));
}

void LayerPanel::addLegend(QTreeWidgetItem& layer, LayerState const& state)
{
    for (LegendRow const& row : legendOf(state.key, *theme_, hub_)) {
        auto* item = new QTreeWidgetItem{&layer, {row.name}};
        item->setIcon(0, signOf(row));
        item->setData(0, key_role, row.key);
        item->setToolTip(0, row.name.toHtmlEscaped());
        if (row.filters) item->setCheckState(0, state.hidden.contains(row.key) ? Qt::Unchecked : Qt::Checked);
    }
}

void LayerPanel::fill()
{
    if (theme_ == nullptr) return;
    auto* const before = tree_.currentItem();
    QString const in_hand =
        before == nullptr ? QString{}
                          : (before->parent() != nullptr ? before->parent() : before)->data(0, key_role).toString();
    QSignalBlocker const quiet{tree_};
    filling_ = true;
    tree_.clear();
    for (LayerState const& state : states_) {
        auto* item = new QTreeWidgetItem{&tree_, {nameOfLayer(state.key)}};
        item->setData(0, key_role, state.key);
        item->setCheckState(0, state.shown ? Qt::Checked : Qt::Unchecked);
        if (auto const* file = fileOf(state.key))
            addFileNote(*item, *file);
        else
            addLegend(*item, state);
        item->setExpanded(true);
    }
    auto const at = std::ranges::find(states_, in_hand, &LayerState::key);
    tree_.setCurrentItem(tree_.topLevelItem(at == states_.end() ? 0 : static_cast<int>(at - states_.begin())));
    filling_ = false;
    showOpacity();
}

int LayerPanel::currentLayer() const
{
    auto* item = tree_.currentItem();
    if (item == nullptr) return -1;
    return tree_.indexOfTopLevelItem(item->parent() != nullptr ? item->parent() : item);
}

void LayerPanel::ticked(QTreeWidgetItem* item)
{
    if (filling_) return;
    auto* layer = item->parent() != nullptr ? item->parent() : item;
    auto& state = states_[static_cast<std::size_t>(tree_.indexOfTopLevelItem(layer))];
    bool const on = item->checkState(0) == Qt::Checked;
    QString const key = item->data(0, key_role).toString();
    if (item == layer)
        state.shown = on;
    else if (state.hidden.removeAll(key), !on)
        state.hidden.append(key);
    Q_EMIT changed(states_);
}

void LayerPanel::moveCurrent(int by)
{
    int const row = currentLayer(), to = row + by;
    if (row < 0 || to < 0 || to >= static_cast<int>(states_.size())) return;
    std::swap(states_[static_cast<std::size_t>(row)], states_[static_cast<std::size_t>(to)]);
    tree_.setCurrentItem(tree_.topLevelItem(to));
    fill();
    Q_EMIT changed(states_);
}

void LayerPanel::showOpacity()
{
    showFile();
    int const row = currentLayer();
    if (row < 0) return;
    auto const& state = states_[static_cast<std::size_t>(row)];
    QSignalBlocker const quiet{opacity_};
    opacity_.setValue(state.opacity);
    QString const name = opacity_label_.fontMetrics().elidedText(nameOfLayer(state.key), Qt::ElideMiddle, most_name);
    opacity_label_.setText(tr("%1: %2 %").arg(name).arg(state.opacity));
}

void LayerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void LayerPanel::retranslate()
{
    up_.setText(tr("Up"));
    down_.setText(tr("Down"));
    usual_.setText(tr("As usual"));
    up_.setToolTip(tr("The layer lies above its neighbour"));
    down_.setToolTip(tr("The layer lies below its neighbour"));
    usual_.setToolTip(tr("The usual layers, in the usual order"));
    opacity_.setAccessibleName(tr("Opacity"));
    add_.setText(tr("Add a file…"));
    add_.setToolTip(tr("GeoJSON, GeoPackage, Shapefile, KML, GPX, GeoTIFF or MBTiles; or drop it onto the window"));
    look_.setText(tr("Zoom to it"));
    again_.setText(tr("Read again"));
    datum_label_.setText(tr("Positions in"));
    datum_.setAccessibleName(tr("Positions in"));
    datum_.clear();
    datum_.addItems({tr("WGS-84 / CGCS2000"), tr("GCJ-02"), tr("BD-09")});
    tree_.setAccessibleName(tr("Layers and legend"));
    names_label_.setText(tr("Names on the map"));
    names_.setAccessibleName(tr("Names on the map"));
    int const chosen = std::max(0, names_.currentIndex());
    names_.clear();
    names_.addItems({tr("as the window"), tr("Latin"), tr("Chinese"), tr("both")});
    names_.setCurrentIndex(chosen);
    fill();
}

}  // namespace cresset::widgets
