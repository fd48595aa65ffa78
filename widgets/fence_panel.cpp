#include "widgets/fence_panel.h"

#include "widgets/fence_words.h"
#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <algorithm>

namespace cresset::widgets {

FenceModel::FenceModel(DeskHub& hub, QObject* parent) : SortedRows{parent}, hub_{hub}
{
    refresh();
}

/// By their names.
std::vector<FenceId> FenceModel::ordered() const
{
    std::vector<std::pair<QString, FenceId>> named;
    for (auto const& [id, fence] : hub_.world().fences) named.emplace_back(hub_.name(fence.name), id);
    std::ranges::sort(named);
    std::vector<FenceId> rows;
    for (auto const& [name, id] : named) rows.push_back(id);
    return rows;
}

RowLook FenceModel::look(int row) const
{
    RowLook look;
    auto const id = at(row);
    auto const* fence = id ? hub_.world().fences.find(*id) : nullptr;
    if (fence == nullptr) return look;
    bool const watched = isWatchedNow(*fence, hub_);
    look.title = hub_.name(fence->name);
    look.subtitle = QStringLiteral("%1 · %2").arg(fenceShapeText(*fence, hub_), fenceWatchText(*fence));
    if (fence->shape.kind != FenceKind::line) look.right = tr("%1 inside").arg(fence->inside.size());
    look.right_below = watched ? tr("watched") : tr("not now");
    look.dim = !watched;
    look.spoken = QStringList{look.title, look.subtitle, look.right, look.right_below}.join(QStringLiteral(", "));
    return look;
}

FencePanel::FencePanel(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, view_{&model_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    inside_.setObjectName(QStringLiteral("fenceInside"));
    inside_.setTextFormat(Qt::PlainText);
    inside_.setWordWrap(true);
    inside_.setContentsMargins(8, 4, 8, 0);
    auto* buttons = new QGridLayout;
    buttons->setContentsMargins(8, 4, 8, 8);
    buttons->setSpacing(6);
    buttons->addWidget(&new_, 0, 0);
    buttons->addWidget(&change_, 0, 1);
    buttons->addWidget(&remove_, 0, 2);
    buttons->addWidget(&import_, 1, 0);
    buttons->addWidget(&export_, 1, 1);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&view_);
    layout->addWidget(&inside_);
    layout->addLayout(buttons);
    setFocusProxy(&view_);
    new_.setMenu(&new_menu_);
    view_.setContextMenuPolicy(Qt::CustomContextMenu);
    view_.installEventFilter(this);
    connect(&view_, &QListView::activated, this, [this] {
        if (auto const fence = chosen()) Q_EMIT lookRequested(*fence);
    });
    connect(view_.selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showChosen();
        Q_EMIT chosenChanged();
    });
    connect(&view_, &QWidget::customContextMenuRequested, this, &FencePanel::showMenu);
    connect(&change_, &QPushButton::clicked, this, [this] {
        if (auto const fence = chosen()) Q_EMIT changeRequested(*fence);
    });
    connect(&remove_, &QPushButton::clicked, this, [this] {
        if (auto const fence = chosen()) Q_EMIT removeRequested(*fence);
    });
    connect(&import_, &QPushButton::clicked, this, &FencePanel::importRequested);
    connect(&export_, &QPushButton::clicked, this, &FencePanel::exportRequested);
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.fences) refresh();
    });
    retranslate();
}

void FencePanel::refresh()
{
    model_.refresh();
    showChosen();
}

void FencePanel::choose(std::optional<FenceId> fence)
{
    QSignalBlocker const quiet{this};
    int const row = fence ? model_.rowOf(*fence) : -1;
    view_.setCurrentIndex(row < 0 ? QModelIndex{} : model_.index(row));
    showChosen();
}

/// Who is inside of the one in hand, and since when.
void FencePanel::showChosen()
{
    auto const id = chosen();
    auto const* fence = id ? hub_.world().fences.find(*id) : nullptr;
    for (QPushButton* button : {&change_, &remove_}) button->setEnabled(fence != nullptr);
    export_.setEnabled(model_.rowCount() > 0);
    QStringList lines;
    if (fence != nullptr) {
        lines << fenceForText(fence->whom, hub_) << fenceHoursText(fence->hours, hub_);
        if (!fence->inside.empty()) lines << tr("Inside: %1").arg(fenceInsideText(*fence, hub_));
        lines.removeAll(QString{});
    }
    inside_.setText(lines.join(QLatin1Char('\n')));
    inside_.setVisible(!lines.isEmpty());
}

void FencePanel::showMenu(QPoint at)
{
    auto const id = model_.at(view_.indexAt(at).row());
    if (!id) return;
    view_.setCurrentIndex(view_.indexAt(at));
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show on the map"), this, [this, id = *id] { Q_EMIT lookRequested(id); });
    menu->addAction(tr("Change"), this, [this, id = *id] { Q_EMIT changeRequested(id); });
    menu->addAction(tr("Remove"), this, [this, id = *id] { Q_EMIT removeRequested(id); });
    menu->popup(view_.viewport()->mapToGlobal(at));
}

bool FencePanel::eventFilter(QObject* watched, QEvent* event)
{
    bool const deletes = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete;
    if (watched != &view_ || !deletes) return QWidget::eventFilter(watched, event);
    if (auto const fence = chosen()) Q_EMIT removeRequested(*fence);
    return true;
}

void FencePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FencePanel::retranslate()
{
    view_.setAccessibleName(tr("Fences"));
    view_.setEmptyText(tr("No fence yet: New draws one."));
    new_.setText(tr("New"));
    new_.setToolTip(tr("Draw a fence on the map"));
    change_.setText(tr("Change"));
    change_.setToolTip(tr("Pull its corners on the map, and change what it watches"));
    remove_.setText(tr("Remove"));
    remove_.setToolTip(tr("Take the fence away (Delete); undo brings it back"));
    import_.setText(tr("Import…"));
    import_.setToolTip(tr("Fences from GeoJSON, GeoPackage, KML or a Shapefile"));
    export_.setText(tr("Export…"));
    export_.setToolTip(tr("All fences as GeoJSON, GeoPackage or KML"));
    new_menu_.clear();
    addSketches(new_menu_, [this](SketchKind kind) { Q_EMIT drawRequested(kind); });
    refresh();
}

void addSketches(QMenu& menu, std::function<void(SketchKind)> const& draw)
{
    std::pair<SketchKind, QString> const kinds[] = {
        {SketchKind::circle, FencePanel::tr("Circle")},
        {SketchKind::polygon, FencePanel::tr("Area")},
        {SketchKind::corridor, FencePanel::tr("Corridor along a line")},
        {SketchKind::line, FencePanel::tr("Line that is crossed")},
        {SketchKind::around_unit, FencePanel::tr("Around the unit in hand")},
        {SketchKind::region, FencePanel::tr("A patrol grid or a district")},
        {SketchKind::hole, FencePanel::tr("Hole in the area in hand")},
    };
    for (auto const& [kind, name] : kinds) menu.addAction(name, &menu, [draw, kind = kind] { draw(kind); });
}

}  // namespace cresset::widgets
