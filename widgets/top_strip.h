#pragma once
/// The top strip: live or exercise, the city, the clock; open incidents by priority, units by status; alerts; whether
/// everything is saved.

#include "core/session/alarm_load.h"
#include "widgets/desk_hub.h"
#include "widgets/theme.h"

#include <QPushButton>
#include <QWidget>

namespace cresset::widgets {

class TopStrip : public QWidget {
    Q_OBJECT
public:
    explicit TopStrip(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    /// "saved", "3 acts not saved yet", or what trouble the journal is in.
    void setSaving(QString const& text, bool good);
    void setFollowing(bool following);
    /// "SILENCED", "NO SOUND"; empty while all is heard.
    void setSound(QString const& text);
    QSize sizeHint() const override;

Q_SIGNALS:
    void languageClicked();
    void themeClicked();
    void alertsClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int lay(QPainter* painter, int fullness) const;
    void fitHeight();
    void retranslate();
    QString readOnlyText() const;
    QString spoken() const;

    DeskHub& hub_;
    Theme const* theme_ = nullptr;
    QString saving_, sound_;
    bool saving_good_ = true;
    bool following_ = false;
    AlarmLoad load_;
    QPushButton language_, look_, alerts_;
};

}  // namespace cresset::widgets
