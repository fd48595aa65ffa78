#include "widgets/layer_panel.h"

#include "widgets/desk_hub.h"
#include "widgets/icon.h"
#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr int key_role = Qt::UserRole;
constexpr int sign_side = 18;

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
    return LayerPanel::tr("Patrol grids");
}

}  // namespace

LayerPanel::LayerPanel(DeskHub const& hub, QWidget* parent) : QWidget{parent}, hub_{hub}, states_{usualLayers()}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    tree_.setHeaderHidden(true);
    tree_.setIconSize({sign_side, sign_side});
    opacity_.setOrientation(Qt::Horizontal);
    opacity_.setRange(10, 100);
    opacity_.setSingleStep(10);
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(6);
    grid->addWidget(&tree_, 0, 0, 1, 3);
    grid->addWidget(&opacity_label_, 1, 0);
    grid->addWidget(&opacity_, 1, 1, 1, 2);
    grid->addWidget(&names_label_, 2, 0);
    grid->addWidget(&names_, 2, 1, 1, 2);
    grid->addWidget(&up_, 3, 0);
    grid->addWidget(&down_, 3, 1);
    grid->addWidget(&usual_, 3, 2);
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
    connect(&usual_, &QPushButton::clicked, this, [this] {
        setStates(usualLayers());
        Q_EMIT changed(states_);
    });
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
    int const current = std::max(0, currentLayer());
    QSignalBlocker const quiet{tree_};
    filling_ = true;
    tree_.clear();
    for (LayerState const& state : states_) {
        auto* item = new QTreeWidgetItem{&tree_, {layerName(state.key)}};
        item->setCheckState(0, state.shown ? Qt::Checked : Qt::Unchecked);
        addLegend(*item, state);
        item->setExpanded(true);
    }
    tree_.setCurrentItem(tree_.topLevelItem(current));
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
    int const row = currentLayer();
    if (row < 0) return;
    auto const& state = states_[static_cast<std::size_t>(row)];
    QSignalBlocker const quiet{opacity_};
    opacity_.setValue(state.opacity);
    opacity_label_.setText(tr("%1: %2 %").arg(layerName(state.key)).arg(state.opacity));
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
