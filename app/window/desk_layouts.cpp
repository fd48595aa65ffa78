#include "app/window/desk_layouts.h"

#include <QEvent>

namespace cresset::app {

namespace {
/// Of the set of panels: a state that was saved with other ones is not restored.
constexpr int docks_version = 1;
constexpr qint64 settle_ms = 1000;  // after the window was shown it is the system that makes it larger, not a hand
}  // namespace

DeskLayouts::DeskLayouts(QMainWindow& window, Docks const& docks, Settings& settings)
    : window_{window}, docks_{docks}, settings_{settings}, saved_{settings.layouts}
{
}

QString DeskLayouts::keyOf(QString const& name)
{
    auto const usual = usualLayout(name);
    return usual ? namesOf(*usual)[0] : name;
}

void DeskLayouts::open()
{
    current_ = settings_.layout;
    auto const left = saved_.find(settings_.seat, {});
    came_back_ = left.has_value();
    if (left) {
        placeWindow(*left);
        return restoreLeft();
    }
    if (!apply(settings_.seat)) apply(namesOf(UsualLayout::dispatch)[0]);
}

void DeskLayouts::restoreLeft()
{
    auto const left = saved_.find(settings_.seat, {});
    if (!left) return;
    restorePanels(*left);
    // What was asked for is not asked for any more.
    for (char const* panel : {"intake", "help", "results", "layers"})
        if (auto const dock = docks_.find(QString::fromLatin1(panel));
            dock != docks_.end() && !(dock->first == QStringLiteral("intake") && current_ == QStringLiteral("calls")))
            dock->second->hide();
    remember();
}

void DeskLayouts::settle()
{
    restoreLeft();
    settles_.start();
    window_.installEventFilter(this);
}

bool DeskLayouts::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &window_ && event->type() == QEvent::Resize) {
        if (settles_.elapsed() < settle_ms)
            QMetaObject::invokeMethod(this, &DeskLayouts::restoreLeft, Qt::QueuedConnection);
        else
            window_.removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}

void DeskLayouts::leave()
{
    saved_.keep(now({}));
    store();
}

QStringList DeskLayouts::names() const
{
    QStringList names;
    for (auto const usual : usual_layouts) names.append(nameOf(usual));
    for (QString const& name : saved_.names(settings_.seat))
        if (!usualLayout(name)) names.append(name);
    return names;
}

std::vector<std::string> DeskLayouts::everyName() const
{
    std::vector<std::string> names;
    for (auto const usual : usual_layouts)
        for (QString const& name : namesOf(usual)) names.push_back(name.toStdString());
    for (QString const& name : saved_.names(settings_.seat))
        if (!usualLayout(name)) names.push_back(name.toStdString());
    return names;
}

bool DeskLayouts::apply(QString const& name)
{
    QString const key = keyOf(name);
    if (key.isEmpty()) return false;
    auto const saved = saved_.find(settings_.seat, key);
    auto const usual = usualLayout(key);
    if (!saved && !usual) return false;
    if (saved)
        restore(*saved);
    else
        arrange(window_, docks_, *usual);
    current_ = saved ? saved->name : key;
    remember();
    return true;
}

bool DeskLayouts::switchTo(QString const& name)
{
    if (!apply(name)) return false;
    store();
    Q_EMIT changed();
    return true;
}

void DeskLayouts::save(QString const& name)
{
    current_ = keyOf(name.trimmed());
    saved_.keep(now(current_));
    remember();
    store();
    Q_EMIT changed();
}

bool DeskLayouts::forget(QString const& name)
{
    if (!saved_.forget(settings_.seat, keyOf(name))) return false;
    store();
    Q_EMIT changed();
    return true;
}

bool DeskLayouts::isSaved(QString const& name) const
{
    QString const key = keyOf(name);
    return !key.isEmpty() && saved_.find(settings_.seat, key).has_value();
}

QString DeskLayouts::current() const
{
    auto const usual = usualLayout(current_);
    return usual ? nameOf(*usual) : current_;
}

SavedLayout DeskLayouts::now(QString const& name) const
{
    auto const screens = screensNow();
    SavedLayout layout{settings_.seat, name, window_.saveState(docks_version), {}, window_.isMaximized(), {}};
    layout.window = placeOf(window_.isMaximized() ? window_.normalGeometry() : window_.geometry(), screens);
    for (auto const& [panel, dock] : docks_)
        if (dock->isFloating()) layout.floating[panel] = placeOf(dock->geometry(), screens);
    return layout;
}

void DeskLayouts::restore(SavedLayout const& layout)
{
    placeWindow(layout);
    restorePanels(layout);
}

void DeskLayouts::restorePanels(SavedLayout const& layout)
{
    if (!window_.restoreState(layout.docks, docks_version)) arrange(window_, docks_, UsualLayout::dispatch);
    placeFloating(layout);
}

/// A window that fills its screen already is left alone: given a rectangle it would be drawn in that, however large its
/// frame stays.
void DeskLayouts::placeWindow(SavedLayout const& layout)
{
    auto const screens = screensNow();
    QRect const at = rectangleOf(layout.window, screens);
    bool const there = screenOf(at, screens) == screenOf(window_.geometry(), screens);
    if (layout.maximized && window_.isMaximized() && there) return;
    window_.setWindowState(window_.windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    window_.setGeometry(at);  // says on which screen
    if (layout.maximized) window_.setWindowState(window_.windowState() | Qt::WindowMaximized);
}

/// Qt remembers where a panel floated on the whole desktop; here it is known on which screen.
void DeskLayouts::placeFloating(SavedLayout const& layout)
{
    auto const screens = screensNow();
    for (auto const& [panel, dock] : docks_) {
        if (!dock->isFloating()) continue;
        auto const place = layout.floating.find(panel);
        dock->setGeometry(place != layout.floating.end() ? rectangleOf(place->second, screens)
                                                         : ontoScreens(dock->geometry(), screens));
    }
}

void DeskLayouts::remember()
{
    kept_.clear();
    for (auto const& [panel, dock] : docks_)
        if (!dock->isHidden()) kept_.append(panel);
}

void DeskLayouts::store()
{
    settings_.layouts = saved_.text();
    settings_.layout = current_;
    settings_.save();
}

}  // namespace cresset::app
