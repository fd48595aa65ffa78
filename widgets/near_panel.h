#pragma once
/// What is near, as a list: the nearest first, or the quickest on the road; with a tick for each kind.

#include "core/session/near.h"
#include "widgets/row_view.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>
#include <array>
#include <map>
#include <memory>
#include <vector>

namespace cresset::widgets {

class DeskHub;

QString nearKindText(NearKind kind);

class NearRows : public RowModel {
    Q_OBJECT
public:
    explicit NearRows(DeskHub const& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    void set(std::vector<NearThing> things);
    std::vector<NearThing> const& things() const { return things_; }
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    std::optional<UnitId> unitAt(int row) const override;

private:
    QString titleOf(NearThing const& thing) const;
    QString subtitleOf(NearThing const& thing) const;

    DeskHub const& hub_;
    std::vector<NearThing> things_;
};

class NearPanel : public QWidget {
    Q_OBJECT
public:
    explicit NearPanel(DeskHub const& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { rows_view_.setTheme(theme); }
    /// What is asked for, in words, and what was found; `changed`: what a correction of the place changed, or nothing.
    void setThings(QString const& title, QString const& changed, std::vector<NearThing> things);
    /// Which kinds are asked for; none: all.
    void setKinds(std::vector<NearKind> const& kinds);

Q_SIGNALS:
    void lookWanted(cresset::Place place);
    void kindsChosen(std::vector<cresset::NearKind> const& kinds);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void chosen();

    QLabel title_, changed_;
    std::map<NearKind, std::unique_ptr<QToolButton>> kinds_;
    NearRows rows_;
    RowView rows_view_;
};

}  // namespace cresset::widgets
