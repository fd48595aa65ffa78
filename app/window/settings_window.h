#pragma once
/// The settings, found by typing: each with what it does, its value, whether it was changed, and a way back. What is
/// changed is in use at once; the window stays open beside the work.

#include "app/window/setting_rows.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

class QVBoxLayout;

namespace cresset::app {

/// A class of sounds as settings show it: how loud it is, and what it is like. There are at most five.
struct SoundSetting {
    QString key;
    QString name;   // in the language in use
    int least = 0;  // what it cannot be turned below
    std::function<int()> volume;
    std::function<void(int)> setVolume;  // 0..100
    std::function<void()> hear;
};

class SettingsWindow : public QDialog {
    Q_OBJECT
public:
    SettingsWindow(std::vector<SettingRow> rows, QWidget* parent);
    /// Opens with the cursor in the search.
    void begin();
    /// Other rows, such as when there is one more choice.
    void setRows(std::vector<SettingRow> rows);
    /// The section "Sounds"; without any there is none.
    void setSounds(std::function<std::vector<SoundSetting>()> sounds);
    /// The values anew, as they were set elsewhere.
    void refresh();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Shown {
        SettingRow row;
        QWidget* box = nullptr;
        QWidget* editor = nullptr;
        QLabel* name = nullptr;
        QPushButton* usual = nullptr;
        QLabel* heading = nullptr;  // above the first of a section
    };

    void build();
    void fitWidth();
    void addRow(QVBoxLayout& column, SettingRow const& row, QLabel* heading);
    QWidget* editorOf(SettingRow const& row);
    void addSounds(QVBoxLayout& column);
    void addSound(QVBoxLayout& column, SoundSetting const& sound);
    void change(SettingRow const& row, QVariant const& value);
    void filter();
    void goToFirst();

    std::vector<SettingRow> rows_;
    std::function<std::vector<SoundSetting>()> sounds_;
    std::vector<Shown> shown_;
    QWidget* sounds_box_ = nullptr;
    QString sound_words_;  // what a search finds them by
    QLineEdit search_;
    QScrollArea scroll_;
    QLabel nothing_;
    bool changing_ = false;
};

}  // namespace cresset::app
