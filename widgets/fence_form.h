#pragma once
/// What is watched at a fence, for whom, when, and what happens then. Its shape is drawn on the map; here only its size
/// is typed. Every field by keyboard, saved with one chord; what cannot be saved is said in words, and its field has
/// the cursor.

#include "widgets/check_grid.h"
#include "widgets/desk_hub.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStringListModel>
#include <QWidget>

namespace cresset::widgets {

class FenceForm : public QWidget {
    Q_OBJECT
public:
    explicit FenceForm(DeskHub& hub, QWidget* parent = nullptr);
    /// Shows the fence, with the cursor in its name.
    void begin(Fence const& fence);
    /// Its shape was drawn anew meanwhile.
    void setShape(FenceShape const& shape);

Q_SIGNALS:
    void saved(cresset::Fence const& fence);
    void left();
    /// Nothing else shows that it is there: it was closed.
    void hidden();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void retranslate();
    void fillChoices();
    void showShape();
    void showTimes(FenceHours const& hours);
    void save();
    /// The fence as it stands in the fields; nothing, and says why, if one of them cannot be read.
    std::optional<Fence> read();
    bool readWatch(FenceWatch& watch);
    bool readHours(FenceHours& hours);
    bool readSize(FenceShape& shape);
    bool readCamera(FenceThen& then);
    bool refuse(QLineEdit& field, QString const& why);
    QLabel& heading();
    QLayout* pair(QLineEdit& first, QLabel& between, QLineEdit& second);

    DeskHub& hub_;
    Fence fence_;
    QScrollArea scroll_;
    QWidget area_, line_;  ///< what is asked of each sort only; they go after their fields
    std::vector<QLabel*> headings_;
    QLabel fault_;
    QLineEdit name_, size_;
    QCheckBox enter_, leave_, alert_;
    QComboBox way_, priority_;
    QLabel dwell_label_, absent_label_, above_label_, below_label_;
    QLineEdit dwell_, absent_, above_, below_;
    CheckGrid kinds_, departments_, tags_, days_;
    QLineEdit from_time_, to_time_, from_day_, to_day_, starts_, ends_;
    QLabel to_time_label_, to_day_label_, ends_label_;
    QLineEdit instruction_, camera_;
    QStringListModel camera_codes_;
    QCompleter camera_completer_;
    QPushButton save_, cancel_;
};

/// "22:00", "7:30", "24:00": minutes of a day. Nothing if it is no such time.
std::optional<int> readDayTime(QString const& text);
/// "05-01": month * 100 + day. Nothing if it is no day of a year.
std::optional<int> readYearDay(QString const& text);

}  // namespace cresset::widgets
