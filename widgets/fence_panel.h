#pragma once
/// Every fence of the room: its name, what it is, what it watches, who is inside now and whether it is watched now.
/// Enter shows it on the map, Delete takes it away (undo brings it back).

#include "widgets/desk_hub.h"
#include "widgets/fence_sketch.h"
#include "widgets/sorted_rows.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace cresset::widgets {

class FenceModel : public SortedRows<FenceId> {
    Q_OBJECT
public:
    explicit FenceModel(DeskHub& hub, QObject* parent = nullptr);
    RowLook look(int row) const override;

private:
    std::vector<FenceId> ordered() const override;
    DeskHub& hub_;
};

class FencePanel : public QWidget {
    Q_OBJECT
public:
    explicit FencePanel(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { view_.setTheme(theme); }
    void refresh();
    /// The one in hand.
    std::optional<FenceId> chosen() const { return model_.at(view_.currentRow()); }
    /// Puts it in hand without telling.
    void choose(std::optional<FenceId> fence);

Q_SIGNALS:
    void chosenChanged();
    void lookRequested(cresset::FenceId fence);
    void changeRequested(cresset::FenceId fence);
    void removeRequested(cresset::FenceId fence);
    void drawRequested(cresset::widgets::SketchKind kind);
    void importRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showMenu(QPoint at);
    void showChosen();

    DeskHub& hub_;
    FenceModel model_;
    RowView view_;
    QLabel inside_;
    QPushButton new_, change_, remove_, import_, export_;
    QMenu new_menu_;
};

/// The kinds of fences that can be drawn, as the menu of new ones names them.
void addSketches(QMenu& menu, std::function<void(SketchKind)> const& draw);

}  // namespace cresset::widgets
