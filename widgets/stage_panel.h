#pragma once
/// An arrival drill by stages: the clock since T0, each stage with its limit, who is there and whether it was kept.

#include "core/facts/stage_drill.h"
#include "widgets/row_view.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <optional>

namespace cresset::widgets {

class DeskHub;

class StageRows : public RowModel {
    Q_OBJECT
public:
    explicit StageRows(DeskHub const& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    void set(std::optional<StageDrill> drill);
    std::optional<StageDrill> const& drill() const { return drill_; }
    /// The stages, then those who have arrived.
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;

private:
    RowLook stage(std::size_t number) const;
    RowLook arrival(std::size_t number) const;
    DeskHub const& hub_;
    std::optional<StageDrill> drill_;
};

class StagePanel : public QWidget {
    Q_OBJECT
public:
    explicit StagePanel(DeskHub const& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { rows_view_.setTheme(theme); }
    void setDrill(QString const& where, std::optional<StageDrill> const& drill);

Q_SIGNALS:
    void endWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showState();

    DeskHub const& hub_;
    QString where_;
    QLabel title_, clock_, result_;
    StageRows rows_;
    RowView rows_view_;
    QPushButton end_;
};

}  // namespace cresset::widgets
