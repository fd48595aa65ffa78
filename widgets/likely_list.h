#pragma once
/// Open incidents that the call being typed may be the same as: which, how far, how long ago, how alike. One of them is
/// marked, and stays marked while the clock goes on, so that the key which links never means another than the eye saw.

#include "core/session/duplicates.h"
#include "widgets/desk_hub.h"
#include "widgets/row_view.h"

#include <vector>

namespace cresset::widgets {

class LikelyModel : public RowModel {
    Q_OBJECT
public:
    explicit LikelyModel(DeskHub& hub, QObject* parent = nullptr) : RowModel{parent}, hub_{hub} {}
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    void show(std::vector<LikelyDuplicate> rows);
    std::optional<IncidentId> at(int row) const;
    int rowOf(IncidentId incident) const;
    /// Without room for how long ago it was.
    void setNarrow(bool narrow);

private:
    DeskHub& hub_;
    bool narrow_ = false;
    std::vector<LikelyDuplicate> rows_;
};

class LikelyList : public RowView {
    Q_OBJECT
public:
    explicit LikelyList(DeskHub& hub, QWidget* parent = nullptr);
    /// Looks again. The first is marked; with `keep`, or while the keyboard is in the list, what is marked now stays
    /// so if it is still offered.
    void offer(CallSoFar const& call, bool keep);
    std::optional<IncidentId> marked() const { return model_.at(currentRow()); }
    bool isEmpty() const { return model_.rowCount() == 0; }
    /// The window is too low for all that the panel can show.
    bool isCramped() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter on the marked one, or two clicks.
    void taken();
    void markedChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    DeskHub& hub_;
    LikelyModel model_;
};

}  // namespace cresset::widgets
