#pragma once
/// Layers and legend in one: what the map shows, topmost first, with the signs that it uses. A tick shows a layer or
/// one kind of its things; distress and priority 1 cannot be hidden. Files of others are layers too: each a row with
/// what is known of it, and what can be done with it below.

#include "widgets/file_layers.h"
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
    /// The files that there are; the states of those that are new, or gone, must have been set before.
    void setFiles(std::vector<FileRow> files);
    /// Puts that layer in hand.
    void choose(QString const& key);

Q_SIGNALS:
    void changed(cresset::widgets::LayerStates const& states);
    void namesChosen(int choice);
    void fileWanted();
    void fileRemoved(QString const& key);
    void fileLooked(QString const& key);
    /// It shall be read in that datum.
    void fileRead(QString const& key, cresset::Datum datum);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void retranslate();
    void addLegend(QTreeWidgetItem& layer, LayerState const& state);
    void ticked(QTreeWidgetItem* item);
    void moveCurrent(int by);
    void showOpacity();
    int currentLayer() const;
    FileRow const* fileOf(QString const& key) const;
    FileRow const* currentFile() const;
    void addFileNote(QTreeWidgetItem& layer, FileRow const& file);
    void buildFiles();
    void showFile();
    void refreshFiles();
    void removeCurrent();
    void resetLayers();
    QString nameOfLayer(QString const& key) const;
    QString noteOf(FileRow const& file) const;

    DeskHub const& hub_;
    Theme const* theme_ = nullptr;
    LayerStates states_;
    std::vector<FileRow> files_;
    bool filling_ = false;
    QTreeWidget tree_;
    QLabel opacity_label_, names_label_;
    QSlider opacity_;
    QPushButton up_, down_, usual_, add_;
    QWidget file_;  ///< what can be done with the file in hand
    QLabel file_note_, datum_label_;
    QComboBox datum_;
    QPushButton look_, again_, remove_;
    QComboBox names_;
};

}  // namespace cresset::widgets
