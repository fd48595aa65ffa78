#pragma once
/// Layers and legend in one: what the map shows, topmost first, with the signs that it uses. A tick shows a layer or
/// one kind of its things; distress and priority 1 cannot be hidden.

#include "widgets/layer_state.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>
#include <QWidget>

namespace cresset::widgets {

class DeskHub;

class LayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayerPanel(DeskHub const& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    void setStates(LayerStates states);
    LayerStates const& states() const { return states_; }
    /// A NameChoice as a number; -1: the names of the window's language.
    void setNames(int choice);

Q_SIGNALS:
    void changed(cresset::widgets::LayerStates const& states);
    void namesChosen(int choice);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();
    void addLegend(QTreeWidgetItem& layer, LayerState const& state);
    void ticked(QTreeWidgetItem* item);
    void moveCurrent(int by);
    void showOpacity();
    int currentLayer() const;

    DeskHub const& hub_;
    Theme const* theme_ = nullptr;
    LayerStates states_;
    bool filling_ = false;
    QTreeWidget tree_;
    QLabel opacity_label_, names_label_;
    QSlider opacity_;
    QPushButton up_, down_, usual_;
    QComboBox names_;
};

}  // namespace cresset::widgets
