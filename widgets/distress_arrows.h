#pragma once
/// Who calls for help out of the map's picture: an arrow at its edge points there, and a click on it looks there.

#include "core/base/ids.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <vector>

namespace cresset::widgets {

class DistressArrow : public QAbstractButton {
    Q_OBJECT
public:
    DistressArrow(Theme const& theme, QWidget* map);
    /// `degrees` clockwise from the right.
    void point(QString const& call_sign, double degrees);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme const& theme_;
    double degrees_ = 0;
};

class DistressArrows : public QObject {
    Q_OBJECT
public:
    struct Caller {
        UnitId unit;
        QString call_sign;
        QPointF at;  ///< in the map's pixels, somewhere beyond its edges
    };
    /// The theme must outlive it.
    DistressArrows(Theme const& theme, QWidget& map) : QObject{&map}, theme_{theme}, map_{map} {}
    /// One for each of them, within that part of the map.
    void show(std::vector<Caller> const& callers, QRect const& inside);

Q_SIGNALS:
    void clicked(cresset::UnitId unit);

private:
    DistressArrow& arrow(std::size_t index);
    QRect freeRect(QRect wanted, QRect const& inside, std::size_t shown) const;

    Theme const& theme_;
    QWidget& map_;
    std::vector<DistressArrow*> arrows_;  // owned by the map; those that are not needed are hidden
    std::vector<UnitId> units_;           // who each of them stands for
};

}  // namespace cresset::widgets
