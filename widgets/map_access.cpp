#include "widgets/map_access.h"

#include "widgets/map_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <algorithm>
#include <map>

namespace cresset::widgets {

namespace {

/// One mark. It stays the same object as long as the canvas lives, whether it is seen or not.
class MarkAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    MarkAccess(MapCanvas& canvas, MarkKey key) : canvas_{&canvas}, key_{key} {}

    bool isValid() const override { return !canvas_.isNull(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(canvas_.data()); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(QAccessibleInterface const*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Button; }
    void setText(QAccessible::Text, QString const&) override {}

    QString text(QAccessible::Text kind) const override
    {
        QString const words = isValid() ? canvas_->markText(key_) : QString{};
        QString const first = words.section(QLatin1Char('\n'), 0, 0);
        if (kind == QAccessible::Name) return first;
        return kind == QAccessible::Description ? words.mid(first.size() + 1) : QString{};
    }
    QRect rect() const override
    {
        constexpr int half = 13;
        auto const seen = find();
        if (!seen) return {};
        QPoint const at = canvas_->mapToGlobal((QPointF{seen->at} / canvas_->devicePixelRatioF()).toPoint());
        return {at - QPoint{half, half}, QSize{2 * half, 2 * half}};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.offscreen = state.invisible = !find();
        if (!isValid()) return state;
        auto const& selection = canvas_->selection();
        state.selected = std::ranges::find(selection, key_) != selection.end();
        state.focused = state.selected && canvas_->hasFocus();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), showMenuAction()}; }
    void doAction(QString const& name) override
    {
        if (isValid() && (name == pressAction() || name == showMenuAction()))
            canvas_->actOnMark(key_, name == showMenuAction());
    }
    QStringList keyBindingsForAction(QString const&) const override { return {}; }

private:
    std::optional<SeenMark> find() const
    {
        if (!isValid()) return {};
        auto const& marks = canvas_->marksSeen();
        auto const seen = std::ranges::find(marks, key_, &SeenMark::key);
        return seen == marks.end() ? std::nullopt : std::optional{*seen};
    }

    QPointer<MapCanvas> canvas_;
    MarkKey key_;
};

class MapAccess : public QAccessibleWidget {
public:
    explicit MapAccess(MapCanvas& canvas) : QAccessibleWidget{&canvas, QAccessible::Canvas}, canvas_{canvas} {}
    ~MapAccess() override
    {
        for (auto const& [key, id] : ids_) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(canvas_.marksSeen().size()); }
    QAccessibleInterface* child(int index) const override
    {
        auto const& marks = canvas_.marksSeen();
        if (index < 0 || static_cast<std::size_t>(index) >= marks.size()) return nullptr;
        return of(marks[static_cast<std::size_t>(index)].key);
    }
    int indexOfChild(QAccessibleInterface const* child) const override
    {
        auto const& marks = canvas_.marksSeen();
        auto const at = std::ranges::find_if(marks, [&](SeenMark const& mark) { return of(mark.key) == child; });
        return at == marks.end() ? -1 : static_cast<int>(at - marks.begin());
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        QPointF const at = QPointF{canvas_.mapFromGlobal(QPoint{x, y})} * canvas_.devicePixelRatioF();
        for (Hit const& hit : canvas_.marksAt(at))
            if (std::ranges::find(canvas_.marksSeen(), hit.key, &SeenMark::key) != canvas_.marksSeen().end())
                return of(hit.key);
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        auto const& selection = canvas_.selection();
        return canvas_.hasFocus() && !selection.empty() ? of(selection.front()) : nullptr;
    }

private:
    QAccessibleInterface* of(MarkKey key) const
    {
        auto const known = ids_.find(key);
        if (known != ids_.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new MarkAccess{canvas_, key};
        ids_[key] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    MapCanvas& canvas_;
    mutable std::map<MarkKey, QAccessible::Id> ids_;
};

QAccessibleInterface* makeAccess(QString const& /*name*/, QObject* object)
{
    auto* canvas = qobject_cast<MapCanvas*>(object);
    return canvas == nullptr ? nullptr : new MapAccess{*canvas};
}

}  // namespace

void installMapAccess(MapCanvas& canvas)
{
    static bool const once = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    static_cast<void>(once);
    // Somebody may have asked while it was still being made, and was told of a plain widget.
    auto* told = QAccessible::queryAccessibleInterface(&canvas);
    if (told != nullptr && told->role() != QAccessible::Canvas)
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(told));
}

}  // namespace cresset::widgets
