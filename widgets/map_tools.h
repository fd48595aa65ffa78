#pragma once
/// The few buttons on the map: fit, closer, farther, layers, measure. Each says in its tooltip what it does and which
/// key does the same.

#include <QToolButton>
#include <QWidget>

namespace cresset::widgets {

class MapTools : public QWidget {
    Q_OBJECT
public:
    explicit MapTools(QWidget* parent = nullptr);
    void setMeasuring(bool measuring) { measure_.setChecked(measuring); }

Q_SIGNALS:
    void fitClicked();
    void zoomClicked(double steps);
    void layersClicked();
    void measureClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QToolButton fit_, closer_, farther_, layers_, measure_;
};

}  // namespace cresset::widgets
