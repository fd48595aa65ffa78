#pragma once
/// Long work at a glance: what is being done, how far it is, and a button that stops it. Not there while nothing runs.

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

namespace cresset::widgets {

class WorkBar : public QWidget {
    Q_OBJECT
public:
    explicit WorkBar(QWidget* parent = nullptr);
    /// What is being done, in the language in use.
    void begin(QString const& what);
    /// 0..1000; below 0: it is not known how far it is.
    void setPart(int per_mille);
    void end();

Q_SIGNALS:
    void stopClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel what_;
    QProgressBar part_;
    QPushButton stop_;
};

}  // namespace cresset::widgets
