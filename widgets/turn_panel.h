#pragma once
/// The way of a unit in words, turn by turn, with how long it takes from now to each.

#include "widgets/row_view.h"

#include <QLabel>
#include <QWidget>
#include <cstdint>
#include <vector>

namespace cresset::widgets {

struct TurnView {
    struct Step {
        QString words;  ///< "turn left into Market Street, 240 m"
        std::uint32_t start_ms = 0;
        Place at;
    };
    QString title;  ///< "P12 to #1023"
    QString about;  ///< "3.4 km, 4:10, by car"
    std::vector<Step> steps;
};

class TurnRows : public RowModel {
    Q_OBJECT
public:
    using RowModel::RowModel;
    void set(std::vector<TurnView::Step> steps);
    std::vector<TurnView::Step> const& steps() const { return steps_; }
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;

private:
    std::vector<TurnView::Step> steps_;
};

class TurnPanel : public QWidget {
    Q_OBJECT
public:
    explicit TurnPanel(QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { rows_view_.setTheme(theme); }
    void setView(TurnView const& view);

Q_SIGNALS:
    void lookWanted(cresset::Place place);
    /// It was closed by hand.
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();

    QLabel title_, about_;
    TurnRows rows_;
    RowView rows_view_;
};

}  // namespace cresset::widgets
