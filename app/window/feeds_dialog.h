#pragma once
/// The live feeds of the room at a glance: whose receiver, from where, in what state, what was counted; one is added by
/// kind, address and call sign, and taken away again. Stays open beside the work.

#include "app/feeds/live_feeds.h"
#include "widgets/desk_hub.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

namespace cresset::app {

class FeedsDialog : public QDialog {
    Q_OBJECT
public:
    /// Feeds and hub must outlive it.
    FeedsDialog(LiveFeeds& feeds, widgets::DeskHub& hub, widgets::Theme const& theme, QWidget* parent);
    void refresh();
    void setTheme(widgets::Theme const& theme);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void sayWhatToType();
    void colourAnswer();
    void add();
    void removeSelected();
    void takeInStrangers();
    LiveFeed const* selected() const;
    void fillUnits();
    void showRow(int row, LiveFeed const& feed);
    void showDetail();
    QIcon shapeOf(FeedState state) const;

    LiveFeeds& feeds_;
    widgets::DeskHub& hub_;
    widgets::Theme theme_;
    QTableWidget table_;
    QLabel detail_, answer_;
    QComboBox kind_, unit_;
    QLineEdit address_;
    QPushButton add_, remove_, take_in_;
    QTimer second_;
};

}  // namespace cresset::app
