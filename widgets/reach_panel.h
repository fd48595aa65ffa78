#pragma once
/// The legend of reach and coverage, and where nobody is in time.

#include "widgets/row_view.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#include <cstdint>
#include <memory>
#include <vector>

namespace cresset::widgets {

struct ReachView {
    struct Band {
        std::int64_t within_ms = 0;
        std::int64_t area_m2 = 0;
    };
    struct Hole {
        QString where;
        std::int64_t length_mm = 0;
        std::optional<std::int64_t> worst_ms;  ///< none: nobody comes at all
        Place place;
    };
    QString title, about;
    bool busy = false;
    std::vector<Band> bands;
    bool coverage = false;  ///< with holes
    std::vector<Hole> holes;
    QString move;  ///< the best single one, in words
};

class HoleRows : public RowModel {
    Q_OBJECT
public:
    using RowModel::RowModel;
    void set(std::vector<ReachView::Hole> holes);
    std::vector<ReachView::Hole> const& holes() const { return holes_; }
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;

private:
    std::vector<ReachView::Hole> holes_;
};

class ReachPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReachPanel(QWidget* parent = nullptr);
    void setTheme(Theme const& theme);
    void setView(ReachView view);

Q_SIGNALS:
    void lookWanted(cresset::Place place);
    void coverageWanted();
    void offWanted();
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void showLegend();

    Theme const* theme_ = nullptr;
    ReachView view_;
    QLabel title_, about_, holes_heading_, move_;
    std::vector<std::unique_ptr<QWidget>> legend_;
    QVBoxLayout legend_layout_;
    HoleRows rows_;
    RowView rows_view_;
    QPushButton coverage_, off_;
};

}  // namespace cresset::widgets
